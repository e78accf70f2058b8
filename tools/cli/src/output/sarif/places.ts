import { readFileSync } from "node:fs";
import { logicalName } from "@hipaa-aws/stack-state";
import type { ArtifactLocation, Location } from "sarif";

/** Where findings of one stack stand. */
export interface Places {
  /** The place of a resource in the file that stands for the stack, and the resource itself. */
  at(urn: string): Location;
}

/**
 * Places in the file that stands for a stack: the export that was scanned, where each resource has its line, or the
 * project file, whose first line stands for all of them: a program says nowhere in which line it made a resource.
 */
export function placesIn(source: string, artifact: ArtifactLocation): Places {
  const lines = linesOfUrns(source);
  return {
    at: (urn) => ({
      physicalLocation: { artifactLocation: artifact, region: { startLine: lines.get(urn) ?? 1 } },
      logicalLocations: [logicalPlace(urn)],
    }),
  };
}

/** A resource as such: by name, type and URN. */
export function logicalPlace(urn: string): NonNullable<Location["logicalLocations"]>[number] {
  const name = logicalName(urn);
  const type = (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
  return {
    ...(name === "" ? {} : { name }),
    fullyQualifiedName: urn,
    kind: "resource",
    ...(type === "" ? {} : { properties: { type } }),
  };
}

function linesOfUrns(source: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let text: string;
  try {
    text = readFileSync(source, "utf8");
  } catch {
    return lines;
  }
  for (const [index, line] of text.split("\n").entries()) {
    const urn = /^\s*(?:\{\s*)?"urn":\s*("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
    if (urn === undefined) continue;
    const name = JSON.parse(urn) as string;
    if (!lines.has(name)) lines.set(name, index + 1);
  }
  return lines;
}
