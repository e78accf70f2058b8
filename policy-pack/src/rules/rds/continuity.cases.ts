import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, clusterInstance, globalCluster, instance, noPhi } from "../../testing/databases";

const production = { config: { production: true } };
const aurora = (properties: Record<string, unknown> = {}) => cluster({ engine: "aurora-postgresql", ...properties });
const member = (name: string, properties: Record<string, unknown> = {}) =>
  clusterInstance({ clusterIdentifier: ref("subject"), ...properties }, name);
const isProtected = (properties: Record<string, unknown>) =>
  resource("aws:rds/instance:Instance", properties, { options: { protect: true } });

export const continuityCases: ServiceCases = {
  "rds-backup-retention": [
    pass("seven days", instance({ engine: "postgres", backupRetentionPeriod: 7 })),
    fault("six days", instance({ engine: "postgres", backupRetentionPeriod: 6 })),
    fault("no backups", instance({ backupRetentionPeriod: 0 })),
    fault("an instance that says nothing", instance({ engine: "postgres" })),
    fault("a cluster that says nothing", aurora()),
    fault("seven days in production", aurora({ backupRetentionPeriod: 7 }), production),
    pass("35 days in production", aurora({ backupRetentionPeriod: 35 }), production),
    pass("as many days as configured", aurora({ backupRetentionPeriod: 14 }), {
      config: { production: true, rdsBackupDays: 14 },
    }),
    fault("fewer days than configured", aurora({ backupRetentionPeriod: 7 }), { config: { rdsBackupDays: 14 } }),
    notApplicable("a replica", instance({ replicateSourceDb: "primary", backupRetentionPeriod: 0 })),
    notApplicable("a secondary cluster", aurora({ globalClusterIdentifier: "global" })),
    fault("the primary of a global cluster", aurora({ globalClusterIdentifier: "global", masterUsername: "admin" })),
    notApplicable("a DocumentDB cluster", cluster({ engine: "docdb" })),
    undecided("known on update", instance({ backupRetentionPeriod: unknown })),
  ],
  "rds-keep-automated-backups": [
    pass("kept", instance({ deleteAutomatedBackups: false }), production),
    fault("deleted", aurora({ deleteAutomatedBackups: true }), production),
    fault("nothing said, which means deleted", instance({}), production),
    notApplicable("not a production stack", instance({})),
    notApplicable("a replica", instance({ replicateSourceDb: unknown }), production),
    undecided("known on update", instance({ deleteAutomatedBackups: unknown }), production),
  ],
  "rds-deletion-protection": [
    pass("protected", instance({ deletionProtection: true })),
    fault("not protected", instance({ deletionProtection: false })),
    fault("nothing said", aurora()),
    fault("a global cluster that says nothing", globalCluster({ engine: "aurora-postgresql" })),
    pass("protected by Pulumi", isProtected({ engine: "postgres" })),
    pass("protected by Pulumi, the flag known on update", isProtected({ deletionProtection: unknown })),
    notApplicable("a replica", instance({ replicateSourceDb: "primary" })),
    notApplicable("a database without PHI", instance(noPhi)),
    undecided("known on update", instance({ deletionProtection: unknown })),
    undecided("a tag known on update", instance({ tags: { "hipaa:phi": unknown } })),
  ],
  "rds-final-snapshot": [
    pass("a named snapshot", instance({ finalSnapshotIdentifier: "last" })),
    pass("a name known on update", aurora({ skipFinalSnapshot: false, finalSnapshotIdentifier: unknown })),
    fault("skipped", instance({ skipFinalSnapshot: true })),
    fault("skipped though named", instance({ skipFinalSnapshot: true, finalSnapshotIdentifier: "last" })),
    fault("no name, so that the deletion fails", aurora()),
    notApplicable("a replica", instance({ replicateSourceDb: "primary", skipFinalSnapshot: true })),
    undecided("known on update", instance({ skipFinalSnapshot: unknown, finalSnapshotIdentifier: "last" })),
    undecided("known on update, and no name", instance({ skipFinalSnapshot: unknown })),
  ],
  "rds-multi-az": [
    pass("two zones", instance({ multiAz: true })),
    fault("one zone", instance({ multiAz: false })),
    fault("nothing said, which means one zone", instance({ engine: "mysql" })),
    notApplicable("a replica", instance({ replicateSourceDb: unknown })),
    undecided("known on update", instance({ multiAz: unknown })),
  ],
  "aurora-multi-az": [
    pass("two instances", [aurora(), member("a"), member("b")]),
    pass("two instances by the cluster's name", [
      aurora({ clusterIdentifier: "phi" }),
      clusterInstance({ clusterIdentifier: "phi" }, "a"),
      clusterInstance({ clusterIdentifier: "phi" }, "b"),
    ]),
    fault("one instance", [aurora(), member("a")]),
    fault("no instance", aurora()),
    fault("one instance here, one of another cluster", [
      aurora(),
      member("a"),
      cluster({ engine: "aurora-mysql", engineMode: "serverless" }, "other"),
      clusterInstance({ clusterIdentifier: ref("other") }, "b"),
    ]),
    fault("two instances in one zone", [
      aurora(),
      member("a", { availabilityZone: "us-east-1a" }),
      member("b", { availabilityZone: "us-east-1a" }),
    ]),
    pass("two instances in two zones", [
      aurora(),
      member("a", { availabilityZone: "us-east-1a" }),
      member("b", { availabilityZone: "us-east-1b" }),
    ]),
    undecided("zones known on update", [
      aurora(),
      member("a", { availabilityZone: unknown }),
      member("b", { availabilityZone: unknown }),
    ]),
    undecided("an instance of a cluster known on update", [
      aurora(),
      member("a"),
      clusterInstance({ clusterIdentifier: unknown }, "b"),
    ]),
    undecided("an engine known on update", cluster({ engine: unknown })),
    pass("serverless v1", aurora({ engineMode: "serverless" })),
    pass("a multi-AZ DB cluster", cluster({ engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" })),
    pass("Aurora Limitless", aurora({ clusterScalabilityType: "limitless" })),
    pass("DocumentDB", cluster({ engine: "docdb" })),
  ],
  "rds-minor-version-upgrade": [
    pass("nothing said, which means on", instance({})),
    pass("on", clusterInstance({ autoMinorVersionUpgrade: true })),
    fault("off", instance({ autoMinorVersionUpgrade: false })),
    fault("off on an instance of a cluster", clusterInstance({ autoMinorVersionUpgrade: "false" })),
    undecided("known on update", instance({ autoMinorVersionUpgrade: unknown })),
  ],
  "rds-copy-tags-to-snapshot": [
    pass("copied", instance({ copyTagsToSnapshot: true })),
    fault("not copied", aurora({ copyTagsToSnapshot: false })),
    fault("nothing said, which means not", instance({ engine: "mysql" })),
    notApplicable("a Neptune cluster", cluster({ engine: "neptune" })),
    undecided("known on update", instance({ copyTagsToSnapshot: unknown })),
    fault("not copied by an instance", instance({ copyTagsToSnapshot: false })),
  ],
};
