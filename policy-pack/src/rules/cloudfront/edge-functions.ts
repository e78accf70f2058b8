import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import type { HasInputs } from "../elb/balancers";
import { behaviorsOf, distributionType, multitenantType } from "./behaviors";

function associationsOf(distribution: HasInputs): Value[] {
  return behaviorsOf(distribution).flatMap((behavior) => behavior.get("lambdaFunctionAssociations").items());
}

const associationSafe = resourceRule("lambda-edge-association-safe", {
  // Multi-tenant distributions have the same associations.
  types: [distributionType, multitenantType],
  check: (distribution) => {
    const isWanted = distribution.tag("hipaa:edge-body").isTrue();
    const takesBody = associationsOf(distribution).map((association) => association.get("includeBody").isTrue());
    distribution.expect(isWanted.or(Truth.any(takesBody).not()), "an edge function receives the bodies of requests");
  },
});

const lambdaFunction = "aws:lambda/function:Function";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";

const logGroups = stackRule("lambda-edge-log-groups", {
  check: (stack, graph) => {
    for (const distribution of graph.ofType(distributionType)) {
      for (const association of associationsOf(distribution)) {
        const arn = association.get("lambdaArn");
        const functions = functionsOf(graph, distribution, arn);
        if (functions.length === 0) stack.expect(distribution, Truth.unknown(arn.path), "");
        for (const each of functions) {
          stack.expect(each, hasLogGroup(graph, each), "the logs of the edge function have no log group in the stack");
        }
      }
    }
  },
});

/** Associations name a version of a function, whose ARN begins with the function's own. */
function functionsOf(graph: StackGraph, distribution: GraphResource, arn: Value): readonly GraphResource[] {
  const { text } = arn;
  if (text === undefined) return graph.referencesOf(distribution, arn, lambdaFunction).targets;
  return graph.ofType(lambdaFunction).filter((each) => {
    const own = each.get("arn").text;
    return each.get("qualifiedArn").text === text || (own !== undefined && `${text}:`.startsWith(`${own}:`));
  });
}

function hasLogGroup(graph: StackGraph, edgeFunction: GraphResource): Truth {
  const functionName = edgeFunction.get("name");
  return Truth.any(
    graph.ofType(logGroup).map((group) => {
      const name = group.get("name");
      if (name.isUnknown) return Truth.unknown("LogGroup.name");
      const rest = /^\/aws\/lambda\/us-east-1\.(.+)$/.exec(name.text ?? "")?.[1];
      if (rest === undefined) return Truth.no;
      return functionName.isUnknown ? functionName.asUnknown() : Truth.of(functionName.text === rest);
    }),
  );
}

export const edgeFunctionRules: readonly Rule[] = [associationSafe, logGroups];
