import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../../testing/cases";

const document = (properties: Record<string, unknown> = {}) =>
  resource("aws:ssm/document:Document", { documentType: "Command", content: "{}", ...properties });

const session = (inputs: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  document({
    documentType: "Session",
    content: json({ schemaVersion: "1.0", sessionType: "Standard_Stream", inputs, ...more }),
  });
const logged = { kmsKeyId: "alias/sessions", cloudWatchLogGroupName: "sessions", cloudWatchEncryptionEnabled: true };
const yaml = (...lines: string[]) =>
  document({ documentType: "Session", documentFormat: "YAML", content: ["inputs:", ...lines].join("\n") });
const key = resource("aws:kms/key:Key", {}, { name: "key" });
const setting = (settingValue: unknown, settingId: unknown = "/ssm/documents/console/public-sharing-permission") =>
  resource("aws:ssm/serviceSetting:ServiceSetting", { settingId, settingValue });
const accessKey = ["AKIA", "IOSFODNN7", "ABCDEFG"].join("");

export const documentCases: ServiceCases = {
  "ssm-session-logging": [
    pass("a key and an encrypted group", session(logged)),
    pass(
      "a key and an encrypted bucket",
      session({ kmsKeyId: "k", s3BucketName: "sessions", s3EncryptionEnabled: true }),
    ),
    pass("YAML", yaml("  kmsKeyId: k", '  s3BucketName: "sessions"', "  s3EncryptionEnabled: true # always")),
    fault("no key", session({ ...logged, kmsKeyId: "" })),
    fault("no log", session({ kmsKeyId: "k", cloudWatchLogGroupName: "", cloudWatchEncryptionEnabled: true })),
    fault("a log that is not encrypted", session({ ...logged, cloudWatchEncryptionEnabled: false })),
    fault(
      "the wrong one encrypted",
      session({ ...logged, cloudWatchEncryptionEnabled: false, s3EncryptionEnabled: true }),
    ),
    fault("YAML without a key", yaml("  kmsKeyId: ''", "  s3BucketName: sessions", "  s3EncryptionEnabled: true")),
    notApplicable("a document for commands", document()),
    notApplicable("a forwarded port, which cannot be logged", session({}, { sessionType: "Port" })),
    undecided("a wired key", [session({ ...logged, kmsKeyId: ref("key", "arn") }), key], { afterUpdate: "pass" }),
    undecided("a type known on update", document({ documentType: unknown })),
    fault("no content, which logs nothing", document({ documentType: "Session", content: undefined })),
  ],
  "ssm-session-idle-timeout": [
    pass("fifteen minutes", session({ idleSessionTimeout: "15" })),
    pass("five minutes, as a number", session({ idleSessionTimeout: 5 })),
    pass("twenty, as configured", session({ idleSessionTimeout: "20" }), { config: { idleMinutes: 20 } }),
    fault("an hour", session({ idleSessionTimeout: "60" })),
    fault("nothing said, which means twenty", session({})),
    fault("an empty text", session({ idleSessionTimeout: "" })),
    fault("an hour in YAML", yaml("  idleSessionTimeout: '60'")),
    notApplicable("a document for commands", document()),
    undecided("content known on update", document({ documentType: "Session", content: unknown })),
    fault("no content, which means twenty minutes", document({ documentType: "Session", content: undefined })),
  ],
  "ssm-document-content": [
    pass("nothing of the kind", document({ content: "runCommand: [uptime]" })),
    pass(
      "a URL without a password, and a short number",
      document({ content: "curl https://repo.internal/agent?build=1234" }),
    ),
    fault("an access key", document({ content: `export AWS_ACCESS_KEY_ID=${accessKey}` })),
    fault("a URL with a password", document({ content: "curl https://admin:hunter2@repo.internal/agent" })),
    fault("a record number", document({ content: "echo MRN0012345" })),
    fault("a configured word", document({ content: "echo oncology" }), { config: { denyWords: ["Oncology"] } }),
    undecided("known on update", document({ content: unknown })),
    pass("no content, which AWS does not accept", document({ content: undefined })),
  ],
  "ssm-block-public-sharing": [
    pass("disabled", setting("Disable")),
    pass(
      "disabled, by ARN",
      setting(
        "Disable",
        "arn:aws:ssm:us-east-1:111122223333:servicesetting/ssm/documents/console/public-sharing-permission",
      ),
    ),
    fault("enabled", setting("Enable")),
    notApplicable("another setting", setting("Enable", "/ssm/parameter-store/high-throughput-enabled")),
    undecided("known on update", setting(unknown)),
    undecided("which setting known on update", setting("Enable", unknown)),
    fault("nothing said", setting(undefined)),
  ],
  "ssm-documents-private": [
    pass("shared with nobody", document()),
    pass(
      "shared with accounts",
      document({ permissions: { type: "Share", account_ids: "111122223333,444455556666" } }),
    ),
    fault("shared with everyone", document({ permissions: { type: "Share", account_ids: "All" } })),
    fault("shared with everyone, in another case", document({ permissions: { type: "Share", account_ids: "all" } })),
    fault(
      "shared with everyone beside an account",
      document({ permissions: { type: "Share", account_ids: "111122223333, ALL" } }),
    ),
    undecided("accounts known on update", document({ permissions: { type: "Share", account_ids: unknown } })),
    undecided("permissions known on update", document({ permissions: unknown })),
  ],
};
