import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** One parameter as `aws.rds.ParameterGroup` takes it. */
export interface ParameterSetting {
  name: string;
  value: string;
  applyMethod: "immediate" | "pending-reboot";
}

/** A parameter that the user adds. */
export interface AddedParameter {
  name: string;
  value: string;
  pendingReboot?: boolean;
}

/** What a component makes of the parameters of one engine. */
export interface ParameterRules {
  /** What no argument changes. */
  readonly locked: Readonly<Record<string, string>>;
  /** What the component sets, and a user may set otherwise. */
  readonly changeable: Readonly<Record<string, string>>;
  /** Static ones of both: RDS refuses "immediate" for them, and takes "pending-reboot" for static and dynamic ones. */
  readonly atReboot: ReadonlySet<string>;
  /** What a user may not add, by pattern, with the reason. */
  readonly refused: readonly (readonly [RegExp, string])[];
  /** The argument to use instead, for a locked parameter that has one. */
  readonly instead?: Readonly<Record<string, string>>;
}

/**
 * The parameters of a group, sorted by name: the locked ones, the changeable ones, and the user's.
 *
 * @param argument the list's name, for the message
 * @throws ArgumentError for a name that is locked, refused or given twice.
 */
export function parameterList(
  checks: ArgumentChecks,
  argument: string,
  rules: ParameterRules,
  added: readonly AddedParameter[],
): ParameterSetting[] {
  checkAdded(checks, argument, rules, added);
  const settings = new Map<string, ParameterSetting>();
  for (const [name, value] of Object.entries({ ...rules.changeable, ...rules.locked }))
    settings.set(name, { name, value, applyMethod: rules.atReboot.has(name) ? "pending-reboot" : "immediate" });
  for (const { name, value, pendingReboot } of added)
    settings.set(name, { name, value, applyMethod: pendingReboot ? "pending-reboot" : "immediate" });
  return [...settings.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Refuses parameters that are locked, that would write PHI into the log or that would weaken a safeguard. */
export function checkAdded(
  checks: ArgumentChecks,
  argument: string,
  rules: ParameterRules,
  added: readonly AddedParameter[],
): void {
  added.forEach((parameter, index) => checkOne(checks, `${argument}[${index}]`, rules, parameter));
  checks.unique(
    argument,
    added.map(({ name }) => name),
  );
}

function checkOne(checks: ArgumentChecks, argument: string, rules: ParameterRules, { name, value }: AddedParameter) {
  checks.matches(`${argument}.name`, name, /^[a-z_][a-z0-9_. -]*$/, "the lower-case name of a parameter of the engine");
  checks.matches(`${argument}.value`, value, /./, "a text that is not empty");
  const set = rules.locked[name];
  const instead = rules.instead?.[name];
  if (set !== undefined)
    checks.fail(
      argument,
      `sets "${name}", which the component locks to ${set}`,
      instead === undefined ? "Leave it out" : `Add to ${instead} instead`,
    );
  const refused = rules.refused.find(([pattern]) => pattern.test(name));
  if (refused) checks.fail(argument, `sets "${name}", which ${refused[1]}`, "Leave it out");
}
