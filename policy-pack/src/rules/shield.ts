import { stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { openReferrers } from "../graph/open-referrers";
import type { GraphResource } from "../graph/stack-graph";
import { balancerTypes, classicBalancer, isBalancerType, isInternetFacing } from "./elb/balancers";
import { isPublicZone } from "./route53";

const subscription = "aws:shield/subscription:Subscription";
const protection = "aws:shield/protection:Protection";
const zone = "aws:route53/zone:Zone";

/** What AWS Shield Advanced protects by its own ARN, and whether it stands at the edge. */
const edges: Readonly<Record<string, (resource: GraphResource) => Truth>> = {
  // Network balancers are protected by their Elastic IP addresses.
  ...Object.fromEntries(
    balancerTypes.map((type) => [
      type,
      (balancer: GraphResource) => isBalancerType(balancer, "application").and(isInternetFacing(balancer)),
    ]),
  ),
  [classicBalancer]: isInternetFacing,
  "aws:cloudfront/distribution:Distribution": () => Truth.yes,
  [zone]: isPublicZone,
  "aws:globalaccelerator/accelerator:Accelerator": () => Truth.yes,
};

const protectable = [...Object.keys(edges), "aws:ec2/eip:Eip"];

const coverage = stackRule("shield-protection-coverage", {
  types: [subscription, protection, ...Object.keys(edges)],
  check: (stack, graph) => {
    if (graph.ofType(subscription).length === 0) return;
    const open = openReferrers(graph, [protection], "resourceArn", protectable).map(() =>
      Truth.unknown("Protection.resourceArn"),
    );
    for (const [type, isEdge] of Object.entries(edges)) {
      for (const resource of graph.ofType(type)) {
        const isProtected = Truth.of(graph.referrers(resource, protection, "resourceArn").length > 0);
        stack.expect(
          resource,
          Truth.any([isEdge(resource).not(), isProtected, ...open]),
          "the resource faces the internet without protection by AWS Shield Advanced",
        );
      }
    }
  },
});

/** Rules on AWS Shield. */
export const shieldRules: readonly Rule[] = [coverage];
