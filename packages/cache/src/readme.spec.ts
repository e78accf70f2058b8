import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cache } from "./testing/example";
import { childrenOf, nameOf, record } from "@hipaa-aws/component-testing";

const folder = resolve(__dirname, "..");
const readme = readFileSync(join(folder, "README.md"), "utf8");

describe("README of the cache", () => {
  it("lists every child with its type", async () => {
    const children = childrenOf(await record(cache()));
    const built = children.map((child) => `\`${nameOf(child).replace("sessions", "<name>")}\` \`${child.type}\``);
    const rows = [...readme.matchAll(/^\| (`<name>[^|]*`) +\| (`aws:[^`]*`)/gm)];
    assert.deepEqual(rows.map(([, name, type]) => `${name ?? ""} ${type ?? ""}`).sort(), built.sort());
  });
});
