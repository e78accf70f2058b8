import { Truth } from "../../authoring/truth";
import { aboutAction } from "./by-action";
import type { Caller } from "./caller";
import { keysOf } from "./candidates";
import type { Context } from "./conditions";
import type { PolicyReading, PolicyStatement } from "./policy-reading";
import { conditionsHold, coversTarget, hasEffect, matchesAction, meetsTarget } from "./statement-match";
import { partOf, type Target } from "./target";
import { contextsOf, type World } from "./worlds";

/** The policies that decide on what one principal does with one resource, and the request. */
export interface AccessRequest {
  /** The policies of the principal itself. */
  readonly identity: readonly PolicyReading[];
  /** The permissions boundary, which grants nothing and without whose leave nothing is granted. */
  readonly boundary?: PolicyReading;
  /** The policy on the resource. */
  readonly resource?: PolicyReading;
  /** True where the policy on the resource has to let IAM decide, as that of a key has to. */
  readonly needsDelegation?: boolean;
  readonly caller: Caller;
  readonly action: string;
  readonly target: Target;
  readonly world: World;
}

/** By what a principal gets at a resource. */
export interface Route {
  /** The place of the policy among the principal's own; `resource` where the policy on the resource does it alone. */
  readonly by: number | "resource";
  readonly isOpen: Truth;
}

/**
 * The ways in which a request can be allowed, for some values of what it carries: by each of the principal's policies,
 * within the boundary and, for keys, by leave of the key's policy; and by the policy on the resource, where it names
 * the principal. A Deny of any of them takes each way back. Source: IAM User Guide, "Policy evaluation logic".
 */
export function routesOf(request: AccessRequest): Route[] {
  const { identity, resource } = request;
  const own = identity.map((policy, by): Route => ({ by, isOpen: isOpenBy(policy, request, "identity") }));
  const named: Route[] = resource ? [{ by: "resource", isOpen: isOpenBy(resource, request, "resource") }] : [];
  return [...own, ...named].filter(({ isOpen }) => !isOpen.isNo);
}

/** Whether a request can be allowed at all. */
export function isReachable(request: AccessRequest): Truth {
  return Truth.any(routesOf(request).map(({ isOpen }) => isOpen));
}

function isOpenBy(policy: PolicyReading, request: AccessRequest, kind: "identity" | "resource"): Truth {
  const { boundary, resource, needsDelegation, caller } = request;
  const { allows } = aboutAction(policy, request.action);
  // Most policies say nothing of an action.
  if (allows.length === 0 && policy.open.length === 0) return Truth.no;
  const answers = allows.map((allow) => {
    const direct = kind === "resource" ? isAbout(allow, caller, "named") : Truth.yes;
    if (direct.isNo || !mayConcern(allow, request.target)) return Truth.no;
    const leave = kind === "identity" && needsDelegation ? [delegations(resource, request)] : [];
    const within = boundary ? [allowing(boundary, request)] : [];
    return direct.and(isOpenWith(allow, [...leave, ...within], request));
  });
  return Truth.any([...answers, ...undecided(policy)]);
}

/** Statements of one policy of which at least one has to allow the request as well. */
interface Leave {
  readonly statements: readonly PolicyStatement[];
  readonly isNamed: (statement: PolicyStatement) => Truth;
  readonly open: readonly string[];
}

function allowing(policy: PolicyReading, request: AccessRequest): Leave {
  const { allows: statements } = aboutAction(policy, request.action);
  return { statements, isNamed: () => Truth.yes, open: policy.open };
}

function delegations(policy: PolicyReading | undefined, request: AccessRequest): Leave {
  if (!policy) return { statements: [], isNamed: () => Truth.no, open: [] };
  const isNamed = (statement: PolicyStatement): Truth => isAbout(statement, request.caller, "account");
  const { statements, open } = allowing(policy, request);
  return { statements: statements.filter((one) => !isNamed(one).isNo), isNamed, open };
}

