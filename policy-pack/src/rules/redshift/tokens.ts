import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

/** Type tokens that several files of this service read. */
export const cluster = "aws:redshift/cluster:Cluster";
export const logging = "aws:redshift/logging:Logging";

/** A cluster restored from a snapshot, which has its credentials and its key already. */
export function isRestore(of: { get(path: string): Value }): Truth {
  return of.get("snapshotIdentifier").isGiven().or(of.get("snapshotArn").isGiven());
}
