import { oneOf } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { backupTagsConfig, isBackedUp } from "../../knowledge/backup-coverage";
import { hasCompanion } from "./encryption";
import { backupPolicy, fileSystem } from "./tokens";

const backup = stackRule("efs-backup", {
  types: [fileSystem],
  config: backupTagsConfig,
  check: (check, graph) => {
    for (const each of graph.ofType(fileSystem)) {
      check.expect(
        each,
        hasCompanion(graph, each, backupPolicy).or(isBackedUp(check, graph, each)),
        "the file system has no backup policy and no backup selection covers it",
      );
    }
  },
});

const policyEnabled = resourceRule("efs-backup-policy-enabled", {
  check: oneOf("backupPolicy.status", ["ENABLED"], "automatic backups of the file system are declared and not enabled"),
});

const multiAz = resourceRule("efs-multi-az", {
  // A zone given at all means One Zone storage, whichever zone it turns out to be.
  faultsOnPresence: true,
  check: (resource) =>
    resource.expect(
      resource.get("availabilityZoneName").isGiven().not(),
      "the file system keeps its data in one Availability Zone only",
    ),
});

/** Rules on backups and storage classes. */
export const backupRules: readonly Rule[] = [backup, policyEnabled, multiAz];
