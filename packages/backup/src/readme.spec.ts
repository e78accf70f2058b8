import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import urns from "./backup-plan.urns.json";

const folder = resolve(__dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

/** The first cells of the table under a heading, without backquotes. */
function firstCells(heading: string): string[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `([^|]+)` +\|/gm)].map((match) => match[1] ?? "");
}

describe("README of backups", () => {
  const schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as {
    resources: Record<string, { inputProperties: object; properties: object }>;
  };
  const component = schema.resources["backup:index:BackupPlan"];

  it("lists every argument once", () => {
    assert.deepEqual(firstCells("Arguments").sort(), Object.keys(component?.inputProperties ?? {}).sort());
  });

  it("lists every output once", () => {
    assert.deepEqual(firstCells("Outputs").sort(), Object.keys(component?.properties ?? {}).sort());
  });

  it("lists every child with its type", () => {
    const rows = [...readme.matchAll(/^\| `(<name>[^|`]*)` +\| `(aws:[^`]*)`/gm)];
    const listed = rows.map(([, name = "", type = ""]) => `${type}::${name.replace("<name>", "records")}`);
    const built = urns.full.filter((urn) => urn.includes("$")).map((urn) => urn.split("$")[1]);
    assert.deepEqual(listed.sort(), built.sort());
  });
});
