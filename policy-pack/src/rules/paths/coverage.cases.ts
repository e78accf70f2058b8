import {
  fault,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type CaseResource,
  type ServiceCases,
} from "../../testing/cases";
import { named } from "../../testing/paths";
import { otherStack } from "../../testing/vpc";

const trail = (properties: CaseProperties = {}) =>
  named("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: "trail-logs", ...properties });
const selecting = (type: string, ...values: unknown[]) => ({
  eventSelectors: [{ readWriteType: "All", dataResources: [{ type, values }] }],
});
const everyObject = selecting("AWS::S3::Object", "arn:aws:s3");
const phi = (type: string, properties: CaseProperties = {}) => resource(type, properties, { name: "phi" });
const bucket = (properties: CaseProperties = {}) => phi("aws:s3/bucket:Bucket", properties);
const table = (properties: CaseProperties = {}) => phi("aws:dynamodb/table:Table", properties);
const database = (properties: CaseProperties = {}) =>
  phi("aws:rds/instance:Instance", { engine: "postgres", ...properties });
const logging = named("aws:s3/bucketLogging:BucketLogging", "logging", { bucket: ref("phi"), targetBucket: "logs" });

const records = [
  pass("objects recorded by a trail", [bucket(), trail(everyObject)]),
  pass("objects of this bucket recorded", [
    bucket({ bucket: "phi-1" }),
    trail(selecting("AWS::S3::Object", "arn:aws:s3:::phi-1/")),
  ]),
  fault("objects of another bucket recorded", [
    bucket({ bucket: "phi-1" }),
    trail(selecting("AWS::S3::Object", "arn:aws:s3:::other/")),
  ]),
  fault("writing recorded, and not reading", [
    bucket(),
    trail({
      eventSelectors: [
        { readWriteType: "WriteOnly", dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] },
      ],
    }),
  ]),
  fault("a trail that is off", [bucket(), trail({ ...everyObject, enableLogging: false })]),
  fault("management events alone", [bucket(), trail()]),
  fault("an event data store that records none of it", [
    bucket(),
    named("aws:cloudtrail/eventDataStore:EventDataStore", "lake"),
  ]),
  pass("access logs instead", [bucket(), trail(), logging]),
  pass("access logs inline", [bucket({ logging: { targetBucket: "logs" } }), trail()]),
  notApplicable("no trail in the stack", [bucket(), otherStack]),
  pass("no PHI", [bucket({ tags: { "hipaa:phi": "false" } }), trail()]),
  pass("the archive of logs", [bucket({ tags: { "hipaa:purpose": "log-archive" } }), trail()]),
  pass("the bucket that the trail writes into", [bucket(), trail({ s3BucketName: ref("phi") })]),
  undecided("selectors known on update", [bucket(), trail({ eventSelectors: unknown })]),
  undecided(
    "access logs of a bucket known on update",
    [
      bucket(),
      trail(),
      named("aws:s3/bucketLogging:BucketLogging", "logging", { bucket: ref("other", "bucket"), targetBucket: "logs" }),
      otherStack,
    ],
    { afterUpdate: "fault" },
  ),
  pass("items recorded by a trail", [table(), trail(selecting("AWS::DynamoDB::Table", "arn:aws:dynamodb"))]),
  fault("items that no trail records", [table(), trail(everyObject)]),
  pass("a database that exports its connection log", [
    database({ enabledCloudwatchLogsExports: ["postgresql"] }),
    trail(),
  ]),
  fault("a database that exports nothing", [database(), trail()]),
  fault("a database that exports its upgrade log alone", [
    database({ enabledCloudwatchLogsExports: ["upgrade"] }),
    trail(),
  ]),
  undecided("a database whose exports are known on update", [
    database({ enabledCloudwatchLogsExports: unknown }),
    trail(),
  ]),
  pass("a cluster with an activity stream", [
    phi("aws:rds/cluster:Cluster", { engine: "aurora-postgresql" }),
    trail(),
    named("aws:rds/clusterActivityStream:ClusterActivityStream", "stream", { resourceArn: ref("phi", "arn") }),
  ]),
  pass("a SQL Server with the audit option", [
    database({ engine: "sqlserver-se", optionGroupName: ref("options", "name") }),
    trail(),
    named("aws:rds/optionGroup:OptionGroup", "options", { options: [{ optionName: "SQLSERVER_AUDIT" }] }),
  ]),
  fault("a SQL Server without it", [
    database({ engine: "sqlserver-se", optionGroupName: ref("options", "name") }),
    trail(),
    named("aws:rds/optionGroup:OptionGroup", "options", { options: [] }),
  ]),
  undecided("a SQL Server with an option group outside the stack", [
    database({ engine: "sqlserver-se", optionGroupName: "shared" }),
    trail(),
  ]),
  fault("a DocumentDB cluster without audit logs", [
    phi("aws:docdb/cluster:Cluster", { enabledCloudwatchLogsExports: ["profiler"] }),
    trail(),
  ]),
  pass("a Neptune cluster with audit logs", [
    phi("aws:neptune/cluster:Cluster", { enableCloudwatchLogsExports: ["audit"] }),
    trail(),
  ]),
  fault("a Redshift cluster without audit logging", [phi("aws:redshift/cluster:Cluster"), trail()]),
  pass("a Redshift cluster with audit logging", [
    phi("aws:redshift/cluster:Cluster"),
    trail(),
    named("aws:redshift/logging:Logging", "logging", { clusterIdentifier: ref("phi", "clusterIdentifier") }),
  ]),
  fault("a search domain with slow logs alone", [
    phi("aws:opensearch/domain:Domain", { logPublishingOptions: [{ logType: "SEARCH_SLOW_LOGS" }] }),
    trail(),
  ]),
  pass("a search domain with audit logs", [
    phi("aws:opensearch/domain:Domain", { logPublishingOptions: [{ logType: "AUDIT_LOGS" }] }),
    trail(),
  ]),
  fault("a file system whose auditing is off", [
    phi("aws:fsx/windowsFileSystem:WindowsFileSystem", {
      auditLogConfiguration: { fileAccessAuditLogLevel: "DISABLED" },
    }),
    trail(),
  ]),
];

