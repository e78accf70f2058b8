import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, ingressRule, instance, securityGroup, securityGroupRule } from "../../testing/databases";

type Properties = Record<string, unknown>;
const database = (properties: Properties = {}) =>
  instance({ engine: "postgres", vpcSecurityGroupIds: [ref("data")], ...properties });
const data = (properties: Properties = {}) => securityGroup(properties, "data");
const app = (tags: Properties = { "hipaa:tier": "app" }) => securityGroup({ tags }, "app");
const port = { fromPort: 5432, toPort: 5432 };
const fromApp = (changed: Properties = {}) =>
  ingressRule(
    { securityGroupId: ref("data"), referencedSecurityGroupId: ref("app"), ipProtocol: "tcp", ...port, ...changed },
    "rule",
  );
const fromRange = (cidrIpv4: unknown, changed: Properties = {}) =>
  ingressRule({ securityGroupId: ref("data"), cidrIpv4, ipProtocol: "tcp", ...port, ...changed }, "rule");
const classic = (changed: Properties = {}) =>
  securityGroupRule(
    {
      type: "ingress",
      securityGroupId: ref("data"),
      sourceSecurityGroupId: ref("app"),
      protocol: "tcp",
      ...port,
      ...changed,
    },
    "rule",
  );
const inline = (changed: Properties = {}) =>
  data({ ingress: [{ protocol: "tcp", ...port, securityGroups: [ref("app")], ...changed }] });
const atRule = { at: ["rule"] };
const atGroup = { at: ["data"] };
const tierTags = { requireTierTags: true };
const cache = (properties: Properties = {}) =>
  resource(
    "aws:elasticache/replicationGroup:ReplicationGroup",
    { securityGroupIds: [ref("data")], ...properties },
    { name: "cache" },
  );

/** Something that reads an output, so that it stands among the properties after an update. */
const reader = (name: string, output: string) =>
  resource("aws:ssm/parameter:Parameter", { value: ref(name, output) }, { name: "reader" });

