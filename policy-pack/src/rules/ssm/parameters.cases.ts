import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const parameter = (properties: Record<string, unknown>) =>
  resource("aws:ssm/parameter:Parameter", { type: "String", ...properties });
const secret = resource("aws:secretsmanager/secret:Secret", {}, { name: "secret" });
const accessKey = ["AKIA", "IOSFODNN7", "ABCDEFG"].join("");

const key = resource("aws:kms/key:Key", {}, { name: "key" });
const secure = (properties: Record<string, unknown> = {}) => parameter({ type: "SecureString", ...properties });

const bucket = (properties: Record<string, unknown> = {}) =>
  resource("aws:s3/bucket:Bucket", properties, { name: "bucket" });
const noPhi = { tags: { "hipaa:phi": "false" } };
const dataSync = (s3Destination: unknown) => resource("aws:ssm/resourceDataSync:ResourceDataSync", { s3Destination });
const association = (s3BucketName: unknown) =>
  resource("aws:ssm/association:Association", { outputLocation: { s3BucketName } });
const task = (outputS3Bucket: unknown) =>
  resource("aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", {
    taskInvocationParameters: { runCommandParameters: { outputS3Bucket } },
  });

export const parameterCases: ServiceCases = {
  "ssm-parameter-cmk": [
    pass("a wired key", [secure({ keyId: ref("key", "arn") }), key]),
    notApplicable("a plain parameter", parameter({})),
    fault("no key", secure()),
    fault("AWS's own key", secure({ keyId: "alias/aws/ssm" })),
    undecided("a type known on update", parameter({ type: unknown })),
    pass("an alias of one's own", secure({ keyId: "alias/ssm" })),
  ],
  "ssm-outputs-encrypted": [
    pass("inventory under a wired key", [dataSync({ bucketName: "inventory", kmsKeyArn: ref("key", "arn") }), key]),
    fault("inventory without a key", dataSync({ bucketName: "inventory" })),
    pass("output into a bucket in scope", [association(ref("bucket", "bucket")), bucket()]),
    fault("output into a bucket out of scope", [association(ref("bucket", "bucket")), bucket(noPhi)]),
    fault("output of a maintenance task into a bucket out of scope", [task(ref("bucket", "bucket")), bucket(noPhi)]),
    pass("output into a bucket of another stack", [association("output-of-hosts"), bucket(noPhi)]),
    undecided("tags known on update", [association(ref("bucket", "bucket")), bucket({ tags: unknown })]),
  ],
  "ssm-secure-parameters": [
    pass("a secure one", parameter({ name: "/app/db-password", type: "SecureString", value: "hunter2!" })),
    pass("a plain setting", parameter({ name: "/app/log-level", value: "debug" })),
    pass("a telling word in the middle of the path", parameter({ name: "/app/password/min-length", value: "twelve" })),
    pass(
      "a secret's ARN under a telling name",
      parameter({ name: "/app/db-secret", value: "arn:aws:secretsmanager:us-east-1:111122223333:secret:db" }),
    ),
    fault("a plain password", parameter({ name: "/app/db-password", value: "hunter2!" })),
    fault("a plain password in a list", parameter({ name: "/app/api_key", type: "StringList", value: "hunter2!" })),
    fault("a name that Pulumi completed", parameter({ name: "db-password-1a2b3c4", value: "hunter2!" })),
    fault("an access key under any name", parameter({ name: "/app/config", value: accessKey })),
    fault("a value in the open", parameter({ name: "/app/db-password", insecureValue: "hunter2!" })),
    fault(
      "a value in the open that is known on update",
      parameter({ name: "/app/db-password", insecureValue: unknown }),
    ),
    undecided("a value known on update", parameter({ name: "/app/db-password", value: unknown })),
    undecided("a name known on update", parameter({ name: unknown, value: "hunter2!" })),
    undecided("a type known on update", parameter({ name: "/app/db-password", type: unknown, value: "hunter2!" })),
    pass(
      "a value known on update in a secure one",
      parameter({ name: "/app/db-password", type: "SecureString", value: unknown }),
    ),
    undecided("a wired ARN", [parameter({ name: "/app/db-secret", value: ref("secret", "arn") }), secret], {
      afterUpdate: "pass",
    }),
    fault("a password of no type", parameter({ type: undefined, name: "/app/db-password", value: "hunter2!" })),
  ],
};
