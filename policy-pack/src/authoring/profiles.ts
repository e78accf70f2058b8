import { isPackRule, packRules, type Tier } from "@hipaa-aws/controls";
import type { EnforcementLevel, Policy } from "@pulumi/policy";
import type { CitationMode } from "./pack-settings";
import type { Rule } from "./rule";

/** A configuration of the pack, as in a file for `--policy-pack-config`. */
export type Profile = Readonly<Record<string, EnforcementLevel | Readonly<Record<string, string>>>>;

type Levels = Readonly<Record<Tier, EnforcementLevel>>;

const byTier: Levels = { core: "mandatory", extended: "advisory", optional: "disabled" };
const strict: Levels = { core: "mandatory", extended: "mandatory", optional: "advisory" };
/** Rules of peers are on by default there, whatever their tier here. */
const asPeers: Levels = { core: "mandatory", extended: "advisory", optional: "advisory" };

/**
 * The profiles, each a whole configuration: every rule with its level, so that a reader and a change both show what is
 * on.
 *
 * - `default`: the tiers as they are.
 * - `strict`: core and extended mandatory, optional advisory.
 * - `peer-compat`: only what other rule sets check too; findings carry their ids and citations beside ours.
 * - `nprm-2025`: the proposed rule of January 6, 2025, not in force: every specification is required, so core and
 *   extended are mandatory, and exemptions need a compensating control throughout.
 * - `baseline`: the tiers as they are, for what is new: findings that `policy-baseline.json` knows are counted and not
 *   reported. The file is looked for in the folder in which the command runs.
 */
export function profiles(rules: readonly Rule[], policies: readonly Policy[]): Readonly<Record<string, Profile>> {
  const profile = (
    citations: CitationMode,
    levelOf: (rule: Rule) => EnforcementLevel,
    more: Readonly<Record<string, string>> = {},
  ): Profile => {
    const own = policies
      .filter(({ name }) => isPackRule(name) && name !== packRules.settings)
      .map(({ name, enforcementLevel = "advisory" }): [string, EnforcementLevel] => [name, enforcementLevel]);
    const judging = rules
      .map((rule): [string, EnforcementLevel] => [rule.id, levelOf(rule)])
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const settings = { enforcementLevel: "mandatory", citations, ...more };
    return { [packRules.settings]: settings, ...Object.fromEntries([...own, ...judging]) };
  };
  const of = (levels: Levels) => (rule: Rule) => levels[rule.requirement.tier];
  return {
    default: profile("rule", of(byTier)),
    strict: profile("rule", of(strict)),
    "peer-compat": profile("peers", (rule) => (hasPeers(rule) ? of(asPeers)(rule) : "disabled")),
    "nprm-2025": profile("nprm-2025", of(strict)),
    baseline: profile("rule", of(byTier), { baseline: "policy-baseline.json" }),
  };
}

function hasPeers({ requirement }: Rule): boolean {
  return Object.values(requirement.peers ?? {}).some((ids) => ids.length > 0);
}
