import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checksFor } from "@hipaa-aws/foundation";
import { DatabaseInstanceEngine } from "./engines/args";
import { mariaDb, mySql } from "./engines/mysql";
import { oracle } from "./engines/oracle";
import { sqlServer } from "./engines/sql-server";
import { lockedParameters } from "./parameters";
import { defaultPostgresVersion, postgresMajorVersion } from "./postgres-version";
import { cluster, primary, secondary } from "./testing/aurora";
import { engineDatabase, everyChild } from "./testing/engines";
import { database, everything, recovery } from "./testing/example";
import { proxy } from "./testing/proxy";
import { childrenOf, nameOf, record, type Graph } from "@hipaa-aws/component-testing";

const folder = resolve(__dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

function section(heading: string): string {
  return readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
}

/** `name type` of every child in the table of a component. */
function listed(component: string): string[] {
  const table = readme.split(`\n### Children of \`${component}\`\n`)[1]?.split("\n#")[0] ?? "";
  const codes = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  return table
    .split("\n")
    .filter((line) => line.startsWith("| `<name>"))
    .flatMap((line) => {
      const [, names, types] = line.split("|");
      const tokens = codes(types).filter((code) => code.startsWith("aws:"));
      return codes(names).flatMap((name) => tokens.map((type) => `${name} ${type}`));
    })
    .sort();
}

/** `name type` of every child of any of these programs, each with a component called db. */
async function built(programs: readonly (() => void)[]): Promise<string[]> {
  const graphs: Graph[] = [];
  for (const program of programs) graphs.push(await record(program));
  const children = graphs.flatMap(childrenOf).map((child) => `${nameOf(child).replace("db", "<name>")} ${child.type}`);
  return [...new Set(children)].sort();
}

describe("README of the database", () => {
  it("lists every child of PostgresInstance with its type", async () => {
    assert.deepEqual(listed("PostgresInstance"), await built([database(everything), database(recovery)]));
  });

  it("lists every child of AuroraPostgresCluster with its type", async () => {
    const { alarmTopicArn } = primary;
    const programs = [
      cluster(),
      cluster(primary),
      cluster({ ...secondary, alarmTopicArn }),
      cluster({ serverless: {}, alarmTopicArn }),
    ];
    assert.deepEqual(listed("AuroraPostgresCluster"), await built(programs));
  });

  it("lists every child of DatabaseInstance with its type", async () => {
    const programs = Object.values(DatabaseInstanceEngine).map((engine) => engineDatabase(engine, everyChild));
    assert.deepEqual(listed("DatabaseInstance"), await built(programs));
  });

  it("lists every child of DatabaseProxy with its type", async () => {
    const { alarmTopicArn, eventTopicArn } = everything;
    const children = await built([proxy({ alarmTopicArn, eventTopicArn })]);
    assert.deepEqual(listed("DatabaseProxy"), children.map((child) => child.replace("pool", "<name>")).sort());
  });

  it("lists every engine with its majors, port, logs and locked parameters", () => {
    for (const [title, preset] of Object.entries({
      MySQL: mySql,
      MariaDB: mariaDb,
      Oracle: oracle,
      "SQL Server": sqlServer,
    })) {
      const row = section("Engines of `DatabaseInstance`")
        .split("\n")
        .find((line) => line.startsWith(`| ${title} `));
      assert.ok(row, title);
      const locked = Object.entries(preset.parameters.locked).map(([name, value]) => `\`${name}=${value}\``);
      const facts = [...preset.majors, String(preset.port), ...preset.logs.map((log) => `\`${log}\``), ...locked];
      for (const fact of facts) assert.ok(row.includes(fact), `${title}: ${fact}`);
    }
  });

  it("lists every locked parameter with its value", () => {
    const major = postgresMajorVersion(checksFor("PostgresInstance", "db"), defaultPostgresVersion.version);
    const rows = [...section("Parameters of PostgreSQL").matchAll(/^\| `([^`]+)` +\| ([^|,]+(?:,[^| ]+)?)/gm)];
    const inTable = Object.fromEntries(rows.map(([, name = "", value = ""]) => [name, value.trim()] as const));
    assert.deepEqual(inTable, lockedParameters(major, []));
  });
});
