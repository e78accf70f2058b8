import { oneOf } from "../authoring/conditions";
import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { asText, type Value } from "../authoring/value";
import { isGivenIn } from "../knowledge/blocks";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";

const user = "aws:transfer/user:User";
const access = "aws:transfer/access:Access";

const protocols = resourceRule("transfer-protocols", {
  check: (resource) =>
    resource.expect(
      resource
        .get("protocols")
        .some((protocol) => protocol.isOneOf("FTP"))
        .not(),
      "the server speaks FTP, which sends credentials and files in the clear",
    ),
});

/** Month of the oldest policy that counts as current: the one that AWS's console gives a new server. */
const firstCurrentPolicy = "2024-01";

const securityPolicy = resourceRule("transfer-security-policy", {
  check: (resource) =>
    resource.expect(
      resource.get("securityPolicyName").whenKnown((raw) => isCurrentPolicy(asText(raw))),
      "the server's security policy is an old one, or none is named, which means that of 2018",
    ),
});

// Names end in year and month. Experimental ones are not meant for production.
function isCurrentPolicy(name: string): boolean {
  const month = /^TransferSecurityPolicy-(?:[A-Za-z0-9]+-)*(\d{4}-\d{2})$/.exec(name)?.[1];
  return month !== undefined && month >= firstCurrentPolicy && !/experimental/i.test(name);
}

const privateEndpoint = resourceRule("transfer-private-endpoint", {
  check: (resource) => {
    const type = resource.get("endpointType");
    // VPC_ENDPOINT is the older private form: its security groups are those of the endpoint itself.
    oneOf(
      "endpointType",
      ["VPC", "VPC_ENDPOINT"],
      "the server has a public endpoint instead of one in a VPC",
    )(resource);
    resource.expect(
      type
        .isOneOf("VPC")
        .not()
        .or(isGivenIn(resource.get("endpointDetails"), "securityGroupIds")),
      "the server's endpoint names no security groups, so the VPC's default group applies",
    );
  },
});

const logging = resourceRule("transfer-logging", {
  check: (resource) => {
    const role = resource.get("loggingRole").isGiven();
    if (resource.type === "aws:transfer/connector:Connector") {
      resource.expect(role, "the connector has no logging role, so its transfers leave no record");
      return;
    }
    resource.expect(
      resource.get("structuredLogDestinations").isGiven().or(role),
      "the server has neither structured log destinations nor a logging role",
    );
  },
});

const userIsolation = resourceRule("transfer-user-isolation", {
  check: (resource) => {
    const mappings = resource.get("homeDirectoryMappings");
    resource.expect(
      resource.get("homeDirectoryType").isOneOf("LOGICAL").and(isNonEmpty(mappings)),
      "users are not confined to logical home directories with mappings of their own",
    );
  },
});

/** Not empty, where what the list holds matters: a wired list is not known to hold anything. */
function isNonEmpty(list: Value): Truth {
  return list.isUnknown ? list.asUnknown() : list.isGiven();
}

const backendBucket = stackRule("transfer-backend-bucket", {
  // Groups of a directory map buckets as users do.
  types: [user, access],
  check: (stack, graph) => {
    for (const from of graph.ofType(user, access)) {
      const targets = from
        .get("homeDirectoryMappings")
        .items()
        .map((mapping) => mapping.get("target"));
      expectInPhiScope(
        stack,
        graph,
        from,
        [...targets, from.get("homeDirectory")],
        stores.bucket,
        "the home directory is in a bucket that is tagged as holding no PHI",
      );
    }
  },
});

const connectorEncryption = resourceRule("transfer-connector-encryption", {
  check: (resource) => {
    const as2 = resource.get("as2Config");
    const sftp = resource.get("sftpConfig");
    if (!as2.isAbsent) expectStrongAs2(resource, as2);
    if (!sftp.isAbsent) {
      resource.expect(isGivenIn(sftp, "trustedHostKeys"), "the SFTP connector trusts any host key");
    }
    const url = resource.get("url");
    const scheme = as2.isAbsent ? /^sftp:\/\//i : /^https:\/\//i;
    const isEither = !as2.isAbsent || !sftp.isAbsent;
    resource.expect(
      Truth.any([Truth.of(!isEither), url.isGiven().not(), url.matches(scheme)]),
      "the connector's URL is not of an encrypted protocol",
    );
  },
});

function expectStrongAs2(resource: ResourceCheck, as2: Value): void {
  resource.expect(
    as2.get("encryptionAlgorithm").isOneOf("AES256_CBC"),
    "the AS2 connector does not encrypt messages with AES-256",
  );
  resource.expect(
    as2.get("signingAlgorithm").isOneOf("SHA256", "SHA384", "SHA512"),
    "the AS2 connector does not sign messages with SHA-256 or stronger",
  );
}

/** Rules on AWS Transfer Family. */
export const transferRules: readonly Rule[] = [
  protocols,
  securityPolicy,
  privateEndpoint,
  logging,
  userIsolation,
  backendBucket,
  connectorEncryption,
];
