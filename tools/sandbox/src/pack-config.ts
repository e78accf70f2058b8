import { schemaFaults, type ConfigFault, type JsonSchema } from "./json-schema";
import { nearest } from "./nearest";
import type { PolicyLevel } from "@hipaa-aws/evidence";

/**
 * Configuration of a pack, as in the file of `pulumi preview --policy-pack-config`: by policy, or by `all`, a level or
 * an object of options that may hold `enforcementLevel`.
 */
export type PolicyPackConfig = Readonly<Record<string, unknown>>;

/** What a pack declares of one policy before it is configured. */
export interface DeclaredPolicy {
  readonly name: string;
  readonly level: PolicyLevel;
  readonly configSchema?: {
    readonly properties: Readonly<Record<string, JsonSchema>>;
    readonly required: readonly string[];
  };
}

/** Level and options of one policy. */
export interface ResolvedConfig {
  readonly level: PolicyLevel;
  readonly properties: Readonly<Record<string, unknown>>;
}

const levels: readonly string[] = ["advisory", "mandatory", "remediate", "disabled"];

type Given = ReadonlyMap<
  string,
  { readonly level?: PolicyLevel; readonly properties: Readonly<Record<string, unknown>> }
>;

/**
 * Applies configuration by the engine's rules: what policies declare, with the defaults of the top level of their
 * schemas; then what the pack itself configures; then what is given. Of each, `all` first. Options replace one another
 * whole; lists are not merged. Source: pulumi `pkg/resource/analyzer/config.go`.
 *
 * Stricter than the engine in one point: what the pack does not know is an error, since a misspelt policy or option
 * would change nothing without a word.
 *
 * @returns the configuration by policy, or all that is wrong with it.
 */
export function resolveConfig(
  policies: readonly DeclaredPolicy[],
  packOwn: PolicyPackConfig,
  given: PolicyPackConfig,
): { readonly config: ReadonlyMap<string, ResolvedConfig> } | { readonly faults: readonly ConfigFault[] } {
  const names = policies.map(({ name }) => name);
  const faults: ConfigFault[] = [];
  const config = new Map<string, ResolvedConfig>(
    policies.map(({ name, level, configSchema }) => [name, { level, properties: defaults(configSchema) }]),
  );
  for (const layer of [packOwn, given]) apply(config, parse(layer, names, faults));
  for (const { name, configSchema } of policies) {
    const schema = { type: "object", additionalProperties: false, ...configSchema };
    if (configSchema) faults.push(...schemaFaults(schema, config.get(name)?.properties ?? {}, [name]));
  }
  return faults.length > 0 ? { faults } : { config };
}

function defaults(schema: DeclaredPolicy["configSchema"]): Record<string, unknown> {
  const withDefault = Object.entries(schema?.properties ?? {}).filter(([, property]) => "default" in property);
  return Object.fromEntries(withDefault.map(([key, property]) => [key, property.default]));
}

function parse(layer: PolicyPackConfig, names: readonly string[], faults: ConfigFault[]): Given {
  const parsed = new Map<string, { level?: PolicyLevel; properties: Record<string, unknown> }>();
  const known = levels.join(", ");
  for (const [name, value] of Object.entries(layer)) {
    const fault = (text: string, ...path: string[]): void => void faults.push({ path: [name, ...path], text });
    if (name !== "all" && !names.includes(name)) {
      const suggestion = nearest(name, names);
      fault(`the pack has no policy "${name}"${suggestion ? `; did you mean "${suggestion}"?` : ""}`);
    } else if (typeof value === "string") {
      if (isLevel(value)) parsed.set(name, { level: value, properties: {} });
      else fault(`${name}: "${value}" is no enforcement level; take one of ${known}`);
    } else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const { enforcementLevel, ...properties } = value as Record<string, unknown>;
      const [option] = name === "all" ? Object.keys(properties) : [];
      if (option !== undefined) fault(`all takes a level only, and no option ${option}`, option);
      if (enforcementLevel === undefined) parsed.set(name, { properties });
      else if (isLevel(enforcementLevel)) parsed.set(name, { level: enforcementLevel, properties });
      else fault(`${name}: enforcementLevel must be one of ${known}`, "enforcementLevel");
    } else {
      fault(`${name}: must be an enforcement level or an object`);
    }
  }
  return parsed;
}

function apply(config: Map<string, ResolvedConfig>, layer: Given): void {
  const all = layer.get("all")?.level;
  for (const [name, { level, properties }] of config) {
    const own = layer.get(name);
    config.set(name, { level: own?.level ?? all ?? level, properties: { ...properties, ...own?.properties } });
  }
}

function isLevel(value: unknown): value is PolicyLevel {
  return typeof value === "string" && levels.includes(value);
}
