import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";

const folder = resolve(__dirname, "..");
const file = join(folder, "schema.json");

/** The schema that the Pulumi CLI reads from this package for programs in other languages. */
function schemaOfPackage(): unknown {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  const [namespace, name] = (manifest.name ?? "").replace("@", "").split("/") as [string, string];
  const analyzed = new Analyzer(folder, name, manifest, new Set(["BackupPlan"])).analyze();
  const { components, typeDefinitions, dependencies } = analyzed;
  const { version = "", description = "" } = manifest;
  const schema = generateSchema(name, version, description, components, typeDefinitions, dependencies, namespace);
  return JSON.parse(JSON.stringify(schema));
}

describe("schema for other languages", () => {
  it("is what schema.json holds (UPDATE_SCHEMA=1 rewrites it)", () => {
    const schema = schemaOfPackage();
    if (process.env.UPDATE_SCHEMA === "1") writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), schema);
  });
});