const copy = (more: CaseProperties = {}) => ({
  destinationVaultArn: ref("far", "arn"),
  lifecycle: { deleteAfter: 35 },
  ...more,
});
const here = { region: "us-east-1", arn: "arn:aws:backup:us-east-1:111122223333:backup-plan:1" };
const plan = (copyActions: unknown, more: CaseProperties = {}) =>
  named("aws:backup/plan:Plan", "daily", {
    ...here,
    rules: [{ ruleName: "daily", targetVaultName: "near", copyActions }],
    ...more,
  });
const selection = (properties: CaseProperties = {}) =>
  named("aws:backup/selection:Selection", "selection", {
    planId: ref("daily"),
    resources: [ref("phi", "arn")],
    ...properties,
  });
const far = named("aws:backup/vault:Vault", "far", { region: "us-west-2" });
const literal = (region: string, account = "111122223333") =>
  copy({ destinationVaultArn: `arn:aws:backup:${region}:${account}:backup-vault:far` });
const covered = (store: CaseResource, copyActions: unknown = [copy()]) => [store, plan(copyActions), selection(), far];

const copies = [
  pass("a copy in a vault of another Region", covered(database())),
  fault("no copy", covered(database(), [])),
  fault("no selection", [database(), plan([copy()]), far]),
  fault("a selection of another store", [
    database(),
    plan([copy()]),
    selection({ resources: ["arn:aws:dynamodb:us-east-1:111122223333:table/other"] }),
    far,
  ]),
  fault("a copy that is kept for a week", covered(database(), [copy({ lifecycle: { deleteAfter: 7 } })])),
  pass("a copy that is kept for ever", covered(database(), [copy({ lifecycle: undefined })])),
  pass("a week, where that is enough", covered(database(), [copy({ lifecycle: { deleteAfter: 7 } })]), {
    config: { copyRetentionDays: 7 },
  }),
  pass("a copy in another Region by its ARN", [database(), plan([literal("us-west-2")]), selection()]),
  pass("a copy in another account by its ARN", [database(), plan([literal("us-east-1", "444455556666")]), selection()]),
  fault("a copy in the same Region and account by its ARN", [database(), plan([literal("us-east-1")]), selection()]),
  fault("a copy in a vault of the same Region", [
    database(),
    plan([copy()]),
    selection(),
    named("aws:backup/vault:Vault", "far", {
      region: "us-east-1",
      arn: "arn:aws:backup:us-east-1:111122223333:backup-vault:far",
    }),
  ]),
  pass("a bucket that is replicated", [
    bucket(),
    plan(undefined),
    named("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication", { bucket: ref("phi") }),
  ]),
  fault("a bucket that is not", [bucket(), plan(undefined)]),
  pass("a table with replicas", [table({ replicas: [{ regionName: "us-west-2" }] }), plan(undefined)]),
  pass("a table with a replica of its own", [
    table(),
    plan(undefined),
    named("aws:dynamodb/tableReplica:TableReplica", "replica", { globalTableArn: ref("phi", "arn") }),
  ]),
  pass("a database whose backups are replicated", [
    database(),
    plan(undefined),
    named("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "replication", {
      sourceDbInstanceArn: ref("phi", "arn"),
    }),
  ]),
  pass("a member of a global cluster", [
    phi("aws:rds/cluster:Cluster", { globalClusterIdentifier: "global" }),
    plan(undefined),
  ]),
  pass("a Redshift cluster that copies its snapshots", [
    phi("aws:redshift/cluster:Cluster"),
    plan(undefined),
    named("aws:redshift/snapshotCopy:SnapshotCopy", "copy", { clusterIdentifier: ref("phi") }),
  ]),
  pass("a file system that is replicated", [
    phi("aws:efs/fileSystem:FileSystem"),
    plan(undefined),
    named("aws:efs/replicationConfiguration:ReplicationConfiguration", "replication", {
      sourceFileSystemId: ref("phi"),
    }),
  ]),
  fault("a file system of FSx", [phi("aws:fsx/ontapFileSystem:OntapFileSystem"), plan(undefined)]),
  notApplicable("no plan in the stack", [database(), selection({ planId: "plan-1" })]),
  pass("a store that a plan elsewhere selects by tag", [database({ tags: { backup: "daily" } }), plan(undefined)], {
    config: { backupTags: { backup: "daily" } },
  }),
  pass("no PHI", [database({ tags: { "hipaa:phi": "false" } }), plan(undefined)]),
  undecided("copies known on update", covered(database(), unknown)),
  undecided("a copy by its ARN while the plan's own Region is known on update", [
    database(),
    plan([literal("us-west-2")], { region: undefined, arn: undefined }),
    selection(),
  ]),
  undecided(
    "a replica of a table known on update",
    [
      table(),
      plan(undefined),
      named("aws:dynamodb/tableReplica:TableReplica", "replica", { globalTableArn: ref("other", "table") }),
      otherStack,
    ],
    { afterUpdate: "fault" },
  ),
  undecided("a plan outside the stack", [database(), plan(undefined), selection({ planId: "plan-1" })]),
];

export const coverageCases: ServiceCases = {
  "paths-phi-store-use-recorded": records,
  "paths-phi-store-copied-elsewhere": copies,
};
