import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { policiesAttachedTo } from "../../graph/access/attached";
import { worldFor, type Principal } from "../../graph/access/principals";
import { withoutReported } from "../../graph/access/reported";
import { mayEver, routesByPolicies } from "../../graph/access/store-access";
import { role, user } from "../../graph/access/tokens";
import { workloadsOf } from "../../graph/access/workloads";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { readPolicy } from "../../knowledge/access/policy-reading";
import { anyTarget, knownTarget, openTarget, type Target } from "../../knowledge/access/target";
import type { World } from "../../knowledge/access/worlds";
import { escalates, passesAnyRole } from "../iam/permissions";

const lambda = "aws:lambda/function:Function";

/** A way in which the programs of a role get more rights than the role has. */
interface Way {
  readonly isOpen: Truth;
  readonly text: string;
}

export const escalation = stackRule("access-role-can-escalate", {
  check: (stack, graph) => {
    for (const { principal, isWorkload } of workloadsOf(graph)) {
      // What names no role, policy or user is reported by iam-no-privilege-escalation.
      const narrowed = withoutReported(principal, (one) => escalates(one) || passesAnyRole(one));
      for (const { isOpen, text } of waysOf(graph, narrowed)) {
        stack.expect(principal.resource, isWorkload.and(isOpen).not(), `${principal.label} → ${text}`);
      }
    }
  },
});

function waysOf(graph: StackGraph, principal: Principal): Way[] {
  const self = principal.resource;
  const others = graph.ofType(role).filter((one) => one !== self);
  return [
    ...onResources(graph, principal, ["iam:PutRolePolicy", "iam:AttachRolePolicy"], [self], "gives itself more rights"),
    ...onResources(
      graph,
      principal,
      ["iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"],
      policiesAttachedTo(graph, self),
      "changes what its own policy allows",
    ),
    ...(self.get("permissionsBoundary").isGiven().isYes
      ? onResources(
          graph,
          principal,
          ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"],
          [self],
          "lifts its own boundary",
        )
      : []),
    ...onResources(graph, principal, ["iam:UpdateAssumeRolePolicy"], others, "lets itself assume the role"),
    ...onResources(
      graph,
      principal,
      ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"],
      graph.ofType(user),
      "makes credentials of the user",
    ),
    ...codeOf(graph, principal),
    ...others.flatMap((other) => byPassing(graph, principal, other)),
  ];
}

const nouns: Readonly<Record<string, readonly [noun: string, template: string]>> = {
  [role]: ["role", "arn:*:iam::*:role/*"],
  [user]: ["user", "arn:*:iam::*:user/*"],
  "aws:iam/policy:Policy": ["policy", "arn:*:iam::*:policy/*"],
  [lambda]: ["function", "arn:*:lambda:*:*:function:*"],
};

function onResources(
  graph: StackGraph,
  principal: Principal,
  actions: readonly string[],
  targets: readonly GraphResource[],
  effect: string,
): Way[] {
  if (!mayEver(principal, actions)) return [];
  return targets.flatMap((one) => {
    const world = withBounds(worldFor(graph, principal, one));
    const routes = routesByPolicies(graph, principal, actions, { target: targetOf(one), world });
    const route = routes.find(({ isOpen }) => isOpen.isYes) ?? routes[0];
    if (!route) return [];
    const isOpen = Truth.any(routes.map((each) => each.isOpen));
    return [{ isOpen, text: `${route.by} allows ${route.action} → ${nameOf(one)}, by which it ${effect}` }];
  });
}

/** A condition that says which policies or boundaries may be given keeps the rights within them. */
function withBounds(world: World): World {
  return (key, conditions) =>
    /^iam:(policyarn|permissionsboundary)$/.test(key) ? { kind: "fixed", value: undefined } : world(key, conditions);
}

function targetOf(one: GraphResource): Target {
  const arn = one.get("arn").text;
  return arn === undefined ? openTarget(nouns[one.type]?.[1] ?? "arn:*", "arn") : knownTarget(arn);
}

function nameOf(one: GraphResource): string {
  return `${nouns[one.type]?.[0] ?? "resource"} "${one.name}"`;
}

/** New code for a function runs under the function's role. */
function codeOf(graph: StackGraph, principal: Principal): Way[] {
  const foreign = graph.ofType(lambda).filter((one) => {
    const { targets } = graph.references(one, "role", role);
    return targets.length > 0 && !targets.includes(principal.resource);
  });
  return onResources(graph, principal, ["lambda:UpdateFunctionCode"], foreign, "runs its own code under another role");
}

/** What starts programs of one's own under a role, by the service that the role trusts; each group needs one action. */
const starts: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "cloudformation.amazonaws.com": [["cloudformation:CreateStack", "cloudformation:UpdateStack"]],
  "codebuild.amazonaws.com": [["codebuild:CreateProject", "codebuild:UpdateProject"]],
  "ec2.amazonaws.com": [["ec2:RunInstances", "ec2:AssociateIamInstanceProfile"]],
  "ecs-tasks.amazonaws.com": [
    ["ecs:RegisterTaskDefinition"],
    ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"],
  ],
  "glue.amazonaws.com": [["glue:CreateJob", "glue:UpdateJob", "glue:CreateDevEndpoint"]],
  "lambda.amazonaws.com": [["lambda:CreateFunction"]],
};

function byPassing(graph: StackGraph, principal: Principal, other: GraphResource): Way[] {
  if (!mayEver(principal, ["iam:PassRole"])) return [];
  return Object.entries(starts).flatMap(([service, groups]) => {
    const trusts = isTrusted(graph, other, service);
    if (trusts.isNo) return [];
    const world = passedTo(worldFor(graph, principal, other), service);
    const passes = routesByPolicies(graph, principal, ["iam:PassRole"], { target: targetOf(other), world });
    if (passes.length === 0) return [];
    const started = groups.map((actions) => routesByPolicies(graph, principal, actions, { target: anyTarget }));
    const first = [passes, ...started].map((routes) => routes.find(({ isOpen }) => isOpen.isYes) ?? routes[0]);
    const hops = first.map((route) => (route ? `${route.by} allows ${route.action}` : ""));
    const isOpen = Truth.all([
      trusts,
      ...[passes, ...started].map((routes) => Truth.any(routes.map((route) => route.isOpen))),
    ]);
    return [{ isOpen, text: `${hops.join(", ")} → role "${other.name}", under which it starts programs of its own` }];
  });
}

function passedTo(world: World, service: string): World {
  return (key, conditions) =>
    key === "iam:passedtoservice" ? { kind: "fixed", value: [service] } : world(key, conditions);
}

function isTrusted(graph: StackGraph, one: GraphResource, service: string): Truth {
  return graph.once(`access trust ${service} ${one.urn}`, () => {
    const { statements, open } = readPolicy(one.get("assumeRolePolicy"));
    const trusting = statements.map(({ effect, principals }) =>
      Truth.of(effect === "Allow" && (principals?.services ?? []).some((name) => name.toLowerCase() === service)),
    );
    return Truth.any([...trusting, ...(open.length > 0 ? [Truth.unknown(...open)] : [])]);
  });
}
