import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { GraphResource } from "../graph/stack-graph";
import type { Statement } from "../knowledge/policy-document";
import { allowsEveryone, refusesPlainHttp, someStatement } from "../knowledge/policy-judgement";
import { conditionsOf, deniesEveryone, includesAction } from "./s3/policies";

const vault = "aws:glacier/vault:Vault";
const vaultLock = "aws:glacier/vaultLock:VaultLock";

const vaultPolicy = resourceRule("glacier-vault-policy", {
  // PHI in the vault's name is the fault of general-no-phi-in-names-and-tags.
  check: (resource) => {
    const policy = resource.get("accessPolicy");
    resource.expect(
      policy.isGiven().and(refusesPlainHttp(policy, ["glacier:*"])),
      "the vault has no policy that refuses plain HTTP for everyone",
    );
  },
});

const vaultNotPublic = resourceRule("glacier-vault-not-public", {
  check: (resource) => {
    const policy = resource.get("accessPolicy");
    resource.expect(policy.isGiven().and(allowsEveryone(policy)).not(), "the vault's policy allows everyone");
  },
});

const vaultLocked = stackRule("glacier-vault-locked", {
  check: (stack, graph) => {
    for (const lock of graph.ofType(vaultLock)) {
      const isKept = someStatement(lock.get("policy"), keepsSixYears);
      stack.expect(lock, lock.get("completeLock").isTrue(), "the vault lock is not completed, so it ends after a day");
      stack.expect(lock, isKept, "the vault lock does not refuse to delete archives that are less than six years old");
    }
    const open = graph.unresolvedReferrers(vaultLock, "vaultName", vault);
    for (const each of graph.ofType(vault)) stack.expect(each, isLocked(each), "the vault has no vault lock");

    function isLocked(each: GraphResource): Truth {
      if (graph.referrers(each, vaultLock, "vaultName").length > 0) return Truth.yes;
      return open.length > 0 ? Truth.unknown("VaultLock.vaultName") : Truth.no;
    }
  },
});

function keepsSixYears(statement: Statement): boolean {
  const [only, ...others] = conditionsOf(statement);
  return (
    deniesEveryone(statement) &&
    includesAction(statement, "glacier:DeleteArchive") &&
    others.length === 0 &&
    only !== undefined &&
    /^numericlessthan(equals)?(ifexists)?$/.test(only.operator) &&
    only.key === "glacier:archiveageindays" &&
    only.values.length > 0 &&
    only.values.every((days) => Number(days) >= 2190)
  );
}

/** Rules on vaults of Amazon S3 Glacier. */
export const s3GlacierRules: readonly Rule[] = [vaultPolicy, vaultNotPublic, vaultLocked];
