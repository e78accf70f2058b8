import {
  AuroraPostgresClusterActivityStreamMode,
  AuroraPostgresClusterGlobalRole,
  type AuroraPostgresClusterArgs,
} from "../aurora/args";
import { AuroraPostgresCluster } from "../aurora/aurora-postgres-cluster";
import { everything, recovery, required } from "./example";

/** A master password that a function rotates. */
export const { rotatedMaster } = recovery;

/** The primary of a global database, with every optional child. */
export const primary: Partial<AuroraPostgresClusterArgs> = {
  alarmTopicArn: everything.alarmTopicArn,
  eventTopicArn: everything.eventTopicArn,
  rotatedMaster,
  globalDatabase: { role: AuroraPostgresClusterGlobalRole.Primary, identifier: "records" },
  activityStream: { mode: AuroraPostgresClusterActivityStreamMode.Sync, key: required.key },
};

/** What a secondary is given beside network and keys. */
export const secondary: Partial<AuroraPostgresClusterArgs> = {
  secretsKey: undefined,
  globalDatabase: {
    role: AuroraPostgresClusterGlobalRole.Secondary,
    identifier: "records",
    sourceRegion: "us-west-2",
  },
};

/** A program with one cluster. */
export function cluster(args: Partial<AuroraPostgresClusterArgs> = {}, name = "db"): () => void {
  return () => {
    new AuroraPostgresCluster(name, { ...required, ...args });
  };
}