export const securityGroupCases: ServiceCases = {
  "vpc-sg-database-from-app-only": [
    pass("the engine's port from the application's group", [database(), data(), app(), fromApp()]),
    pass("the same, inline", [database(), inline(), app()]),
    pass("the same, as a classic rule", [database(), data(), app(), classic()]),
    pass("a port of its own", [database({ port: 6432 }), data(), app(), fromApp({ fromPort: 6432, toPort: 6432 })]),
    pass("a group without rules", [database(), data()]),
    pass("a narrow range", [database(), data(), fromRange("10.0.4.0/24")]),
    fault("a wide range", [database(), data(), fromRange("10.0.0.0/16")], atRule),
    pass("a range as wide as configured", [database(), data(), fromRange("10.0.0.0/16")], {
      config: { dbCidrFloor: 16 },
    }),
    fault("a wide range, inline", [database(), inline({ cidrBlocks: ["10.0.1.0/24", "10.0.0.0/8"] }), app()], atGroup),
    fault(
      "a wide range in a classic rule",
      [database(), data(), classic({ cidrBlocks: ["10.0.0.0/16"] }), app()],
      atRule,
    ),
    fault("a wide range of IPv6", [database(), inline({ ipv6CidrBlocks: ["2600:1f18::/36"] }), app()], atGroup),
    pass("the whole internet, which another rule reports", [database(), data(), fromRange("0.0.0.0/0")]),
    fault("all ports", [database(), data(), app(), fromApp({ fromPort: 0, toPort: 65535 })], atRule),
    fault(
      "all protocols",
      [database(), data(), app(), fromApp({ ipProtocol: "-1", fromPort: -1, toPort: -1 })],
      atRule,
    ),
    fault("another port", [database(), data(), app(), classic({ fromPort: 22, toPort: 22 })], atRule),
    fault("a port of UDP", [database(), data(), app(), fromApp({ ipProtocol: "udp" })], atRule),
    fault("more ports, inline", [database(), inline({ toPort: 5440 }), app()], atGroup),
    fault("a prefix list", [database(), data(), fromRange(undefined, { prefixListId: "pl-1" })], atRule),
    pass("members of the same group, whatever the port", [
      database(),
      data({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] }),
    ]),
    fault(
      "the same group and a wide range beside it",
      [
        database(),
        data({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true, cidrBlocks: ["10.0.0.0/16"] }] }),
      ],
      atGroup,
    ),
    pass("an egress rule", [database(), data(), classic({ type: "egress", fromPort: 0, toPort: 0 }), app()]),
    pass("a wide rule of a group that guards no database", [
      database(),
      data(),
      app(),
      fromApp(),
      securityGroup({ ingress: [{ protocol: "tcp", fromPort: 0, toPort: 9, cidrBlocks: ["10.0.0.0/8"] }] }, "other"),
    ]),
    pass("a group shared with a cache, each port once", [
      database(),
      cache(),
      data(),
      app(),
      fromApp(),
      { ...fromApp({ fromPort: 6379, toPort: 6379 }), name: "second" },
    ]),
    pass("a group of another stack, by its id, beside a wired key", [
      instance({ engine: "postgres", vpcSecurityGroupIds: ["sg-1"], kmsKeyId: ref("key", "arn") }),
      resource("aws:kms/key:Key", {}, { name: "key" }),
    ]),
    fault(
      "a wide range, inline and literal, in a group of a wired VPC",
      [
        database(),
        data({ vpcId: ref("vpc"), ingress: [{ protocol: "tcp", ...port, cidrBlocks: ["10.0.0.0/8"] }] }),
        resource("aws:ec2/vpc:Vpc", {}, { name: "vpc" }),
      ],
      atGroup,
    ),
    fault("the default group of the VPC", instance({ engine: "postgres" })),
    fault("the default group of the VPC, as AWS reports it after an update", [
      instance({ engine: "postgres" }),
      reader("subject", "vpcSecurityGroupIds"),
    ]),
    pass("the rules that AWS reports of a group after an update", [
      database(),
      data({ description: "database" }),
      reader("data", "ingress"),
    ]),
    fault("a cache in the default group of the VPC", [
      resource("aws:elasticache/replicationGroup:ReplicationGroup", {}),
    ]),
    pass("a replica", instance({ replicateSourceDb: "primary" })),
    pass("a restore", cluster({ snapshotIdentifier: "s" })),
    pass("a node of a replication group", resource("aws:elasticache/cluster:Cluster", { replicationGroupId: "g" })),
    fault("a source without the tag of its tier", [database(), data(), app({}), fromApp()], {
      ...atRule,
      config: tierTags,
    }),
    pass("a source with the tag of its tier", [database(), data(), app(), fromApp()], { config: tierTags }),
    pass("a group of another stack, judged there", instance({ engine: "mysql", vpcSecurityGroupIds: ["sg-1"] })),
    undecided("groups known on update", instance({ engine: "mysql", vpcSecurityGroupIds: unknown })),
    fault(
      "all ports to a range known on update",
      [database(), data(), fromRange(unknown, { ipProtocol: "-1" })],
      atRule,
    ),
    undecided(
      "a rule whose direction is known on update",
      [database(), data(), app(), classic({ type: unknown, fromPort: 0 })],
      atRule,
    ),
    undecided("a range known on update", [database(), data(), fromRange(unknown)], atRule),
    undecided("a port known on update", [database({ port: unknown }), data(), app(), fromApp()], atRule),
    undecided("an engine known on update", [database({ engine: unknown }), data(), app(), fromApp()], atRule),
    fault(
      "all ports, though the database's port is known on update",
      [database({ port: unknown }), data(), app(), fromApp({ ipProtocol: "-1" })],
      atRule,
    ),
    undecided(
      "a rule of a group known on update that may be wrong",
      [database(), data(), app(), fromRange("10.0.0.0/8", { securityGroupId: unknown })],
      atRule,
    ),
    pass("a rule of a group known on update that is fine either way", [
      database(),
      data(),
      app(),
      fromApp({ securityGroupId: unknown }),
    ]),
  ],
};
