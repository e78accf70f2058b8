import { createHash } from "node:crypto";
import { unexemptedFault } from "./outcome-text";

/** A finding that was there when the baseline was written. Holds no value: of the text only a hash. */
export interface BaselineEntry {
  readonly rule: string;
  readonly urn: string;
  /** Hash of the finding's text, so that another fault at the same place is new. */
  readonly finding: string;
}

export interface Baseline {
  readonly version: 1;
  /** `YYYY-MM-DD`. */
  readonly written: string;
  readonly findings: readonly BaselineEntry[];
}

/** What a finding's text is known by: the first 16 hexadecimal digits of its SHA-256. */
export function findingHash(text: string): string {
  return createHash("sha256").update(unexemptedFault(text)).digest("hex").slice(0, 16);
}

/** One text for one entry, for sets. */
export function entryKey({ rule, urn, finding }: BaselineEntry): string {
  return `${rule}\n${urn}\n${finding}`;
}

/** The text of a baseline file: one entry a line, sorted, so that a change of one finding is a change of one line. */
export function formatBaseline(findings: readonly BaselineEntry[], written: Date): string {
  const unique = new Map(findings.map((entry) => [entryKey(entry), entry]));
  const lines = [...unique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { rule, urn, finding }]) => `    ${JSON.stringify({ rule, urn, finding })}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": 1,\n  "written": "${written.toISOString().slice(0, 10)}",\n  "findings": ${list}\n}\n`;
}

/** Reads the text of a baseline file: the baseline, or what is wrong with it. */
export function parseBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "it is no JSON" };
  }
  if (!isRecord(value)) return { problem: "it is no object" };
  if (value.version !== 1) return { problem: "its version is not 1" };
  if (typeof value.written !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value.written)) {
    return { problem: "written is no date of the form YYYY-MM-DD" };
  }
  if (!Array.isArray(value.findings)) return { problem: "findings is no list" };
  const findings: BaselineEntry[] = [];
  for (const [index, entry] of (value.findings as unknown[]).entries()) {
    if (!isRecord(entry)) return { problem: `findings[${index}] is no object` };
    const { rule, urn, finding } = entry;
    if (typeof rule !== "string" || rule === "") return { problem: `findings[${index}].rule is no name` };
    if (typeof urn !== "string" || !urn.startsWith("urn:pulumi:"))
      return { problem: `findings[${index}].urn is no URN` };
    if (typeof finding !== "string" || !/^[0-9a-f]{16}$/.test(finding)) {
      return { problem: `findings[${index}].finding is no hash of 16 hexadecimal digits` };
    }
    findings.push({ rule, urn, finding });
  }
  return { baseline: { version: 1, written: value.written, findings } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
