import assert from "node:assert/strict";
import { checksFor } from "@hipaa-aws/foundation";
import * as fc from "fast-check";
import { checkWindows } from "./windows";

const checks = checksFor("PostgresInstance", "db");
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const two = (value: number) => String(value).padStart(2, "0");
const clock = (minute: number) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
const weekly = (minute: number) => `${days[Math.floor(minute / 1440) % 7] ?? ""}:${clock(minute % 1440)}`;

describe("backup and maintenance window", () => {
  it("may touch and may cross midnight and the end of the week", () => {
    checkWindows(checks, "06:00-07:00", "sun:07:00-sun:08:00");
    checkWindows(checks, "23:45-00:15", "sun:00:15-sun:01:00");
    checkWindows(checks, "02:00-03:00", "sun:23:30-mon:00:30");
  });

  it("overlap across midnight and across the end of the week", () => {
    assert.throws(() => checkWindows(checks, "23:45-00:15", "wed:00:00-wed:01:00"), /overlap/);
    assert.throws(() => checkWindows(checks, "00:00-01:00", "sun:23:30-mon:00:30"), /overlap/);
  });

  it("last half an hour or more", () => {
    assert.throws(() => checkWindows(checks, "06:00-06:29", "sun:08:00-sun:09:00"), /backupWindow lasts 29 minutes/);
    assert.throws(() => checkWindows(checks, "06:00-06:00", "sun:08:00-sun:09:00"), /backupWindow lasts 0 minutes/);
    assert.throws(() => checkWindows(checks, "06:00-07:00", "sun:08:00-sun:08:10"), /maintenanceWindow lasts 10/);
  });

  it("are refused exactly when a minute lies in both", () => {
    const span = (limit: number) => fc.record({ start: fc.nat(limit - 1), minutes: fc.integer({ min: 30, max: 600 }) });
    fc.assert(
      fc.property(span(1440), span(7 * 1440), (backup, maintenance) => {
        const inBackup = (minute: number) => (minute - backup.start + 1440) % 1440 < backup.minutes;
        const clash = Array.from({ length: maintenance.minutes }, (_, i) => (maintenance.start + i) % 1440).some(
          inBackup,
        );
        const check = () =>
          checkWindows(
            checks,
            `${clock(backup.start)}-${clock(backup.start + backup.minutes)}`,
            `${weekly(maintenance.start)}-${weekly(maintenance.start + maintenance.minutes)}`,
          );
        if (clash) assert.throws(check, /backupWindow and maintenanceWindow overlap/);
        else check();
      }),
    );
  });
});
