import type { DatabaseInstanceEngine } from "../engines/args";
import { type DatabaseInstanceArgs, type DatabaseInstanceSqlServer } from "../engines/args";
import { DatabaseInstance } from "../engines/database-instance";
import { everything, required } from "./example";

/** What SQL Server asks for. */
export const sqlServer: DatabaseInstanceSqlServer = {
  auditBucket: { bucketArn: "arn:aws:s3:::clinic-audit" },
  auditBucketKey: { arn: "arn:aws:kms:us-east-1:111122223333:key/55555555-5555-4555-8555-555555555555" },
};

const isSqlServer = (engine: DatabaseInstanceEngine) => engine.startsWith("sqlserver-");

/** The required arguments of an engine and nothing else. */
export function requiredOf(engine: DatabaseInstanceEngine): DatabaseInstanceArgs {
  return { ...required, engine, ...(isSqlServer(engine) ? { sqlServer } : {}) };
}

/** Every optional child that all engines have. */
export const everyChild: Partial<DatabaseInstanceArgs> = {
  alarmTopicArn: everything.alarmTopicArn,
  eventTopicArn: everything.eventTopicArn,
  backupReplication: everything.backupReplication,
};

/** A program with one database of an engine. */
export function engineDatabase(
  engine: DatabaseInstanceEngine,
  args: Partial<DatabaseInstanceArgs> = {},
  name = "db",
): () => void {
  return () => {
    new DatabaseInstance(name, { ...requiredOf(engine), ...args });
  };
}
