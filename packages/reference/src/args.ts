import type * as pulumi from "@pulumi/pulumi";
import type { HipaaWebApplicationApiArgs } from "./api-args";
import type { HipaaWebApplicationCertificateAuthorityArgs } from "./certificate-authority-args";
import type { HipaaWebApplicationFunctionArgs, HipaaWebApplicationWorkflowArgs } from "./compute-args";
import type { HipaaWebApplicationFailoverArgs } from "./failover-args";
import type { HipaaWebApplicationDnssecArgs } from "./dnssec-args";
import type { HipaaWebApplicationExistingNetworkArgs } from "./existing-network-args";
import type { HipaaWebApplicationDistributionArgs } from "./front-args";
import type { HipaaWebApplicationInstancesArgs } from "./instances-args";
import type {
  HipaaWebApplicationAnalyticsArgs,
  HipaaWebApplicationDeliveryArgs,
  HipaaWebApplicationFilesArgs,
  HipaaWebApplicationSearchArgs,
  HipaaWebApplicationServerlessCacheArgs,
  HipaaWebApplicationStreamArgs,
} from "./data-args";
import type {
  HipaaWebApplicationArchiveArgs,
  HipaaWebApplicationDebugArgs,
  HipaaWebApplicationEventsArgs,
  HipaaWebApplicationFirewallArgs,
  HipaaWebApplicationJobsArgs,
  HipaaWebApplicationMediaArgs,
  HipaaWebApplicationMigrationArgs,
  HipaaWebApplicationTableArgs,
} from "./option-args";
import type { HipaaWebApplicationShieldArgs } from "./shield-args";
import type { HipaaWebApplicationTopicArgs } from "./topic-args";

/** How the web and app tiers reach what has no endpoint in the VPC. */
export enum HipaaWebApplicationNat {
  /** Not at all: AWS services by endpoint, and nothing else. */
  None = "none",
  /** One NAT gateway for all zones. */
  Single = "single",
  /** A NAT gateway in each zone. */
  PerZone = "per-zone",
  /** A NAT gateway in each zone behind AWS Network Firewall, which lets `allowedDomains` through and nothing else. */
  Firewall = "firewall",
}

/** Range, zones and egress of the network. Plain values, because they decide which resources there are. */
export interface HipaaWebApplicationNetworkArgs {
  /** Private IPv4 range from /16 to /20. Environments that differ can be peered later. */
  cidrBlock: string;
  /** Availability Zones, 2 or 3. Default: 3. */
  availabilityZones?: number;
  /** Default: none, so that data can leave to AWS services only. */
  nat?: HipaaWebApplicationNat;
  /** Domains that web and app may open TLS connections to; needed with the NAT `firewall`, refused otherwise. */
  allowedDomains?: string[];
}

/** One of the two services. */
export interface HipaaWebApplicationServiceArgs {
  /** Image in a private Amazon ECR registry, by digest or immutable tag. */
  image: pulumi.Input<string>;
  /** CPU units, 1024 to a vCPU. Default: 512. Plain value. */
  cpu?: number;
  /** Memory in MiB. Default: 1024. Plain value. */
  memoryMib?: number;
  /** Fewest tasks. Default: 2. Plain value. */
  minCount?: number;
  /** Tasks at first. Default: `minCount`. Plain value. */
  desiredCount?: number;
  /** Most tasks. Default: twice `minCount`. Plain value. */
  maxCount?: number;
  /** Environment of the application container, beside what the architecture sets itself. Never a secret. */
  environment?: Record<string, pulumi.Input<string>>;
}

/** Which database the application stores its records in. */
export enum HipaaWebApplicationDatabaseEngine {
  /** Amazon RDS for PostgreSQL: one instance, with a standby. */
  Postgres = "postgres",
  /** Amazon Aurora PostgreSQL: a cluster of a writer and a reader in other zones. */
  AuroraPostgres = "aurora-postgres",
  /** Amazon RDS for MySQL. */
  MySql = "mysql",
  /** Amazon RDS for MariaDB. */
  MariaDb = "mariadb",
  /** Amazon RDS for Oracle Database Enterprise Edition, with your own license. */
  OracleEnterprise = "oracle-ee",
  /** Amazon RDS for Oracle Database Standard Edition 2. */
  OracleStandardTwo = "oracle-se2",
  /** Amazon RDS for SQL Server Enterprise Edition. */
  SqlServerEnterprise = "sqlserver-ee",
  /** Amazon RDS for SQL Server Standard Edition. */
  SqlServerStandard = "sqlserver-se",
  /** Amazon RDS for SQL Server Web Edition, for public web workloads by its license. */
  SqlServerWeb = "sqlserver-web",
}

