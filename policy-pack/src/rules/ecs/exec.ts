import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";

const cluster = "aws:ecs/cluster:Cluster";
const service = "aws:ecs/service:Service";

export const execAudited = stackRule("ecs-exec-audited", {
  check: (stack, graph) => {
    for (const one of graph.ofType(service)) {
      const isOpen = one.get("enableExecuteCommand").isTrue();
      const { targets, complete } = graph.references(one, "cluster", cluster);
      for (const target of targets) {
        stack.expect(
          target,
          isOpen.not().or(logsSessions(target)),
          "a service of the cluster lets people into its containers, and what they do there is not logged",
        );
      }
      // A cluster that another stack declares is judged there.
      if (targets.length === 0 && !complete) stack.expect(one, isOpen.not().or(Truth.unknown("cluster")), "");
    }
  },
});

/** Whether sessions go to a log of their own. The default is the log of the container, as far as it has one. */
function logsSessions(target: GraphResource): Truth {
  const settings = target.get("configuration.executeCommandConfiguration");
  const log = settings.get("logConfiguration");
  const named = log.get("cloudWatchLogGroupName").isGiven().or(log.get("s3BucketName").isGiven());
  return settings.get("logging").isOneOf("OVERRIDE").and(named);
}
