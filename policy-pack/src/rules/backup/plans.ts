import { backupConfig } from "../../authoring/backup-retention";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import { longestGapInDays } from "../../knowledge/schedule";

const planRulesKept = resourceRule("backup-plan-rules", {
  config: {
    backupRetentionDays: {
      type: "integer",
      description: "Least number of days that a daily rule keeps recovery points.",
      default: 35,
      minimum: 1,
    },
  },
  check: (plan) => {
    const days = plan.setting<number>("backupRetentionDays");
    plan.expect(
      plan.get("rules").some((rule) => runsDaily(rule.get("schedule")).and(keeps(rule, days))),
      `no rule of the plan runs every day and keeps recovery points for ${String(days)} days`,
    );
  },
});

/** Nothing said means once a day. */
function runsDaily(schedule: Value): Truth {
  return schedule
    .isGiven()
    .not()
    .or(schedule.whenKnown((raw) => (longestGapInDays(withPlainFields(asText(raw))) ?? Infinity) <= 1));
}

/** Ways to say every day by a step or a range, as stars. */
function withPlainFields(expression: string): string {
  return expression.replace(/(?:\*|1)\/1(?=[\s)])/g, "*").replace(/(?<=\s)(?:1-7|SUN-SAT|MON-SUN|1-31)(?=\s)/gi, "*");
}

/** Nothing said means for ever. */
function keeps(rule: Value, days: number): Truth {
  const deleteAfter = rule.get("lifecycle.deleteAfter");
  return deleteAfter.isGiven().not().or(deleteAfter.isAtLeast(days));
}

const planCopy = resourceRule("backup-plan-copy", {
  config: backupConfig,
  check: (plan) => {
    plan.onlyWhen(Truth.of(plan.setting<boolean>("production")), "the stack is not configured as production");
    plan.expect(
      plan.get("rules").some((rule) => rule.get("copyActions").some((one) => one.get("destinationVaultArn").isGiven())),
      "no rule of the plan copies recovery points to another vault",
    );
  },
});

const planContinuous = resourceRule("backup-plan-continuous", {
  check: (plan) =>
    plan.expect(
      plan.get("rules").some((rule) => rule.get("enableContinuousBackup").isTrue()),
      "no rule of the plan backs up continuously",
    ),
});

/** Kinds of resources that hold PHI, by the names that AWS Backup gives them. */
const phiTypes = [
  "Aurora",
  "DocumentDB",
  "DynamoDB",
  "EBS",
  "EC2",
  "EFS",
  "FSx",
  "Neptune",
  "RDS",
  "Redshift",
  "Redshift Serverless",
  "S3",
  "Storage Gateway",
  "VirtualMachine",
];

const regionOptIn = resourceRule("backup-region-opt-in", {
  check: (settings) => {
    const preference = settings.get("resourceTypeOptInPreference");
    settings.expect(
      Truth.any(phiTypes.map((type) => preference.child(type).isFalse())).not(),
      "a kind of resource that may hold PHI is left out of AWS Backup in this Region",
    );
  },
});

/** Rules on plans and on what a Region opts in. */
export const planRules: readonly Rule[] = [planRulesKept, planCopy, planContinuous, regionOptIn];
