import { mustBeTrue } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import {
  balancerTypes,
  classicBalancer,
  isBalancerType,
  listenersOf,
  listenerTypes,
  unresolvedListeners,
} from "./balancers";

const accessLogs = stackRule("elb-access-logs", {
  // A network balancer logs what its TLS listeners take and nothing else, so the listeners decide whether it has to.
  types: [...balancerTypes, classicBalancer, ...listenerTypes],
  check: (stack, graph) => {
    for (const balancer of graph.ofType(...balancerTypes)) {
      stack.expect(balancer, writesNoLogs(graph, balancer).or(logs(balancer, false)), noLogs);
    }
    for (const balancer of graph.ofType(classicBalancer)) stack.expect(balancer, logs(balancer, true), noLogs);
  },
});

const noLogs = "the balancer does not write access logs";

function logs(balancer: GraphResource, byDefault: boolean): Truth {
  const enabled = balancer.get("accessLogs.enabled");
  const isOn = byDefault ? enabled.isFalse().not() : enabled.isTrue();
  return isOn.and(balancer.get("accessLogs.bucket").isGiven());
}

function writesNoLogs(graph: StackGraph, balancer: GraphResource): Truth {
  const tls = listenersOf(graph, balancer).map((listener) => listener.get("protocol").isOneOf("TLS"));
  const open = unresolvedListeners(graph).map(() => Truth.unknown("Listener.loadBalancerArn"));
  const isSilent = isBalancerType(balancer, "network").and(Truth.any([...tls, ...open]).not());
  return isBalancerType(balancer, "gateway").or(isSilent);
}

const connectionLogs = resourceRule("elb-connection-logs", {
  check: (balancer) => {
    balancer.onlyWhen(isBalancerType(balancer, "application"), "is no application balancer");
    balancer.expect(
      balancer.get("connectionLogs.enabled").isTrue(),
      "the balancer does not record the TLS handshakes of its clients",
    );
  },
});

const dropInvalidHeaders = resourceRule("elb-drop-invalid-headers", {
  check: (balancer) => {
    balancer.onlyWhen(isBalancerType(balancer, "application"), "is no application balancer");
    balancer.expect(balancer.get("dropInvalidHeaderFields").isTrue(), "malformed headers are passed on to the targets");
  },
});

const desyncMitigation = resourceRule("elb-desync-mitigation", {
  check: (balancer) => {
    const mode = balancer.get("desyncMitigationMode");
    balancer.expect(
      mode.isGiven().not().or(mode.isOneOf("defensive", "strictest")),
      "ambiguous requests are passed on to the targets",
    );
  },
});

const deletionProtection = resourceRule("elb-deletion-protection", {
  check: mustBeTrue("enableDeletionProtection", "the balancer can be deleted by mistake"),
});

const multiAz = resourceRule("elb-multi-az", {
  check: (balancer) => {
    const zones = ["subnets", "subnetMappings", "availabilityZones"].map((path) => balancer.get(path));
    balancer.expect(Truth.any(zones.map(hasTwo)), "the balancer stands in one zone only");
  },
});

function hasTwo(list: Value): Truth {
  return list.isUnknown ? list.asUnknown() : Truth.of(list.items().length >= 2);
}

const crossZone = resourceRule("elb-cross-zone", {
  check: (balancer) => {
    if (balancer.type === classicBalancer) {
      balancer.expect(balancer.get("crossZoneLoadBalancing").isFalse().not(), concentrated);
      return;
    }
    balancer.onlyWhen(
      isBalancerType(balancer, "application").not(),
      "is an application balancer, which always spreads its traffic",
    );
    balancer.expect(balancer.get("enableCrossZoneLoadBalancing").isTrue(), concentrated);
  },
});

const concentrated = "the balancer does not spread traffic over the targets of all zones";

export const loadBalancerRules: readonly Rule[] = [
  accessLogs,
  connectionLogs,
  dropInvalidHeaders,
  desyncMitigation,
  deletionProtection,
  multiAz,
  crossZone,
];
