import type { ArgumentChecks } from "@hipaa-aws/foundation";

// RDS keeps identifiers in lower case, and the names of the log groups hold the identifier.
const identifierForm = /^[a-z](-?[a-z0-9])*$/;
const identifierWords = "lower-case letters, digits and single hyphens, beginning with a letter";

/** RDS takes 63 characters for an instance or cluster. Source: CreateDBInstance in the Amazon RDS API. */
const identifierLimit = 63;

/**
 * Checks the logical name, which physical names are made of, and the physical identifier where one is given.
 *
 * @param reserve characters that children's identifiers add to the physical name, for example `-writer`
 * @throws ArgumentError that names the one that AWS would change or refuse.
 */
export function checkNames(checks: ArgumentChecks, name: string, identifier?: string, reserve = 0): void {
  checks.matches("name", name, identifierForm, identifierWords);
  checks.fitsAutoname(name, identifierLimit - reserve, "a database identifier");
  checks.fitsAutoname(`${name}-monitoring`, 64, "an IAM role");
  if (identifier === undefined) return;
  checks.matches("identifier", identifier, identifierForm, identifierWords);
  const limit = identifierLimit - reserve;
  if (identifier.length > limit)
    checks.fail("identifier", `has ${identifier.length} characters`, `Shorten it to ${limit}`);
}

/**
 * Programs without a type checker leave required arguments out unnoticed.
 *
 * @throws ArgumentError for the first one that is missing.
 */
export function checkRequired(checks: ArgumentChecks, given: Readonly<Record<string, unknown>>): void {
  for (const [argument, value] of Object.entries(given))
    if (value === undefined) checks.fail(argument, "is missing", "Give it");
}

/** A name inside PostgreSQL: of a database or a user. */
export const postgresWordForm = /^[a-z][a-z0-9_]{0,62}$/;

/** {@link postgresWordForm} in words. */
export const postgresWordWords = "a lower-case letter, then up to 62 lower-case letters, digits and underscores";

const reservedPostgresUsers = ["admin", "none", "public", "rdsadmin", "rdstopmgr", "user"];

/** Checks the name of the master user of PostgreSQL. */
export function postgresUser(checks: ArgumentChecks, value: string): string {
  checks.matches("masterUsername", value, postgresWordForm, postgresWordWords);
  if (reservedPostgresUsers.includes(value) || value.startsWith("pg_"))
    checks.fail("masterUsername", `is "${value}", a word that PostgreSQL or RDS reserves`, "Choose another name");
  return value;
}
