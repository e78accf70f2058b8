import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const plan = (...rules: unknown[]) => resource("aws:backup/plan:Plan", { rules });
const rule = (properties: Properties = {}) => ({ ruleName: "a", targetVaultName: "vault", ...properties });
const settings = (preference: unknown) =>
  resource("aws:backup/regionSettings:RegionSettings", { resourceTypeOptInPreference: preference });
const production = { config: { production: true } };
const weekly = rule({ schedule: "cron(0 5 ? * SUN *)", lifecycle: { deleteAfter: 365 } });

export const planCases: ServiceCases = {
  "backup-plan-rules": [
    pass("every day for 35 days", plan(rule({ schedule: "cron(0 5 * * ? *)", lifecycle: { deleteAfter: 35 } }))),
    pass("nothing said: every day, for ever", plan(rule())),
    pass("every 12 hours", plan(rule({ schedule: "rate(12 hours)", lifecycle: { deleteAfter: 90 } }))),
    pass("every day, by a step", plan(rule({ schedule: "cron(0 5 1/1 * ? *)" }))),
    pass("every day, by the days of the week", plan(rule({ schedule: "cron(0 5 ? * SUN-SAT *)" }))),
    pass("a daily rule beside a weekly one", plan(weekly, rule({ schedule: "rate(1 day)" }))),
    fault("every week", plan(weekly)),
    fault("every day for a week", plan(rule({ lifecycle: { deleteAfter: 7 } }))),
    fault("one rule every day, another one for long", plan(weekly, rule({ lifecycle: { deleteAfter: 7 } }))),
    fault("on work days", plan(rule({ schedule: "cron(0 5 ? * MON-FRI *)" }))),
    fault("no rules", resource("aws:backup/plan:Plan", {})),
    pass("as long as the configuration asks", plan(rule({ lifecycle: { deleteAfter: 14 } })), {
      config: { backupRetentionDays: 14 },
    }),
    undecided("a schedule known on update", plan(rule({ schedule: unknown }))),
    fault("a schedule known on update, for a week", plan(rule({ schedule: unknown, lifecycle: { deleteAfter: 7 } }))),
  ],
  "backup-plan-copy": [
    pass("a copy", plan(rule({ copyActions: [{ destinationVaultArn: unknown }] })), production),
    pass(
      "a copy by one of two rules",
      plan(rule(), rule({ copyActions: [{ destinationVaultArn: "arn" }] })),
      production,
    ),
    fault("no copy", plan(rule()), production),
    fault("no copies in the list", plan(rule({ copyActions: [] })), production),
    undecided("copies known on update", plan(rule({ copyActions: unknown })), production),
    notApplicable("outside of production", plan(rule())),
  ],
  "backup-plan-continuous": [
    pass("by one rule", plan(rule(), rule({ enableContinuousBackup: true }))),
    pass(
      "by the second rule, and off in the first",
      plan(rule({ enableContinuousBackup: false }), rule({ enableContinuousBackup: true })),
    ),
    fault("nothing said", plan(rule())),
    fault("switched off", plan(rule({ enableContinuousBackup: false }))),
    undecided("known on update", plan(rule({ enableContinuousBackup: unknown }))),
  ],
  "backup-region-opt-in": [
    pass("all that is named", settings({ Aurora: true, S3: true })),
    pass("what holds no PHI is left out", settings({ CloudFormation: false, S3: true })),
    fault("buckets left out", settings({ S3: false })),
    fault("gateways left out, as text", settings({ "Storage Gateway": "false" })),
    undecided("known on update", settings(unknown)),
    fault("left out beside an unknown", settings({ EFS: unknown, EBS: false })),
    pass("nothing said, which AWS does not accept", settings(undefined)),
  ],
};
