import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isCustomerKey } from "../../knowledge/customer-key";
import { bucketTypes, hasCompanion } from "../s3/buckets";
import { hasDefaultEncryption } from "../s3/encryption-declared";
import { subnetsOf } from "./routing";
import { defaultVpc, flowLog, subnet, vpc } from "./tokens";

const flowLogsEnabled = stackRule("vpc-flow-logs-enabled", {
  // The catalogue names VPCs of one's own; one that AWS made and the stack adopts carries traffic as well.
  types: [vpc, defaultVpc, flowLog],
  check: (stack, graph) => {
    for (const network of graph.ofType(vpc, defaultVpc)) {
      // A default VPC that is adopted with forceDestroy is adopted to be done away with.
      const leaves = Truth.of(network.type === defaultVpc).and(network.get("forceDestroy").isTrue());
      stack.expect(network, isLogged(graph, network).or(leaves), "nothing records the traffic of the VPC");
    }
  },
});

/** By a flow log of the VPC, or by one of each of its subnets. */
function isLogged(graph: StackGraph, network: GraphResource): Truth {
  const subnets = subnetsOf(graph, network).map((one) => isNamed(graph, one, "subnetId"));
  const eachSubnet = subnets.length > 0 ? Truth.all(subnets) : Truth.no;
  return isNamed(graph, network, "vpcId").or(eachSubnet);
}

function isNamed(graph: StackGraph, target: GraphResource, path: string): Truth {
  if (graph.referrers(target, flowLog, path).length > 0) return Truth.yes;
  const open = graph.unresolvedReferrers(flowLog, path, target.type).length > 0;
  return open ? Truth.unknown(`FlowLog.${path}`) : Truth.no;
}

/** What a flow log may be about. */
const subjects: readonly string[] = ["vpcId", "subnetId", "eniId", "regionalNatGatewayId"];

const trafficAll = stackRule("vpc-flow-log-traffic-all", {
  // A log of rejected traffic beside a full one of the same subject is an addition, which only the stack shows.
  check: (stack, graph) => {
    const logs = graph.ofType(flowLog);
    for (const log of logs) {
      // AWS takes no traffic type for transit gateways, whose logs hold everything.
      const ofTransit = log.get("transitGatewayId").isGiven().or(log.get("transitGatewayAttachmentId").isGiven());
      const full = recordsAll(log);
      const beside = logs
        .filter((other) => other !== log)
        .map((other) => recordsAll(other).and(sameSubject(graph, log, other)));
      stack.expect(
        log,
        Truth.any([ofTransit, full, ...beside]),
        "the flow log leaves out accepted or rejected traffic, and no other one holds all of it",
      );
    }
  },
});

function recordsAll(log: GraphResource): Truth {
  return log.get("trafficType").isOneOf("ALL");
}

function sameSubject(graph: StackGraph, one: GraphResource, other: GraphResource): Truth {
  return Truth.any(
    subjects.map((path) => {
      const [left, right] = [one.get(path), other.get(path)];
      if (left.isAbsent || right.isAbsent) return Truth.no;
      if (!left.isUnknown && !right.isUnknown) return Truth.of(left.text !== undefined && left.text === right.text);
      const sources = new Set(one.sources.get(path) ?? []);
      const shared = (other.sources.get(path) ?? []).filter((urn) => sources.has(urn));
      // Two outputs of one stack reference may be two VPCs; the id of an AWS resource is one thing only.
      const isOne = shared.some((urn) => graph.find(urn)?.type.startsWith("aws:") === true);
      if (isOne) return Truth.yes;
      const bothInStack = [one, other].every((log) => graph.references(log, path, vpc, subnet).targets.length > 0);
      return bothInStack ? Truth.no : Truth.unknown(path);
    }),
  );
}

const interval = resourceRule("vpc-flow-log-interval", {
  check: (log) => {
    const seconds = log.get("maxAggregationInterval");
    log.expect(seconds.isAtMost(60), "the flow log sums traffic up over more than a minute");
  },
});

const logGroup = "aws:cloudwatch/logGroup:LogGroup";

const destinationProtected = stackRule("vpc-flow-log-destination-protected", {
  check: (stack, graph) => {
    for (const log of graph.ofType(flowLog)) {
      const destination = log.get("logDestination");
      stack.expect(log, destination.isGiven(), "the flow log names no destination");
      const { targets, complete } = graph.references(log, "logDestination", logGroup, ...bucketTypes);
      if (targets.length === 0 && !complete && !destination.isAbsent) stack.expect(log, destination.asUnknown(), "");
      for (const target of targets) {
        const isProtected = target.type === logGroup ? keepsEncrypted(target) : isClosedBucket(graph, target);
        stack.expect(log, isProtected, "the destination of the flow log is not encrypted, closed and kept");
      }
    }
  },
});

const yearInDays = 365;

function keepsEncrypted(group: GraphResource): Truth {
  const days = group.get("retentionInDays");
  const kept = Truth.any([days.isGiven().not(), days.isOneOf("0"), days.isAtLeast(yearInDays)]);
  return isCustomerKey(group.get("kmsKeyId")).and(kept);
}

function isClosedBucket(graph: StackGraph, bucket: GraphResource): Truth {
  return Truth.all([
    hasDefaultEncryption(graph, bucket),
    hasCompanion(graph, bucket, "publicAccessBlock"),
    hasCompanion(graph, bucket, "policy"),
  ]);
}

/** Rules on VPC flow logs. */
export const flowLogRules: readonly Rule[] = [flowLogsEnabled, trafficAll, interval, destinationProtected];
