import * as fc from "fast-check";

/** The names of every random application. */
export const applicationNames = {
  domainName: fc.constant("clinic.example.com"),
  internalDomainName: fc.constant("internal.clinic.example.com"),
  hostedZoneId: fc.constant("Z0123456789ABC"),
};

/** What the tier optional reports of an application, and why that is left to its user. */
export const applicationReasons = {
  "apigateway-client-certificate": "functions see no certificate",
  "apigateway-xray-tracing": "traces hold addresses as they were called, so they are asked for, not given",
  "backup-notifications": "jobs that fail are told by the audit package, for all vaults of the account",
  "backup-plan-continuous": "RDS and S3 keep points in time by themselves; the plan adds copies",
  "backup-vault-policy": "the vault's lock closes recovery points to deletion for everybody",
  "cloudwatch-log-data-protection": "the application alone knows what its logs may hold",
  "cloudwatch-phi-access-spike": "the alarm is of the audit package, over the trail of all buckets",
  "ecs-readonly-root-filesystem": "the agent of ECS Exec writes to the root of the task for emergencies",
  "iam-confused-deputy-conditions": "delivery services send no source account when they assume a role",
  "iam-no-inline-policies": "the policy that reads media names the one store and is of no use to another role",
  "lambda-code-signing": "signatures need a signing profile of the user's",
  "lambda-tracing": "traces hold what the code adds to them, so they are asked for, not given",
  "paths-phi-store-copied-elsewhere": "another Region or account is the user's to name",
  "s3-log-cross-account-replication": "an archive in another account is the user's to name",
  "s3-log-bucket-mfa-read": "services and sessions of IAM Identity Center do not tell S3 about a second factor",
  "s3-replication": "another Region is the user's to name; AWS Backup is an equal answer",
  "sfn-tracing": "traces hold what steps add to them, so they are asked for, not given",
  "vpc-in-transit-encryption-control": "billed by the hour, and monitoring comes before enforcing",
  "vpc-internet-gateway-authorized": "hipaa:internet=true is the word of whoever answers for the account",
  "vpc-sg-no-public-http": "port 80 answers with a redirect to HTTPS and nothing else",
} as const;

type Reported = keyof typeof applicationReasons;

const ofEach: readonly Reported[] = [
  "backup-notifications",
  "backup-plan-continuous",
  "backup-vault-policy",
  "cloudwatch-log-data-protection",
  "cloudwatch-phi-access-spike",
  "iam-no-inline-policies",
  "paths-phi-store-copied-elsewhere",
  "s3-replication",
];

/** The same reasons for an application in a run of its own: those of each, and these. */
export function reasonsWith(...more: readonly Reported[]): Record<string, string> {
  return Object.fromEntries([...ofEach, ...more].map((rule) => [rule, applicationReasons[rule]]));
}
