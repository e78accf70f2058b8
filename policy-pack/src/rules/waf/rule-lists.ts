import { Truth } from "../../authoring/truth";
import { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";

export const webAcl = "aws:wafv2/webAcl:WebAcl";
export const ruleGroup = "aws:wafv2/ruleGroup:RuleGroup";
const standaloneRule = "aws:wafv2/webAclRule:WebAclRule";
const groupAssociation = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

/** The rules of a web ACL or a rule group in one form, whichever of the four ways the program declares them by. */
export interface RuleList {
  readonly rules: readonly Value[];
  /** What may hold further rules and is known only on update. */
  readonly open: readonly Truth[];
}

export function rulesOf(graph: StackGraph, owner: GraphResource): RuleList {
  const inline = owner.get("rules").items();
  const lists = ["ruleJson", "rulesJson"].map((path) => parseRules(owner.get(path)));
  const links = owner.type === webAcl ? linkedRules(graph, owner) : { rules: [], open: [] };
  return {
    rules: [...inline, ...lists.flatMap(({ rules }) => rules), ...links.rules],
    open: [...lists.flatMap(({ open }) => open), ...links.open],
  };
}

/** Whether a rule does more than count: neither its action nor the override of its group is `count`. */
export function acts(rule: Value): Truth {
  return Truth.any([stands(rule.get("action.count")), stands(rule.get("overrideAction.count"))]).not();
}

/** Whether a block stands there; unlike an ARN, a block that is known only on update may also be missing. */
export function stands(block: Value): Truth {
  return block.isUnknown ? block.asUnknown() : block.isGiven();
}

function linkedRules(graph: StackGraph, acl: GraphResource): RuleList {
  const open = [standaloneRule, groupAssociation].flatMap((type) =>
    graph
      .unresolvedReferrers(type, "webAclArn", webAcl)
      .map(() => Truth.unknown(`${type.slice(type.lastIndexOf(":") + 1)}.webAclArn`)),
  );
  const rules = graph.referrers(acl, standaloneRule, "webAclArn").map(({ properties }) => properties);
  const groups = graph.referrers(acl, groupAssociation, "webAclArn").map(asRule);
  return { rules: [...rules, ...groups], open };
}

/** An association of a rule group is a rule whose statement is the group. */
function asRule(association: GraphResource): Value {
  const override = association.get("overrideAction");
  const raw = {
    overrideAction: override.isUnknown ? override.raw : { [override.text ?? "none"]: {} },
    statement: { managedRuleGroupStatement: association.get("managedRuleGroup").raw },
  };
  return new Value(raw, "WebAclRuleGroupAssociation");
}

/** Rules as JSON text in the API's own form, whose names begin with capitals. */
function parseRules(json: Value): RuleList {
  if (json.isAbsent || json.raw === "") return { rules: [], open: [] };
  const parsed = json.text === undefined ? undefined : parseJson(json.text);
  if (!Array.isArray(parsed)) return { rules: [], open: [json.asUnknown()] };
  return { rules: new Value(inCamelCase(parsed), json.path).items(), open: [] };
}

function inCamelCase(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(inCamelCase);
  if (typeof raw !== "object" || raw === null) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key.slice(0, 1).toLowerCase() + key.slice(1), inCamelCase(value)]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
