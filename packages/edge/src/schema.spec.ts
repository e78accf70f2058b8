import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";

const folder = resolve(__dirname, "..");

/** The schema that the Pulumi CLI would read from this package. */
function schemaOfPackage(): unknown {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
    version: string;
    description: string;
  };
  const [namespace, name] = manifest.name.replace("@", "").split("/") as [string, string];
  const { components, typeDefinitions, dependencies } = new Analyzer(
    folder,
    name,
    manifest,
    new Set(expected),
  ).analyze();
  const schema = generateSchema(
    name,
    manifest.version,
    manifest.description,
    components,
    typeDefinitions,
    dependencies,
    namespace,
  );
  return JSON.parse(JSON.stringify(schema));
}

const expected = ["InternalLoadBalancer", "PublicEdge"];

describe("schema for other languages", () => {
  it("is what schema.json holds (UPDATE_SCHEMA=1 rewrites it)", () => {
    const schema = schemaOfPackage();
    const file = join(folder, "schema.json");
    if (process.env.UPDATE_SCHEMA === "1") {
      writeFileSync(file, JSON.stringify(schema, null, 2) + "\n");
    }
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), schema);
  });
});
