import type { Mistake } from "../../support/foreign";

/** What is wrong in the careless intake, in its order. */
export const mistakes: readonly Mistake[] = [
  { what: "an inbox without a public access block", foundBy: ["s3-public-access-block at inbox"] },
  { what: "an inbox over plain HTTP", foundBy: ["s3-deny-insecure-transport at inbox"] },
  { what: "an inbox without versions", foundBy: ["s3-versioning at inbox"] },
  { what: "an inbox without a key", foundBy: ["s3-default-encryption at inbox"] },
  { what: "an inbox whose readers nobody records", foundBy: ["s3-access-logging at inbox"] },
  { what: "FTP", foundBy: ["transfer-protocols at sftp"] },
  { what: "a server for the whole internet", foundBy: ["transfer-private-endpoint at sftp"] },
  { what: "algorithms of 2018", foundBy: ["transfer-security-policy at sftp"] },
  { what: "no log of who did what", foundBy: ["transfer-logging at sftp"] },
  { what: "all of S3 to every lab", foundBy: ["iam-no-service-wildcard at labs"] },
  { what: "users who may leave their folder", foundBy: ["transfer-user-isolation at northlab"] },
  { what: "a queue in clear", foundBy: ["sqs-encrypted at files"] },
  {
    what: "a queue for the buckets of the world",
    foundBy: ["iam-resource-policy-confused-deputy at files"],
    onUpdateOnly: true,
  },
  { what: "a queue for a vendor", foundBy: ["sqs-policy-not-public at files"], onUpdateOnly: true },
  { what: "a queue without TLS", foundBy: ["sqs-policy-tls-statement at files"], onUpdateOnly: true },
  { what: "an event bus for everyone", foundBy: ["eventbridge-policy-scoped at intake"], onUpdateOnly: true },
  {
    what: "events under keys of AWS",
    foundBy: ["eventbridge-bus-encrypted at intake", "eventbridge-bus-encrypted at vendor"],
  },
  { what: "results to a vendor without TLS", foundBy: ["eventbridge-api-destination-https at vendor"] },
  { what: "a patient in a sample", foundBy: ["eventbridge-no-phi-in-events at vendor"] },
  { what: "all queues and buckets to the parser", foundBy: ["iam-no-full-access-managed-policy at parser"] },
  { what: "logs in clear that never end", foundBy: ["lambda-log-group at parser"] },
  { what: "a runtime without support", foundBy: ["lambda-runtime-supported at parser"] },
  { what: "a password in the environment", foundBy: ["lambda-no-secrets-in-env at parser"] },
];
