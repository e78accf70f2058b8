import type * as pulumi from "@pulumi/pulumi";
import {
  AuroraPostgresCluster,
  DatabaseProxy,
  type DatabaseInstance,
  PostgresInstance,
  type DatabaseProxyArgs,
} from "@hipaa-aws/database";
import { checksFor } from "@hipaa-aws/foundation";
import type { KeyRing } from "@hipaa-aws/keys";
import type { LogBucket } from "@hipaa-aws/object-storage";
import { HipaaWebApplicationDatabaseEngine, type HipaaWebApplicationArgs } from "./args";
import { createEngine, engineOf, proxyFamily } from "./database-engines";
import { createUserSecret, databaseUser } from "./database-sign-in";
import type { ApplicationNetwork } from "./network";

/** What the application needs to know of its database, whichever it is. */
export interface Database {
  readonly address: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  /** None for SQL Server. */
  readonly databaseName: pulumi.Output<string> | undefined;
  readonly securityGroupId: pulumi.Output<string>;
  /** Id of the instance or cluster that IAM policies name. */
  readonly resourceId: pulumi.Output<string>;
  readonly masterSecretArn: pulumi.Output<string>;
  /** ARN of the instance or cluster, for backups. */
  readonly arn: pulumi.Output<string>;
  /** ARN of the secret of the application's user, where the engine knows no sign-in by IAM. */
  readonly userSecretArn?: pulumi.Output<string>;
}

/** What the database is wired to. */
export interface DatabaseSurroundings {
  readonly network: ApplicationNetwork;
  readonly keys: KeyRing;
  readonly alarmTopicArn: pulumi.Output<string>;
  readonly accessLogBucket: LogBucket;
}

/** Creates the database: one instance with a standby, or a cluster with a reader that takes over. */
export function createDatabase(
  name: string,
  args: HipaaWebApplicationArgs,
  { network, keys, alarmTopicArn, accessLogBucket }: DatabaseSurroundings,
  parent: pulumi.Resource,
): Database {
  const { deletionProtection = true, tags, database: { proxy = false } = {} } = args;
  const { instanceClass, allocatedStorage, maxAllocatedStorage, multiAz } = args.database ?? {};
  const engine = engineOf(args);
  const size = { instanceClass, allocatedStorage, maxAllocatedStorage, multiAz };
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
  const through = (database: DirectDatabase): Database =>
    proxy
      ? { ...database, ...createProxy(name, database, { ...shared, family: proxyFamily(engine) }, parent) }
      : database;
  if (engine === HipaaWebApplicationDatabaseEngine.Postgres) {
    const instance = new PostgresInstance(`${name}-database`, { ...shared, ...size }, { parent });
    return through(fields(instance, instance.masterSecretArn, instance.instanceArn));
  }
  if (engine !== HipaaWebApplicationDatabaseEngine.AuroraPostgres) {
    const instance = createEngine(name, args, { ...shared, ...size }, keys, accessLogBucket, parent);
    const userSecretArn = createUserSecret(name, args, keys, parent);
    const database = fields(instance, instance.masterSecretArn, instance.instanceArn);
    return through({ ...database, ...(userSecretArn && { userSecretArn }) });
  }
  const cluster = new AuroraPostgresCluster(
    `${name}-database`,
    { ...shared, instanceClass: plainClass(name, size.instanceClass), readers: (size.multiAz ?? true) ? 1 : 0 },
    { parent },
  );
  const { masterSecretArn } = cluster;
  if (masterSecretArn === undefined) throw new Error("a cluster outside a global database has a master secret");
  const { clusterArn } = cluster;
  return through({ ...fields(cluster, masterSecretArn, clusterArn), clusterArn });
}

interface DirectDatabase extends Database {
  readonly identifier: pulumi.Output<string>;
  readonly clusterArn?: pulumi.Output<string>;
}

/** The proxy takes the database's place for those who connect; backups and administrators stay with the database. */
function createProxy(
  name: string,
  { identifier, clusterArn, resourceId, securityGroupId, port }: DirectDatabase,
  { network, logsKey, family, alarmTopicArn, eventTopicArn, tags }: ProxyArgs,
  parent: pulumi.Resource,
): Pick<Database, "address" | "port" | "securityGroupId" | "resourceId"> {
  const database = { identifier, ...(clusterArn && { clusterArn }), resourceId, securityGroupId, port };
  const users = [databaseUser];
  const proxy = new DatabaseProxy(
    `${name}-proxy`,
    { network, database, logsKey, family, users, alarmTopicArn, eventTopicArn, tags },
    { parent },
  );
  return {
    address: proxy.address,
    port: proxy.port,
    securityGroupId: proxy.securityGroupId,
    resourceId: proxy.resourceId,
  };
}

type ProxyArgs = Pick<DatabaseProxyArgs, "network" | "logsKey" | "family" | "alarmTopicArn" | "eventTopicArn" | "tags">;

function fields(
  {
    identifier,
    address,
    port,
    databaseName,
    securityGroupId,
    resourceId,
  }: PostgresInstance | AuroraPostgresCluster | DatabaseInstance,
  masterSecretArn: pulumi.Output<string>,
  arn: pulumi.Output<string>,
): DirectDatabase {
  return { identifier, address, port, databaseName, securityGroupId, resourceId, masterSecretArn, arn };
}

/** A cluster counts its instances and their memory while the graph is built. */
function plainClass(name: string, instanceClass: pulumi.Input<string> | undefined): string | undefined {
  if (instanceClass === undefined || typeof instanceClass === "string") return instanceClass;
  const checks = checksFor("HipaaWebApplication", name);
  return checks.fail("database.instanceClass", "is an output", "Give Aurora a plain value, such as db.r7g.large");
}
