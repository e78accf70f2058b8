import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { reachesInternet } from "../vpc/routing";
import { subnet } from "../vpc/tokens";
import { instance, launchTemplate } from "./tokens";

const group = "aws:autoscaling/group:Group";

export const privateSubnets = stackRule("ec2-instances-in-private-subnets", {
  check: (stack, graph) => {
    for (const one of graph.ofType(instance)) judge(one, "subnetId", ["networkInterfaces", "primaryNetworkInterface"]);
    for (const one of graph.ofType(group)) judge(one, "vpcZoneIdentifiers", []);

    function judge(one: GraphResource, path: string, interfaces: readonly string[]): void {
      const isExempt = one.tag("hipaa:tier").isOneOf("public");
      if (one.get(path).isGiven().isNo) {
        const named = Truth.any(interfaces.map((other) => one.get(other).isGiven()));
        stack.expect(
          one,
          Truth.any([isExempt, named, templateDecides(graph, one)]),
          "instances stand in the default VPC, whose subnets are public",
        );
        return;
      }
      const { targets, complete } = graph.references(one, path, subnet);
      const isPrivate = targets.map((target) =>
        target.tag("hipaa:tier").isOneOf("public").or(reachesInternet(graph, target)).not(),
      );
      // Subnets of other stacks are judged where they are declared.
      const open = complete ? Truth.yes : Truth.unknown(path);
      stack.expect(one, isExempt.or(Truth.all([...isPrivate, open])), "instances stand in a public subnet");
    }
  },
});

/** Whether a launch template names the interfaces, or may do so out of sight. */
function templateDecides(graph: StackGraph, one: GraphResource): Truth {
  const paths = ["launchTemplate", "mixedInstancesPolicy"].filter((path) => one.get(path).isGiven().isYes);
  if (paths.length === 0) return Truth.no;
  const templates = paths.flatMap((path) => [
    ...graph.references(one, path, launchTemplate).targets,
    ...graph.references(one, `${path}.id`, launchTemplate).targets,
    ...graph.references(one, `${path}.name`, launchTemplate).targets,
  ]);
  if (templates.length === 0) return Truth.yes;
  return Truth.all(
    templates.map((template) => template.get("networkInterfaces").some((each) => each.get("subnetId").isGiven())),
  );
}
