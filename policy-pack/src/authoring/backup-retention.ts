import type { ResourceCheck } from "./resource-check";
import type { RuleConfig } from "./rule";
import type { Truth } from "./truth";

/** Setting of the rules on how long automated backups are kept. */
export const backupConfig: RuleConfig = {
  production: {
    type: "boolean",
    description: "Whether the stack is a production stack, whose backups are kept 35 days instead of 7.",
    default: false,
  },
};

/** Whether `backupRetentionPeriod` is at least 7 days, or 35 in production. */
export function keepsBackups(resource: ResourceCheck, days = leastBackupDays(resource)): Truth {
  return resource.get("backupRetentionPeriod").isAtLeast(days);
}

/** The number of days that the settings ask for. */
export function leastBackupDays(resource: ResourceCheck): number {
  return resource.setting<boolean>("production") ? 35 : 7;
}

/** The fault of a rule on backups, in words. */
export function backupFault(days: number): string {
  return `automated backups are kept less than ${String(days)} days`;
}
