import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isAllWild } from "../glob";
import { keysOf } from "./candidates";
import type { Context } from "./conditions";
import { anonymous, stranger } from "./outsiders";
import { readPolicy, type Parties, type PolicyReading, type PolicyStatement } from "./policy-reading";
import { conditionsHold, coversTarget, hasEffect, matchesAction } from "./statement-match";
import { anyTarget, partOf, type Target } from "./target";
import { textClasses } from "./text-classes";
import { contextsOf, worldOf, type World } from "./worlds";

const noContext: Context = () => undefined;

/** Requests that a policy has to refuse, whoever makes them. */
export interface RefusedRequests {
  /** Patterns of actions, all of which have to be refused. */
  readonly actions: readonly string[];
  /** What they are about; each has to be refused as a whole. */
  readonly targets: readonly Target[];
  /** What these requests have in common; whatever else they carry must not matter. */
  readonly context: ReadonlyMap<string, readonly string[] | undefined>;
}

/**
 * Whether a policy on a resource refuses requests by Deny, whoever makes them and whatever else they carry. Several
 * statements may do so together: one for some actions and one for all others.
 */
export function refuses(policy: Value, { actions, targets, context }: RefusedRequests): Truth {
  const { statements, open } = readPolicy(policy);
  const denies = statements.filter((statement) => statement.effect !== "Allow");
  const patterns = denies.flatMap(({ actions: some, notActions }) => [
    ...(some?.known ?? []),
    ...(notActions?.known ?? []),
  ]);
  const world = worldOf(context);
  const undecided = open.length > 0 ? Truth.unknown(...open) : Truth.no;
  return Truth.all(
    targets.flatMap((target) =>
      actionsWithin(actions, patterns).map((action) => {
        const about = denies.filter((one) => !concerns(one, target, action).isNo);
        return refusesEveryone(about, target, action, world).or(undecided);
      }),
    ),
  );
}

function concerns(statement: PolicyStatement, target: Target, action: string): Truth {
  return matchesAction(statement, action).and(coversTarget(statement, target, noContext));
}

function refusesEveryone(denies: readonly PolicyStatement[], target: Target, action: string, world: World): Truth {
  if (denies.length > 1) {
    // Nearly always one statement does it alone, and then it does not matter in how many ways the others may come out.
    const alone = Truth.any(denies.map((one) => refusesEveryone([one], target, action, world)));
    if (alone.isYes) return alone;
    return refusesTogether(denies, target, action, world) ?? alone;
  }
  return refusesTogether(denies, target, action, world) ?? Truth.no;
}

/** Nothing where the conditions may come out in too many ways. */
function refusesTogether(
  denies: readonly PolicyStatement[],
  target: Target,
  action: string,
  world: World,
): Truth | undefined {
  const conditions = denies.flatMap((statement) => statement.conditions);
  const contexts = contextsOf(world, keysOf(conditions), conditions);
  if (!contexts) return undefined;
  const about = denies.map((one) => ({ one, isDeny: hasEffect(one, "Deny").and(concerns(one, target, action)) }));
  return Truth.all(
    callersOf(denies).flatMap((caller) => {
      const ofCaller = about
        .map(({ one, isDeny }) => ({ one, applies: isDeny.and(isAbout(one, caller)) }))
        .filter(({ applies }) => !applies.isNo);
      return contexts.map((context) =>
        Truth.any(ofCaller.map(({ one, applies }) => applies.and(conditionsHold(one, context)))),
      );
    }),
  );
}

/** Somebody whom a statement may name, or anybody else. */
type Caller = string | undefined;

function callersOf(statements: readonly PolicyStatement[]): Caller[] {
  const named = statements
    .flatMap(({ principals, notPrincipals }) => [principals, notPrincipals])
    .flatMap((parties) => [...(parties?.aws ?? []), ...(parties?.services ?? []), ...(parties?.federated ?? [])]);
  return [undefined, ...new Set(named.filter((name) => name !== "*"))];
}

function isAbout({ principals, notPrincipals }: PolicyStatement, caller: Caller): Truth {
  if (notPrincipals) return isAmong(notPrincipals, caller).not();
  return principals ? isAmong(principals, caller) : Truth.no;
}

function isAmong({ everyone, aws, services, federated, open }: Parties, caller: Caller): Truth {
  const isNamed = caller !== undefined && [...aws, ...services, ...federated].includes(caller);
  return Truth.any([Truth.of(everyone || isNamed), ...(open.length > 0 ? [Truth.unknown(...open)] : [])]);
}

