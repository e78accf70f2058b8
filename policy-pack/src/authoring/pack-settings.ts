import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { entryKey, parseBaseline, type Baseline, type ConfigPath } from "@hipaa-aws/controls";
import type { PolicyConfigSchema } from "@pulumi/policy";
import type { NotPhi, PhiScopeSettings } from "../knowledge/data-classification";
import { tooBroad } from "../knowledge/urn-pattern";

/** What a finding's text cites beside the rule in force: nothing, the ids of other rule sets, or the proposed rule. */
export const citationModes = ["rule", "peers", "nprm-2025"] as const;
export type CitationMode = (typeof citationModes)[number];

/** What holds for the whole pack. */
export interface PackSettings {
  readonly citations: CitationMode;
  readonly phiScope: PhiScopeSettings;
  readonly baseline?: Baseline & { readonly keys: ReadonlySet<string> };
}

export const defaultSettings: PackSettings = { citations: "rule", phiScope: { notPhi: [], phi: [] } };

/** Something wrong in the settings, and where: `["phiScope", "notPhi", 0, "reason"]`. */
export interface SettingFault {
  readonly path: ConfigPath;
  readonly problem: string;
}

const pattern = { type: "string" as const, minLength: 8 };

/** JSON schema of the pack-wide settings. */
export const settingsSchema: PolicyConfigSchema = {
  properties: {
    citations: {
      type: "string",
      enum: [...citationModes],
      default: "rule",
      description:
        "What findings cite beside the rule in force: nothing more, the ids of other rule sets, or the proposed rule of January 6, 2025, which is not in force.",
    },
    baseline: {
      type: "string",
      minLength: 1,
      description:
        "A file written by `hipaa preview --write-baseline`. Findings that it knows are counted and not reported. An absolute path, or one from the folder in which the command runs.",
    },
    phiScope: {
      type: "object",
      additionalProperties: false,
      default: {},
      description:
        "Which resources hold PHI, by URN pattern, where tags do not say so. Unclassified means PHI. phi wins over every tag; notPhi over no tag.",
      properties: {
        phi: { type: "array", items: pattern },
        notPhi: {
          type: "array",
          items: {
            type: "object",
            required: ["resource", "reason", "owner", "ticket"],
            additionalProperties: false,
            properties: {
              resource: pattern,
              reason: { type: "string", minLength: 20 },
              owner: { type: "string", minLength: 2 },
              ticket: { type: "string", minLength: 2 },
            },
          },
        },
      },
    },
  },
};

/**
 * The settings as given, with everything that is wrong with them. What is wrong has no effect: the default holds, which
 * is the stricter one.
 */
export function readSettings(given: Readonly<Record<string, unknown>>): {
  readonly settings: PackSettings;
  readonly faults: readonly SettingFault[];
} {
  const faults: SettingFault[] = [];
  const mode = citationModes.find((known) => known === (given["citations"] ?? "rule"));
  if (!mode) faults.push({ path: ["citations"], problem: `is none of ${citationModes.join(", ")}` });
  const phiScope = readPhiScope(given["phiScope"], faults);
  const baseline = readBaseline(given["baseline"], faults);
  return { settings: { citations: mode ?? "rule", phiScope, ...(baseline ? { baseline } : {}) }, faults };
}

function readPhiScope(given: unknown, faults: SettingFault[]): PhiScopeSettings {
  const { phi, notPhi } = isRecord(given) ? given : {};
  const path = ["phiScope"];
  if (given !== undefined && !isRecord(given)) faults.push({ path, problem: "is no object" });
  return {
    phi: list(phi, [...path, "phi"], faults).filter((entry, index): entry is string => {
      if (typeof entry !== "string") faults.push({ path: [...path, "phi", index], problem: "is no URN pattern" });
      return typeof entry === "string";
    }),
    notPhi: list(notPhi, [...path, "notPhi"], faults).filter((entry, index): entry is NotPhi => {
      const wrong = notPhiFaults(entry, [...path, "notPhi", index]);
      faults.push(...wrong);
      return wrong.length === 0;
    }),
  };
}

function notPhiFaults(entry: unknown, path: ConfigPath): SettingFault[] {
  if (!isRecord(entry)) return [{ path, problem: "is no object" }];
  const { resource, reason, owner, ticket } = entry;
  const broad = typeof resource === "string" ? tooBroad(resource) : "names no resource";
  const isText = (value: unknown, least: number): boolean => typeof value === "string" && value.trim().length >= least;
  return [
    ...(broad === undefined ? [] : [{ path: [...path, "resource"], problem: `matches too much: it ${broad}` }]),
    ...(isText(reason, 20)
      ? []
      : [{ path: [...path, "reason"], problem: "gives no reason of at least 20 characters" }]),
    ...(isText(owner, 1) ? [] : [{ path: [...path, "owner"], problem: "names no owner" }]),
    ...(isText(ticket, 1) ? [] : [{ path: [...path, "ticket"], problem: "names no ticket" }]),
  ];
}

function readBaseline(given: unknown, faults: SettingFault[]): PackSettings["baseline"] {
  if (given === undefined) return undefined;
  const fault = (problem: string): undefined => void faults.push({ path: ["baseline"], problem });
  if (typeof given !== "string" || given.trim() === "") return fault("is no path of a file");
  const candidates = candidatesFor(given);
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined) return fault(`names a file that is not there: ${candidates.join(", ")}`);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return fault(`names a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}): ${path}`);
  }
  const read = parseBaseline(text);
  if ("problem" in read) return fault(`names a file that is no baseline: ${path}: ${read.problem}`);
  return { ...read.baseline, keys: new Set(read.baseline.findings.map(entryKey)) };
}

/**
 * Where a path may lead. The CLI starts packs in the program's folder or in the pack's own, by its version; the shell's
 * variable PWD still tells where the command was typed.
 */
function candidatesFor(path: string): string[] {
  if (isAbsolute(path)) return [path];
  const folders = [process.env["PWD"], process.cwd()].filter((folder) => folder !== undefined);
  return [...new Set(folders.map((folder) => resolve(folder, path)))];
}

function list(given: unknown, path: ConfigPath, faults: SettingFault[]): unknown[] {
  if (Array.isArray(given)) return given as unknown[];
  if (given !== undefined) faults.push({ path, problem: "is no list" });
  return [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
