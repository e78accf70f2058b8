import type * as pulumi from "@pulumi/pulumi";
import {
  DatabaseInstance,
  DatabaseInstanceEngine,
  DatabaseInstanceOracleLicense,
  DatabaseProxyFamily,
  type DatabaseInstanceArgs,
} from "@hipaa-aws/database";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { KeyRing } from "@hipaa-aws/keys";
import { LogBucket, LogBucketPurpose } from "@hipaa-aws/object-storage";
import { HipaaWebApplicationDatabaseEngine, type HipaaWebApplicationArgs } from "./args";

const { Postgres, AuroraPostgres, MySql, MariaDb } = HipaaWebApplicationDatabaseEngine;
const { OracleEnterprise, OracleStandardTwo } = HipaaWebApplicationDatabaseEngine;
const oracle: readonly HipaaWebApplicationDatabaseEngine[] = [OracleEnterprise, OracleStandardTwo];
const signInByIam: readonly HipaaWebApplicationDatabaseEngine[] = [Postgres, AuroraPostgres, MySql, MariaDb];
const proxied: Readonly<Partial<Record<HipaaWebApplicationDatabaseEngine, DatabaseProxyFamily>>> = {
  [Postgres]: DatabaseProxyFamily.Postgres,
  [AuroraPostgres]: DatabaseProxyFamily.Postgres,
  [MySql]: DatabaseProxyFamily.MySql,
};

/** The engine, as it is given or by default. */
export function engineOf({ database }: HipaaWebApplicationArgs): HipaaWebApplicationDatabaseEngine {
  return database?.engine ?? Postgres;
}

/** What a proxy before this engine speaks; nothing where there can be none. */
export function proxyFamily(engine: HipaaWebApplicationDatabaseEngine): DatabaseProxyFamily | undefined {
  return proxied[engine];
}

/** The port of an engine that network ACLs do not let the app tier reach anyway. */
export function enginePorts(args: HipaaWebApplicationArgs): number[] {
  const engine = engineOf(args);
  if (engine === Postgres || engine === AuroraPostgres) return [];
  if (engine === MySql || engine === MariaDb) return [3306];
  return [oracle.includes(engine) ? 1521 : 1433];
}

/** Refuses what the engine cannot do. */
export function checkEngine(checks: ArgumentChecks, { database = {} }: HipaaWebApplicationArgs): void {
  const { engine = Postgres, proxy = false, userRotationFunctionArn, oracleLicenseIncluded } = database;
  checks.oneOf("database.engine", engine, Object.values(HipaaWebApplicationDatabaseEngine));
  if (proxy && proxyFamily(engine) === undefined) {
    checks.fail(
      "database.proxy and database.engine",
      `do not fit: before ${engine} no proxy signs in by IAM`,
      "Leave the proxy out, or choose mysql, postgres or aurora-postgres",
    );
  }
  const byIam = signInByIam.includes(engine);
  if (byIam && userRotationFunctionArn !== undefined) {
    checks.fail(
      "database.userRotationFunctionArn and database.engine",
      `do not fit: to ${engine} the app signs in by IAM, and there is no password to rotate`,
      "Remove database.userRotationFunctionArn",
    );
  }
  if (!byIam && userRotationFunctionArn === undefined) {
    checks.fail(
      "database.userRotationFunctionArn",
      `is missing: ${engine} knows no sign-in by IAM, and a password has to be rotated`,
      "Give the function that rotates it, or choose an engine with sign-in by IAM",
    );
  }
  if (oracleLicenseIncluded === true && engine !== OracleStandardTwo) {
    checks.fail(
      "database.oracleLicenseIncluded and database.engine",
      `do not fit: AWS sells no license with ${engine}`,
      "Remove database.oracleLicenseIncluded, or choose oracle-se2",
    );
  }
}

/** The database of every engine but PostgreSQL. SQL Server uploads its audit files to a bucket of their own. */
export function createEngine(
  name: string,
  args: HipaaWebApplicationArgs,
  shared: Omit<DatabaseInstanceArgs, "engine">,
  keys: KeyRing,
  accessLogBucket: LogBucket,
  parent: pulumi.Resource,
): DatabaseInstance {
  const given = engineOf(args);
  const { oracleLicenseIncluded = false } = args.database ?? {};
  const engine = Object.values(DatabaseInstanceEngine).find((one) => String(one) === String(given));
  if (engine === undefined) throw new Error(`${given} has a component of its own`);
  const isOracle = oracle.includes(given);
  return new DatabaseInstance(
    `${name}-database`,
    {
      ...shared,
      engine,
      ...(isOracle && oracleLicenseIncluded && { oracle: { license: DatabaseInstanceOracleLicense.Included } }),
      ...(!isOracle &&
        !signInByIam.includes(given) && { sqlServer: auditFiles(name, args, keys, accessLogBucket, parent) }),
    },
    { parent },
  );
}

function auditFiles(
  name: string,
  { organizationId, tags, destroyBucketsWithObjects: forceDestroy = false }: HipaaWebApplicationArgs,
  keys: KeyRing,
  accessLogBucket: LogBucket,
  parent: pulumi.Resource,
) {
  const auditBucket = new LogBucket(
    `${name}-database-audit`,
    { purpose: LogBucketPurpose.DatabaseAudit, key: keys.logs, accessLogBucket, organizationId, forceDestroy, tags },
    { parent },
  );
  return { auditBucket, auditBucketKey: keys.logs };
}
