import { notPublicPolicy, oneOf, both } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { isLiteralCredential } from "../knowledge/credentials";
import { isCustomerKey } from "../knowledge/customer-key";
import { entryInAnyCase, parsedJson } from "../knowledge/json-text";
import { namesPrivateSubnets } from "./vpc/placement";

const settings = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";
const catalogDatabase = "aws:glue/catalogDatabase:CatalogDatabase";
const connection = "aws:glue/connection:Connection";

const catalogEncrypted = resourceRule("glue-catalog-encrypted", {
  check: (resource) => {
    const all = resource.get("dataCatalogEncryptionSettings");
    const atRest = all.get("encryptionAtRest");
    const passwords = all.get("connectionPasswordEncryption");
    resource.expect(
      atRest.get("catalogEncryptionMode").isOneOf("SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"),
      "the Data Catalog does not encrypt its metadata",
    );
    resource.expect(
      passwords.get("returnConnectionPasswordEncrypted").isTrue(),
      "the Data Catalog hands out connection passwords in clear text",
    );
    resource.expect(
      Truth.all([atRest.get("sseAwsKmsKeyId"), passwords.get("awsKmsKeyId")].map(isNoKeyOfAws)),
      "the Data Catalog is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

/** A key left out falls to AWS, which itself asks for one where passwords are encrypted. */
function isNoKeyOfAws(key: Value): Truth {
  return key.isGiven().not().or(isCustomerKey(key));
}

const catalogEncryptionPresent = stackRule("glue-catalog-encryption-present", {
  check: (check, graph) => {
    const [first] = graph.ofType(catalogDatabase);
    if (first && graph.ofType(settings).length === 0) {
      check.fault(first, "nothing in the stack says that the Data Catalog encrypts its metadata");
    }
  },
});

const connectionSsl = resourceRule("glue-connection-ssl", {
  check: (resource) => {
    const type = resource.get("connectionType");
    const properties = resource.get("connectionProperties");
    const is = (name: string): Truth => type.isOneOf(name);
    const jdbc = is("JDBC").or(type.isGiven().not());
    const enforced = properties.child("JDBC_ENFORCE_SSL").isTrue();
    resource.expect(jdbc.not().or(enforced), "the connection does not ask its database for TLS");
    resource.expect(
      jdbc.not().or(properties.child("SKIP_CUSTOM_JDBC_CERT_VALIDATION").isTrue().not()),
      "the connection does not verify the certificate of its database",
    );
    // TLS is Glue's default for Kafka.
    resource.expect(
      is("KAFKA").not().or(properties.child("KAFKA_SSL_ENABLED").isFalse().not()),
      "the connection speaks to Kafka without TLS",
    );
    resource.expect(
      Truth.any([is("MONGODB").not(), enforced, usesTls(properties.child("CONNECTION_URL"))]),
      "the connection speaks to MongoDB without TLS",
    );
  },
});

/** A URL of MongoDB that asks for TLS; one that is looked up in DNS does unless it says otherwise. */
function usesTls(url: Value): Truth {
  const asks = url.matches(/[?&](?:tls|ssl)=true\b/i);
  const bySrv = url.matches(/^mongodb\+srv:/i).and(url.matches(/[?&](?:tls|ssl)=false\b/i).not());
  return asks.or(bySrv);
}

const connectionSecret = resourceRule("glue-connection-secret", {
  // A password given at all is the fault: policies receive secrets unwrapped and cannot tell where it came from.
  faultsOnPresence: true,
  check: (resource) => {
    const properties = resource.get("connectionProperties");
    const passwords = properties.entries().filter(([name]) => /PASSWORD$/i.test(name));
    resource.expect(
      properties.isUnknown ? properties.asUnknown() : Truth.any(passwords.map(([, value]) => value.isGiven())).not(),
      "the password comes from the program and stays in state, instead of from Secrets Manager",
    );
  },
});

const encryption = "encryptionConfiguration";

const securityConfiguration = resourceRule("glue-security-configuration", {
  check: both(
    oneOf(`${encryption}.s3Encryption.s3EncryptionMode`, ["SSE-KMS", "SSE-S3"], "what jobs write is not encrypted"),
    oneOf(
      `${encryption}.cloudwatchEncryption.cloudwatchEncryptionMode`,
      ["SSE-KMS"],
      "the logs of jobs are not encrypted with a KMS key",
    ),
    oneOf(
      `${encryption}.jobBookmarksEncryption.jobBookmarksEncryptionMode`,
      ["CSE-KMS"],
      "job bookmarks are not encrypted",
    ),
  ),
});

const jobsUseConfiguration = resourceRule("glue-jobs-use-security-configuration", {
  check: (resource) => {
    resource.expect(
      resource.get("securityConfiguration").isGiven(),
      "no security configuration says how data, logs and bookmarks are encrypted",
    );
    const given = resource.get("defaultArguments");
    const literals = given.isUnknown
      ? [given.asUnknown()]
      : given.entries().map(([name, value]) => isLiteralCredential(name, value));
    resource.expect(Truth.any(literals).not(), "an argument of the job holds a credential");
  },
});

const resourcePolicy = resourceRule("glue-resource-policy", {
  check: notPublicPolicy("policy", "the policy of the Data Catalog lets everyone in"),
});

const connectionPrivateSubnet = stackRule("glue-connection-private-subnet", {
  types: [connection],
  check: (check, graph) => {
    for (const each of graph.ofType(connection)) {
      const type = each.get("connectionType");
      const isJudged = type.isGiven().not().or(type.isOneOf("JDBC", "KAFKA"));
      const subnet = each.get("physicalConnectionRequirements.subnetId");
      check.expect(each, isJudged.not().or(subnet.isGiven()), "the connection names no subnet");
      if (subnet.isAbsent) continue;
      check.expect(
        each,
        isJudged.not().or(namesPrivateSubnets(graph, each, subnet)),
        "the connection runs in a public subnet",
      );
    }
  },
});

const dataBrewJobs = resourceRule("databrew-encrypted-jobs", {
  check: (resource) => {
    resource.onlyWhen(resource.get("typeName").isOneOf("AWS::DataBrew::Job"), "is no DataBrew job");
    const state = parsedJson(resource.get("desiredState"));
    if (!state) return;
    const mode = entryInAnyCase(state, "EncryptionMode");
    resource.expect(mode.isOneOf("SSE-KMS", "SSE-S3"), "what the job writes is not encrypted");
    resource.expect(
      mode
        .isOneOf("SSE-KMS")
        .not()
        .or(isCustomerKey(entryInAnyCase(state, "EncryptionKeyArn"))),
      "what the job writes is encrypted under AWS's own key",
    );
    resource.expect(entryInAnyCase(state, "LogSubscription").isOneOf("ENABLE"), "the job writes no logs");
  },
});

const lakeFormationDefaults = resourceRule("glue-lake-formation-defaults", {
  check: (resource) => {
    for (const [path, what] of [
      ["createDatabaseDefaultPermissions", "databases"],
      ["createTableDefaultPermissions", "tables"],
    ] as const) {
      resource.expect(
        resource
          .get(path)
          .some((grant) => grant.get("principal").isOneOf("IAM_ALLOWED_PRINCIPALS"))
          .not(),
        `new ${what} are granted to everyone who has IAM rights, past Lake Formation`,
      );
    }
  },
});

/** Rules on AWS Glue, its catalog under Lake Formation, and DataBrew. */
export const glueRules: readonly Rule[] = [
  catalogEncrypted,
  catalogEncryptionPresent,
  connectionSsl,
  connectionSecret,
  securityConfiguration,
  jobsUseConfiguration,
  resourcePolicy,
  lakeFormationDefaults,
  connectionPrivateSubnet,
  dataBrewJobs,
];
