import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, namespace, parameterGroup, workgroup } from "./testing";

const parameter = (name: unknown, value: unknown) => ({ name, value });
const setting = (parameterKey: unknown, parameterValue: unknown) =>
  workgroup({ configParameters: [{ parameterKey, parameterValue }] });
const fips = { config: { requireFips: true } };

export const encryptionCases: ServiceCases = {
  "redshift-encrypted": [
    pass("nothing said, which means encrypted", cluster()),
    pass("encrypted, as text", cluster({ encrypted: "true" })),
    fault("not encrypted, as text", cluster({ encrypted: "false" })),
    fault("not encrypted", cluster({ encrypted: false })),
    undecided("known on update", cluster({ encrypted: unknown })),
  ],
  "redshift-cmk": [
    pass("a wired key", cluster({ kmsKeyId: unknown })),
    fault("no key", cluster()),
    fault("AWS's own key", cluster({ encrypted: "true", kmsKeyId: "alias/aws/redshift" })),
    notApplicable("not encrypted", cluster({ encrypted: "false" })),
    notApplicable("a restore, which keeps its key", cluster({ snapshotIdentifier: "rs:a" })),
    fault("a restore with AWS's own key", cluster({ snapshotArn: "arn", kmsKeyId: "alias/aws/redshift" })),
    undecided("encryption known on update", cluster({ encrypted: unknown })),
  ],
  "redshift-require-ssl": [
    pass("required", parameterGroup("redshift-1.0", [parameter("require_ssl", "true")])),
    pass("the new family, nothing said", parameterGroup("redshift-2.0")),
    fault("the old family, nothing said", parameterGroup("redshift-1.0")),
    fault("switched off in the new family", parameterGroup("redshift-2.0", [parameter("require_ssl", "false")])),
    fault("other parameters only", parameterGroup("redshift-1.0", [parameter("statement_timeout", "1000")])),
    fault("FIPS asked for and not set", parameterGroup("redshift-2.0"), fips),
    pass("FIPS asked for and set", parameterGroup("redshift-2.0", [parameter("use_fips_ssl", "true")]), fips),
    undecided("a value known on update", parameterGroup("redshift-1.0", [parameter("require_ssl", unknown)])),
    undecided("parameters known on update", parameterGroup("redshift-1.0", unknown)),
    undecided("a family known on update", parameterGroup(unknown)),
  ],
  "redshift-parameter-group-bound": [
    pass("nothing said", cluster()),
    pass("a group of one's own", cluster({ clusterParameterGroupName: "records" })),
    pass("a wired group", cluster({ clusterParameterGroupName: unknown })),
    pass("the new default group", cluster({ clusterParameterGroupName: "default.redshift-2.0" })),
    fault("the old default group", cluster({ clusterParameterGroupName: "default.redshift-1.0" })),
  ],
  "redshift-serverless-secure": [
    pass("required", setting("require_ssl", "true")),
    pass("nothing said, which means required", workgroup()),
    pass("other parameters", setting("datestyle", "ISO, MDY")),
    fault("switched off", setting("require_ssl", "false")),
    fault("switched off by its other name", setting("requireSsl", false)),
    undecided("a value known on update", setting("require_ssl", unknown)),
    undecided("a key known on update", setting(unknown, "false")),
  ],
  "redshift-serverless-cmk": [
    pass("a wired key", namespace({ kmsKeyId: unknown })),
    pass("a key by ARN", namespace({ kmsKeyId: "arn:aws:kms:us-east-1:1:key/a" })),
    fault("no key", namespace()),
    fault("AWS's own key", namespace({ kmsKeyId: "AWS_OWNED_KMS_KEY" })),
  ],
};
