import type { ArgumentChecks } from "@hipaa-aws/foundation";

/**
 * The major version that a database gets when `engineVersion` is left out, and the day this was last decided. A new
 * default changes existing databases that name none, so it is a breaking change of this package.
 */
export const defaultPostgresVersion = { version: "17", asOf: "2026-11-22" } as const;

/**
 * The certificate authority of the server certificate, and the day this was last decided: the RSA 4096 root is valid
 * until 2121 and, unlike the elliptic-curve one, is understood by every PostgreSQL client.
 * Source: Amazon RDS User Guide, "Using SSL/TLS to encrypt a connection to a DB instance".
 */
export const certificateAuthority = { identifier: "rds-ca-rsa4096-g1", asOf: "2026-11-22" } as const;

/** What this package knows of one major version of PostgreSQL on Amazon RDS. */
export interface PostgresMajorVersion {
  /** The parameter group family. */
  readonly family: string;
  /** The last day of RDS standard support; extended support is switched off. Source: RDS release calendar. */
  readonly standardSupportEnds: string;
  /** `log_connections` is a switch up to 17 and a list of stages from 18 on. */
  readonly logConnections: string;
}

/** The majors whose parameters were checked, as of {@link defaultPostgresVersion}. */
export const postgresMajorVersions: Readonly<Record<string, PostgresMajorVersion>> = {
  "15": { family: "postgres15", standardSupportEnds: "2028-02-29", logConnections: "1" },
  "16": { family: "postgres16", standardSupportEnds: "2029-02-28", logConnections: "1" },
  "17": { family: "postgres17", standardSupportEnds: "2030-02-28", logConnections: "1" },
  "18": { family: "postgres18", standardSupportEnds: "2031-02-28", logConnections: "all" },
};

/**
 * The major of a version such as `17` or `17.4`.
 *
 * @param majors those that the engine has. Default: all of {@link postgresMajorVersions}.
 * @throws ArgumentError for a version of another form and for a major that is not one of them.
 */
export function postgresMajorVersion(
  checks: ArgumentChecks,
  engineVersion: string,
  majors: readonly string[] = Object.keys(postgresMajorVersions),
): PostgresMajorVersion {
  checks.matches("engineVersion", engineVersion, /^\d+(\.\d+)?$/, 'a major or minor version such as "17" or "17.4"');
  const name = engineVersion.split(".")[0] ?? "";
  const major = postgresMajorVersions[name];
  if (major && majors.includes(name)) return major;
  const known = majors.join(", ");
  return checks.fail("engineVersion", `is "${engineVersion}", whose parameters are not known`, `Use one of ${known}`);
}
