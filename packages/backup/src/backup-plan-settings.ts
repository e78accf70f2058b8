import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { BackupPlanLockMode, type BackupPlanArgs } from "./backup-plan-args";

/** The plain arguments of a BackupPlan, checked and with defaults. */
export interface BackupPlanSettings {
  readonly dailyRetentionDays: number;
  readonly monthlyRetentionDays: number;
  readonly startHour: number;
  readonly startWindowMinutes: number;
  readonly completionWindowMinutes: number;
  /** Undefined: no vault lock. */
  readonly lockMinRetentionDays: number | undefined;
}

/** AWS Backup keeps a recovery point for a hundred years at most. Source: AWS Backup API, `Lifecycle`. */
const longestRetentionDays = 36500;
const shortestRetentionDays = 35;
/** Source: AWS Backup API, `BackupRule`: both windows have an hour at least, and one starts before the other ends. */
const hour = 60;
const year = 365 * 24 * hour;
/** Source: AWS Backup quotas, "ARNs without wildcards per resource assignment". */
const mostResources = 500;

const names = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
const plainArn = /^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:[^*?\s]+$/;
const roleArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const vaultArn = /^arn:aws[a-z-]*:backup:[a-z0-9-]+:\d{12}:backup-vault:[A-Za-z0-9_-]{2,50}$/;

/** @throws ArgumentError for what AWS Backup would refuse, now or when the first job runs. */
export function settingsOf(name: string, args: BackupPlanArgs): BackupPlanSettings {
  const checks = checksFor("BackupPlan", name);
  checks.matches("name", name, names, "letters, digits, hyphens and underscores, as vaults are named");
  checks.fitsAutoname(name, 50, "the name of a backup vault");
  checkResources(checks, args);
  checkArns(checks, args);
  const daily = retention(checks, "dailyRetentionDays", args.dailyRetentionDays ?? 35, shortestRetentionDays);
  return {
    dailyRetentionDays: daily,
    monthlyRetentionDays: monthlyRetention(checks, args, daily),
    startHour: checks.integer("startHour", args.startHour ?? 2, 0, 23),
    ...windows(checks, args),
    lockMinRetentionDays: lock(checks, args, daily),
  };
}

function checkResources(checks: ArgumentChecks, { resources }: BackupPlanArgs): void {
  checks.atLeast("resources", resources, 1);
  if (resources.length > mostResources) {
    checks.fail(
      "resources",
      `has ${resources.length} elements`,
      `Give ${mostResources} at most and make a second plan`,
    );
  }
  for (const { name } of resources) checks.matches("resources", name, names, "letters, digits, hyphens, underscores");
  checks.unique(
    "resources",
    resources.map(({ name }) => name),
  );
}

// An ARN that is an output is known to AWS only. One that is written down is checked here: a slip in it would leave a
// resource without backups, and nobody would be told.
function checkArns(checks: ArgumentChecks, { resources, breakGlassRoles = [], copyTo }: BackupPlanArgs): void {
  const written = resources.map(({ arn }) => arn).filter((arn) => typeof arn === "string");
  for (const arn of written) checks.matches("resources", arn, plainArn, "the ARN of one resource, without wildcards");
  checks.unique("resources", written);
  for (const role of breakGlassRoles) {
    if (typeof role === "string") checks.matches("breakGlassRoles", role, roleArn, "the ARN of a role");
  }
  if (copyTo !== undefined && typeof copyTo.vaultArn === "string") {
    checks.matches("copyTo.vaultArn", copyTo.vaultArn, vaultArn, "the ARN of a backup vault");
  }
}

function retention(checks: ArgumentChecks, argument: string, days: number, least: number): number {
  return checks.integer(argument, days, least, longestRetentionDays);
}

function monthlyRetention(checks: ArgumentChecks, args: BackupPlanArgs, daily: number): number {
  // Thirteen months with a leap day: 366 + 31.
  const days = args.monthlyRetentionDays ?? Math.max(397, daily);
  retention(checks, "monthlyRetentionDays", days, 365);
  if (days < daily) {
    checks.fail(
      "monthlyRetentionDays and dailyRetentionDays",
      `are ${days} and ${daily}: monthly backups would go before daily ones`,
      `Give a monthlyRetentionDays of ${daily} or more`,
    );
  }
  return days;
}

function windows(
  checks: ArgumentChecks,
  args: BackupPlanArgs,
): Pick<BackupPlanSettings, "startWindowMinutes" | "completionWindowMinutes"> {
  const start = checks.integer("startWindowMinutes", args.startWindowMinutes ?? 2 * hour, hour, year);
  const completion = checks.integer(
    "completionWindowMinutes",
    args.completionWindowMinutes ?? 7 * 24 * hour,
    hour,
    year,
  );
  if (completion < start + hour) {
    checks.fail(
      "startWindowMinutes and completionWindowMinutes",
      `are ${start} and ${completion}, which leaves a job that starts last less than an hour`,
      `Give a completionWindowMinutes of ${start + hour} or more`,
    );
  }
  return { startWindowMinutes: start, completionWindowMinutes: completion };
}

function lock(checks: ArgumentChecks, args: BackupPlanArgs, dailyRetentionDays: number): number | undefined {
  const mode = checks.oneOf("lockMode", args.lockMode ?? BackupPlanLockMode.None, Object.values(BackupPlanLockMode));
  if (mode === BackupPlanLockMode.None) {
    if (args.lockMinRetentionDays === undefined) return undefined;
    return checks.fail(
      "lockMinRetentionDays and lockMode",
      "do not go together: a vault without a lock has no minimum",
      "Set lockMode to Governance or leave lockMinRetentionDays out",
    );
  }
  const days = args.lockMinRetentionDays ?? shortestRetentionDays;
  retention(checks, "lockMinRetentionDays", days, shortestRetentionDays);
  if (days > dailyRetentionDays) {
    checks.fail(
      "lockMinRetentionDays and dailyRetentionDays",
      `are ${days} and ${dailyRetentionDays}: the vault would refuse every daily backup`,
      `Give a dailyRetentionDays of ${days} or more`,
    );
  }
  return days;
}
