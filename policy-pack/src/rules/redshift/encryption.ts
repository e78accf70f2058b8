import { customerKey, mustNotBeFalse } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { parameterMeets } from "../../knowledge/database-parameters";
import { isRestore } from "./tokens";

const encrypted = resourceRule("redshift-encrypted", {
  check: mustNotBeFalse("encrypted", "the cluster is not encrypted"),
});

const cmk = resourceRule("redshift-cmk", {
  check: (resource) => {
    resource.onlyWhen(resource.get("encrypted").isFalse().not(), "is not encrypted, which is another rule's finding");
    const keyOfSnapshot = resource.get("kmsKeyId").isGiven().not().and(isRestore(resource));
    resource.onlyWhen(keyOfSnapshot.not(), "keeps the key of its snapshot");
    customerKey("kmsKeyId", "the cluster is encrypted under AWS's own key instead of a customer-managed one")(resource);
  },
});

const requireSsl = resourceRule("redshift-require-ssl", {
  config: {
    requireFips: {
      type: "boolean",
      description: "Whether clusters also have to use TLS modules validated under FIPS 140.",
      default: false,
    },
  },
  check: (group) => {
    const parameters = group.get("parameters");
    // Families since redshift-2.0 require TLS unless told otherwise.
    const family = group.get("family").isOneOf("redshift-1.0").not();
    group.expect(
      parameterMeets(parameters, "require_ssl", (value) => value.isTrue(), family),
      "the parameter group lets clients connect without TLS",
    );
    if (!group.setting<boolean>("requireFips")) return;
    group.expect(
      parameterMeets(parameters, "use_fips_ssl", (value) => value.isTrue(), Truth.no),
      "the parameter group does not ask for TLS modules validated under FIPS 140",
    );
  },
});

const parameterGroupBound = resourceRule("redshift-parameter-group-bound", {
  check: (resource) => {
    const name = resource.get("clusterParameterGroupName");
    // The default group has a fixed name: one that is known on update is a group of one's own.
    resource.expect(
      name.isUnknown ? Truth.yes : name.isOneOf("default.redshift-1.0").not(),
      "the cluster uses the old default parameter group, which lets clients connect without TLS",
    );
  },
});

const serverlessSecure = resourceRule("redshift-serverless-secure", {
  check: (workgroup) => {
    // A new workgroup requires TLS unless told otherwise.
    const entries = workgroup.get("configParameters");
    const switchesOff = entries.some((entry) =>
      entry.get("parameterKey").isOneOf("require_ssl", "requireSsl").and(entry.get("parameterValue").isTrue().not()),
    );
    workgroup.expect(switchesOff.not(), "the workgroup lets clients connect without TLS");
  },
});

const serverlessCmk = resourceRule("redshift-serverless-cmk", {
  check: customerKey("kmsKeyId", "the namespace is encrypted under AWS's own key instead of a customer-managed one"),
});

/** Rules on encryption at rest and in transit. */
export const encryptionRules: readonly Rule[] = [
  encrypted,
  cmk,
  requireSsl,
  parameterGroupBound,
  serverlessSecure,
  serverlessCmk,
];
