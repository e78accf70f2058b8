import type { ResourceCheck } from "../../authoring/resource-check";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

export const instance = "aws:rds/instance:Instance";
export const cluster = "aws:rds/cluster:Cluster";
export const clusterInstance = "aws:rds/clusterInstance:ClusterInstance";
export const globalCluster = "aws:rds/globalCluster:GlobalCluster";
export const parameterGroup = "aws:rds/parameterGroup:ParameterGroup";
export const clusterParameterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
export const optionGroup = "aws:rds/optionGroup:OptionGroup";
export const subnetGroup = "aws:rds/subnetGroup:SubnetGroup";

/** What the questions below need of a database: its inputs, in a rule of one resource or of the stack. */
export interface Database {
  readonly type: string;
  get(path: string): Value;
}

/** Clusters of these engines belong to Amazon DocumentDB and Amazon Neptune, whose own rules judge them. */
const otherEngines = ["docdb", "neptune"];

/** Nothing to judge where the database belongs to another service. */
export function onlyOwnEngines(database: ResourceCheck): void {
  database.onlyWhen(isOwnEngine(database), "belongs to another service");
}

export function isOwnEngine(database: Database): Truth {
  return database
    .get("engine")
    .isOneOf(...otherEngines)
    .not();
}

/** A read replica, which takes most settings from its source. */
export function isReplica(database: Database): Truth {
  return anyGiven(database, "replicateSourceDb", "replicationSourceIdentifier");
}

/** A database restored from a snapshot or to a point in time. */
export function isRestore(database: Database): Truth {
  return anyGiven(database, "snapshotIdentifier", "restoreToPointInTime");
}

/**
 * A member of a global cluster that follows the primary. The primary, too, names the global cluster, but it has a
 * master user of its own.
 */
export function isSecondary(database: Database): Truth {
  return Truth.all([
    database.get("globalClusterIdentifier").isGiven(),
    database.get("masterUsername").isGiven().not(),
    isRestore(database).not(),
  ]);
}

/** Aurora Serverless v1. */
export function isServerless(database: Database): Truth {
  return Truth.of(database.type === cluster).and(database.get("engineMode").isOneOf("serverless"));
}

/** Whether a name is given and none of AWS's default groups; a wired name is the program's own. */
export function namesOwnGroup(name: Value, defaultGroup: RegExp): Truth {
  if (name.isUnknown) return Truth.yes;
  return name.isGiven().and(name.matches(defaultGroup).not());
}

/**
 * Whether an ARN names a Region other than the resource's own. A name or id is of the same Region.
 *
 * @param source ARN, name or id of the source
 * @param region the resource's own `region` input, which the provider fills in
 */
export function isOfAnotherRegion(source: Value, region: Value): Truth {
  if (source.isUnknown) return source.asUnknown();
  const sourceRegion = /^arn:[^:]*:[^:]*:([^:]+):/.exec(source.text ?? "")?.[1];
  if (sourceRegion === undefined) return Truth.no;
  return region.text === undefined ? Truth.unknown(region.path) : Truth.of(region.text !== sourceRegion);
}

function anyGiven(database: Database, ...paths: readonly string[]): Truth {
  return Truth.any(paths.map((path) => database.get(path).isGiven()));
}
