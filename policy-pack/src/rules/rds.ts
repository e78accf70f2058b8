import { mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";

const cluster = "aws:rds/cluster:Cluster";
const globalCluster = "aws:rds/globalCluster:GlobalCluster";

/** Clusters of these engines are other services' and judged by their rules. */
const otherEngines = ["docdb", "neptune"];

const storageEncrypted = resourceRule("rds-storage-encrypted", {
  check: (database) => {
    database.onlyWhen(
      database
        .get("engine")
        .isOneOf(...otherEngines)
        .not(),
      "belongs to another service",
    );
    // A source decides for its copies: a snapshot, another point in time, another database, a global cluster.
    const inherits = ["snapshotIdentifier", "restoreToPointInTime", "replicateSourceDb", "sourceDbClusterIdentifier"];
    const source = Truth.any(inherits.map((path) => database.get(path).isGiven()));
    const serverless = Truth.all([
      Truth.of(database.type === cluster),
      database.get("engineMode").isOneOf("serverless"),
    ]);
    database.expect(
      Truth.any([source, serverless, database.get("storageEncrypted").isTrue()]),
      database.type === globalCluster ? "the global cluster's storage is not encrypted" : "storage is not encrypted",
    );
  },
});

const notPublic = resourceRule("rds-not-public", {
  check: mustNotBeTrue("publiclyAccessible", "the database can be given a public address"),
});

/** Rules on Amazon RDS and Aurora. */
export const rdsRules: readonly Rule[] = [storageEncrypted, notPublic];