/** The actions of some patterns that statements can tell apart; the patterns themselves where there are too many. */
function actionsWithin(actions: readonly string[], patterns: readonly string[]): readonly string[] {
  const lower = patterns.map((pattern) => pattern.toLowerCase());
  return actions.flatMap((action) => {
    if (!/[*?]/.test(action)) return [action];
    return (
      textClasses(
        action.toLowerCase(),
        lower.filter((pattern) => !isAllWild(pattern)),
      ) ?? [action]
    );
  });
}

/**
 * Whether a policy on a resource lets in somebody outside of the account and the organization: an Allow for everyone, or
 * for all but some, whose conditions an outsider can meet and that no Deny takes back.
 *
 * @param isExcused Allows that are open by intent
 */
export function letsOutsidersIn(
  policy: Value,
  isExcused: (statement: PolicyStatement) => boolean = () => false,
): Truth {
  const reading = readPolicy(policy);
  const allows = reading.statements.filter(
    (one) => one.effect !== "Deny" && !isAbout(one, undefined).isNo && !isExcused(one),
  );
  const entered = allows.map((allow) => letsIn(allow, reading));
  return Truth.any([...entered, ...(reading.open.length > 0 ? [Truth.unknown(...reading.open)] : [])]);
}

/** Whether an outsider can meet an Allow of a policy, and no Deny of it takes that back. */
export function letsIn(allow: PolicyStatement, { statements, open }: PolicyReading): Truth {
  const denies = statements.filter((one) => one !== allow && one.effect !== "Allow" && !isAbout(one, undefined).isNo);
  const denied = denies.flatMap(({ actions, notActions }) => [...(actions?.known ?? []), ...(notActions?.known ?? [])]);
  const own = allow.notActions ? [...allow.notActions.known, "*"] : (allow.actions?.known ?? []);
  const wanted = allow.notActions || own.length === 0 ? ["*"] : own;
  const parts = partsOf(allow);
  const answers = actionsWithin(wanted, [...denied, ...own]).flatMap((action) =>
    parts.flatMap((part) => [anonymous, stranger].map((world) => entersAs(world, allow, denies, action, part))),
  );
  const entered = Truth.any(answers);
  // A statement of which nothing is known may be the Deny that takes it back.
  return entered.isYes && open.length > 0 ? Truth.unknown(...open) : entered;
}

function partsOf({ resources }: PolicyStatement): Target[] {
  return resources && resources.known.length > 0 ? resources.known.map((one) => partOf(wholeTarget, one)) : [anyTarget];
}

/** Whatever there is: no statement but one on everything is about all of it. */
const wholeTarget: Target = { within: (pattern) => Truth.of(isAllWild(pattern)), meets: () => Truth.yes };

function entersAs(
  world: World,
  allow: PolicyStatement,
  denies: readonly PolicyStatement[],
  action: string,
  part: Target,
) {
  const against = denies.filter((deny) => !concerns(deny, part, action).isNo);
  const conditions = [allow, ...against].flatMap((one) => one.conditions);
  const texts = allow.resources?.known ?? [];
  const contexts = contextsOf(world, keysOf(conditions, texts), conditions);
  const isAllow = hasEffect(allow, "Allow");
  const isAllowed = (context: Context): Truth => isAllow.and(conditionsHold(allow, context));
  const applying = against
    .map((deny) => ({
      deny,
      applies: Truth.all([hasEffect(deny, "Deny"), isAbout(deny, undefined), concerns(deny, part, action)]),
    }))
    .filter(({ applies }) => !applies.isNo);
  const isDenied = (context: Context): Truth =>
    Truth.any(applying.map(({ deny, applies }) => applies.and(conditionsHold(deny, context))));
  if (contexts) {
    return isAbout(allow, undefined).and(
      matchesAction(allow, action).or(Truth.of(allow.actions === undefined && allow.notActions === undefined)),
      Truth.any(contexts.map((context) => isAllowed(context).and(isDenied(context).not()))),
    );
  }
  // Too many ways in which the conditions may come out: the Allow is judged without what may be taken back.
  const alone = contextsOf(world, keysOf(allow.conditions, texts), allow.conditions);
  return isAbout(allow, undefined).and(alone ? Truth.any(alone.map(isAllowed)) : Truth.yes);
}
