import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { answersWithoutTarget, redirectsToHttps } from "./actions";
import { balancersOf, balancerTypes, classicBalancer, isInternetFacing, listenerTypes } from "./balancers";
import { everyTargetGroup } from "./hops";

const tcpPassthrough = stackRule("elb-nlb-tcp-passthrough", {
  config: {
    tlsPorts: {
      type: "array",
      items: { type: "number" },
      description: "Ports on which targets speak TLS by themselves. Databases among them have to enforce it.",
      default: [443, 636, 993, 995, 1433, 3306, 5432, 6379, 6514, 8443, 27017],
    },
  },
  check: (stack, graph) => {
    const ports = stack.setting<readonly number[]>("tlsPorts").map(String);
    for (const listener of graph.ofType(...listenerTypes)) {
      const isTls = listener.get("protocol").isOneOf("TCP").not();
      const isTcp = everyTargetGroup(graph, listener, (group) => group.get("protocol").isOneOf("TCP"));
      stack.expect(
        listener,
        isTls.or(listener.tag("hipaa:tls").isOneOf("passthrough")),
        "nothing says that the targets of the TCP listener end TLS themselves",
      );
      stack.expect(
        listener,
        isTls.or(listener.get("port").isOneOf(...ports)),
        "the port of the TCP listener is none on which TLS is spoken",
      );
      stack.expect(listener, isTls.or(isTcp), "the TCP listener sends to a target group of another protocol");
    }
  },
});

const subnet = "aws:ec2/subnet:Subnet";

const innerTiersInternal = stackRule("elb-inner-tiers-internal", {
  types: [...balancerTypes, classicBalancer],
  config: {
    maxInternetFacing: {
      type: "integer",
      description: "How many balancers of the stack may face the internet.",
      default: 1,
      minimum: 0,
    },
  },
  check: (stack, graph) => {
    const balancers = graph.ofType(...balancerTypes, classicBalancer);
    const facing = balancers.filter((balancer) => isInternetFacing(balancer).isYes);
    const most = stack.setting<number>("maxInternetFacing");
    for (const balancer of balancers) {
      const isFacing = isInternetFacing(balancer);
      const isPublicTier = balancer.tag("hipaa:tier").isOneOf("public");
      stack.expect(
        balancer,
        isFacing.not().or(isPublicTier),
        "the balancer faces the internet and is not tagged as one of the public tier",
      );
      if (facing.length > most && isFacing.isYes && isPublicTier.isYes) {
        stack.fault(balancer, "more balancers face the internet than are allowed to");
      }
      for (const place of subnetsOf(graph, balancer)) {
        const isPublic = isPublicSubnet(place);
        // Behind CloudFront the balancer of the public tier itself has private addresses alone.
        stack.expect(
          balancer,
          isFacing.or(isPublic.not()).or(isPublicTier),
          "the internal balancer stands in a public subnet",
        );
        stack.expect(
          balancer,
          isFacing
            .not()
            .or(isPublic)
            .or(Truth.of(place.tag("hipaa:tier").isAbsent)),
          "the balancer faces the internet from a private subnet",
        );
      }
    }
  },
});

function subnetsOf(graph: StackGraph, balancer: GraphResource): GraphResource[] {
  return ["subnets", "subnetMappings"].flatMap((path) => [...graph.references(balancer, path, subnet).targets]);
}

/** Whether a subnet is public, as far as it says so itself: by its tier, or because it gives out public addresses. */
function isPublicSubnet(place: GraphResource): Truth {
  return place.tag("hipaa:tier").isOneOf("public").or(place.get("mapPublicIpOnLaunch").isTrue());
}

const edgeSingleListener = stackRule("elb-edge-single-https-listener", {
  check: (stack, graph) => {
    for (const listener of graph.ofType(...listenerTypes)) {
      const { targets, complete, path } = balancersOf(graph, listener);
      const isEdge = targets.length === 0 && !complete ? Truth.unknown(path) : Truth.any(targets.map(isInternetFacing));
      stack.expect(
        listener,
        isEdge.not().or(isExpected(listener.get("port"), listener.get("protocol"), listener)),
        "the balancer faces the internet with more than HTTPS on 443 and a redirect on 80",
      );
    }
  },
});

function isExpected(port: Value, protocol: Value, listener: GraphResource): Truth {
  const isTls = port.isOneOf("443").and(protocol.isOneOf("HTTPS", "TLS"));
  const actions = listener.get("defaultActions");
  const redirects = answersWithoutTarget(actions).and(actions.every(redirectsToHttps));
  return isTls.or(port.isOneOf("80").and(redirects));
}

export const exposureRules: readonly Rule[] = [tcpPassthrough, innerTiersInternal, edgeSingleListener];
