import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** Names of children that the application has, or that stand close to what it has. */
const names = [
  ...["app", "web", "worker", "media", "jobs", "events", "documents", "database", "topic"],
  ...["network", "names", "access", "dnssec"],
];

/** What no function may be called. */
export const takenByFunctions: readonly string[] = [...names, "api", "workflow"];

/** What no table, and no queue of the topic, may be called. */
export const takenByStores: readonly string[] = [
  ...names,
  ...["uploads", "archive", "files", "search", "stream", "delivery", "analytics"],
];

/** Refuses names of children that others have. */
export function refuseTaken(
  checks: ArgumentChecks,
  argument: string,
  given: readonly string[],
  taken: readonly string[],
): void {
  const own = given.find((name) => taken.includes(name));
  if (own === undefined) return;
  checks.fail(argument, `holds "${own}", a name that the application uses itself`, "Choose another one");
}