/** Kind, size and redundancy of the database. */
export interface HipaaWebApplicationDatabaseArgs {
  /** A change makes another, empty database. Default: postgres. Plain value. */
  engine?: HipaaWebApplicationDatabaseEngine;
  /**
   * Default: `db.m7g.large`, for Aurora `db.r7g.large`, for Oracle `db.m6i.large`, for SQL Server `db.m6i.xlarge`. For
   * Aurora a plain value.
   */
  instanceClass?: pulumi.Input<string>;
  /** Storage at creation in GiB. Default: 100. Not for Aurora. Plain value. */
  allocatedStorage?: number;
  /** Storage that RDS may grow to by itself, in GiB. Default: ten times `allocatedStorage`. Not for Aurora. Plain value. */
  maxAllocatedStorage?: number;
  /** Standby in a second zone; for Aurora, a reader that takes over. Default: true. Plain value. */
  multiAz?: boolean;
  /**
   * Whether the app tier connects through RDS Proxy, which keeps connections over a failover and takes TLS and IAM only.
   * For PostgreSQL, Aurora and MySQL. From 22 USD a month. Default: false. Plain value.
   */
  proxy?: boolean;
  /**
   * ARN of the function that rotates the password of the application's user, for Oracle and SQL Server alone, which know
   * no sign-in by IAM. It needs a door to the database: rules between its group and `databaseSecurityGroupId`. Its
   * presence is a plain value.
   */
  userRotationFunctionArn?: pulumi.Input<string>;
  /** Whether the license is in the price, for Oracle Standard Edition 2. Default: false, your own. Plain value. */
  oracleLicenseIncluded?: boolean;
}

/** Size and redundancy of the cache. */
export interface HipaaWebApplicationCacheArgs {
  /** Default: `cache.m7g.large`. Not with `serverless`. */
  nodeType?: string;
  /** Replicas, 0 to 5; from one on the cache fails over. Default: 1. Not with `serverless`. Plain value. */
  replicas?: number;
  /** A cache without nodes of a size; a change makes another, empty cache. Default: none, and the cache has nodes. */
  serverless?: HipaaWebApplicationServerlessCacheArgs;
}

