export * from "./args";
export * from "./postgres-instance";
export { certificateAuthority, defaultPostgresVersion } from "./postgres-version";
