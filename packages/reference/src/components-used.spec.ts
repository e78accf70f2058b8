import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { HipaaWebApplicationDatabaseEngine, type HipaaWebApplicationArgs } from "./args";
import { record } from "./testing/example";
import { existingNetwork } from "./testing/existing-network-example";
import { frontExample } from "./testing/front-example";

const folder = join(__dirname, "..");
const load = createRequire(__filename);

/** Type tokens of the components that the packages beside this one export. */
function exported(): string[] {
  const packages = readdirSync(join(folder, "..")).filter((name) =>
    existsSync(join(folder, "..", name, "src/index.ts")),
  );
  return packages.flatMap((name) =>
    Object.entries(load(`@hipaa-aws/${name}`) as Record<string, unknown>)
      .filter(([, value]) => typeof value === "function" && value.prototype instanceof pulumi.ComponentResource)
      .map(([component]) => `${name}:index:${component}`),
  );
}

const component = /^[a-z-]+:index:\w+$/;

/** Types in a list of URNs on record. */
function onRecord(file: string): string[] {
  const urns = JSON.parse(readFileSync(join(__dirname, file), "utf8")) as string[];
  return urns.flatMap((urn) => (urn.split("::")[0] ?? "").split("$")).filter((type) => component.test(type));
}

/** What is there in the place of something else, so that no one application has all of it. */
const alternatives: Partial<HipaaWebApplicationArgs>[] = [
  {
    ...frontExample,
    web: undefined,
    webInstances: { imageId: "ami-0123456789abcdef0" },
    network: undefined,
    existingNetwork,
    accountSafeguards: true,
    defaultVpcId: "vpc-0a1b2c3d",
    cache: { serverless: {} },
    database: { engine: HipaaWebApplicationDatabaseEngine.AuroraPostgres },
    dnssec: {},
  },
  {
    database: {
      engine: HipaaWebApplicationDatabaseEngine.SqlServerStandard,
      userRotationFunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:rotate-app-user",
    },
  },
];

async function used(): Promise<Set<string>> {
  const types = ["", "-options"].flatMap((which) => onRecord(`hipaa-web-application${which}.urns.json`));
  for (const args of alternatives) types.push(...(await record(args)).map(({ type }) => type));
  return new Set(types.filter((type) => component.test(type)));
}

/** Rows of the README's table of what stands beside the application: a component, and why. */
function beside(): Map<string, string> {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const [, section = ""] = /\n## Stands beside it\n([^]*?)\n## /.exec(readme) ?? [];
  const rows = section.matchAll(/^\| `(\w+)` +\| `@hipaa-aws\/([a-z-]+)` +\| (.+?) +\|$/gm);
  return new Map([...rows].map(([, name, where, why]) => [`${where}:index:${name}`, why ?? ""]));
}

describe("every component of every package", () => {
  it("is part of the application, or the README tells why it stands beside it", async () => {
    const all = exported();
    assert.ok(all.length >= 53, `${all.length} components`);
    const [inside, outside] = [await used(), beside()];
    assert.deepEqual(all.filter((type) => !inside.has(type)).sort(), [...outside.keys()].sort());
    for (const [type, why] of outside) assert.ok(why.length > 20, type);
  });
});
