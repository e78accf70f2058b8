/** Days of the units that an AWS `rate(...)` expression takes. */
const unitDays: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  minutes: 1 / 1440,
  hour: 1 / 24,
  hours: 1 / 24,
  day: 1,
  days: 1,
};

/**
 * The longest time between two runs of an AWS schedule expression, in days, or nothing when the expression is none that
 * can be read. For `cron(...)` the bound is the widest one that its fields allow: daily, weekly, monthly or the longest
 * step between the months it names; it never understates the gap.
 */
export function longestGapInDays(expression: string): number | undefined {
  const rate = /^rate\(\s*(\d+)\s+([a-z]+)\s*\)$/i.exec(expression.trim());
  if (rate) {
    const unit = unitDays[(rate[2] ?? "").toLowerCase()];
    return unit === undefined ? undefined : Number(rate[1]) * unit;
  }
  const cron = /^cron\(([^)]*)\)$/i.exec(expression.trim());
  const fields = cron?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) return undefined;
  const [, , dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = fields;
  if (year !== "*") return undefined;
  const months = monthsOf(month);
  if (!months) return undefined;
  const everyMonth = months.length === 12;
  if (everyMonth && [dayOfMonth, dayOfWeek].every((field) => field === "*" || field === "?")) return 1;
  if (everyMonth && /^[A-Z0-9,-]+$/i.test(dayOfWeek)) return 7;
  return longestStep(months) * 31;
}

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function monthsOf(field: string): number[] | undefined {
  if (field === "*") return monthNames.map((_, index) => index + 1);
  const step = /^(?:\*|1|JAN)\/(\d+)$/i.exec(field);
  if (step) {
    const width = Number(step[1]);
    return width >= 1
      ? monthNames.map((_, index) => index + 1).filter((month) => (month - 1) % width === 0)
      : undefined;
  }
  const months = field.split(",").flatMap((part) => {
    const [from, to] = part.split("-").map(monthNumber);
    if (from === undefined) return [Number.NaN];
    if (to === undefined) return [from];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
  const valid = months.length > 0 && months.every((month) => month >= 1 && month <= 12);
  return valid ? [...new Set(months)].sort((a, b) => a - b) : undefined;
}

function monthNumber(text: string): number {
  const byName = monthNames.indexOf(text.toUpperCase());
  return byName >= 0 ? byName + 1 : Number(text);
}

function longestStep(months: readonly number[]): number {
  const next = months.map((month, index) => (months[index + 1] ?? (months[0] ?? month) + 12) - month);
  return Math.max(...next);
}
