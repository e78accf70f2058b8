import { stackRule, type Rule } from "../authoring/rule";
import { jobRules } from "./batch/jobs";
import { namesPrivateSubnets } from "./vpc/placement";

const computeEnvironment = "aws:batch/computeEnvironment:ComputeEnvironment";

const computePrivate = stackRule("batch-compute-private", {
  check: (stack, graph) => {
    for (const environment of graph.ofType(computeEnvironment)) {
      const resources = environment.get("computeResources");
      // An environment that Batch does not manage has no resources of its own.
      if (resources.isAbsent) continue;
      stack.expect(
        environment,
        namesPrivateSubnets(graph, environment, resources.get("subnets")),
        "jobs run in a public subnet",
      );
      stack.expect(
        environment,
        resources.get("type").isOneOf("EC2", "SPOT").not().or(resources.get("launchTemplate").isGiven()),
        "instances start without a launch template that could encrypt and harden them",
      );
    }
  },
});

/** Rules on AWS Batch. */
export const batchRules: readonly Rule[] = [...jobRules, computePrivate];
