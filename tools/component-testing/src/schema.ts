import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";

/**
 * Holds what Pulumi's multi-language analyser makes of a package against its committed `schema.json`, and that the
 * package has exactly these components. `UPDATE_SCHEMA=1` rewrites the file.
 *
 * @param folder the package's folder
 * @param components class names
 */
export function assertSchemaOnRecord(folder: string, components: readonly string[]): void {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  const [namespace = "", name = ""] = (manifest["name"] ?? "").replace("@", "").split("/");
  const found = new Analyzer(folder, name, manifest, new Set(components)).analyze();
  const { version = "", description = "" } = manifest;
  const { components: analysed, typeDefinitions, dependencies } = found;
  const schema = generateSchema(name, version, description, analysed, typeDefinitions, dependencies, namespace);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  const file = join(folder, "schema.json");
  if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(file, text);
  assert.deepEqual(JSON.parse(text), JSON.parse(readFileSync(file, "utf8")));
  assert.deepEqual(
    Object.keys(schema.resources).sort(),
    [...components].sort().map((component) => `${name}:index:${component}`),
  );
}
