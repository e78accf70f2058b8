import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cache } from "./testing/example";
import { childrenOf, nameOf, record } from "@hipaa-aws/component-testing";

const folder = resolve(__dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

/** The first cells of the table under a heading, without backquotes. */
function firstCells(heading: string): string[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `([^|]+)` +\|/gm)].map((match) => match[1] ?? "");
}

describe("README of the cache", () => {
  const schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as {
    resources: Record<string, { inputProperties: object; properties: object }>;
  };
  const component = schema.resources["cache:index:Cache"];

  it("lists every argument once", () => {
    assert.deepEqual(firstCells("Arguments").sort(), Object.keys(component?.inputProperties ?? {}).sort());
  });

  it("lists every output once", () => {
    assert.deepEqual(firstCells("Outputs").sort(), Object.keys(component?.properties ?? {}).sort());
  });

  it("lists every child with its type", async () => {
    const children = childrenOf(await record(cache()));
    const built = children.map((child) => `\`${nameOf(child).replace("sessions", "<name>")}\` \`${child.type}\``);
    const rows = [...readme.matchAll(/^\| (`<name>[^|]*`) +\| (`aws:[^`]*`)/gm)];
    assert.deepEqual(rows.map(([, name, type]) => `${name ?? ""} ${type ?? ""}`).sort(), built.sort());
  });
});
