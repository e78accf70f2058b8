import assert from "node:assert/strict";
import fc from "fast-check";
import { BackupPlanLockMode, type BackupPlanArgs } from "./backup-plan-args";
import { settingsOf } from "./backup-plan-settings";
import { record, required } from "./testing/example";

const resource = (name: string, arn = `arn:aws:s3:::${name}`) => ({ name, arn });
const Governance = BackupPlanLockMode.Governance;

const refused: readonly (readonly [string, Partial<BackupPlanArgs>, RegExp])[] = [
  ["a plan of nothing", { resources: [] }, /BackupPlan "records": resources has 0 element\(s\)\. Give at least 1/],
  [
    "more resources than a selection takes",
    { resources: Array.from({ length: 501 }, (_, index) => resource(`b${index}`)) },
    /resources has 501 elements\. Give 500 at most/,
  ],
  ["a resource's name twice", { resources: [resource("a"), resource("a", "arn:aws:s3:::b")] }, /holds "a" twice/],
  ["a resource twice", { resources: [resource("a"), resource("b", "arn:aws:s3:::a")] }, /"arn:aws:s3:::a" twice/],
  ["a resource's name with a space", { resources: [resource("a b", "arn:aws:s3:::a")] }, /resources is "a b"/],
  ["a name instead of an ARN", { resources: [resource("a", "my-bucket")] }, /must be the ARN of one resource/],
  ["a wildcard", { resources: [resource("a", "arn:aws:s3:::*")] }, /the ARN of one resource, without wildcards/],
  [
    "roles by a wildcard",
    { breakGlassRoles: ["arn:aws:iam::111122223333:role/*"] },
    /breakGlassRoles is .*It must be the ARN of a role/,
  ],
  [
    "a user for emergencies",
    { breakGlassRoles: ["arn:aws:iam::111122223333:user/ann"] },
    /breakGlassRoles is .*It must be the ARN of a role/,
  ],
  ["a vault by name", { copyTo: { vaultArn: "copy" } }, /copyTo\.vaultArn is "copy"\. It must be the ARN of a backup/],
  ["daily backups for a month", { dailyRetentionDays: 34 }, /dailyRetentionDays is 34, .* from 35 to 36500/],
  ["monthly backups for less than a year", { monthlyRetentionDays: 364 }, /monthlyRetentionDays is 364/],
  [
    "monthly backups that go before daily ones",
    { dailyRetentionDays: 400, monthlyRetentionDays: 399 },
    /monthlyRetentionDays and dailyRetentionDays are 399 and 400.*Give a monthlyRetentionDays of 400 or more/,
  ],
  ["retention without end", { monthlyRetentionDays: 36501 }, /monthlyRetentionDays is 36501/],
  ["hour 24", { startHour: 24 }, /startHour is 24, .* from 0 to 23/],
  ["a start window below an hour", { startWindowMinutes: 59 }, /startWindowMinutes is 59/],
  [
    "windows that leave less than an hour",
    { startWindowMinutes: 120, completionWindowMinutes: 179 },
    /startWindowMinutes and completionWindowMinutes are 120 and 179.*Give a completionWindowMinutes of 180 or more/,
  ],
  ["a minimum without a lock", { lockMinRetentionDays: 35 }, /lockMinRetentionDays and lockMode do not go together/],
  ["a lock of 34 days", { lockMode: Governance, lockMinRetentionDays: 34 }, /lockMinRetentionDays is 34/],
  [
    "a lock that refuses the daily backups",
    { lockMode: Governance, lockMinRetentionDays: 36 },
    /lockMinRetentionDays and dailyRetentionDays are 36 and 35.*Give a dailyRetentionDays of 36 or more/,
  ],
  [
    "an unknown lock mode",
    { lockMode: "Compliance" as BackupPlanLockMode },
    /lockMode is "Compliance", .* Choose one of None, Governance/,
  ],
];

describe("BackupPlan refuses", () => {
  for (const [title, args, message] of refused) {
    it(title, async () => assert.rejects(record(args), message));
  }

  it("a name that leaves no room for Pulumi's suffix", async () => {
    await assert.rejects(record({}, {}, "a".repeat(43)), /the 50 characters AWS allows for the name of a backup vault/);
    assert.ok(await record({}, {}, "a".repeat(42)));
  });

  it("a name that is no vault's", async () => assert.rejects(record({}, {}, "a.b"), /name is "a\.b"/));
});

describe("BackupPlan's settings", () => {
  it("never keep a daily backup shorter than a locked vault takes, or a monthly one shorter than a daily one", () => {
    const days = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined });
    fc.assert(
      fc.property(days, days, days, (dailyRetentionDays, monthlyRetentionDays, lockMinRetentionDays) => {
        const args = {
          ...required,
          dailyRetentionDays,
          monthlyRetentionDays,
          lockMinRetentionDays,
          lockMode: Governance,
        };
        let settings;
        try {
          settings = settingsOf("records", args);
        } catch (error) {
          assert.equal((error as Error).name, "ArgumentError");
          return;
        }
        const { lockMinRetentionDays: least = 0, dailyRetentionDays: daily, monthlyRetentionDays: monthly } = settings;
        assert.ok(least >= 35 && daily >= least && monthly >= daily && monthly >= 365);
      }),
    );
  });
});
