import {
  fault,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import { otherStack, subnetOf, vpcOf } from "../../testing/vpc";

const subnet = (properties: CaseProperties) => resource("aws:ec2/subnet:Subnet", properties);
const defaultSubnet = (properties: CaseProperties) => resource("aws:ec2/defaultSubnet:DefaultSubnet", properties);
const defaultVpc = (properties: CaseProperties) => resource("aws:ec2/defaultVpc:DefaultVpc", properties);
const options = (internetGatewayBlockMode?: unknown) =>
  resource("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", { internetGatewayBlockMode });
const network = vpcOf("vpc");
const zone = (name: string, availabilityZone: unknown, tier?: string) => subnetOf(name, tier, { availabilityZone });

export const subnetCases: ServiceCases = {
  "vpc-subnet-no-auto-public-ip": [
    pass("nothing said", subnet({})),
    pass("off", subnet({ mapPublicIpOnLaunch: false })),
    pass("on, in the public tier", subnet({ mapPublicIpOnLaunch: true, tags: { "hipaa:tier": "public" } })),
    pass(
      "on, in a subnet marked public by others",
      subnet({ mapPublicIpOnLaunch: true, tags: { SubnetType: "Public" } }),
    ),
    pass(
      "on, for load balancers of Kubernetes",
      subnet({ mapPublicIpOnLaunch: true, tags: { "kubernetes.io/role/elb": "1" } }),
    ),
    pass(
      "on, by default tags of the provider",
      subnet({ mapPublicIpOnLaunch: true, tagsAll: { "hipaa:tier": "public" } }),
    ),
    pass("a default subnet that says no", defaultSubnet({ mapPublicIpOnLaunch: false })),
    fault("on", subnet({ mapPublicIpOnLaunch: true })),
    fault("on as text", subnet({ mapPublicIpOnLaunch: "true" })),
    fault("on, in the app tier", subnet({ mapPublicIpOnLaunch: true, tags: { "hipaa:tier": "app" } })),
    fault(
      "on, for internal load balancers of Kubernetes",
      subnet({ mapPublicIpOnLaunch: true, tags: { "kubernetes.io/role/internal-elb": "1" } }),
    ),
    fault("a default subnet that says nothing, which means on", defaultSubnet({ availabilityZone: "us-east-1a" })),
    undecided("known on update", subnet({ mapPublicIpOnLaunch: unknown })),
    undecided("on, with tags known on update", subnet({ mapPublicIpOnLaunch: true, tags: unknown })),
  ],
  "vpc-subnet-no-auto-ipv6": [
    pass("nothing said", subnet({})),
    pass("on, in the public tier", subnet({ assignIpv6AddressOnCreation: true, tags: { "hipaa:tier": "public" } })),
    fault("on", subnet({ assignIpv6AddressOnCreation: true })),
    fault("on, in the data tier", subnet({ assignIpv6AddressOnCreation: "true", tags: { "hipaa:tier": "data" } })),
    undecided("known on update", subnet({ assignIpv6AddressOnCreation: unknown })),
  ],
  "vpc-no-default-vpc": [
    pass("a clean-up of the VPC", defaultVpc({ forceDestroy: true })),
    pass("a clean-up of a subnet", defaultSubnet({ forceDestroy: "true" })),
    fault("an adopted VPC", defaultVpc({})),
    fault("an adopted subnet", defaultSubnet({ availabilityZone: "us-east-1a" })),
    fault("adopted and kept", defaultVpc({ forceDestroy: false })),
    undecided("known on update", defaultVpc({ forceDestroy: unknown })),
  ],
  "vpc-dns-settings": [
    pass("both on", vpcOf("subject", { enableDnsHostnames: true, enableDnsSupport: true })),
    pass("names on, and resolution on by default", vpcOf("subject", { enableDnsHostnames: true })),
    fault("nothing said", vpcOf()),
    fault("no names", vpcOf("subject", { enableDnsHostnames: false })),
    fault("no resolution", vpcOf("subject", { enableDnsHostnames: true, enableDnsSupport: false })),
    undecided("names known on update", vpcOf("subject", { enableDnsHostnames: unknown })),
  ],
  "vpc-instance-tenancy-optional": [
    notApplicable("not asked for", vpcOf("subject", { instanceTenancy: "default" })),
    pass("asked for and given", vpcOf("subject", { instanceTenancy: "dedicated" }), {
      config: { requireDedicatedTenancy: true },
    }),
    fault("asked for and not given", vpcOf(), { config: { requireDedicatedTenancy: true } }),
    fault("asked for and refused", vpcOf("subject", { instanceTenancy: "default" }), {
      config: { requireDedicatedTenancy: true },
    }),
    undecided("asked for and known on update", vpcOf("subject", { instanceTenancy: unknown }), {
      config: { requireDedicatedTenancy: true },
    }),
  ],
  "vpc-block-public-access": [
    pass("both ways", options("block-bidirectional")),
    pass("inbound", options("block-ingress")),
    fault("off", options("off")),
    fault("nothing said", options()),
    undecided("known on update", options(unknown)),
  ],
  "vpc-multi-az": [
    pass("a VPC without subnets here", network),
    pass("two zones", [network, zone("a", "us-east-1a"), zone("b", "us-east-1b")]),
    pass("two zones in each tier", [
      network,
      zone("a", "us-east-1a", "web"),
      zone("b", "us-east-1b", "web"),
      zone("c", "us-east-1a", "data"),
      zone("d", "us-east-1b", "data"),
    ]),
    pass("two zones by their ids", [
      network,
      subnetOf("a", undefined, { availabilityZoneId: "use1-az1" }),
      subnetOf("b", undefined, { availabilityZoneId: "use1-az2" }),
    ]),
    pass("two zones beside one that is not known", [
      network,
      zone("a", "us-east-1a"),
      zone("b", "us-east-1b"),
      zone("c", unknown),
    ]),
    pass("subnets of a VPC outside the stack, which may have more", subnetOf("a", "web", { vpcId: "vpc-1" })),
    undecided("a tier known on update, which may be one of its own", [
      network,
      zone("a", "us-east-1a", "web"),
      zone("b", "us-east-1b", "web"),
      subnetOf("c", undefined, { availabilityZone: "us-east-1a", tags: { "hipaa:tier": unknown } }),
    ]),
    fault("one subnet", [network, zone("a", "us-east-1a")]),
    fault("one subnet in a zone known on update", [network, zone("a", unknown)]),
    fault("two subnets in one zone", [network, zone("a", "us-east-1a"), zone("b", "us-east-1a")]),
    fault("a tier in one zone", [
      network,
      zone("a", "us-east-1a", "web"),
      zone("b", "us-east-1b", "web"),
      zone("c", "us-east-1a", "data"),
    ]),
    fault(
      "the second VPC in one zone",
      [
        network,
        zone("a", "us-east-1a"),
        zone("b", "us-east-1b"),
        vpcOf("second"),
        subnetOf("c", undefined, { vpcId: ref("second") }),
      ],
      { at: ["second"] },
    ),
    undecided("zones that AWS picks", [network, subnetOf("a"), subnetOf("b")]),
    undecided("a zone by name and one by id", [
      network,
      zone("a", "us-east-1a"),
      subnetOf("b", undefined, { availabilityZoneId: "use1-az2" }),
    ]),
    undecided("a tier known on update beside a tier in one zone", [
      network,
      zone("a", "us-east-1a", "web"),
      subnetOf("b", undefined, { availabilityZone: "us-east-1b", tags: { "hipaa:tier": unknown } }),
    ]),
    undecided(
      "a subnet of a VPC known on update",
      [network, zone("a", "us-east-1a"), subnetOf("b", undefined, { vpcId: ref("other", "vpcId") }), otherStack],
      { afterUpdate: "fault" },
    ),
  ],
};
