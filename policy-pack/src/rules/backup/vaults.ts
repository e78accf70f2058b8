import { backupConfig } from "../../authoring/backup-retention";
import { atLeast, customerKey, mustNotBeTrue, notPublicPolicy } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isCustomerKey } from "../../knowledge/customer-key";
import { globCovers } from "../../knowledge/glob";
import type { Statement } from "../../knowledge/policy-document";
import { readStatements } from "../../knowledge/policy-statements";

const vault = "aws:backup/vault:Vault";
const vaultLock = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const vaultNotifications = "aws:backup/vaultNotifications:VaultNotifications";

const cmk = resourceRule("backup-vault-cmk", {
  check: (resource) => {
    if (resource.type === vault) {
      customerKey(
        "kmsKeyArn",
        "recovery points are encrypted under AWS's own key instead of a customer-managed one",
      )(resource);
      return;
    }
    // An air-gapped vault is AWS's own account by design, whose key serves when none is given.
    const key = resource.get("encryptionKeyArn");
    resource.expect(key.isGiven().not().or(isCustomerKey(key)), "the air-gapped vault names one of AWS's own keys");
  },
});

const noForceDestroy = resourceRule("backup-vault-no-force-destroy", {
  check: mustNotBeTrue("forceDestroy", "the vault can be destroyed together with its recovery points"),
});

const policyNotPublic = resourceRule("backup-vault-policy-not-public", {
  check: notPublicPolicy("policy", "the vault policy lets everyone in"),
});

const destructive = ["backup:deleterecoverypoint", "backup:updaterecoverypointlifecycle", "backup:deletebackupvault"];

const policyDeniesDeletion = resourceRule("backup-vault-policy", {
  check: (resource) => {
    const { known, open } = readStatements(resource.get("policy"));
    const denied = destructive.every((action) => known.some((statement) => denies(statement, action)));
    resource.expect(
      denied ? Truth.yes : open.length > 0 ? Truth.unknown(...open) : Truth.no,
      "the vault policy does not deny the deletion of recovery points and of the vault",
    );
  },
});

/** A deny for everyone, or for all but some; a condition may except the role for emergencies. */
function denies({ effect, actions, principals, notPrincipals }: Statement, action: string): boolean {
  const meetsAll = principals?.everyone === true || notPrincipals !== undefined;
  return effect === "Deny" && meetsAll && actions.some((one) => globCovers(one.toLowerCase(), action));
}

const lock = stackRule("backup-vault-lock", {
  types: [vault],
  config: backupConfig,
  check: (check, graph) => {
    if (!check.setting<boolean>("production")) return;
    for (const each of graph.ofType(vault)) {
      check.expect(each, hasCompanion(graph, each, vaultLock), "the vault of a production stack has no lock");
    }
  },
});

function hasCompanion(graph: StackGraph, of: GraphResource, type: string): Truth {
  if (graph.referrers(of, type, "backupVaultName").length > 0) return Truth.yes;
  const isOpen = graph.unresolvedReferrers(type, "backupVaultName", vault).length > 0;
  return isOpen ? Truth.unknown("backupVaultName") : Truth.no;
}

const lockRetention = resourceRule("backup-vault-lock-retention", {
  check: atLeast("minRetentionDays", 35, "the lock lets recovery points go in less than 35 days"),
});

const lockCompliance = resourceRule("backup-vault-lock-compliance-mode", {
  check: atLeast("changeableForDays", 3, "the lock is in governance mode, in which it can be taken off"),
});

/** Each group stands for one thing to be told about; a completed job may have failed. */
const wantedEvents: readonly (readonly string[])[] = [
  ["BACKUP_JOB_COMPLETED", "BACKUP_JOB_FAILED"],
  ["COPY_JOB_FAILED"],
  ["RESTORE_JOB_COMPLETED"],
];

const notifications = stackRule("backup-notifications", {
  types: [vault],
  check: (check, graph) => {
    for (const each of graph.ofType(vault)) {
      check.expect(each, hasCompanion(graph, each, vaultNotifications), "nobody is told when a job of the vault fails");
      for (const companion of graph.referrers(each, vaultNotifications, "backupVaultName")) {
        const events = companion.get("backupVaultEvents");
        check.expect(
          companion,
          Truth.all(wantedEvents.map((group) => events.some((event) => event.isOneOf(...group)))),
          "the notifications leave out failed backups, failed copies or restores",
        );
      }
    }
  },
});

/** Rules on vaults, their locks, policies and notifications. */
export const vaultRules: readonly Rule[] = [
  cmk,
  noForceDestroy,
  policyNotPublic,
  policyDeniesDeletion,
  lock,
  lockRetention,
  lockCompliance,
  notifications,
];
