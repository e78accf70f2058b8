import type { ArgumentChecks } from "@hipaa-aws/foundation";

const minutesPerDay = 24 * 60;
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const time = "([01]\\d|2[0-3]):([0-5]\\d)";
const daily = new RegExp(`^${time}-${time}$`);
const weekly = new RegExp(`^(${days.join("|")}):${time}-(${days.join("|")}):${time}$`);

/** ElastiCache takes windows of an hour and more. Source: CreateReplicationGroup in the ElastiCache API. */
const shortestMinutes = 60;

/** Checks form (UTC) and length of a daily window. */
export function checkDailyWindow(checks: ArgumentChecks, argument: string, window: string): string {
  checks.matches(argument, window, daily, 'a daily span in UTC such as "06:00-07:00"');
  const [, startHour, startMinute, endHour, endMinute] = daily.exec(window) ?? [];
  const length = minutes(endHour, endMinute) - minutes(startHour, startMinute);
  return longEnough(checks, argument, window, (length + minutesPerDay) % minutesPerDay);
}

/** Checks form (UTC) and length of a weekly window. */
export function checkWeeklyWindow(checks: ArgumentChecks, argument: string, window: string): string {
  checks.matches(argument, window, weekly, 'a weekly span in UTC such as "sun:08:00-sun:09:00"');
  const [, startDay = "", startHour, startMinute, endDay = "", endHour, endMinute] = weekly.exec(window) ?? [];
  const dayLength = (days.indexOf(endDay) - days.indexOf(startDay)) * minutesPerDay;
  const length = dayLength + minutes(endHour, endMinute) - minutes(startHour, startMinute);
  return longEnough(checks, argument, window, (length + 7 * minutesPerDay) % (7 * minutesPerDay));
}

function minutes(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}

function longEnough(checks: ArgumentChecks, argument: string, window: string, length: number): string {
  if (length >= shortestMinutes) return window;
  return checks.fail(argument, `lasts ${length} minutes`, `Give it ${shortestMinutes} minutes or more`);
}
