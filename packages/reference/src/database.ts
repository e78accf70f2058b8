import type * as pulumi from "@pulumi/pulumi";
import { AuroraPostgresCluster, PostgresInstance } from "@hipaa-aws/database";
import { checksFor } from "@hipaa-aws/foundation";
import type { KeyRing } from "@hipaa-aws/keys";
import type { Vpc } from "@hipaa-aws/network";
import { HipaaWebApplicationDatabaseEngine, type HipaaWebApplicationArgs } from "./args";

/** What the application needs to know of its database, whichever it is. */
export interface Database {
  readonly address: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly databaseName: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** Id of the instance or cluster that IAM policies name. */
  readonly resourceId: pulumi.Output<string>;
  readonly masterSecretArn: pulumi.Output<string>;
  /** ARN of the instance or cluster, for backups. */
  readonly arn: pulumi.Output<string>;
}

/** What the database is wired to. */
export interface DatabaseSurroundings {
  readonly network: Vpc;
  readonly keys: KeyRing;
  readonly alarmTopicArn: pulumi.Output<string>;
}

/** Creates the database: one instance with a standby, or a cluster with a reader that takes over. */
export function createDatabase(
  name: string,
  args: HipaaWebApplicationArgs,
  { network, keys, alarmTopicArn }: DatabaseSurroundings,
  parent: pulumi.Resource,
): Database {
  const { deletionProtection = true, tags, database: { engine, ...size } = {} } = args;
  const shared = {
    network,
    key: keys.database,
    logsKey: keys.logs,
    secretsKey: keys.secrets,
    deletionProtection,
    alarmTopicArn,
    eventTopicArn: alarmTopicArn,
    tags,
  };
  if (engine !== HipaaWebApplicationDatabaseEngine.AuroraPostgres) {
    const instance = new PostgresInstance(`${name}-database`, { ...shared, ...size }, { parent });
    return fields(instance, instance.masterSecretArn, instance.instanceArn);
  }
  const cluster = new AuroraPostgresCluster(
    `${name}-database`,
    { ...shared, instanceClass: plainClass(name, size.instanceClass), readers: (size.multiAz ?? true) ? 1 : 0 },
    { parent },
  );
  const { masterSecretArn } = cluster;
  if (masterSecretArn === undefined) throw new Error("a cluster outside a global database has a master secret");
  return fields(cluster, masterSecretArn, cluster.clusterArn);
}

function fields(
  { address, port, databaseName, securityGroupId, resourceId }: PostgresInstance | AuroraPostgresCluster,
  masterSecretArn: pulumi.Output<string>,
  arn: pulumi.Output<string>,
): Database {
  return { address, port, databaseName, securityGroupId, resourceId, masterSecretArn, arn };
}

/** A cluster counts its instances and their memory while the graph is built. */
function plainClass(name: string, instanceClass: pulumi.Input<string> | undefined): string | undefined {
  if (instanceClass === undefined || typeof instanceClass === "string") return instanceClass;
  const checks = checksFor("HipaaWebApplication", name);
  return checks.fail("database.instanceClass", "is an output", "Give Aurora a plain value, such as db.r7g.large");
}
