import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checksFor } from "@hipaa-aws/foundation";
import { lockedParameters } from "./parameters";
import { defaultPostgresVersion, postgresMajorVersion } from "./postgres-version";
import { database, everything } from "./testing/example";
import { childrenOf, nameOf, record } from "@hipaa-aws/component-testing";

const folder = resolve(__dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

function section(heading: string): string {
  return readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
}

/** The first cells of the table under a heading, without backquotes. */
function firstCells(heading: string): string[] {
  return [...section(heading).matchAll(/^\| `([^|]+)` +\|/gm)].map((match) => match[1] ?? "");
}

describe("README of the database", () => {
  const schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8")) as {
    resources: Record<string, { inputProperties: object; properties: object }>;
  };
  const component = schema.resources["database:index:PostgresInstance"];

  it("lists every argument once", () => {
    assert.deepEqual(firstCells("Arguments").sort(), Object.keys(component?.inputProperties ?? {}).sort());
  });

  it("lists every output once", () => {
    assert.deepEqual(firstCells("Outputs").sort(), Object.keys(component?.properties ?? {}).sort());
  });

  it("lists every child with its type", async () => {
    const children = childrenOf(await record(database(everything)));
    const built = children.map((child) => `${nameOf(child).replace("db", "<name>")} ${child.type}`);
    const rows = [...section("What it builds").matchAll(/^\| (`<name>.*?) +\| (`aws:.*?) +\|/gm)];
    const codes = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
    const listed = rows.flatMap(([, names, types]) =>
      codes(names).flatMap((name) => codes(types).map((type) => `${name} ${type}`)),
    );
    assert.deepEqual(listed.sort(), built.sort());
  });

  it("lists every locked parameter with its value", () => {
    const major = postgresMajorVersion(checksFor("PostgresInstance", "db"), defaultPostgresVersion.version);
    const rows = [...section("Parameters").matchAll(/^\| `([^`]+)` +\| ([^|,]+(?:,[^| ]+)?)/gm)];
    const listed = Object.fromEntries(rows.map(([, name = "", value = ""]) => [name, value.trim()] as const));
    assert.deepEqual(listed, lockedParameters(major, []));
  });
});
