import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { generateSchema } from "@pulumi/pulumi/provider/experimental/schema";
import * as exported from "./index";

const folder = path.join(__dirname, "..");
const file = path.join(folder, "schema.json");

describe("the package for every Pulumi language", () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as Record<string, string>;
  const name = path.basename(manifest["name"] ?? "");
  const components = new Set(["FargateService", "ImageRepository", "ServiceCluster"]);

  it("has the committed schema (UPDATE_SCHEMA=1 rewrites it)", () => {
    const found = new Analyzer(folder, name, manifest, components).analyze();
    const schema = generateSchema(
      name,
      manifest["version"] ?? "",
      manifest["description"] ?? "",
      found.components,
      found.typeDefinitions,
      found.dependencies,
      "hipaa-aws",
    );
    const text = JSON.stringify(schema, undefined, 2) + "\n";
    if (process.env["UPDATE_SCHEMA"]) fs.writeFileSync(file, text);
    assert.deepEqual(JSON.parse(text), JSON.parse(fs.readFileSync(file, "utf8")));
    assert.deepEqual(
      Object.keys(schema.resources).sort(),
      [...components].map((component) => `service:index:${component}`),
    );
  });

  it("exports its components", () => {
    for (const component of components) assert.ok(component in exported, component);
  });
});
