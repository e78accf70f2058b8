import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isPackRule } from "@hipaa-aws/controls";
import { rules } from "../rules";
import { compileRules } from "./compile";
import { profiles, type Profile } from "./profiles";

const folder = join(__dirname, "..", "..", "profiles");
const policies = compileRules(rules);
const made = profiles(rules, policies);

/** Levels by policy, without the options beside them. */
function levels(profile: Profile): Map<string, unknown> {
  return new Map(
    Object.entries(profile).map(([name, given]) => [
      name,
      typeof given === "string" ? given : given["enforcementLevel"],
    ]),
  );
}
const countOf = (profile: Profile | undefined, level: string): number =>
  [...levels(profile ?? {})].filter(([name, one]) => one === level && !isPackRule(name)).length;
const inTier = (tier: string): number => rules.filter(({ requirement }) => requirement.tier === tier).length;

describe("profiles", () => {
  it("are on record as the rules make them (UPDATE_PROFILES=1 writes them)", () => {
    for (const [name, profile] of Object.entries(made)) {
      const path = join(folder, `${name}.json`);
      const text = `${JSON.stringify(profile, undefined, 2)}\n`;
      if (process.env["UPDATE_PROFILES"] === "1") writeFileSync(path, text);
      assert.ok(existsSync(path), `${path} is missing`);
      assert.equal(readFileSync(path, "utf8"), text, `${name} is not what the rules make; run with UPDATE_PROFILES=1`);
    }
    assert.deepEqual(
      readdirSync(folder).sort(),
      Object.keys(made)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it("name every policy of the pack, and no other", () => {
    const names = policies.map(({ name }) => name).sort();
    for (const [name, profile] of Object.entries(made)) assert.deepEqual(Object.keys(profile).sort(), names, name);
  });

  it("take the default from the tiers, and change nothing that the pack has on its own", () => {
    const declared = new Map(policies.map(({ name, enforcementLevel }) => [name, enforcementLevel]));
    assert.deepEqual(
      levels(made["default"] ?? {}),
      new Map([...levels(made["default"] ?? {})].map(([name]) => [name, declared.get(name)])),
    );
  });

  it("differ for what is new by the known findings alone", () => {
    const { "hipaa-settings": settings, ...levelsOfNew } = made["baseline"] ?? {};
    const { "hipaa-settings": plain, ...levelsOfAll } = made["default"] ?? {};
    assert.deepEqual(levelsOfNew, levelsOfAll);
    assert.deepEqual(settings, { ...(plain as object), baseline: "policy-baseline.json" });
  });

  it("are strict with core and extended, and heed what is optional", () => {
    for (const name of ["strict", "nprm-2025"]) {
      assert.equal(countOf(made[name], "mandatory"), inTier("core") + inTier("extended"));
      assert.equal(countOf(made[name], "advisory"), inTier("optional"));
      assert.equal(countOf(made[name], "disabled"), 0);
    }
  });

  it("hold for peers only what peers have", () => {
    const on = [...levels(made["peer-compat"] ?? {})].filter(
      ([name, level]) => level !== "disabled" && !isPackRule(name),
    );
    assert.ok(on.length > 300, `only ${on.length} rules`);
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    for (const [name] of on) {
      const ids = Object.values(byId.get(name)?.requirement.peers ?? {}).flat();
      assert.ok(ids.length > 0, name);
    }
  });
});
