import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { answersWithoutTarget, takesPlainHttp, targetGroupArns } from "./actions";
import { listenerRuleTypes, listenerTypes, reached, targetGroupTypes } from "./balancers";

/** Whether a condition holds for every target group that the default actions of a listener reach. */
export function everyTargetGroup(
  graph: StackGraph,
  listener: GraphResource,
  condition: (group: GraphResource) => Truth,
): Truth {
  const arns = targetGroupArns(listener.get("defaultActions"));
  const named = arns.filter((arn) => !arn.isUnknown).map((arn) => reached(graph, listener, arn, targetGroupTypes));
  const known = new Set(named.flatMap(({ targets }) => targets));
  const isOpen = named.filter(({ elsewhere }) => elsewhere).map(({ path }) => path);
  // Dependencies are recorded for all actions together: an unknown ARN more than groups is another stack's, and of what
  // stands in something unknown it is not known how many there are.
  const unknown = arns.filter((arn) => arn.isUnknown);
  const isCounted = unknown.every((arn) => arn.isGiven().isYes && arn.path.endsWith("rn"));
  const wired = unknown.flatMap((arn) => reached(graph, listener, arn, targetGroupTypes).targets);
  const targets = new Set([...known, ...wired]);
  if (!isCounted || unknown.length > targets.size - known.size) isOpen.push("defaultActions");
  return Truth.all([...[...targets].map(condition), ...isOpen.map((path) => Truth.unknown(path))]);
}

const nlbTlsBackend = stackRule("elb-nlb-tls-backend-encrypted", {
  check: (stack, graph) => {
    for (const listener of graph.ofType(...listenerTypes)) {
      const endsTls = listener.get("protocol").isOneOf("TLS");
      // Groups of other protocols are reported at the group itself.
      const goesOnEncrypted = everyTargetGroup(graph, listener, (group) => group.get("protocol").isOneOf("TCP").not());
      stack.expect(
        listener,
        endsTls.not().or(goesOnEncrypted),
        "the listener ends TLS and goes on to a TCP target group in clear",
      );
    }
  },
});

const plaintextRule = stackRule("elb-listener-rule-plaintext-forward", {
  check: (stack, graph) => {
    for (const rule of graph.ofType(...listenerRuleTypes)) {
      const answers = answersWithoutTarget(rule.get("actions"));
      const { targets, path } = graph.references(rule, "listenerArn", ...listenerTypes);
      const isReported = Truth.any(targets.map(failsByItself));
      const isPlain = targets.length > 0 ? Truth.any(targets.map(isPlainHttp)) : Truth.unknown(path);
      stack.expect(
        rule,
        Truth.any([answers, isPlain.not(), Truth.of(isReported.isYes)]),
        "the rule forwards what comes in by plain HTTP",
      );
    }
  },
});

function isPlainHttp(listener: GraphResource): Truth {
  return takesPlainHttp(listener.get("protocol"), listener.get("port"));
}

/** Whether elb-listener-encrypted already reports the listener. */
function failsByItself(listener: GraphResource): Truth {
  return isPlainHttp(listener).and(answersWithoutTarget(listener.get("defaultActions")).not());
}

export const hopRules: readonly Rule[] = [nlbTlsBackend, plaintextRule];
