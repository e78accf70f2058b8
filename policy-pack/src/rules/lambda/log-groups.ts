import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";

const lambdaFunction = "aws:lambda/function:Function";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";

const declaredLogGroup = stackRule("lambda-log-group", {
  types: [lambdaFunction],
  check: (stack, graph) => {
    for (const one of graph.ofType(lambdaFunction)) {
      stack.expect(
        one,
        logsToDeclaredGroup(graph, one),
        "the function's log group is not declared, so Lambda makes one without a key that keeps logs forever",
      );
    }
  },
});

function logsToDeclaredGroup(graph: StackGraph, one: GraphResource): Truth {
  const named = one.get("loggingConfig.logGroup");
  if (named.isAbsent) return hasDefaultGroup(graph, one);
  const { targets } = graph.references(one, "loggingConfig", logGroup);
  if (named.isUnknown) return targets.length > 0 ? Truth.yes : named.asUnknown();
  const isDeclared = targets.length > 0 || graph.ofType(logGroup).some((group) => isNamed(group, named.text ?? ""));
  // A group of another name is one that somebody declared elsewhere; one of Lambda's own names may be nobody's.
  return Truth.of(isDeclared || !(named.text ?? "").startsWith("/aws/lambda/"));
}

/** Whether the stack declares the group that Lambda uses by itself, `/aws/lambda/<name>`. */
function hasDefaultGroup(graph: StackGraph, one: GraphResource): Truth {
  const groups = graph.ofType(logGroup);
  if (graph.referrers(one, logGroup, "name").length > 0) return Truth.yes;
  const name = one.get("name").text;
  if (name !== undefined && groups.some((group) => isNamed(group, `/aws/lambda/${name}`))) return Truth.yes;
  // A group whose name comes from outside may be the one; so may any of a function whose own name does.
  const open = graph.unresolvedReferrers(logGroup, "name", lambdaFunction).length > 0;
  const mayMatch =
    one.get("name").isUnknown && groups.some((group) => group.get("name").text?.startsWith("/aws/lambda/"));
  return open || mayMatch ? Truth.unknown("name") : Truth.no;
}

function isNamed(group: GraphResource, name: string): boolean {
  return group.get("name").text === name;
}

export const logGroupRules: readonly Rule[] = [declaredLogGroup];
