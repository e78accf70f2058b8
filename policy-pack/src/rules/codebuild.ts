import { mustNotBeTrue, noneOf } from "../authoring/conditions";
import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { asText, type Value } from "../authoring/value";
import { holdsSecret, isLiteralCredential } from "../knowledge/credentials";
import { isCustomerKey } from "../knowledge/customer-key";

const reportGroup = "aws:codebuild/reportGroup:ReportGroup";

const secrets = resourceRule("codebuild-secrets-and-visibility", {
  check: (project) => {
    const variables = project.get("environment.environmentVariables");
    project.expect(
      variables.every((one) => isReference(one).or(isAwsCredential(one).not())),
      "an environment variable hands the build an access key of AWS as plain text",
    );
    project.expect(
      variables.every((one) => isReference(one).or(isLiteralCredential(one.get("name"), one.get("value")).not())),
      "an environment variable that is named like a credential has a literal value",
    );
    project.expect(
      variables.every((one) =>
        one
          .get("value")
          .whenKnown((raw) => holdsSecret(asText(raw)))
          .not(),
      ),
      "an environment variable holds an access key, a private key, a vendor's token or a URL with a password",
    );
  },
});

/** The value is the name of a secret or parameter; nothing said means plain text. */
function isReference(variable: Value): Truth {
  return variable.get("type").isOneOf("SECRETS_MANAGER", "PARAMETER_STORE");
}

/** The variables that the SDKs read; there is no harmless value for them, a wired one included. */
function isAwsCredential(variable: Value): Truth {
  return variable
    .get("name")
    .isOneOf("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
    .and(variable.get("value").isGiven());
}

/** Every source of a project, the first and the further ones, meets a condition. */
function everySource(project: ResourceCheck, condition: (source: Value) => Truth): Truth {
  return Truth.all(["source", "secondarySources"].map((path) => project.get(path).every(condition)));
}

const sourceCredentials = resourceRule("codebuild-source-credentials", {
  check: (project) =>
    project.expect(
      everySource(project, (source) =>
        source
          .get("location")
          .whenKnown((raw) => holdsSignIn(asText(raw)))
          .not(),
      ),
      "the address of a source holds a password or a token",
    ),
});

/** A password or token in a URL. A name alone is none: Bitbucket's own addresses begin with one. */
function holdsSignIn(url: string): boolean {
  if (holdsSecret(url) || /[?&](?:access_|private_|auth_)?token=[^&\s]/i.test(url)) return true;
  const user = /^[a-z][a-z0-9+.-]*:\/\/([^/@\s]+)@/i.exec(url)?.[1] ?? "";
  return /^(?=.*\d)(?=.*[a-z])[\w.-]{20,}:?$/i.test(user);
}

const sourceTls = resourceRule("codebuild-source-tls", {
  check: (project) =>
    project.expect(
      everySource(project, (source) => source.get("insecureSsl").isTrue().not()),
      "a source is fetched without a check of its host's certificate",
    ),
});

const isPrivate = resourceRule("codebuild-private", {
  check: noneOf("projectVisibility", ["PUBLIC_READ"], "the builds, with their logs and artifacts, are public"),
});

const artifactsEncrypted = resourceRule("codebuild-artifacts-encrypted", {
  check: (resource) => {
    if (resource.type === reportGroup) {
      const disabled = resource.get("exportConfig.s3Destination.encryptionDisabled");
      resource.expect(disabled.isTrue().not(), "exported reports are not encrypted");
      return;
    }
    const encrypted = ["artifacts", "secondaryArtifacts"].map((path) =>
      resource.get(path).every((one) => one.get("encryptionDisabled").isTrue().not()),
    );
    resource.expect(Truth.all(encrypted), "artifacts of the build are not encrypted");
  },
});

const logsEncrypted = resourceRule("codebuild-s3-logs-encrypted", {
  check: (project) => {
    const logs = project.get("logsConfig.s3Logs");
    const plain = logs.get("encryptionDisabled").isTrue().and(logs.get("status").isOneOf("ENABLED"));
    project.expect(plain.not(), "the logs of builds are not encrypted in S3");
  },
});

const customerManaged = resourceRule("codebuild-cmk", {
  check: (resource) => {
    const isReport = resource.type === reportGroup;
    if (isReport) resource.onlyWhen(resource.get("exportConfig.type").isOneOf("S3"), "exports no reports");
    const path = isReport ? "exportConfig.s3Destination.encryptionKey" : "encryptionKey";
    resource.expect(
      isCustomerKey(resource.get(path)),
      `${isReport ? "exported reports are" : "artifacts are"} not encrypted under a customer-managed key`,
    );
  },
});

const logging = resourceRule("codebuild-logging", {
  check: (project) => {
    const logs = project.get("logsConfig");
    project.expect(
      logs.get("cloudwatchLogs.status").isOneOf("DISABLED").not().or(logs.get("s3Logs.status").isOneOf("ENABLED")),
      "builds write no logs",
    );
  },
});

const noPrivilegedMode = resourceRule("codebuild-no-privileged-mode", {
  check: mustNotBeTrue("environment.privilegedMode", "builds run in a privileged container"),
});

/** Rules on AWS CodeBuild. */
export const codebuildRules: readonly Rule[] = [
  secrets,
  sourceCredentials,
  sourceTls,
  isPrivate,
  artifactsEncrypted,
  logsEncrypted,
  customerManaged,
  logging,
  noPrivilegedMode,
];
