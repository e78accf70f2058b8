import type { ResourceState } from "@hipaa-aws/stack-state";
import type { FlowHop, HopEncryption } from "./model";
import { blocks, canonicalType, known, type ResourceGraph } from "./resource-graph";

const listenerType = "aws:lb/listener:Listener";
const targetGroupType = "aws:lb/targetGroup:TargetGroup";

/** A port on which a load balancer takes connections. */
export interface FrontDoor {
  readonly protocol: string;
  readonly port?: number;
  readonly encryption: HopEncryption;
  readonly shownBy: readonly string[];
}

/** The listeners of a load balancer, by port. */
export function frontDoorsOf(loadBalancer: ResourceState, graph: ResourceGraph): FrontDoor[] {
  const doors =
    canonicalType(loadBalancer.type) === "aws:elb/loadBalancer:LoadBalancer"
      ? blocks(known(loadBalancer, "listeners")).map((listener) =>
          door(listener.lbProtocol, listener.lbPort, false, loadBalancer.urn),
        )
      : listenersOf(loadBalancer, graph).map((listener) =>
          door(known(listener, "protocol"), known(listener, "port"), onlyRedirects(listener, graph), listener.urn),
        );
  return doors.sort((a, b) => (a.port ?? 0) - (b.port ?? 0));
}

/** Hops from load balancers through their target groups to what is registered there. */
export function forwardingHops(graph: ResourceGraph): FlowHop[] {
  return graph.ofType("aws:lb/loadBalancer:LoadBalancer").flatMap((loadBalancer) =>
    listenersOf(loadBalancer, graph).flatMap((listener) =>
      targetGroupsOf(listener, graph).flatMap((group) =>
        membersOf(group, graph).map((member): FlowHop => {
          const front = door(known(group, "protocol"), known(group, "port"), false, group.urn);
          return {
            from: loadBalancer.urn,
            to: member.urn,
            protocol: front.protocol,
            ports: front.port === undefined ? "" : String(front.port),
            encryption: front.encryption,
            carries: "data",
            shownBy: [listener.urn, group.urn],
          };
        }),
      ),
    ),
  );
}

/** What a protocol's name says about encryption. */
export function encryptionOf(protocol: string): HopEncryption {
  if (protocol === "HTTPS" || protocol === "TLS" || protocol === "SSL") return "tls";
  return protocol === "HTTP" ? "plain" : "unproven";
}

function listenersOf(loadBalancer: ResourceState, graph: ResourceGraph): readonly ResourceState[] {
  return graph.referrers(loadBalancer, listenerType, "loadBalancerArn");
}

function rulesOf(listener: ResourceState, graph: ResourceGraph): readonly ResourceState[] {
  return graph.referrers(listener, "aws:lb/listenerRule:ListenerRule", "listenerArn");
}

function targetGroupsOf(listener: ResourceState, graph: ResourceGraph): ResourceState[] {
  const found = new Set(graph.references(listener, "defaultActions", targetGroupType));
  for (const rule of rulesOf(listener, graph)) {
    for (const group of graph.references(rule, "actions", targetGroupType)) found.add(group);
  }
  return [...found];
}

function membersOf(group: ResourceState, graph: ResourceGraph): ResourceState[] {
  const found = new Set([
    ...graph.referrers(group, "aws:ecs/service:Service", "loadBalancers"),
    ...graph.referrers(group, "aws:autoscaling/group:Group", "targetGroupArns"),
  ]);
  for (const attachment of graph.referrers(
    group,
    "aws:lb/targetGroupAttachment:TargetGroupAttachment",
    "targetGroupArn",
  )) {
    const types = ["aws:ec2/instance:Instance", "aws:lambda/function:Function", "aws:lb/loadBalancer:LoadBalancer"];
    for (const member of graph.references(attachment, "targetId", ...types)) found.add(member);
  }
  for (const attachment of graph.referrers(group, "aws:autoscaling/attachment:Attachment", "lbTargetGroupArn")) {
    for (const member of graph.references(attachment, "autoscalingGroupName", "aws:autoscaling/group:Group"))
      found.add(member);
  }
  return [...found];
}

function onlyRedirects(listener: ResourceState, graph: ResourceGraph): boolean {
  const actions = [
    ...blocks(known(listener, "defaultActions")),
    ...rulesOf(listener, graph).flatMap((rule) => blocks(known(rule, "actions"))),
  ];
  return actions.length > 0 && actions.every((action) => action.type === "redirect");
}

function door(protocol: unknown, port: unknown, redirects: boolean, shownBy: string): FrontDoor {
  const name = typeof protocol === "string" && /^[a-z_]{1,10}$/i.test(protocol) ? protocol.toUpperCase() : "TCP";
  const number = Number(port ?? NaN);
  return {
    protocol: redirects ? `${name} (redirect only)` : name,
    ...(Number.isInteger(number) ? { port: number } : {}),
    encryption: redirects && name === "HTTP" ? "redirect" : encryptionOf(name),
    shownBy: [shownBy],
  };
}