/** Arguments of {@link HipaaWebApplication}. None of them weakens a safeguard. */
export interface HipaaWebApplicationArgs {
  /** Public name, inside the hosted zone. Plain value. */
  domainName: string;
  /** Name of the internal load balancer, inside the hosted zone. It resolves to private addresses. Plain value. */
  internalDomainName: string;
  /** Route 53 public hosted zone of both names; certificates are validated in it. */
  hostedZoneId: string;
  /** Range, zones and egress of a new network. One of `network` and `existingNetwork`. */
  network?: HipaaWebApplicationNetworkArgs;
  /** A VPC that is there already. One of `network` and `existingNetwork`. */
  existingNetwork?: HipaaWebApplicationExistingNetworkArgs;
  /**
   * Whether the internal load balancer's name is answered inside the VPC alone, by a private zone of that name, so that
   * nobody outside reads which addresses the tiers have. No other name of the application lies below it. 0.50 USD a month.
   * Default: false, and the public zone answers it. Plain value.
   */
  privateZone?: boolean;
  /**
   * Whether to make a scope for Network Access Analyzer that no path between the internet and the data tier fits, for the
   * periodic evaluation; an analysis of it costs 0.002 USD for each network interface. Default: false. Plain value.
   */
  accessScope?: boolean;
  /** Signatures on all answers of the hosted zone, by one application of those that share it. Default: none. */
  dnssec?: HipaaWebApplicationDnssecArgs;
  /** The service behind the public load balancer, or behind the distribution. One of `web` and `webInstances`. */
  web?: HipaaWebApplicationServiceArgs;
  /** The same on EC2 instances. One of `web` and `webInstances`. */
  webInstances?: HipaaWebApplicationInstancesArgs;
  /** The service behind the internal load balancer, the only one that reaches data. */
  app: HipaaWebApplicationServiceArgs;
  /**
   * Image of the TLS proxy that runs beside each application container, in a private Amazon ECR registry. Default: none,
   * and then the application containers listen with TLS on port 8443 themselves. Plain value.
   */
  proxyImage?: string;
  /**
   * Private certificate authority that signs the certificates of the TLS proxies; needs a `proxyImage` with the AWS CLI.
   * Default: none, and each proxy signs its own.
   */
  certificateAuthority?: HipaaWebApplicationCertificateAuthorityArgs;
  /** Kind, size and redundancy of the database. */
  database?: HipaaWebApplicationDatabaseArgs;
  /** Size and redundancy of the cache. */
  cache?: HipaaWebApplicationCacheArgs;
  /** CloudFront as the front. Default: none, and a public load balancer is the front. */
  distribution?: HipaaWebApplicationDistributionArgs;
  /** Rules of AWS WAF that depend on the application. Default: those of `PublicEdge`. */
  firewall?: HipaaWebApplicationFirewallArgs;
  /** A name that the application shares with one in another Region. Default: none. Not with `distribution`. */
  failover?: HipaaWebApplicationFailoverArgs;
  /** AWS Shield Advanced for the front, of an account that has subscribed to it. Default: none. */
  shield?: HipaaWebApplicationShieldArgs;
  /** Queue and worker for work that nobody waits for. Default: none. */
  jobs?: HipaaWebApplicationJobsArgs;
  /** Quarantine for uploads and store for media. Default: none. */
  media?: HipaaWebApplicationMediaArgs;
  /** Bus of events that the app puts events on. Default: none. */
  events?: HipaaWebApplicationEventsArgs;
  /** Topic of messages that several readers get. Default: none. */
  topic?: HipaaWebApplicationTopicArgs;
  /** DynamoDB tables of the app tier, at most 10. Default: none. Plain list. */
  tables?: HipaaWebApplicationTableArgs[];
  /** AWS Lambda functions, at most 10. Default: none. Plain list. */
  functions?: HipaaWebApplicationFunctionArgs[];
  /** API of Amazon API Gateway before `functions`. Default: none. */
  api?: HipaaWebApplicationApiArgs;
  /** AWS Step Functions workflow over `functions`. Default: none. */
  workflow?: HipaaWebApplicationWorkflowArgs;
  /** Files that app and worker mount. Default: none. */
  files?: HipaaWebApplicationFilesArgs;
  /** Search over what the app tier indexes. Default: none. */
  search?: HipaaWebApplicationSearchArgs;
  /** Stream that the app tier puts records on. Default: none. */
  stream?: HipaaWebApplicationStreamArgs;
  /** Delivery of records to the bucket of documents. Default: none. */
  delivery?: HipaaWebApplicationDeliveryArgs;
  /** Warehouse for analyses. Default: none. */
  analytics?: HipaaWebApplicationAnalyticsArgs;
  /** Task that changes the schema. Default: none. */
  migration?: HipaaWebApplicationMigrationArgs;
  /** Task with a shell for emergencies. Default: none. */
  debug?: HipaaWebApplicationDebugArgs;
  /** Bucket of records under a lock. Default: none. */
  archive?: HipaaWebApplicationArchiveArgs;
  /** Image repositories to make, by name, at most 10: `web` becomes `<name>-web-images`. Default: none. Plain list. */
  repositories?: string[];
  /**
   * Whether to set what an account has once in each Region: VPC Block Public Access, which only this network's public
   * subnets are exempt from, and continuous scanning and signing of container images. For an account that is this
   * environment's alone. Default: false. Plain value.
   */
  accountSafeguards?: boolean;
  /**
   * Id of the VPC that AWS made in the account's Region by default. With `accountSafeguards`: loses the rules of its
   * default group and ACL. Default: left as it is, for an account that has none.
   */
  defaultVpcId?: pulumi.Input<string>;
  /** AWS organization that endpoint and bucket policies let through. Default: this account alone. */
  organizationId?: string;
  /** Retention lock: load balancers, keys, log groups and the database refuse deletion. Default: true. Plain value. */
  deletionProtection?: boolean;
  /**
   * Retention lock: whether destroying the stack also destroys buckets that still hold objects. Default: false. For
   * environments with synthetic data only. Plain value.
   */
  destroyBucketsWithObjects?: boolean;
  /**
   * ARNs of the only roles that may delete the backup vault or change its policy. Default: whoever IAM allows; recovery
   * points are closed to deletion for everybody either way.
   */
  backupBreakGlassRoles?: pulumi.Input<string>[];
  /** E-mail addresses that alarms go to; each confirms by a link. Default: none, and alarms wait on the topic. */
  alertEmails?: string[];
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
