import { Truth } from "../../authoring/truth";
import { globMatches } from "../glob";
import { conditionHolds, fillVariables, type Context } from "./conditions";
import type { PolicyStatement, Texts } from "./policy-reading";
import type { Target } from "./target";

/** Whether a statement's actions include one. IAM does not look at the case of actions. */
export function matchesAction({ actions, notActions }: PolicyStatement, action: string): Truth {
  const lower = action.toLowerCase();
  const among = (texts: Texts): Truth =>
    Truth.any([
      Truth.of(texts.known.some((pattern) => globMatches(pattern.toLowerCase(), lower))),
      ...openTexts(texts),
    ]);
  if (notActions) return among(notActions).not();
  return actions ? among(actions) : Truth.no;
}

/** Whether a statement is about all of a target: what a Deny must be to keep someone from it. */
export function coversTarget(statement: PolicyStatement, target: Target, context: Context): Truth {
  return byResource(
    statement,
    context,
    (pattern) => target.within(pattern),
    (pattern) => target.meets(pattern),
  );
}

/** Whether a statement is about some of a target: what an Allow must be to let someone have it. */
export function meetsTarget(statement: PolicyStatement, target: Target, context: Context): Truth {
  return byResource(
    statement,
    context,
    (pattern) => target.meets(pattern),
    (pattern) => target.within(pattern),
  );
}

function byResource(
  { resources, notResources }: PolicyStatement,
  context: Context,
  matches: (pattern: string) => Truth,
  excepts: (pattern: string) => Truth,
): Truth {
  const among = (texts: Texts, ask: (pattern: string) => Truth): Truth =>
    Truth.any([...texts.known.map((text) => filled(text, context, ask)), ...openTexts(texts)]);
  if (notResources) {
    // A variable without a value matches nothing, and a statement that hangs on it holds for nothing.
    const isFilled = notResources.known.every((text) => fillVariables(text, context) !== undefined);
    return Truth.of(isFilled).and(among(notResources, excepts).not());
  }
  // A trust policy names no resource: it stands on the role.
  return resources ? among(resources, matches) : Truth.yes;
}

function filled(text: string, context: Context, ask: (pattern: string) => Truth): Truth {
  if (!text.includes("${")) return ask(text);
  const pattern = fillVariables(text, context);
  if (pattern === undefined) return Truth.no;
  return pattern instanceof Truth ? pattern : ask(pattern);
}

/** Whether all conditions of a statement hold for a request. */
export function conditionsHold(statement: PolicyStatement, context: Context): Truth {
  const unreadable = Truth.of(statement.effect !== "Deny");
  return Truth.all([
    ...statement.conditions.map((condition) => conditionHolds(condition, context, unreadable)),
    ...statement.openConditions.map((path) => Truth.unknown(path)),
  ]);
}

/** Whether a statement holds and has this effect. */
export function hasEffect({ effect, standing }: PolicyStatement, wanted: "Allow" | "Deny"): Truth {
  return standing.and(effect === undefined ? Truth.unknown("Effect") : Truth.of(effect === wanted));
}

function openTexts({ open }: Texts): Truth[] {
  return open.length > 0 ? [Truth.unknown(...open)] : [];
}
