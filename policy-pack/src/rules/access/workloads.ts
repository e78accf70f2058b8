import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { frontDoorsTo } from "../../graph/access/front-doors";
import { phiStoresOf } from "../../graph/access/phi-stores";
import { withoutReported } from "../../graph/access/reported";
import { mayEver, mayRead, routesByPolicies } from "../../graph/access/store-access";
import { workloadsOf } from "../../graph/access/workloads";
import { setTarget } from "../../knowledge/access/target";
import { reachesAnyPhi } from "../iam/permissions";
import { escalation } from "./escalation";
import { someOf } from "./text";

const blastRadius = stackRule("access-role-blast-radius", {
  config: {
    mostStores: {
      type: "integer",
      description: "How many PHI stores the programs of one role may read.",
      default: 10,
      minimum: 1,
    },
  },
  check: (stack, graph) => {
    const most = stack.setting<number>("mostStores");
    for (const { principal, isWorkload } of workloadsOf(graph)) {
      // Allows that name no store are reported by the rules on policies.
      const narrowed = withoutReported(principal, reachesAnyPhi);
      const reached = phiStoresOf(graph)
        .map((store) => ({ store, isRead: store.holdsPhi.and(mayRead(graph, principal, store, narrowed)) }))
        .filter(({ isRead }) => !isRead.isNo);
      const certain = reached.filter(({ isRead }) => isRead.isYes).map(({ store }) => store.label);
      const open = Truth.unknown(...new Set(reached.flatMap(({ isRead }) => isRead.paths)));
      const isTooMany = certain.length > most ? Truth.yes : reached.length > most ? open : Truth.no;
      stack.expect(
        principal.resource,
        isWorkload.and(isTooMany).not(),
        `the programs of one role may read ${certain.length} PHI stores: ${principal.label} → ${someOf(certain, ", ")}`,
      );
    }
  },
});

/** By which copies are lost from which data could be restored, and what each is about. */
const deletions: readonly (readonly [action: string, resources: string])[] = [
  // A recovery point has the ARN of the service that it is of.
  ["backup:DeleteRecoveryPoint", "arn:*"],
  ["backup:DeleteBackupVault", "arn:*:backup:*:*:backup-vault:*"],
  ["dynamodb:DeleteBackup", "arn:*:dynamodb:*:*:table/*/backup/*"],
  ["ec2:DeleteSnapshot", "arn:*:ec2:*::snapshot/*"],
  ["elasticache:DeleteSnapshot", "arn:*:elasticache:*:*:snapshot:*"],
  ["fsx:DeleteBackup", "arn:*:fsx:*:*:backup/*"],
  ["memorydb:DeleteSnapshot", "arn:*:memorydb:*:*:snapshot/*"],
  ["rds:DeleteDBClusterAutomatedBackup", "arn:*:rds:*:*:cluster-auto-backup:*"],
  ["rds:DeleteDBClusterSnapshot", "arn:*:rds:*:*:cluster-snapshot:*"],
  ["rds:DeleteDBInstanceAutomatedBackup", "arn:*:rds:*:*:auto-backup:*"],
  ["rds:DeleteDBSnapshot", "arn:*:rds:*:*:snapshot:*"],
  ["redshift:DeleteClusterSnapshot", "arn:*:redshift:*:*:snapshot:*/*"],
];

const backupDeletion = stackRule("access-internet-facing-role-can-delete-backups", {
  check: (stack, graph) => {
    for (const { principal, isWorkload } of workloadsOf(graph)) {
      const narrowed = withoutReported(principal);
      const doors = mayEver(
        narrowed,
        deletions.map(([action]) => action),
      )
        ? frontDoorsTo(graph, principal.resource)
        : [];
      if (doors.length === 0) continue;
      const routes = deletions.flatMap(([action, resources]) =>
        routesByPolicies(graph, narrowed, [action], { target: setTarget(resources) }),
      );
      const isFacing = Truth.any(doors.map(({ isOpen }) => isOpen));
      const deletes = Truth.any(routes.map(({ isOpen }) => isOpen));
      const door = doors.find(({ isOpen }) => isOpen.isYes) ?? doors[0];
      const route = routes.find(({ isOpen }) => isOpen.isYes) ?? routes[0];
      stack.expect(
        principal.resource,
        Truth.all([isWorkload, isFacing, deletes]).not(),
        `a program that the internet reaches may delete backups: ${door?.path ?? ""} → ${principal.label} → ${
          route?.by ?? ""
        } allows ${route?.action ?? ""}`,
      );
    }
  },
});

/** Rules on what the programs of one role reach. */
export const workloadRules: readonly Rule[] = [blastRadius, backupDeletion, escalation];
