import type { Value } from "../../authoring/value";
import { linksOf } from "../../graph/paths/links";
import { autoScalingGroup, ecsService, instance } from "../../graph/paths/tokens";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { balancerTypes, classicBalancer, targetGroupTypes } from "../elb/balancers";

export const lambdaFunction = "aws:lambda/function:Function";
const scalingAttachment = "aws:autoscaling/attachment:Attachment";
const classicAttachment = "aws:elb/attachment:Attachment";
const groupAttachments = [
  "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  "aws:alb/targetGroupAttachment:TargetGroupAttachment",
];

const appLabels: Readonly<Record<string, string>> = {
  [ecsService]: "ECS service",
  [autoScalingGroup]: "Auto Scaling group",
  [instance]: "EC2 instance",
  [lambdaFunction]: "Lambda function",
};

/** What applications run on. */
export const appTypes: readonly string[] = Object.keys(appLabels);

/** An application in words: what it runs on and its logical name. */
export function appHop(app: GraphResource): string {
  return `${appLabels[app.type] ?? "application"} "${app.name}"`;
}

/** What a target group, or a classic balancer, hands requests on to. */
export interface Targets {
  readonly apps: readonly GraphResource[];
  /** Application balancers behind a network one. */
  readonly balancers: readonly GraphResource[];
}

/** The targets of every target group and classic balancer of the stack. */
export function targetsOf(graph: StackGraph, group: GraphResource): Targets {
  const index = graph.once("paths targets", () => indexTargets(graph));
  const all = index.get(group) ?? [];
  return {
    apps: all.filter(({ type }) => appTypes.includes(type)),
    balancers: all.filter(({ type }) => balancerTypes.includes(type)),
  };
}

function indexTargets(graph: StackGraph): ReadonlyMap<GraphResource, readonly GraphResource[]> {
  const index = new Map<GraphResource, GraphResource[]>();
  const groupTypes = [...targetGroupTypes, classicBalancer];
  const register = (target: GraphResource, from: GraphResource, value: Value): void => {
    for (const group of linksOf(graph, from, value, groupTypes).targets) {
      const list = index.get(group) ?? [];
      if (!list.includes(target)) index.set(group, [...list, target]);
    }
  };
  for (const service of graph.ofType(ecsService)) {
    for (const block of service.get("loadBalancers").items()) {
      for (const path of ["targetGroupArn", "elbName"]) register(service, service, block.get(path));
    }
  }
  for (const group of graph.ofType(autoScalingGroup)) {
    for (const path of ["targetGroupArns", "loadBalancers"]) register(group, group, group.get(path));
    for (const source of group.get("trafficSources").items()) register(group, group, source.get("identifier"));
  }
  const attachments: readonly (readonly [type: string, target: string, group: readonly string[]])[] = [
    ...groupAttachments.map((type) => [type, "targetId", ["targetGroupArn"]] as const),
    [scalingAttachment, "autoscalingGroupName", ["lbTargetGroupArn", "elb"]],
    [classicAttachment, "instance", ["elb"]],
  ];
  for (const [type, target, paths] of attachments) {
    for (const one of graph.ofType(type)) {
      const targets = linksOf(graph, one, one.get(target), [...appTypes, ...balancerTypes]).targets;
      for (const each of targets) for (const path of paths) register(each, one, one.get(path));
    }
  }
  for (const balancer of graph.ofType(classicBalancer)) {
    const instances = linksOf(graph, balancer, balancer.get("instances"), [instance]).targets;
    if (instances.length > 0) index.set(balancer, [...(index.get(balancer) ?? []), ...instances]);
  }
  return index;
}

/** The stores that attachments register with a target group, and the target group of each. */
export function attachedStores(
  graph: StackGraph,
  types: readonly string[],
): readonly { readonly store: GraphResource; readonly group: GraphResource; readonly at: GraphResource }[] {
  return graph.ofType(...groupAttachments).flatMap((at) => {
    const stores = linksOf(graph, at, at.get("targetId"), types).targets;
    const groups = linksOf(graph, at, at.get("targetGroupArn"), targetGroupTypes).targets;
    return stores.flatMap((store) => groups.map((group) => ({ store, group, at })));
  });
}
