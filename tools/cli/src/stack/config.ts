import { join } from "node:path";
import { StackError, UsageError } from "../errors";
import { firstExisting } from "../workspace";
import type { StackProject } from "./project";
import { readYaml, type YamlEntry } from "./yaml-file";

/**
 * The configuration of one environment by full key, as a program sees it: `config` of `Pulumi.yaml`, then of
 * `Pulumi.<environment>.yaml`, then `overrides`. Values that are no texts are written as JSON, as Pulumi does.
 *
 * An encrypted value (`secure:`) is refused, unless an override takes its place. Only Pulumi with the stack's secrets
 * provider can decrypt it, and a stand-in would be judged as if it were the value.
 *
 * @throws StackError with the file and line.
 */
export function environmentConfig(
  project: StackProject,
  environment: string,
  overrides: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const base = project.file.entries.find(({ key }) => key === "config");
  const path = firstExisting(project.directory, [`Pulumi.${environment}.yaml`, `Pulumi.${environment}.yml`]);
  const file = readYaml(path ?? join(project.directory, `Pulumi.${environment}.yaml`));
  const imports = file.entries.find(({ key }) => key === "environment");
  if (imports) {
    throw new StackError(
      `${file.name}, line ${imports.line}: it takes values from Pulumi ESC environments, which need a login; write the values into config, or run pulumi preview --policy-pack`,
    );
  }
  const own = file.entries.find(({ key }) => key === "config");
  return {
    ...settings(base, project.file.name, project.name, overrides, projectValue),
    ...settings(own, file.name, project.name, overrides, (value) => value),
    ...overrides,
  };
}

/** Reads `--config key=value` of the command line. A key without a namespace belongs to the project. */
export function configOverrides(texts: readonly string[], project: string): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const match = /^([^=\s]+)=([\s\S]*)$/.exec(text);
      if (!match) throw new UsageError(`--config must be <key>=<value>; correct "${text.split("=")[0] ?? ""}"`);
      return [fullKey(match[1] ?? "", project), match[2] ?? ""];
    }),
  );
}

function settings(
  entry: YamlEntry | undefined,
  file: string,
  project: string,
  overrides: Readonly<Record<string, string>>,
  valueOf: (value: unknown) => unknown,
): Record<string, string> {
  if (!entry || entry.value === null) return {};
  const where = `${file}, line ${entry.line}`;
  if (typeof entry.value !== "object" || Array.isArray(entry.value)) {
    throw new StackError(`${where}: config must hold keys with values; correct the file`);
  }
  const result: Record<string, string> = {};
  for (const [key, raw] of Object.entries(entry.value)) {
    const name = fullKey(key, project);
    if (name in overrides) continue;
    const value = valueOf(raw);
    if (isEncrypted(value)) {
      throw new StackError(
        `${file}: ${name} is encrypted (secure), and only Pulumi with the stack's secrets provider can decrypt it; give a value for this run with --config ${name}=<value>`,
      );
    }
    if (value !== undefined && value !== null) result[name] = typeof value === "string" ? value : JSON.stringify(value);
  }
  return result;
}

/** In `Pulumi.yaml` a key may hold a schema: its value, or its default, counts. */
function projectValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { value: given, default: fallback } = value as { value?: unknown; default?: unknown };
  return given ?? fallback;
}

function isEncrypted(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isEncrypted);
  if (typeof value !== "object" || value === null) return false;
  const { secure } = value as { secure?: unknown };
  return (typeof secure === "string" && Object.keys(value).length === 1) || Object.values(value).some(isEncrypted);
}

function fullKey(key: string, project: string): string {
  return key.includes(":") ? key : `${project}:${key}`;
}
