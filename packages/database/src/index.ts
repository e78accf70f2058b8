export * from "./args";
export * from "./aurora/args";
export { AuroraPostgresCluster } from "./aurora/aurora-postgres-cluster";
export * from "./engines/args";
export { DatabaseInstance } from "./engines/database-instance";
export * from "./postgres-instance";
export { certificateAuthority, defaultPostgresVersion } from "./postgres-version";
export * from "./shared/types";
