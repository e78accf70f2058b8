import { unwrapSecret, type StateValue } from "@hipaa-aws/stack-state";
import { dnsSuffixOf } from "./environment";
import { identifier, uuid } from "./identifiers";
import { sdkType } from "./sdk-types";
import type { Creation, Template } from "./type-simulation";

/**
 * Fills the places of a template; see {@link Template}.
 *
 * @throws Error for a place that nothing fills: a mistake in a table of `services/`.
 */
export function fillTemplate(template: Template, creation: Creation, known: Record<string, string> = {}): string {
  return template.replace(/\{([\w|]+)\}/g, (_place, names: string) => {
    for (const name of names.split("|")) {
      const value =
        known[name] ??
        fixedValue(name, creation) ??
        environmentValue(name, creation) ??
        random(name, creation) ??
        input(name, creation);
      if (value !== undefined) return value;
    }
    if (names.split("|").includes("name")) return creation.name;
    throw new Error(`nothing fills {${names}} of a simulated ${creation.type}`);
  });
}

function fixedValue(name: string, creation: Creation): string | undefined {
  switch (name) {
    case "slash":
      return "/";
    case "generated":
      // The Terraform provider's own way of naming what has no name.
      return fillTemplate("tf-{digits26}", creation);
    default:
      return undefined;
  }
}

function environmentValue(name: string, { environment }: Creation): string | undefined {
  switch (name) {
    case "partition":
      return environment.partition;
    case "region":
      return environment.region;
    case "account":
      return environment.accountId;
    case "suffix":
      return dnsSuffixOf(environment);
    default:
      return undefined;
  }
}

function random(name: string, { type, seed }: Creation): string | undefined {
  if (name === "uuid") return uuid(`${type}::${seed}`);
  const [, alphabet, length] = /^(hex|digits|upper|lower)(\d+)$/.exec(name) ?? [];
  if (!alphabet) return undefined;
  return identifier(`${type}::${seed}`, alphabet as "hex" | "digits" | "upper" | "lower", Number(length));
}

function input(name: string, { inputs }: Creation): string | undefined {
  const value: StateValue | undefined = inputs[name];
  const plain = value === undefined ? undefined : unwrapSecret(value);
  return typeof plain === "string" || typeof plain === "number" ? String(plain) : undefined;
}

/**
 * The inputs that an id tells, read against the template it was made of: `records` with `{bucket}` is the bucket
 * `records`. Nothing when the id does not look like the template.
 */
export function inputsOfId(template: Template, id: string, creation: Creation): Record<string, string> {
  const names: string[] = [];
  const pattern = template
    .split(/\{([\w|]+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const name = part.split("|")[0] ?? "";
      const isInput = sdkType(creation.type).inputs.has(name);
      if (isInput) names.push(name);
      return isInput ? "(.+?)" : ".+?";
    })
    .join("");
  const match = new RegExp(`^${pattern}$`).exec(id);
  return Object.fromEntries(names.flatMap((name, index) => (match ? [[name, match[index + 1] ?? ""]] : [])));
}
