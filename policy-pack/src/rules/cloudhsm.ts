import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
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
  const zones = new Set(places.flatMap(({ zone }) => zone ?? []));
  const subnets = new Set(places.flatMap(({ subnet: id }) => id ?? []));
  if (zones.size >= 2 || subnets.size >= 2) return Truth.yes;
  if (graph.unresolvedReferrers(hsmType, "clusterId", clusterType).length > 0) return Truth.unknown("Hsm.clusterId");
  // A module placed by its zone and one placed by its subnet may or may not stand in the same zone.
  const isComparable = ["zone", "subnet"].some((kind) => places.every((place) => place[kind as keyof Place]));
  return places.length < 2 || isComparable ? Truth.no : Truth.unknown("Hsm.availabilityZone");
}

/** Where a module stands, as far as it is known: its zone, or else its subnet. */
interface Place {
  readonly zone?: string;
  readonly subnet?: string;
}

function placeOf(graph: StackGraph, hsm: GraphResource): Place {
  const zone = hsm.get("availabilityZone");
  if (zone.text !== undefined) return { zone: zone.text };
  const path = zone.isAbsent ? "subnetId" : "availabilityZone";
  const [target] = graph.references(hsm, path, subnet).targets;
  const ofSubnet = target && target.get("availabilityZone").text;
  if (ofSubnet !== undefined) return { zone: ofSubnet };
  const id = target?.urn ?? hsm.get("subnetId").text;
  return id === undefined ? {} : { subnet: id };
}

/** Rules on AWS CloudHSM. */
export const cloudhsmRules: readonly Rule[] = [fipsMode, multiAz];
