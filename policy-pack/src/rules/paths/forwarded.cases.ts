import {
  fault,
  pass,
  undecided,
  ref,
  resource,
  unknown,
  type CaseProperties,
  type CaseResource,
} from "../../testing/cases";
import { but, door, group, named, openNetwork, world } from "../../testing/paths";
import { subnetOf } from "../../testing/vpc";

const balancer = (properties: CaseProperties = {}) =>
  named("aws:lb/loadBalancer:LoadBalancer", "balancer", {
    loadBalancerType: "network",
    subnets: [ref("public-a")],
    ...properties,
  });
const cache = resource(
  "aws:elasticache/replicationGroup:ReplicationGroup",
  { subnetGroupName: ref("group", "name"), securityGroupIds: [ref("db")] },
  { name: "patients" },
);
const handedOn = (...changes: readonly (CaseResource | string)[]) =>
  but(
    [
      cache,
      ...openNetwork.filter(({ name }) => name !== "public-a"),
      subnetOf("public-a", undefined, { cidrBlock: "10.0.0.0/24" }),
      subnetOf("private", undefined, { cidrBlock: "10.0.9.0/24" }),
      named("aws:elasticache/subnetGroup:SubnetGroup", "group", { subnetIds: [ref("private")] }),
      group("db"),
      door(6379, { cidrIpv4: "10.0.0.0/16" }),
      balancer(),
      named("aws:lb/listener:Listener", "listener", {
        loadBalancerArn: ref("balancer", "arn"),
        port: 6379,
        protocol: "TCP",
        defaultActions: [{ type: "forward", targetGroupArn: ref("targets", "arn") }],
      }),
      named("aws:lb/targetGroup:TargetGroup", "targets", { port: 6379, protocol: "TCP", targetType: "ip" }),
      named("aws:lb/targetGroupAttachment:TargetGroupAttachment", "attached", {
        targetGroupArn: ref("targets", "arn"),
        targetId: ref("patients", "primaryEndpointAddress"),
      }),
    ],
    ...changes,
  );
const listenerGroup = group("edge");
const guarded = (source: CaseProperties) => [
  balancer({ securityGroups: [ref("edge")] }),
  listenerGroup,
  door(6379, source, "edge", "edge-door"),
];

/** A store without a public address, to which a network balancer hands packets on. */
export const forwardedCases = [
  fault("a network balancer that faces the internet", handedOn()),
  pass("an internal one", handedOn(balancer({ internal: true }))),
  pass("one in a subnet without a route", handedOn("default")),
  pass("one without a target", handedOn("attached")),
  pass(
    "a target of another store",
    handedOn(
      named("aws:lb/targetGroupAttachment:TargetGroupAttachment", "attached", {
        targetGroupArn: ref("targets", "arn"),
        targetId: "10.0.9.9",
      }),
    ),
  ),
  pass("a store that does not admit the balancer", handedOn("door-6379")),
  pass("a store that admits another subnet", handedOn(door(6379, { cidrIpv4: "10.0.5.0/24" }))),
  pass(
    "a store behind a network ACL that denies the balancer",
    handedOn(named("aws:ec2/networkAcl:NetworkAcl", "acl", { vpcId: ref("vpc"), subnetIds: [ref("private")] })),
  ),
  fault("a balancer whose group is open", handedOn(...guarded(world))),
  pass("a balancer whose group is closed to the internet", handedOn(...guarded({ cidrIpv4: "10.0.0.0/8" }))),
  fault(
    "a store that admits the balancer by its group",
    handedOn(...guarded(world), door(6379, { referencedSecurityGroupId: ref("edge") })),
  ),
  undecided("whether it faces the internet, known on update", handedOn(balancer({ internal: unknown }))),
  pass("an application balancer, which ends the path", handedOn(balancer({ loadBalancerType: "application" }))),
  fault(
    "an internal balancer behind an accelerator",
    handedOn(
      balancer({ internal: true }),
      "default",
      named("aws:globalaccelerator/accelerator:Accelerator", "accelerator", {}),
      named("aws:globalaccelerator/listener:Listener", "front", {
        acceleratorArn: ref("accelerator"),
        portRanges: [{ fromPort: 6000, toPort: 7000 }],
      }),
      named("aws:globalaccelerator/endpointGroup:EndpointGroup", "endpoints", {
        listenerArn: ref("front"),
        endpointConfigurations: [{ endpointId: ref("balancer", "arn") }],
      }),
    ),
  ),
  fault(
    "clients whose addresses the target group keeps",
    handedOn(
      named("aws:lb/targetGroup:TargetGroup", "targets", {
        port: 6379,
        protocol: "TCP",
        targetType: "ip",
        preserveClientIp: true,
      }),
      door(6379, world),
    ),
  ),
  pass(
    "clients whose addresses the target group keeps, and the store does not admit",
    handedOn(
      named("aws:lb/targetGroup:TargetGroup", "targets", {
        port: 6379,
        protocol: "TCP",
        targetType: "ip",
        preserveClientIp: true,
      }),
    ),
  ),
];
