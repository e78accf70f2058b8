import type { ArgumentChecks } from "@hipaa-aws/foundation";

const minutesPerDay = 24 * 60;
const minutesPerWeek = 7 * minutesPerDay;
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const time = "([01]\\d|2[0-3]):([0-5]\\d)";
const daily = new RegExp(`^${time}-${time}$`);
const weekly = new RegExp(`^(${days.join("|")}):${time}-(${days.join("|")}):${time}$`);

/** RDS takes windows of half an hour and more. Source: CreateDBInstance in the Amazon RDS API. */
const shortestMinutes = 30;

interface Span {
  start: number;
  minutes: number;
}

/**
 * Checks the two windows: their form (UTC), their length and that they do not overlap, which RDS refuses.
 *
 * @throws ArgumentError that names one or both windows.
 */
export function checkWindows(checks: ArgumentChecks, backupWindow: string, maintenanceWindow: string): void {
  const backup = dailySpan(checks, backupWindow);
  const maintenance = weeklySpan(checks, maintenanceWindow);
  const clash = days.some((_, day) =>
    overlap({ start: day * minutesPerDay + backup.start, minutes: backup.minutes }, maintenance),
  );
  if (clash)
    checks.fail(
      "backupWindow and maintenanceWindow",
      `overlap (${backupWindow} and ${maintenanceWindow})`,
      "Move one of them",
    );
}

function dailySpan(checks: ArgumentChecks, window: string): Span {
  checks.matches("backupWindow", window, daily, 'a daily span in UTC such as "06:00-07:00"');
  const [, startHour, startMinute, endHour, endMinute] = daily.exec(window) ?? [];
  const start = minuteOfDay(startHour, startMinute);
  return longEnough(checks, "backupWindow", start, minuteOfDay(endHour, endMinute), minutesPerDay);
}

function weeklySpan(checks: ArgumentChecks, window: string): Span {
  checks.matches("maintenanceWindow", window, weekly, 'a weekly span in UTC such as "sun:08:00-sun:09:00"');
  const [, startDay = "", startHour, startMinute, endDay = "", endHour, endMinute] = weekly.exec(window) ?? [];
  const start = days.indexOf(startDay) * minutesPerDay + minuteOfDay(startHour, startMinute);
  const end = days.indexOf(endDay) * minutesPerDay + minuteOfDay(endHour, endMinute);
  return longEnough(checks, "maintenanceWindow", start, end, minutesPerWeek);
}

function minuteOfDay(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}

function longEnough(checks: ArgumentChecks, argument: string, start: number, end: number, cycle: number): Span {
  const minutes = (end - start + cycle) % cycle;
  if (minutes < shortestMinutes)
    checks.fail(argument, `lasts ${minutes} minutes`, `Give it ${shortestMinutes} minutes or more`);
  return { start, minutes };
}

// Both spans lie on a circle of one week.
function overlap(a: Span, b: Span): boolean {
  const gap = (from: Span, to: Span) => (to.start - from.start + minutesPerWeek) % minutesPerWeek;
  return gap(a, b) < a.minutes || gap(b, a) < b.minutes;
}
