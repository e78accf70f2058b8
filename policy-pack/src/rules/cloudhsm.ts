import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { declared } from "../graph/declared";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { namesPrivateSubnets } from "./vpc/placement";
import { subnet } from "./vpc/tokens";

const clusterType = "aws:cloudhsmv2/cluster:Cluster";
const hsmType = "aws:cloudhsmv2/hsm:Hsm";

const fipsMode = resourceRule("cloudhsm-fips-mode", {
  check: (cluster) => {
    const mode = cluster.get("mode");
    // The first type of module knows no other mode; every later one has to be told.
    const always = mode.isGiven().not().and(cluster.get("hsmType").isOneOf("hsm1.medium"));
    cluster.expect(mode.isOneOf("FIPS").or(always), "the modules do not run in their validated mode");
  },
});

const multiAz = stackRule("cloudhsm-cluster-multi-az", {
  // Silent where the stack declares modules of a cluster that it does not declare.
  types: [clusterType],
  check: (stack, graph) => {
    for (const cluster of graph.ofType(clusterType)) {
      stack.expect(
        cluster,
        hasTwoSubnets(graph, cluster),
        "the cluster has fewer than two subnets, and each stands for one Availability Zone",
      );
      stack.expect(
        cluster,
        namesPrivateSubnets(graph, cluster, cluster.get("subnetIds")),
        "the cluster has a public subnet",
      );
      stack.expect(
        cluster,
        hasTwoPlaces(graph, cluster),
        "the cluster has fewer than two modules in different Availability Zones",
      );
    }
  },
});

/** AWS takes one subnet per Availability Zone, so that two subnets are two zones. */
function hasTwoSubnets(graph: StackGraph, cluster: GraphResource): Truth {
  const subnetIds = cluster.get("subnetIds");
  if (!subnetIds.isUnknown) return Truth.of(subnetIds.items().length >= 2);
  const { targets } = graph.references(cluster, "subnetIds", subnet);
  return targets.length >= 2 ? Truth.yes : subnetIds.asUnknown();
}

function hasTwoPlaces(graph: StackGraph, cluster: GraphResource): Truth {
  const places = graph.referrers(cluster, hsmType, "clusterId").map((hsm) => placeOf(graph, hsm));
  const open = graph.unresolvedReferrers(hsmType, "clusterId", clusterType);
  if (new Set(places.filter((place) => place !== undefined)).size >= 2) return Truth.yes;
  if (open.length > 0) return Truth.unknown("Hsm.clusterId");
  const isSettled = places.length < 2 || places.every((place) => place !== undefined);
  return isSettled ? Truth.no : Truth.unknown("Hsm.availabilityZone");
}

/** What tells the place of a module: its zone, or the zone of its subnet, or else the subnet itself. */
function placeOf(graph: StackGraph, hsm: GraphResource): string | undefined {
  const zone = declared(hsm, "availabilityZone");
  const path = zone.isAbsent ? "subnetId" : "availabilityZone";
  if (zone.text !== undefined) return zone.text;
  const [target] = graph.references(hsm, path, subnet).targets;
  if (target) return declared(target, "availabilityZone").text ?? target.urn;
  return declared(hsm, "subnetId").text;
}

/** Rules on AWS CloudHSM. */
export const cloudhsmRules: readonly Rule[] = [fipsMode, multiAz];