function isOpenWith(allow: PolicyStatement, leaves: readonly Leave[], request: AccessRequest): Truth {
  const { target, world } = request;
  const part = partsOf(allow, target);
  const denies = deniesOf(request).filter(({ statement }) => part.some((one) => !covers(statement, one, request).isNo));
  const statements = [
    allow,
    ...leaves.flatMap((leave) => leave.statements),
    ...denies.map(({ statement }) => statement),
  ];
  const whole = contextsFor(world, statements);
  // Too many ways in which the conditions may come out: then a Deny with conditions takes nothing back.
  const isWhole = whole !== undefined;
  const contexts = whole ?? contextsFor(world, [allow]);
  if (!contexts) return Truth.no;
  const takesBack = denies.filter(({ statement }) => isWhole || statement.conditions.length === 0);
  const openDenies = allPolicies(request).flatMap(({ open }) => open);
  const isOpen = Truth.any(
    part.flatMap((one) =>
      contexts.map((context) =>
        Truth.all([
          hasEffect(allow, "Allow"),
          matchesAction(allow, request.action),
          meetsTarget(allow, one, context),
          conditionsHold(allow, context),
          ...leaves.map((leave) => givesLeave(leave, request, context)),
          ...takesBack.map(({ statement, isNamed }) =>
            Truth.all([
              hasEffect(statement, "Deny"),
              isNamed,
              covers(statement, one, request, context),
              conditionsHold(statement, context),
            ]).not(),
          ),
        ]),
      ),
    ),
  );
  const openResources = allow.resources?.open ?? [];
  if (isOpen.isNo && openResources.length > 0) return Truth.unknown(...openResources);
  // A policy of which nothing is known may hold the Deny that takes it back.
  return isOpen.isYes && openDenies.length > 0 ? Truth.unknown(...openDenies) : isOpen;
}

function givesLeave({ statements, isNamed, open }: Leave, request: AccessRequest, context: Context): Truth {
  const given = statements.map((one) =>
    Truth.all([
      hasEffect(one, "Allow"),
      isNamed(one),
      matchesAction(one, request.action),
      meetsTarget(one, request.target, context),
      conditionsHold(one, context),
    ]),
  );
  return Truth.any([...given, ...(open.length > 0 ? [Truth.unknown(...open)] : [])]);
}

interface Denial {
  readonly statement: PolicyStatement;
  readonly isNamed: Truth;
}

function deniesOf(request: AccessRequest): Denial[] {
  const { identity, boundary, resource, caller } = request;
  const deniesIn = (policy: PolicyReading): readonly PolicyStatement[] => aboutAction(policy, request.action).denies;
  const own = [...identity, ...(boundary ? [boundary] : [])].flatMap(deniesIn);
  const named = (resource ? deniesIn(resource) : []).map((statement) => ({
    statement,
    isNamed: isAbout(statement, caller, "named").or(isAbout(statement, caller, "account")),
  }));
  return [...own.map((statement) => ({ statement, isNamed: Truth.yes })), ...named].filter(
    ({ isNamed }) => !isNamed.isNo,
  );
}

function covers(statement: PolicyStatement, target: Target, { action }: AccessRequest, context?: Context): Truth {
  // Before the request is known, a variable may stand for what would match.
  const about = context ? coversTarget(statement, target, context) : Truth.unknown("Resource");
  return matchesAction(statement, action).and(about);
}

/** Whether a statement of a policy on a resource names a caller, or the account that the caller is of. */
function isAbout({ principals, notPrincipals }: PolicyStatement, caller: Caller, how: "named" | "account"): Truth {
  if (notPrincipals) {
    const isExcepted = caller.isNamed(notPrincipals).or(caller.isOfNamedAccount(notPrincipals));
    return how === "named" ? isExcepted.not() : Truth.no;
  }
  if (!principals) return Truth.no;
  return how === "named"
    ? caller.isNamed(principals)
    : caller.isNamed(principals).or(caller.isOfNamedAccount(principals));
}

/** Whether a statement may be about some of a target, whatever the request carries. */
function mayConcern({ resources, notResources }: PolicyStatement, target: Target): boolean {
  if (notResources || !resources || resources.open.length > 0) return true;
  return resources.known.some((one) => one.includes("${") || !target.meets(one).isNo);
}

function partsOf({ resources }: PolicyStatement, target: Target): Target[] {
  const known = (resources?.known ?? []).filter((one) => !one.includes("${") && !target.meets(one).isNo);
  return known.length > 0 ? known.map((one) => partOf(target, one)) : [target];
}

function contextsFor(world: World, statements: readonly PolicyStatement[]): readonly Context[] | undefined {
  const conditions = statements.flatMap((one) => one.conditions);
  const texts = statements.flatMap(({ resources, notResources }) => [
    ...(resources?.known ?? []),
    ...(notResources?.known ?? []),
  ]);
  return contextsOf(world, keysOf(conditions, texts), conditions);
}

function allPolicies({ identity, boundary, resource }: AccessRequest): PolicyReading[] {
  return [...identity, ...(boundary ? [boundary] : []), ...(resource ? [resource] : [])];
}

function undecided({ open }: PolicyReading): Truth[] {
  return open.length > 0 ? [Truth.unknown(...open)] : [];
}
