import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { accessConnections } from "./access";
import type { ServiceAccessArgs } from "./access-args";
import type { ServiceFileSystemMountArgs } from "./file-system-args";
import { fileSystemConnections } from "./file-systems";
import type { FargateServiceConnectionArgs } from "./task-args";

/** What a program connects to, as its arguments say it. */
export interface ConnectingArgs {
  readonly access?: ServiceAccessArgs;
  readonly fileSystems?: ServiceFileSystemMountArgs[];
  readonly connections?: FargateServiceConnectionArgs[];
}

const connectionName = /^[a-z][a-z0-9-]*$/;

/** Databases and caches of `access`, mounted file systems, then `connections`. */
export function allConnections(args: ConnectingArgs): FargateServiceConnectionArgs[] {
  return [
    ...accessConnections(args.access ?? {}),
    ...fileSystemConnections(args.fileSystems ?? []),
    ...(args.connections ?? []),
  ];
}

/** Refuses connections that cannot name a rule, and ports that are none. */
export function checkConnections(checks: ArgumentChecks, args: ConnectingArgs): void {
  checks.unique(
    "connections",
    allConnections(args).map((connection) => connection.name),
  );
  for (const { name, port } of args.connections ?? []) {
    checks.matches("connections name", name, connectionName, "lower-case letters, digits and hyphens");
    if (typeof port === "number") checks.integer(`connections "${name}".port`, port, 1, 65535);
  }
}
