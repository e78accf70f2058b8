import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";

interface SchemaProperty {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly plain?: boolean;
  readonly items?: SchemaProperty;
  readonly additionalProperties?: SchemaProperty;
}

interface SchemaObject {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaProperty>>;
  readonly required?: readonly string[];
  readonly enum?: readonly { readonly name?: string; readonly value: string; readonly description?: string }[];
}

interface SchemaResource extends SchemaObject {
  readonly inputProperties?: Readonly<Record<string, SchemaProperty>>;
  readonly requiredInputs?: readonly string[];
}

interface Schema {
  readonly resources: Readonly<Record<string, SchemaResource>>;
  readonly types?: Readonly<Record<string, SchemaObject>>;
}

const begin = "<!-- reference: generated from schema.json by UPDATE_README=1 npx mocha -g README -->";
const end = "<!-- end of reference -->";

/**
 * Holds the tables of arguments, types and outputs in a package's README against its `schema.json`: they stand between
 * two comments, and `UPDATE_README=1` rewrites them. A README without the comments gets them at its end.
 *
 * @param folder the package's folder
 */
export async function assertReadmeOnRecord(folder: string): Promise<void> {
  const file = join(folder, "README.md");
  const text = readFileSync(file, "utf8");
  const schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as Schema;
  const wanted = await format(withReference(text, referenceOf(schema)), {
    ...(await resolveConfig(file)),
    parser: "markdown",
  });
  if (process.env["UPDATE_README"] === "1") writeFileSync(file, wanted);
  assert.equal(readFileSync(file, "utf8"), wanted, "README.md: its tables are not those of schema.json");
}

function withReference(text: string, reference: string): string {
  const block = `${begin}\n\n${reference}\n\n${end}`;
  const from = text.indexOf("<!-- reference:");
  const to = text.indexOf(end);
  if (from < 0 || to < from) return `${text.trimEnd()}\n\n${block}\n`;
  return text.slice(0, from) + block + text.slice(to + end.length);
}

/** Markdown of everything that a program can give a package's components and read from them. */
export function referenceOf(schema: Schema): string {
  const components = Object.entries(schema.resources).map(([token, resource]) => componentReference(token, resource));
  const types = Object.entries(schema.types ?? {}).map(([token, type]) => typeReference(token, type));
  return ["## Reference", ...components, ...types].join("\n\n");
}

function componentReference(token: string, resource: SchemaResource): string {
  const name = lastPart(token);
  return [
    `### \`${name}\``,
    "Arguments:",
    argumentTable(resource.inputProperties ?? {}, resource.requiredInputs ?? []),
    "Outputs:",
    table(
      ["output", "type", "what"],
      Object.entries(resource.properties ?? {}).map(([key, property]) => [
        `\`${key}\``,
        typeOf(property),
        cell(property.description),
      ]),
    ),
  ].join("\n\n");
}

function typeReference(token: string, type: SchemaObject): string {
  const heading = `#### \`${lastPart(token)}\``;
  const lead = type.description === undefined ? [] : [type.description.replace(/\s+/g, " ")];
  if (type.enum !== undefined) {
    const rows = type.enum.map((one) => [`\`${one.name ?? one.value}\``, `\`${one.value}\``, cell(one.description)]);
    return [heading, ...lead, table(["name", "value", "what"], rows)].join("\n\n");
  }
  return [heading, ...lead, argumentTable(type.properties ?? {}, type.required ?? [])].join("\n\n");
}

function argumentTable(properties: Readonly<Record<string, SchemaProperty>>, required: readonly string[]): string {
  const rows = Object.entries(properties).map(([key, property]) => [
    `\`${key}\``,
    typeOf(property),
    required.includes(key) ? "yes" : "",
    property.plain === true ? "yes" : "",
    cell(property.description),
  ]);
  return table(["argument", "type", "required", "plain", "what"], rows);
}

function typeOf(property: SchemaProperty): string {
  if (property.$ref !== undefined) return property.$ref.startsWith("#/types/") ? lastPart(property.$ref) : "resource";
  if (property.items !== undefined) return `${typeOf(property.items)}[]`;
  if (property.additionalProperties !== undefined) return `map of ${typeOf(property.additionalProperties)}`;
  return property.type ?? "any";
}

function lastPart(token: string): string {
  return token.split(/[:/]/).at(-1) ?? token;
}

function cell(text: string | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").replaceAll("|", "\\|").trim();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "None.";
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
