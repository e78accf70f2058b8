import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { accountBaseline, expectInBaseline } from "../../knowledge/account-baseline";
import { isEveryAction, isOnEverything } from "../../knowledge/permissions";
import type { Statement } from "../../knowledge/policy-document";
import { anyStatement } from "../../knowledge/policy-statements";

const group = "aws:iam/group:Group";
const groupPolicy = "aws:iam/groupPolicy:GroupPolicy";
const groupAttachment = "aws:iam/groupPolicyAttachment:GroupPolicyAttachment";
const policyAttachment = "aws:iam/policyAttachment:PolicyAttachment";
const managedPolicy = "aws:iam/policy:Policy";
const user = "aws:iam/user:User";
const groupMembership = "aws:iam/groupMembership:GroupMembership";
const userMembership = "aws:iam/userGroupMembership:UserGroupMembership";

/** Whether some resource of a type refers to the target by a property, and meets a condition as well. */
function someRefers(
  graph: StackGraph,
  type: string,
  path: string,
  target: GraphResource,
  condition: (from: GraphResource) => Truth = () => Truth.yes,
): Truth {
  return Truth.any(graph.ofType(type).map((from) => graph.refersTo(from, path, target).and(condition(from))));
}

const groupMfaPolicy = stackRule("iam-group-mfa-policy", {
  types: [group],
  check: (stack, graph) => {
    for (const one of graph.ofType(group)) {
      const refuses = Truth.any([
        someRefers(graph, groupPolicy, "group", one, (from) => refusesWithoutMfa(from.get("policy"))),
        someRefers(graph, groupAttachment, "group", one, (from) => attachesMfaPolicy(graph, from)),
        someRefers(graph, policyAttachment, "groups", one, (from) => attachesMfaPolicy(graph, from)),
      ]);
      stack.expect(one, refuses, "no policy of the group refuses what is done without MFA");
    }
  },
});

function attachesMfaPolicy(graph: StackGraph, attachment: GraphResource): Truth {
  const reference = graph.references(attachment, "policyArn", managedPolicy);
  const known = Truth.any(reference.targets.map((policy) => refusesWithoutMfa(policy.get("policy"))));
  return known.or(reference.complete ? Truth.no : Truth.unknown("policyArn"));
}

function refusesWithoutMfa(policy: Value): Truth {
  return anyStatement(policy, isMfaDeny);
}

/** Deny of everything but the management of one's own credentials, unless MFA is there. */
function isMfaDeny(statement: Statement): boolean {
  const everything = statement.notActions.length > 0 || statement.actions.some(isEveryAction);
  const [only, ...others] = [...statement.conditions];
  // Bool alone does not refuse long-term keys, whose requests do not carry the key at all.
  return (
    statement.effect === "Deny" &&
    everything &&
    isOnEverything(statement) &&
    others.length === 0 &&
    only?.[0] === "boolifexists" &&
    only[1].size === 1 &&
    only[1].get("aws:multifactorauthpresent")?.join().toLowerCase() === "false"
  );
}

const groupHasUsers = stackRule("iam-group-has-users", {
  types: [group],
  check: (stack, graph) => {
    for (const one of graph.ofType(group)) {
      const members = Truth.any([
        someRefers(graph, groupMembership, "group", one, (from) => from.get("users").isGiven()),
        someRefers(graph, userMembership, "groups", one),
      ]);
      stack.expect(one, members, "the group has no members");
    }
  },
});

const userInGroup = stackRule("iam-user-in-group", {
  types: [user],
  check: (stack, graph) => {
    for (const one of graph.ofType(user)) {
      const member = Truth.any([
        someRefers(graph, userMembership, "user", one, (from) => from.get("groups").isGiven()),
        someRefers(graph, groupMembership, "users", one),
      ]);
      stack.expect(one, member, "the user is in no group");
    }
  },
});

const role = "aws:iam/role:Role";
const eventRule = "aws:cloudwatch/eventRule:EventRule";

const breakGlassPresent = stackRule("iam-break-glass-present", {
  // Whatever the stack holds: that the role is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) =>
    expectInBaseline(stack, graph, () => {
      const roles = graph.ofType(role);
      const marked = (one: GraphResource): Truth => one.tag("hipaa:purpose").isOneOf("break-glass");
      const present = Truth.any(roles.map(marked));
      if (!present.isYes) return { unless: present, fault: "the account baseline declares no break-glass role" };
      const silent = roles.find((one) => marked(one).isYes && !alerts(graph, one).isYes);
      if (!silent) return undefined;
      return { at: silent, unless: alerts(graph, silent), fault: "no event rule tells of the break-glass role's use" };
    }),
});

/** Whether an event rule's pattern names the role, by a dependency or in the pattern itself. */
function alerts(graph: StackGraph, breakGlass: GraphResource): Truth {
  const names = [breakGlass.get("arn").text, breakGlass.get("name").text].filter((name) => name !== undefined);
  return Truth.any(
    graph.ofType(eventRule).map((from) => {
      if (from.sources.get("eventPattern")?.includes(breakGlass.urn)) return Truth.yes;
      const pattern = from.get("eventPattern");
      return pattern.whenKnown((raw) => typeof raw === "string" && names.some((name) => raw.includes(name)));
    }),
  );
}

/** Rules on groups, their members, and the account's break-glass role. */
export const groupRules: readonly Rule[] = [groupMfaPolicy, groupHasUsers, userInGroup, breakGlassPresent];
