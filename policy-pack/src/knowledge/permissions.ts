import { globCovers, globsMeet, isAllWild } from "./glob";
import type { Statement } from "./policy-document";
import { isEverything, isUnnamed, serviceOfArn } from "./resource-pattern";

/** Whether an action pattern stands for every action of AWS: `*`, `*:*`. */
export function isEveryAction(action: string): boolean {
  return action.split(":").every((part) => isAllWild(part)) && action.split(":").length <= 2;
}

/** The service of which an action pattern stands for every action: `s3:*`, `S3:**`. `*` for more than one service. */
export function wholeService(action: string): string | undefined {
  if (isEveryAction(action)) return "*";
  const [service = "", name, ...more] = action.toLowerCase().split(":");
  if (name === undefined || more.length > 0 || !isAllWild(name)) return undefined;
  return /[*?]/.test(service) ? "*" : service;
}

/** Whether an action pattern can match one of these patterns. IAM does not look at the case of actions. */
export function actionMeets(action: string, targets: readonly string[]): boolean {
  const lower = action.toLowerCase();
  return targets.some((target) => globsMeet(lower, target.toLowerCase()));
}

/** Whether an Allow gives some action that one of these patterns matches, by Action or by what NotAction leaves. */
export function allowsAction(statement: Statement, targets: readonly string[]): boolean {
  if (statement.effect !== "Allow") return false;
  if (statement.notActions.length > 0) return leaves(statement, targets);
  return statement.actions.some((action) => actionMeets(action, targets));
}

function leaves({ notActions }: Statement, targets: readonly string[]): boolean {
  return targets.some((target) => !notActions.some((one) => globCovers(one.toLowerCase(), target.toLowerCase())));
}

/** Whether an Allow gives all actions but some. `NotAction: "*"` leaves nothing. */
export function allowsAllBut(statement: Statement): boolean {
  const { effect, notActions } = statement;
  return effect === "Allow" && notActions.length > 0 && !notActions.some(isEveryAction);
}

/** Whether a statement is about every resource, or about all but some. */
export function isOnEverything({ resources, notResources }: Statement): boolean {
  return notResources.length > 0 ? !notResources.some(isAllWild) : resources.some(isEverything);
}

/** Whether a statement names none of a service's resources: all of them, all of a kind, or all but some. */
export function isOnUnnamed({ resources, notResources }: Statement, service?: string): boolean {
  if (notResources.length > 0) return !notResources.some(isAllWild);
  return resources.some((resource) => isUnnamed(resource, service));
}

/** Whether an Allow gives every action on every resource. A condition does not excuse it. */
export function isAdministration(statement: Statement): boolean {
  if (statement.effect !== "Allow" || !isOnEverything(statement)) return false;
  return allowsAllBut(statement) || statement.actions.some(isEveryAction);
}

/** Operators that hold only when the key is there and has one of the values. */
const demanding = /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress)$/;

/** Whether a condition demands a value for a key, and not just any: IfExists, ForAllValues and negations do not. */
export function demands(statement: Statement, isKey: (key: string) => boolean): boolean {
  return [...statement.conditions].some(
    ([operator, keys]) =>
      demanding.test(operator) &&
      [...keys].some(([key, values]) => isKey(key) && values.length > 0 && !values.some((value) => isAllWild(value))),
  );
}

/** Actions that read or change what is under a key. */
const keyUses = ["kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"];

/** Whether an Allow gives the use of all keys, or of all but some, and no condition narrows which. */
export function usesAllKeys(statement: Statement): boolean {
  if (isAdministration(statement) || !allowsAction(statement, keyUses) || !isOnUnnamed(statement, "kms")) return false;
  const narrowed = demands(
    statement,
    (key) =>
      key === "kms:resourcealiases" ||
      key.startsWith("aws:resourcetag/") ||
      key.startsWith("kms:encryptioncontext:") ||
      key === "kms:viaservice",
  );
  return !narrowed;
}

/** Whether an Allow gives every action of a service without naming its resources. Keys have a judgement of their own. */
export function allowsWholeService(statement: Statement): boolean {
  if (statement.effect !== "Allow" || isAdministration(statement)) return false;
  const onUnnamed = (service: string): boolean =>
    service === "*"
      ? statement.notResources.length > 0 || statement.resources.some(isUnnamedButNoKey)
      : isOnUnnamed(statement, service);
  if (allowsAllBut(statement)) return statement.resources.some(isUnnamedButNoKey);
  return wholeServices(statement).some(onUnnamed);
}

/** The services of which a statement gives every action, keys aside. */
function wholeServices({ actions }: Statement): string[] {
  return actions.map(wholeService).filter((service): service is string => service !== undefined && service !== "kms");
}

function isUnnamedButNoKey(resource: string): boolean {
  return isUnnamed(resource) && serviceOfArn(resource) !== "kms";
}

/**
 * Whether an Allow gives one of these actions without naming resources, by a pattern that is not already reported as
 * the whole service or the whole of AWS.
 */
export function allowsOnUnnamed(statement: Statement, targets: readonly string[]): boolean {
  if (statement.effect !== "Allow" || isAdministration(statement)) return false;
  return statement.actions
    .filter((action) => wholeService(action) === undefined)
    .some((action) =>
      targets.some((target) => actionMeets(action, [target]) && isOnUnnamed(statement, serviceOfAction(target))),
    );
}

function serviceOfAction(target: string): string {
  return target.slice(0, target.indexOf(":")).toLowerCase();
}
