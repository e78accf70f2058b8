import { both, mustBeTrue, required } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { balancerTypes, classicBalancer, reached } from "./elb/balancers";

const tlsPorts = resourceRule("globalaccelerator-tls-ports", {
  config: {
    tlsPorts: {
      type: "array",
      items: { type: "number" },
      description: "Ports on which the endpoints speak TLS. Port 80 belongs here where endpoints only redirect.",
      default: [443, 8443],
    },
  },
  check: (listener) => {
    const ports = listener.setting<readonly number[]>("tlsPorts").map(String);
    listener.expect(listener.get("protocol").isOneOf("TCP"), "the listener takes other traffic than TCP");
    const ranges = listener.get("portRanges");
    const isTls = (range: Value): Truth => {
      const [from, to] = [range.get("fromPort"), range.get("toPort")];
      const isOne = from.isUnknown || to.isUnknown ? Truth.unknown(range.path) : Truth.of(from.number === to.number);
      return Truth.all([from.isOneOf(...ports), to.isOneOf(...ports), isOne]);
    };
    listener.expect(ranges.isGiven().and(ranges.every(isTls)), "the listener takes traffic on ports without TLS");
  },
});

const endpointGroup = "aws:globalaccelerator/endpointGroup:EndpointGroup";
const otherEndpoints = ["aws:ec2/eip:Eip", "aws:ec2/instance:Instance", classicBalancer];

const endpointsEncrypted = stackRule("globalaccelerator-endpoints-encrypted", {
  check: (stack, graph) => {
    for (const group of graph.ofType(endpointGroup)) {
      // What the listeners of a balancer take in clear is the finding of elb-listener-encrypted.
      stack.expect(
        group,
        Truth.all(
          group
            .get("endpointConfigurations")
            .items()
            .map((endpoint) => isBalancer(graph, group, endpoint)),
        ),
        "an endpoint is no load balancer, so nothing shows that it speaks TLS",
      );
      stack.expect(group, group.get("healthCheckProtocol").isOneOf("HTTP").not(), "health checks use plain HTTP");
    }
  },
});

const balancerArn = /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/(app|net)\//;

function isBalancer(graph: StackGraph, group: GraphResource, endpoint: Value): Truth {
  const id = endpoint.get("endpointId");
  if (id.isAbsent) return Truth.no;
  if (reached(graph, group, id, balancerTypes).targets.length > 0) return Truth.yes;
  if (reached(graph, group, id, otherEndpoints).targets.length > 0) return Truth.no;
  return id.whenKnown((raw) => typeof raw === "string" && balancerArn.test(raw));
}

const flowLogs = resourceRule("globalaccelerator-flow-logs", {
  check: both(
    mustBeTrue("attributes.flowLogsEnabled", "the accelerator writes no flow logs"),
    required("attributes.flowLogsS3Bucket", "the flow logs have no bucket"),
  ),
});

/** Rules on AWS Global Accelerator. */
export const globalacceleratorRules: readonly Rule[] = [tlsPorts, endpointsEncrypted, flowLogs];
