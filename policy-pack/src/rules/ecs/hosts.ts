import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isDeviceEncrypted } from "../ebs/encryption";
import { launchTemplate } from "../ec2/tokens";
import { everyMapping } from "../ec2/volumes";

const capacityProvider = "aws:ecs/capacityProvider:CapacityProvider";
const group = "aws:autoscaling/group:Group";

export const hostsFollowRules = stackRule("ecs-ec2-hosts-follow-ec2-rules", {
  types: [capacityProvider],
  check: (stack, graph) => {
    for (const provider of graph.ofType(capacityProvider)) {
      const path = "autoScalingGroupProvider.autoScalingGroupArn";
      const { targets, complete } = graph.references(provider, path, group);
      const sound = targets.flatMap((one) => templatesOf(graph, one)).map(isSound);
      const open = complete ? Truth.yes : Truth.unknown(path);
      stack.expect(
        provider,
        Truth.all([...sound, open]),
        "the hosts come from a launch template with volumes that are not encrypted, or metadata without session tokens",
      );
      const byConfiguration = targets.map((one) => one.get("launchConfiguration").isGiven().not());
      stack.expect(provider, Truth.all(byConfiguration), "the hosts do not come from a launch template");
    }
  },
});

/** A template stands in a block of its own, or in a mixed policy. */
function templatesOf(graph: StackGraph, of: GraphResource): GraphResource[] {
  const paths = ["launchTemplate", "mixedInstancesPolicy"].flatMap((path) => [path, `${path}.id`, `${path}.name`]);
  return [...new Set(paths.flatMap((path) => graph.references(of, path, launchTemplate).targets))];
}

function isSound(template: GraphResource): Truth {
  return Truth.all([
    everyMapping(template.get("blockDeviceMappings"), isDeviceEncrypted),
    template
      .get("metadataOptions.httpTokens")
      .isOneOf("required")
      .or(template.get("metadataOptions.httpEndpoint").isOneOf("disabled")),
  ]);
}
