import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../stack-graph";
import { companionsOf, linksOf, placed } from "./links";
import { blockPublicAccess, blockPublicAccessExclusion, subnetTypes, vpcTypes } from "./tokens";

/**
 * Whether VPC Block Public Access keeps the internet out of a subnet. It holds for a whole Region of the account, but
 * for the VPCs and subnets that are excluded. Source: "Block public access to VPCs and subnets", Amazon VPC user guide.
 */
export function blockedBy(
  graph: StackGraph,
  subnet: GraphResource | undefined,
  network: GraphResource | undefined,
): Truth {
  const blocks = graph.ofType(blockPublicAccess).map((options) => {
    const mode = options.get("internetGatewayBlockMode").isOneOf("block-bidirectional", "block-ingress");
    return isElsewhere(options, subnet) ? Truth.no : placed(options, mode);
  });
  const blocked = Truth.any(blocks);
  return blocked.isNo ? blocked : blocked.and(isExcluded(graph, subnet, network).not());
}

function isElsewhere(options: GraphResource, subnet: GraphResource | undefined): boolean {
  const [one, other] = [options.get("region").text, subnet?.get("region").text];
  return one !== undefined && other !== undefined && one !== other;
}

function isExcluded(graph: StackGraph, subnet: GraphResource | undefined, network: GraphResource | undefined): Truth {
  const isInward = (one: GraphResource): Truth =>
    placed(one, one.get("internetGatewayExclusionMode").isOneOf("allow-bidirectional"));
  const bySubnet = subnet ? companionsOf(graph, subnet, blockPublicAccessExclusion, "subnetId", subnetTypes) : none;
  const byVpc = network ? companionsOf(graph, network, blockPublicAccessExclusion, "vpcId", vpcTypes) : none;
  // The VPC outside the stack that a subnet belongs to may be excluded by its id.
  const outside = network
    ? []
    : graph
        .ofType(blockPublicAccessExclusion)
        .map((one) => linksOf(graph, one, one.get("vpcId"), vpcTypes).others.and(isInward(one)));
  const stray = [...bySubnet.stray, ...byVpc.stray].map((one) =>
    Truth.unknown(one.get("vpcId").path).and(isInward(one)),
  );
  return Truth.any([...[...bySubnet.own, ...byVpc.own].map(isInward), ...stray, ...outside]);
}

const none = { own: [], stray: [] } as const;
