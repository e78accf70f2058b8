import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { CacheUserAccess } from "./user-args";

/** Checks key patterns. A pattern ends at a space; anything after it would be read as a further rule of the access string. */
export function checkKeyPatterns(
  checks: ArgumentChecks,
  argument: string,
  patterns: readonly string[],
): readonly string[] {
  checks.atLeast(argument, patterns, 1);
  patterns.forEach((pattern, index) =>
    checks.matches(
      `${argument}[${index}]`,
      pattern,
      /^[\w:.*?{}[\]-]+$/,
      "letters, digits and : . _ - * ? { } [ ], without spaces and without the leading ~",
    ),
  );
  checks.unique(argument, patterns);
  return patterns;
}

/** What a user may do with which keys. INFO counts as dangerous, and most clients read it when they connect. */
export function accessString(
  keyPatterns: readonly string[],
  access: CacheUserAccess = CacheUserAccess.ReadWrite,
): string {
  const keys = keyPatterns.map((pattern) => `~${pattern}`);
  const commands =
    access === CacheUserAccess.ReadOnly
      ? ["-@all", "+@read", "+@connection", "-@admin", "-@dangerous", "+info"]
      : ["+@all", "-@admin", "-@dangerous", "+info"];
  return ["on", ...keys, ...commands].join(" ");
}
