import { globCovers, isAllWild } from "./glob";

/** What a statement's resource says of the ARN it matches. */
interface ArnPattern {
  readonly service: string;
  /** Everything after the account. */
  readonly name: string;
}

/**
 * Names that stand for all resources of a kind, by the service of the ARN. A resource that covers one of them names
 * nothing. Services that put the name itself there (S3, SQS, SNS) need no entry.
 */
const wholeKinds: Readonly<Record<string, readonly string[]>> = {
  backup: ["backup-vault:*"],
  "cognito-identity": ["identitypool/*"],
  "cognito-idp": ["userpool/*"],
  dynamodb: ["table/*", "table/*/index/*", "table/*/stream/*"],
  ec2: ["instance/*", "volume/*", "snapshot/*"],
  ecr: ["repository/*"],
  ecs: ["cluster/*", "service/*", "task/*", "task-definition/*"],
  elasticache: ["replicationgroup:*", "user:*"],
  elasticfilesystem: ["file-system/*"],
  es: ["domain/*"],
  events: ["event-bus/*", "rule/*"],
  firehose: ["deliverystream/*"],
  glue: ["database/*", "table/*"],
  healthlake: ["datastore/*", "datastore/fhir/*"],
  iam: ["group/*", "policy/*", "role/*", "user/*"],
  kinesis: ["stream/*"],
  kms: ["alias/*", "key/*", "key/mrk-*"],
  lambda: ["function:*"],
  logs: ["log-group:*"],
  rds: ["cluster:*", "db:*", "snapshot:*", "cluster-snapshot:*"],
  "rds-db": ["dbuser:*"],
  s3: ["accesspoint/*"],
  secretsmanager: ["secret:*"],
  ssm: ["document/*", "parameter/*"],
  states: ["stateMachine:*"],
};

/** Services whose actions work on resources that another service's ARNs name. */
const namedBy: Readonly<Record<string, readonly string[]>> = {
  "rds-data": ["rds"],
  sts: ["iam"],
};

/** Whether a resource is `*`, or an ARN that leaves service and name open: `arn:aws:*:*:111122223333:*`. */
export function isEverything(resource: string): boolean {
  if (isAllWild(resource)) return true;
  const arn = parse(resource);
  return arn !== undefined && isAllWild(arn.service) && isAllWild(arn.name);
}

/**
 * Whether a resource stands for all of a service's resources or for all of one kind: `arn:aws:s3:::*`, `table/*`. With
 * a service given, only what that service's actions work on counts.
 */
export function isUnnamed(resource: string, service?: string): boolean {
  if (isEverything(resource)) return true;
  const arn = parse(resource);
  if (!arn) return false;
  if (service !== undefined && !isOf(arn.service, service)) return false;
  const [first = ""] = arn.name.split(/[:/]/);
  if (isAllWild(first)) return true;
  return (wholeKinds[arn.service] ?? []).some((kind) => globCovers(arn.name, kind));
}

/** The service of a resource's ARN; of anything else, nothing. */
export function serviceOfArn(resource: string): string | undefined {
  return parse(resource)?.service;
}

function isOf(arnService: string, service: string): boolean {
  return globCovers(arnService, service) || (namedBy[service] ?? []).includes(arnService);
}

function parse(resource: string): ArnPattern | undefined {
  const match = /^([^:]*)((?::[^:]*)*)$/.exec(resource);
  if (!match || !globCovers(match[1] ?? "", "arn")) return undefined;
  const parts = resource.split(":");
  const last = parts.at(-1) ?? "";
  // A star at the end goes on over the colons that are not written: `arn:*`, `arn:aws:s3:*`.
  if (parts.length < 6 && last.endsWith("*")) while (parts.length < 6) parts.push("*");
  if (parts.length < 6) return undefined;
  return { service: (parts[2] ?? "").toLowerCase(), name: parts.slice(5).join(":") };
}
