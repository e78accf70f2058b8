import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import { otherStack } from "../../testing/vpc";

const group = (name: string, tier?: string, properties: CaseProperties = {}) =>
  resource(
    "aws:ec2/securityGroup:SecurityGroup",
    { ...(tier === undefined ? {} : { tags: { "hipaa:tier": tier } }), ...properties },
    { name },
  );
const ingress = (properties: CaseProperties, name = "subject") =>
  resource(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { securityGroupId: ref("own"), ipProtocol: "tcp", fromPort: 8443, toPort: 8443, ...properties },
    { name },
  );
const rule = (properties: CaseProperties) =>
  resource("aws:ec2/securityGroupRule:SecurityGroupRule", {
    securityGroupId: ref("own"),
    type: "ingress",
    protocol: "tcp",
    fromPort: 8443,
    toPort: 8443,
    ...properties,
  });
const inline = (tier: string | undefined, block: CaseProperties) =>
  group("own", tier, { ingress: [{ protocol: "tcp", fromPort: 8443, toPort: 8443, ...block }] });
const from = (name: string) => ({ referencedSecurityGroupId: ref(name) });
const world = { cidrIpv4: "0.0.0.0/0" };
const web = (port: number, more: CaseProperties = {}) => ({ fromPort: port, toPort: port, ...more });

export const tierCases: ServiceCases = {
  "vpc-sg-tier-chaining": [
    pass("web from the edge", [ingress(from("edge")), group("own", "web"), group("edge", "public")]),
    pass("app from the internal load balancer, which stands in its tier", [
      ingress(from("balancer")),
      group("own", "app"),
      group("balancer", "app"),
    ]),
    pass("app from web, as a rule", [
      rule({ sourceSecurityGroupId: ref("web") }),
      group("own", "app"),
      group("web", "web"),
    ]),
    pass("data from app, inline", [inline("data", { securityGroups: [ref("app")] }), group("app", "app")]),
    pass("within the group", inline("data", { self: true })),
    pass("within the group, as a rule", [rule({ self: true }), group("own", "data")]),
    pass("a group without a tier", [ingress(world), group("own")]),
    pass("a group of the public tier", [ingress(world), group("own", "public")]),
    pass("a rule that lets traffic out", [rule({ type: "egress", cidrBlocks: ["0.0.0.0/0"] }), group("own", "data")]),
    pass("a group of another stack by its id", [ingress({ referencedSecurityGroupId: "sg-1" }), group("own", "app")]),
    fault("data by address, as an ingress rule", [ingress({ cidrIpv4: "10.0.0.0/16" }), group("own", "data")]),
    fault("data by IPv6 address", [ingress({ cidrIpv6: "fd00::/8" }), group("own", "data")]),
    fault("app by address, as a rule", [rule({ cidrBlocks: ["10.0.0.0/16"] }), group("own", "app")]),
    fault("web by address, inline", inline("web", { cidrBlocks: ["10.0.0.0/16"] }), { at: ["own"] }),
    fault("web by prefix list", [ingress({ prefixListId: "pl-1" }), group("own", "web")]),
    fault("data from web", [ingress(from("web")), group("own", "data"), group("web", "web")]),
    fault("data from the edge, inline", [inline("data", { securityGroups: [ref("edge")] }), group("edge", "public")], {
      at: ["own"],
    }),
    fault("app from the edge, as a rule", [
      rule({ sourceSecurityGroupId: ref("edge") }),
      group("own", "app"),
      group("edge", "public"),
    ]),
    fault(
      "data from web beside app by its id",
      [
        inline("data", { securityGroups: ["sg-app", ref("web")] }),
        group("app", "app", { id: "sg-app" }),
        group("web", "web"),
      ],
      { at: ["own"] },
    ),
    fault("data from a group without a tier", [ingress(from("stray")), group("own", "data"), group("stray")]),
    fault("one rule among two", [
      ingress({ cidrIpv4: "10.0.0.0/16" }),
      ingress(from("app"), "second"),
      group("own", "data"),
      group("app", "app"),
    ]),
    fault(
      "by address beside a group known on update",
      [inline("data", { cidrBlocks: ["10.0.0.0/8"], securityGroups: [ref("other", "group")] }), otherStack],
      { at: ["own"] },
    ),
    undecided(
      "a group known on update",
      [ingress({ referencedSecurityGroupId: ref("other", "group") }), group("own", "data"), otherStack],
      {
        afterUpdate: "pass",
      },
    ),
    undecided("an address known on update", [rule({ cidrBlocks: unknown }), group("own", "data")]),
    undecided("a tier known on update", [ingress(world), group("own", undefined, { tags: { "hipaa:tier": unknown } })]),
  ],
  "vpc-sg-public-web-only-on-edge": [
    pass("the edge, inline", inline("public", web(443, { cidrBlocks: ["0.0.0.0/0"] }))),
    pass("the edge, as an ingress rule", [ingress(web(443, world)), group("own", "public")]),
    pass("a private range elsewhere", [ingress(web(443, { cidrIpv4: "10.0.0.0/8" })), group("own", "app")]),
    pass("another port, which other rules report", [ingress(web(5432, world)), group("own", "data")]),
    fault("a group without a tier, inline", inline(undefined, web(443, { cidrBlocks: ["0.0.0.0/0"] })), {
      at: ["own"],
    }),
    fault("the app tier, as an ingress rule", [ingress(web(443, world)), group("own", "app")]),
    fault("the web tier by IPv6, as a rule", [rule(web(80, { ipv6CidrBlocks: ["::/0"] })), group("own", "web")]),
    fault("a group outside the stack", ingress(web(443, { ...world, securityGroupId: "sg-1" }))),
    undecided(
      "a group known on update",
      [ingress(web(443, { ...world, securityGroupId: ref("other", "group") })), otherStack],
      {
        afterUpdate: "fault",
      },
    ),
    undecided("a range known on update", [ingress(web(443, { cidrIpv4: unknown })), group("own", "app")]),
    fault("the app tier by IPv6, inline", inline("app", web(443, { ipv6CidrBlocks: ["::/0"] })), { at: ["own"] }),
    fault("the app tier, as a rule", [rule(web(443, { cidrBlocks: ["0.0.0.0/0"] })), group("own", "app")]),
    fault("the app tier by IPv6, as an ingress rule", [ingress(web(443, { cidrIpv6: "::/0" })), group("own", "app")]),
  ],
  "vpc-sg-no-plaintext-http-ports": [
    pass("HTTPS inside", [ingress(from("own")), group("own", "app")]),
    pass("HTTP on the edge, for redirects", [ingress(web(80, world)), group("own", "public")]),
    pass("a wide range", [ingress({ fromPort: 1, toPort: 1024 }), group("own", "app")]),
    fault("HTTP in the app tier", [ingress(web(80, from("own"))), group("own", "app")]),
    fault("HTTP in the app tier, inline", inline("app", web(8080, { self: true })), { at: ["own"] }),
    fault("LDAP, as a rule", [rule(web(389, { self: true })), group("own")]),
    fault("8080 on the edge", [ingress(web(8080, world)), group("own", "public")]),
    undecided("a port known on update", [ingress({ fromPort: unknown, toPort: unknown }), group("own", "app")]),
    undecided(
      "HTTP of a group known on update",
      [ingress(web(80, { ...world, securityGroupId: ref("other", "group") })), otherStack],
      {
        afterUpdate: "fault",
      },
    ),
    fault("HTTP from the internet in the app tier", [ingress(web(80, world)), group("own", "app")]),
  ],
};
