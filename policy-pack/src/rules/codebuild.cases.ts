import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const project = (properties: Properties = {}) => resource("aws:codebuild/project:Project", properties);
const reports = (exportConfig: unknown) => resource("aws:codebuild/reportGroup:ReportGroup", { exportConfig });
const variables = (...environmentVariables: unknown[]) => project({ environment: { environmentVariables } });
const variable = (name: unknown, value: unknown, type?: unknown) =>
  variables({ name, value, ...(type === undefined ? {} : { type }) });
const source = (location: unknown) => project({ source: { type: "GITHUB", location } });
const second = (properties: Properties) => project({ source: { type: "GITHUB" }, secondarySources: [properties] });
const logs = (logsConfig: unknown) => project({ logsConfig });
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
// Put together here, so that no scanner takes a sample for a leak.
const accessKey = `AKIA${"Q3EGRSFEQ7DLMXYZ".slice(0, 16)}`;
const gitToken = `ghp_${"a1B2".repeat(9)}`;

export const codebuildCases: ServiceCases = {
  "codebuild-secrets-and-visibility": [
    pass("no variables", project()),
    pass("a harmless variable", variable("STAGE", "production")),
    pass("a password by the name of a secret", variable("DB_PASSWORD", "prod-database", "SECRETS_MANAGER")),
    pass("an access key by the name of a parameter", variable("AWS_ACCESS_KEY_ID", "/ci/key", "PARAMETER_STORE")),
    pass("the ARN of a secret", variable("DB_SECRET", "arn:aws:secretsmanager:us-east-1:111122223333:secret:db")),
    pass("a name that only begins like one", variable("TOKEN_LIFETIME", "an hour")),
    fault("a password", variable("DB_PASSWORD", "correct horse", "PLAINTEXT")),
    fault("a password, with no type said, which means plain text", variable("DB_PASSWORD", "correct horse")),
    fault("an access key id by name", variable("AWS_ACCESS_KEY_ID", "whatever")),
    fault("a secret access key by name", variable("AWS_SECRET_ACCESS_KEY", "whatever", "PLAINTEXT")),
    fault("a secret access key in lower case", variable("aws_secret_access_key", "whatever")),
    fault("an access key under another name", variable("DEPLOYER", accessKey)),
    fault("a token under another name", variable("GIT", gitToken)),
    fault("a URL with a password", variable("DATABASE", "postgres://app:correct-horse@db:5432/app")),
    fault("the second variable", variables({ name: "A", value: "b" }, { name: "API_KEY", value: "letmein" })),
    fault("a bad variable beside an unknown one", variables(unknown, { name: "API_KEY", value: "letmein" })),
    undecided("a value known on update", variable("DB_PASSWORD", unknown)),
    undecided("a type known on update", variable("DB_PASSWORD", "correct horse", unknown)),
    undecided("variables known on update", project({ environment: { environmentVariables: unknown } })),
  ],
  "codebuild-source-credentials": [
    pass("a plain address", source("https://github.com/clinic/portal.git")),
    pass("a name alone, as Bitbucket writes it", source("https://clinic@bitbucket.org/clinic/portal.git")),
    pass("no address", project({ source: { type: "CODEPIPELINE" } })),
    pass("an address in S3", project({ source: { type: "S3", location: "bucket/portal.zip" } })),
    fault("a password", source("https://clinic:correct-horse@bitbucket.org/clinic/portal.git")),
    fault("a token for a name", source(`https://${gitToken}@github.com/clinic/portal.git`)),
    fault("an older token for a name", source(`https://${"0a1b".repeat(10)}@github.com/clinic/portal.git`)),
    fault("a token among the parameters", source("https://git.example.com/portal.git?private_token=abc")),
    fault("a password in the second source", second({ location: "https://a:b-c-d@bitbucket.org/x/y.git" })),
    fault(
      "a password beside an unknown source",
      project({ source: { location: unknown }, secondarySources: [{ location: "https://a:b-c-d@bitbucket.org/x/y" }] }),
    ),
    undecided("an address known on update", source(unknown)),
    undecided("sources known on update", project({ source: { type: "GITHUB" }, secondarySources: unknown })),
  ],
  "codebuild-source-tls": [
    pass("nothing said, which means checked", source("https://git.example.com/portal.git")),
    pass("checked", project({ source: { insecureSsl: false } })),
    fault("not checked", project({ source: { insecureSsl: true } })),
    fault("not checked, as text", project({ source: { insecureSsl: "true" } })),
    fault("not checked for the second source", second({ insecureSsl: true })),
    undecided("known on update", project({ source: { insecureSsl: unknown } })),
  ],
  "codebuild-private": [
    pass("nothing said, which means private", project()),
    pass("private", project({ projectVisibility: "PRIVATE" })),
    fault("public", project({ projectVisibility: "PUBLIC_READ" })),
    undecided("known on update", project({ projectVisibility: unknown })),
  ],
  "codebuild-artifacts-encrypted": [
    pass("nothing said, which means encrypted", project({ artifacts: { type: "S3" } })),
    pass("encrypted", project({ artifacts: { type: "S3", encryptionDisabled: false } })),
    fault("not encrypted", project({ artifacts: { type: "S3", encryptionDisabled: true } })),
    fault(
      "further artifacts not encrypted",
      project({ artifacts: { type: "S3" }, secondaryArtifacts: [{}, { encryptionDisabled: true }] }),
    ),
    pass("reports", reports({ type: "S3", s3Destination: { bucket: "reports" } })),
    pass("reports that stay", reports({ type: "NO_EXPORT" })),
    fault("reports not encrypted", reports({ type: "S3", s3Destination: { encryptionDisabled: true } })),
    undecided("known on update", project({ artifacts: { encryptionDisabled: unknown } })),
    undecided("further artifacts known on update", project({ secondaryArtifacts: unknown })),
  ],
  "codebuild-s3-logs-encrypted": [
    pass("no logs in S3", project()),
    pass("encrypted", logs({ s3Logs: { status: "ENABLED" } })),
    pass("not encrypted and not written", logs({ s3Logs: { status: "DISABLED", encryptionDisabled: true } })),
    pass(
      "not encrypted, with nothing said of writing, which means none",
      logs({ s3Logs: { encryptionDisabled: true } }),
    ),
    fault("not encrypted", logs({ s3Logs: { status: "ENABLED", encryptionDisabled: true } })),
    undecided("known on update", logs({ s3Logs: { status: "ENABLED", encryptionDisabled: unknown } })),
    undecided("the whole block known on update", logs(unknown)),
  ],
  "codebuild-cmk": [
    pass("a key", project({ encryptionKey: keyArn })),
    pass("a wired key", project({ encryptionKey: unknown })),
    fault("nothing said", project()),
    fault("AWS's own key", project({ encryptionKey: "alias/aws/s3" })),
    fault("AWS's own key by ARN", project({ encryptionKey: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3" })),
    pass("reports under a key", reports({ type: "S3", s3Destination: { encryptionKey: keyArn } })),
    fault("reports under AWS's own key", reports({ type: "S3", s3Destination: { encryptionKey: "alias/aws/s3" } })),
    fault("reports with nothing said", reports({ type: "S3", s3Destination: { bucket: "reports" } })),
    notApplicable("reports that stay", reports({ type: "NO_EXPORT" })),
    undecided("an export known on update", reports({ type: unknown })),
    pass("an export of a kind known on update, under a key", [
      reports({ type: unknown, s3Destination: { encryptionKey: keyArn } }),
    ]),
    undecided("an export that is known on update as a whole", reports(unknown)),
  ],
  "codebuild-logging": [
    pass("nothing said, which means CloudWatch", project()),
    pass("CloudWatch", logs({ cloudwatchLogs: { status: "ENABLED" } })),
    pass("S3 in place of CloudWatch", logs({ cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "ENABLED" } })),
    fault("none", logs({ cloudwatchLogs: { status: "DISABLED" } })),
    fault("none, said twice", logs({ cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "DISABLED" } })),
    undecided("S3 known on update", logs({ cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: unknown } })),
    undecided("known on update", logs({ cloudwatchLogs: { status: unknown } })),
  ],
  "codebuild-no-privileged-mode": [
    pass("nothing said, which means not", project({ environment: {} })),
    pass("not privileged", project({ environment: { privilegedMode: false } })),
    fault("privileged", project({ environment: { privilegedMode: true } })),
    undecided("known on update", project({ environment: { privilegedMode: unknown } })),
  ],
};
