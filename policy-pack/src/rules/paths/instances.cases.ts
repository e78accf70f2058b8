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

const instance = (properties: CaseProperties = {}) =>
  resource(
    "aws:ec2/instance:Instance",
    { subnetId: ref("public-a"), vpcSecurityGroupIds: [ref("db")], associatePublicIpAddress: true, ...properties },
    { name: "patients" },
  );
const server = (properties: CaseProperties, ...more: readonly CaseResource[]) => [
  instance(properties),
  ...openNetwork,
  group("db"),
  door(22, world),
  ...more,
];
const unset = { associatePublicIpAddress: undefined };
const mapping = (mapPublicIpOnLaunch: unknown) => subnetOf("public-a", undefined, { mapPublicIpOnLaunch });
const eip = (properties: CaseProperties) => named("aws:ec2/eip:Eip", "address", properties);
const association = (properties: CaseProperties) =>
  named("aws:ec2/eipAssociation:EipAssociation", "associated", { allocationId: "eipalloc-1", ...properties });
const nic = named("aws:ec2/networkInterface:NetworkInterface", "nic", {
  subnetId: ref("public-a"),
  securityGroups: [ref("db")],
});
const withNic = (properties: CaseProperties, ...more: readonly CaseResource[]) =>
  server({ ...unset, subnetId: undefined, vpcSecurityGroupIds: undefined, ...properties }, nic, ...more);

/** Instances, whose public address comes by itself, by their subnet, by an Elastic IP or by an accelerator. */
export const instanceCases = [
  fault("an instance with a public address", server({})),
  pass("an instance without one", server({ associatePublicIpAddress: false })),
  pass("an instance with a public address behind a closed group", but(server({}), "door-22")),
  pass("an instance with a public address in a closed subnet", but(server({}), "default")),
  pass("an instance of the public tier, such as a reverse proxy", server({ tags: { "hipaa:tier": "public" } })),
  fault("an instance of the application tier", server({ tags: { "hipaa:tier": "app" } })),
  undecided("an instance of a tier known on update", server({ tags: { "hipaa:tier": unknown } })),
  pass("an instance without PHI", server({ tags: { "hipaa:phi": "false" } })),
  undecided("an instance whose public address is known on update", server({ associatePublicIpAddress: unknown })),
  fault("an instance in a subnet that gives out public addresses", but(server(unset), mapping(true))),
  pass("an instance in a subnet that gives out none", but(server(unset), mapping(false))),
  undecided("an instance in a subnet of which it is known on update", but(server(unset), mapping(unknown))),
  pass(
    "an instance that declines what its subnet gives out",
    but(server({ associatePublicIpAddress: false }), mapping(true)),
  ),
  fault("an instance in the default VPC", server({ ...unset, subnetId: undefined })),
  fault("an instance with an Elastic IP", server(unset, eip({ instance: ref("patients") }))),
  fault("an instance with an associated Elastic IP", server(unset, association({ instanceId: ref("patients") }))),
  pass("an Elastic IP of something else", server(unset, eip({ instance: "i-1" }))),
  undecided("an Elastic IP known on update", server(unset, eip({ instance: unknown }))),
  fault(
    "an instance with an IPv6 address",
    but(
      server({ ...unset, ipv6AddressCount: 1 }),
      named("aws:ec2/route:Route", "default", {
        routeTableId: ref("table"),
        destinationIpv6CidrBlock: "::/0",
        gatewayId: ref("internet"),
      }),
      door(22, { cidrIpv6: "::/0" }),
    ),
  ),
  pass(
    "an instance with an IPv6 address whose route is for outbound traffic",
    but(
      server({ ...unset, ipv6AddressCount: 1 }),
      named("aws:ec2/route:Route", "default", {
        routeTableId: ref("table"),
        destinationIpv6CidrBlock: "::/0",
        egressOnlyGatewayId: "eigw-1",
      }),
      door(22, { cidrIpv6: "::/0" }),
    ),
  ),
  fault(
    "an instance by an interface with an Elastic IP",
    withNic(
      { networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: ref("nic") }] },
      eip({ networkInterface: ref("nic") }),
    ),
  ),
  fault(
    "an instance by an interface that is attached to it",
    server(
      { associatePublicIpAddress: false },
      nic,
      named("aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", "attached", {
        instanceId: ref("patients"),
        networkInterfaceId: ref("nic"),
        deviceIndex: 1,
      }),
      association({ networkInterfaceId: ref("nic") }),
    ),
  ),
  pass(
    "an interface without an Elastic IP",
    withNic({
      networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: ref("nic") }],
    }),
  ),
  undecided(
    "an instance that takes all from a launch template",
    server({
      ...unset,
      subnetId: undefined,
      vpcSecurityGroupIds: undefined,
      launchTemplate: { id: "lt-1" },
    }),
  ),
  fault("an instance behind an accelerator, in a private subnet", [
    ...but(server({ associatePublicIpAddress: false }), "default"),
    named("aws:globalaccelerator/accelerator:Accelerator", "accelerator", {}),
    named("aws:globalaccelerator/listener:Listener", "front", { acceleratorArn: ref("accelerator", "arn") }),
    named("aws:globalaccelerator/endpointGroup:EndpointGroup", "endpoints", {
      listenerArn: ref("front", "arn"),
      endpointConfigurations: [{ endpointId: ref("patients") }],
    }),
  ]),
  pass("an instance behind an accelerator that is off", [
    ...but(server({ associatePublicIpAddress: false }), "default"),
    named("aws:globalaccelerator/accelerator:Accelerator", "accelerator", { enabled: false }),
    named("aws:globalaccelerator/listener:Listener", "front", { acceleratorArn: ref("accelerator", "arn") }),
    named("aws:globalaccelerator/endpointGroup:EndpointGroup", "endpoints", {
      listenerArn: ref("front", "arn"),
      endpointConfigurations: [{ endpointId: ref("patients") }],
    }),
  ]),
];
