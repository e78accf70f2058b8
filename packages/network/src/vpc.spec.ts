import assert from "node:assert/strict";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import * as pulumi from "@pulumi/pulumi";
import { NatStrategy, Vpc, type VpcArgs } from "./index";
import { flowLogBucket, vpcGraph, type Recorded, type VpcGraph } from "./testing/graph";
import { tiers } from "./tiers";
import expectedUrns from "./vpc.urns.json";

type Entry = Record<string, unknown>;
const entries = (value: unknown) => (value ?? []) as Entry[];
const tagsOf = (resource: Recorded) => resource.inputs["tags"] as Record<string, string>;
const dependsOn = (resource: Recorded, property: string) => resource.propertyDependencies[property] ?? [];

/** The routes of a tier's tables: destination and what they lead to. */
function routesOf(graph: VpcGraph, tier: string): [string, string][] {
  return graph
    .all("ec2/route:Route")
    .filter((route) => dependsOn(route, "routeTableId").every((urn) => graph.nameOf(urn).startsWith(`main-${tier}`)))
    .map((route) => {
      const target = ["gatewayId", "natGatewayId"].find((property) => property in route.inputs) ?? "";
      return [route.inputs["destinationCidrBlock"] as string, graph.nameOf(dependsOn(route, target)[0])];
    });
}

describe("Vpc", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`has these children (${mode})`, async () => {
      const { resources } = await vpcGraph({}, { mode });
      const urns = resources
        .map(({ urn }) => urn.split("::").slice(2).join("::"))
        .filter((urn) => !urn.startsWith("pulumi:"))
        .sort();
      assert.deepEqual(urns, expectedUrns);
      const component = resources.find(({ type }) => type === "network:index:Vpc");
      for (const resource of resources.filter(({ type }) => type.startsWith("aws:"))) {
        assert.equal(resource.parent, component?.urn, resource.urn);
      }
    });

    it(`vpc-tiered-network-component: five tiers over three zones, tagged (${mode})`, async () => {
      const graph = await vpcGraph({}, { mode });
      const subnets = graph.all("ec2/subnet:Subnet");
      assert.equal(subnets.length, 15);
      for (const tier of tiers) {
        const ofTier = subnets.filter((subnet) => tagsOf(subnet)["hipaa:tier"] === tier);
        assert.equal(ofTier.length, 3);
        // vpc-multi-az
        assert.equal(new Set(ofTier.map(({ inputs }) => inputs["availabilityZone"])).size, 3);
      }
      for (const subnet of subnets) {
        // vpc-subnet-no-auto-public-ip, vpc-subnet-no-auto-ipv6
        assert.equal(subnet.inputs["mapPublicIpOnLaunch"], false);
        assert.ok(!("assignIpv6AddressOnCreation" in subnet.inputs));
        assert.match(subnet.inputs["cidrBlock"] as string, /^10\.20\.\d+\.0\/\d\d$/);
      }
    });
  }

  it("vpc-dns-settings, vpc-instance-tenancy-optional", async () => {
    const vpc = (await vpcGraph()).one("ec2/vpc:Vpc", "main");
    assert.equal(vpc.inputs["enableDnsSupport"], true);
    assert.equal(vpc.inputs["enableDnsHostnames"], true);
    assert.ok(!("instanceTenancy" in vpc.inputs));
  });

  it("vpc-default-security-group-empty, vpc-default-security-group-adopted: AWS's defaults are taken over and closed", async () => {
    const graph = await vpcGraph();
    const group = graph.one("ec2/defaultSecurityGroup:DefaultSecurityGroup", "main-default");
    assert.deepEqual(dependsOn(group, "vpcId").map(graph.nameOf), ["main"]);
    assert.deepEqual([group.inputs["ingress"], group.inputs["egress"]], [[], []]);
    const acl = graph.one("ec2/defaultNetworkAcl:DefaultNetworkAcl", "main-default");
    assert.deepEqual([acl.inputs["ingress"], acl.inputs["egress"]], [[], []]);
    const table = graph.one("ec2/defaultRouteTable:DefaultRouteTable", "main-default");
    assert.deepEqual(table.inputs["routes"], []);
  });

  it("vpc-nacl-per-tier, vpc-nacl-rules-restrictive: each subnet has the ACL of its tier", async () => {
    const graph = await vpcGraph();
    for (const tier of tiers) {
      const acl = graph.one("ec2/networkAcl:NetworkAcl", `main-${tier}`);
      assert.deepEqual(
        dependsOn(acl, "subnetIds").map(graph.nameOf).sort(),
        [1, 2, 3].map((zone) => `main-${tier}-${zone}`),
      );
    }
    const data = graph.one("ec2/networkAcl:NetworkAcl", "main-data");
    assert.deepEqual(
      entries(data.inputs["ingress"]).map(({ action, cidrBlock, protocol, fromPort, toPort, ruleNo }) =>
        [ruleNo, action, protocol, fromPort, toPort, cidrBlock].join(" "),
      ),
      [
        "100 allow tcp 5432 5432 10.20.64.0/19",
        "110 allow tcp 6379 6379 10.20.64.0/19",
        "120 allow tcp 1024 65535 10.20.96.0/20",
      ],
    );
    const web = graph.one("ec2/networkAcl:NetworkAcl", "main-web");
    assert.deepEqual(
      entries(web.inputs["ingress"]).map(({ action, cidrBlock, protocol, fromPort, toPort }) =>
        [action, protocol, fromPort, toPort, cidrBlock].join(" "),
      ),
      [
        "allow tcp 8443 8443 10.20.0.0/20",
        "allow tcp 1024 65535 10.20.64.0/19",
        "allow tcp 1024 65535 10.20.112.0/21",
        "deny -1 0 0 10.20.0.0/16",
        "allow tcp 1024 65535 0.0.0.0/0",
      ],
    );
  });

  it("vpc-data-tier-isolated, vpc-private-tiers-egress-via-nat: only the public tier has a route to the internet", async () => {
    const graph = await vpcGraph();
    assert.deepEqual(routesOf(graph, "public"), [["0.0.0.0/0", "main"]]);
    for (const tier of ["web", "app", "data", "endpoints"]) assert.deepEqual(routesOf(graph, tier), [], tier);
    for (const tier of ["data", "endpoints"]) {
      assert.deepEqual(graph.one("ec2/routeTable:RouteTable", `main-${tier}`).inputs["routes"], []);
    }
    assert.equal(graph.all("ec2/natGateway:NatGateway").length, 0);
    assert.equal(graph.all("ec2/eip:Eip").length, 0);
  });

  it("ties each subnet to a table of its own tier", async () => {
    const graph = await vpcGraph();
    const associations = graph.all("ec2/routeTableAssociation:RouteTableAssociation");
    assert.equal(associations.length, 15);
    for (const association of associations) {
      const subnet = graph.nameOf(dependsOn(association, "subnetId")[0]);
      const table = graph.nameOf(dependsOn(association, "routeTableId")[0]);
      const perZone = /^main-(web|app)-/.test(subnet);
      assert.equal(table, perZone ? subnet : subnet.replace(/-\d$/, ""));
    }
  });

  for (const [natStrategy, gateways, webTargets] of [
    [NatStrategy.Single, 1, ["main-nat-1", "main-nat-1", "main-nat-1"]],
    [NatStrategy.PerZone, 3, ["main-nat-1", "main-nat-2", "main-nat-3"]],
  ] as const) {
    it(`vpc-nat-high-availability, vpc-data-tier-no-nat-egress, vpc-eip-failover: NAT ${natStrategy}`, async () => {
      const graph = await vpcGraph({ natStrategy });
      const nats = graph.all("ec2/natGateway:NatGateway");
      assert.equal(nats.length, gateways);
      nats.forEach((nat, index) => {
        assert.deepEqual(dependsOn(nat, "subnetId").map(graph.nameOf), [`main-public-${index + 1}`]);
        assert.ok(nat.dependencies.some((urn) => urn.endsWith("aws:ec2/internetGateway:InternetGateway::main")));
      });
      for (const eip of graph.all("ec2/eip:Eip")) {
        assert.equal(eip.inputs["domain"], "vpc");
        assert.ok(!("instance" in eip.inputs));
      }
      for (const tier of ["web", "app"]) {
        assert.deepEqual(
          routesOf(graph, tier),
          webTargets.map((target) => ["0.0.0.0/0", target]),
        );
      }
      assert.deepEqual(routesOf(graph, "data"), []);
      assert.deepEqual(routesOf(graph, "endpoints"), []);
    });
  }

  it("keeps every URN of the smaller NAT strategy when it grows", async () => {
    const urns = async (natStrategy: NatStrategy) =>
      new Set((await vpcGraph({ natStrategy })).resources.map(({ urn }) => urn));
    const [none, single, perZone] = [
      await urns(NatStrategy.None),
      await urns(NatStrategy.Single),
      await urns(NatStrategy.PerZone),
    ];
    assert.deepEqual(
      [...none].filter((urn) => !single.has(urn)),
      [],
    );
    assert.deepEqual(
      [...single].filter((urn) => !perZone.has(urn)),
      [],
    );
    assert.ok(none.size < single.size && single.size < perZone.size);
  });

  it("vpc-endpoint-s3-gateway: S3 is reached from web and app through a gateway endpoint", async () => {
    const graph = await vpcGraph();
    const s3 = graph.one("ec2/vpcEndpoint:VpcEndpoint", "main-s3");
    assert.equal(s3.inputs["vpcEndpointType"], "Gateway");
    assert.equal(s3.inputs["serviceName"], "com.amazonaws.us-east-1.s3");
    assert.deepEqual(
      dependsOn(s3, "routeTableIds").map(graph.nameOf).sort(),
      ["app", "web"].flatMap((tier) => [1, 2, 3].map((zone) => `main-${tier}-${zone}`)),
    );
  });

  it("vpc-endpoint-interface-set: private names, own subnets, own security group", async () => {
    const graph = await vpcGraph();
    const endpoints = graph
      .all("ec2/vpcEndpoint:VpcEndpoint")
      .filter(({ inputs }) => inputs["vpcEndpointType"] === "Interface");
    assert.deepEqual(
      endpoints.map(({ inputs }) => inputs["serviceName"]).sort(),
      ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager", "sts"].map((end) => `com.amazonaws.us-east-1.${end}`),
    );
    for (const endpoint of endpoints) {
      assert.equal(endpoint.inputs["privateDnsEnabled"], true);
      assert.deepEqual(dependsOn(endpoint, "securityGroupIds").map(graph.nameOf), ["main-endpoints"]);
      assert.deepEqual(
        dependsOn(endpoint, "subnetIds").map(graph.nameOf).sort(),
        [1, 2, 3].map((zone) => `main-endpoints-${zone}`),
      );
      assert.match(endpoint.inputs["policy"] as string, /"aws:PrincipalAccount":"111122223333"/);
    }
  });

  it("vpc-sg-no-open-ingress, vpc-sg-egress-restricted: the endpoints admit HTTPS from web and app alone", async () => {
    const graph = await vpcGraph();
    const group = graph.one("ec2/securityGroup:SecurityGroup", "main-endpoints");
    assert.equal(group.inputs["revokeRulesOnDelete"], true);
    assert.ok(group.inputs["description"]);
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
    const rules = graph.all("vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    assert.deepEqual(
      rules.map(({ inputs }) => [inputs["cidrIpv4"], inputs["ipProtocol"], inputs["fromPort"], inputs["toPort"]]),
      [
        ["10.20.32.0/19", "tcp", 443, 443],
        ["10.20.64.0/19", "tcp", 443, 443],
      ],
    );
    assert.ok(rules.every(({ inputs }) => inputs["description"]));
    assert.equal(graph.all("vpc/securityGroupEgressRule:SecurityGroupEgressRule").length, 0);
  });

  it("takes another list of endpoints, also none", async () => {
    const names = async (interfaceEndpoints: string[]) =>
      (await vpcGraph({ interfaceEndpoints })).all("ec2/vpcEndpoint:VpcEndpoint").map(({ urn }) => urn.split("::")[3]);
    assert.deepEqual((await names(["sqs", "ecr.api"])).sort(), ["main-ecr-api", "main-s3", "main-sqs"]);
    assert.deepEqual(await names([]), ["main-s3"]);
  });

  it("takes an organization for all endpoints", async () => {
    const graph = await vpcGraph({ organizationId: pulumi.output("o-exampleorgid") });
    for (const { inputs } of graph.all("ec2/vpcEndpoint:VpcEndpoint")) {
      assert.match(inputs["policy"] as string, /"aws:PrincipalOrgID":"o-exampleorgid"/);
      assert.doesNotMatch(inputs["policy"] as string, /aws:PrincipalAccount/);
    }
  });

  for (const mode of ["preview", "update"] as const) {
    it(`vpc-flow-logs-enabled, vpc-flow-log-traffic-all, vpc-flow-log-interval (${mode})`, async () => {
      const graph = await vpcGraph({}, { mode });
      const logs = graph.all("ec2/flowLog:FlowLog");
      assert.equal(logs.length, 1);
      const [log] = logs;
      assert.ok(log);
      assert.deepEqual(dependsOn(log, "vpcId").map(graph.nameOf), ["main"]);
      assert.equal(log.inputs["trafficType"], "ALL");
      assert.equal(log.inputs["maxAggregationInterval"], 60);
      assert.equal(log.inputs["logDestinationType"], "s3");
      assert.equal(log.inputs["logDestination"], "arn:aws:s3:::flow-logs");
      assert.deepEqual(log.inputs["destinationOptions"], {
        fileFormat: "parquet",
        hiveCompatiblePartitions: true,
        perHourPartition: true,
      });
      const format = (log.inputs["logFormat"] as string).split(" ");
      assert.ok(format.every((field) => /^\$\{[a-z-]+\}$/.test(field)));
      assert.equal(new Set(format).size, format.length);
      assert.ok(format.includes("${pkt-srcaddr}") && format.includes("${flow-direction}"));
    });
  }

  it("lets the flow log wait for the bucket's name", async () => {
    const { resources } = await recordProgram(
      () => {
        const earlier = new pulumi.ComponentResource("test:index:Bucket", "bucket");
        const bucketName = earlier.urn.apply(() => "flow-logs");
        new Vpc("main", { cidrBlock: "10.20.0.0/16", flowLogBucket: { ...flowLogBucket, bucketName } });
      },
      { mode: "update" },
    );
    const log = resources.find(({ type }) => type === "aws:ec2/flowLog:FlowLog");
    assert.equal(log?.inputs["logDestination"], "arn:aws:s3:::flow-logs");
  });

  it("vpc-flow-log-destination-protected, cloudwatch-log-group-cmk, cloudwatch-log-retention-minimum: rejected traffic", async () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/logs";
    const graph = await vpcGraph({ rejectedTrafficLog: true, logsKey: { arn: key } });
    const group = graph.one("cloudwatch/logGroup:LogGroup", "main-rejected");
    assert.equal(group.inputs["kmsKeyId"], key);
    assert.equal(group.inputs["retentionInDays"], 365);
    const log = graph.one("ec2/flowLog:FlowLog", "main-rejected");
    assert.equal(log.inputs["trafficType"], "REJECT");
    assert.deepEqual(dependsOn(log, "logDestination").map(graph.nameOf), ["main-rejected"]);
    assert.ok(log.dependencies.some((urn) => urn.includes("aws:iam/rolePolicy:RolePolicy")));
    const role = graph.one("iam/role:Role", "main-rejected");
    const trust = JSON.parse(role.inputs["assumeRolePolicy"] as string) as { Statement: Entry[] };
    assert.deepEqual(trust.Statement[0]?.["Principal"], { Service: "vpc-flow-logs.amazonaws.com" });
    assert.deepEqual(trust.Statement[0]?.["Condition"], { StringEquals: { "aws:SourceAccount": "111122223333" } });
    const policy = JSON.parse(graph.one("iam/rolePolicy:RolePolicy", "main-rejected").inputs["policy"] as string) as {
      Statement: { Resource: string | string[] }[];
    };
    for (const { Resource } of policy.Statement) {
      for (const resource of [Resource].flat()) assert.match(resource, /^arn:aws:logs:us-east-1:111122223333:/);
    }
    const longer = await vpcGraph({
      rejectedTrafficLog: true,
      rejectedTrafficRetentionDays: 2192,
      logsKey: pulumi.output({ arn: key }),
    });
    assert.equal(longer.one("cloudwatch/logGroup:LogGroup", "main-rejected").inputs["retentionInDays"], 2192);
  });

  it("is smaller with two zones", async () => {
    const graph = await vpcGraph({ availabilityZones: 2 });
    assert.equal(graph.all("ec2/subnet:Subnet").length, 10);
    assert.equal(graph.all("ec2/routeTable:RouteTable").length, 7);
  });

  it("takes zones by name, in their order", async () => {
    const graph = await vpcGraph({ availabilityZoneNames: ["us-east-1f", "us-east-1b"] });
    assert.equal(graph.one("ec2/subnet:Subnet", "main-data-1").inputs["availabilityZone"], "us-east-1f");
    assert.equal(graph.one("ec2/subnet:Subnet", "main-data-2").inputs["availabilityZone"], "us-east-1b");
    assert.equal(graph.all("ec2/subnet:Subnet").length, 10);
  });

  it("moves no subnet when a third zone is added", async () => {
    const ranges = async (availabilityZones: number) =>
      new Map(
        (await vpcGraph({ availabilityZones }))
          .all("ec2/subnet:Subnet")
          .map(({ urn, inputs }) => [urn, inputs["cidrBlock"]]),
      );
    const [two, three] = [await ranges(2), await ranges(3)];
    for (const [urn, range] of two) assert.equal(three.get(urn), range);
  });

  it("registers every public field as an output", async () => {
    let vpc: Vpc | undefined;
    const { resources } = await recordProgram(
      () => {
        vpc = new Vpc("main", { cidrBlock: "10.20.0.0/16", flowLogBucket, natStrategy: NatStrategy.Single });
      },
      { mode: "update" },
    );
    const fields = Object.entries(vpc ?? {})
      .filter(([field, value]) => field !== "urn" && pulumi.Output.isInstance(value))
      .map(([field]) => field);
    const outputs = resources.find(({ type }) => type === "network:index:Vpc")?.outputs ?? {};
    assert.deepEqual(Object.keys(outputs).sort(), fields.sort());
    const idOf = (type: string, name: string) =>
      resources.find(({ urn }) => urn.endsWith(`aws:${type}::${name}`))?.id ?? "?";
    assert.equal(outputs["vpcId"], idOf("ec2/vpc:Vpc", "main"));
    assert.equal(outputs["cidrBlock"], "10.20.0.0/16");
    for (const tier of ["public", "web", "app", "data", "endpoint"]) {
      const plural = tier === "endpoint" ? "endpoints" : tier;
      assert.deepEqual(
        outputs[`${tier}SubnetIds`],
        [1, 2, 3].map((zone) => idOf("ec2/subnet:Subnet", `main-${plural}-${zone}`)),
      );
    }
    assert.equal(outputs["appCidrBlock"], "10.20.64.0/19");
    assert.deepEqual(outputs["natGatewayIds"], [idOf("ec2/natGateway:NatGateway", "main-nat-1")]);
    assert.deepEqual(outputs["dataRouteTableIds"], [idOf("ec2/routeTable:RouteTable", "main-data")]);
    assert.equal(outputs["endpointSecurityGroupId"], idOf("ec2/securityGroup:SecurityGroup", "main-endpoints"));
    assert.equal(outputs["flowLogId"], idOf("ec2/flowLog:FlowLog", "main-flow-log"));
    assert.equal(outputs["rejectedTrafficLogGroupName"], "");
  });

  it("puts the user's tags on every child that takes tags", async () => {
    const graph = await vpcGraph({ tags: { team: "network" }, natStrategy: NatStrategy.PerZone });
    const untagged = /ec2\/(route:Route|routeTableAssociation:RouteTableAssociation)$/;
    for (const resource of graph.resources.filter(({ type }) => type.startsWith("aws:") && !untagged.test(type))) {
      assert.equal(tagsOf(resource)["team"], "network", resource.urn);
      assert.ok(tagsOf(resource)["Name"], resource.urn);
    }
  });

  for (const [partition, region, sts] of [
    ["aws", "us-east-1", "com.amazonaws.us-east-1.sts"],
    ["aws-us-gov", "us-gov-west-1", "com.amazonaws.us-gov-west-1.sts"],
    ["aws-cn", "cn-north-1", "cn.com.amazonaws.cn-north-1.sts"],
  ] as const) {
    it(`has the ARNs and names of the partition ${partition}`, async () => {
      const logsKey = { arn: `arn:${partition}:kms:${region}:111122223333:key/logs` };
      const graph = await vpcGraph(
        { rejectedTrafficLog: true, logsKey, flowLogBucket: { bucketArn: `arn:${partition}:s3:::flow-logs` } },
        { environment: { partition, region } },
      );
      const arns = JSON.stringify(graph.resources.map(({ inputs }) => inputs)).match(/arn:[a-z-]+:/g) ?? [];
      assert.deepEqual([...new Set(arns)], [`arn:${partition}:`]);
      assert.equal(graph.one("ec2/vpcEndpoint:VpcEndpoint", "main-sts").inputs["serviceName"], sts);
    });
  }

  const refused: [string, Partial<VpcArgs>, RegExp][] = [
    ["a public range", { cidrBlock: "8.8.0.0/16" }, /cidrBlock is "8\.8\.0\.0\/16", which is not private/],
    ["one zone", { availabilityZones: 1 }, /availabilityZones is 1, .*from 2 to 3/],
    ["four zones", { availabilityZones: 4 }, /availabilityZones is 4/],
    ["half a zone", { availabilityZones: 2.5 }, /availabilityZones is 2\.5/],
    [
      "zones counted and named",
      { availabilityZones: 2, availabilityZoneNames: ["us-east-1a", "us-east-1b"] },
      /availabilityZones and availabilityZoneNames are given together/,
    ],
    ["a single zone by name", { availabilityZoneNames: ["us-east-1a"] }, /availabilityZoneNames\.length is 1/],
    ["a zone twice", { availabilityZoneNames: ["us-east-1a", "us-east-1a"] }, /holds "us-east-1a" twice/],
    ["a Local Zone", { availabilityZoneNames: ["us-east-1-bos-1a", "us-east-1a"] }, /is "us-east-1-bos-1a"/],
    [
      "an unknown strategy",
      { natStrategy: "instance" as NatStrategy },
      /natStrategy is "instance".*none, single, per-zone/,
    ],
    ["S3 as interface endpoint", { interfaceEndpoints: ["s3"] }, /interfaceEndpoints holds s3/],
    ["an endpoint twice", { interfaceEndpoints: ["sqs", "sqs"] }, /interfaceEndpoints holds "sqs" twice/],
    ["a whole service name", { interfaceEndpoints: ["com.amazonaws/sqs"] }, /is "com\.amazonaws\/sqs"/],
    [
      "more endpoints than addresses",
      { cidrBlock: "10.0.0.0/20", interfaceEndpoints: Array.from({ length: 28 }, (_, index) => `service-${index}`) },
      /cidrBlock and interfaceEndpoints do not fit.*room for 27/,
    ],
    ["something else than an organization", { organizationId: "r-1234" }, /organizationId is "r-1234"/],
    ["no bucket", { flowLogBucket: { bucketArn: "" } }, /flowLogBucket has no bucketArn/],
    ["a log without its key", { rejectedTrafficLog: true }, /rejectedTrafficLog and logsKey belong together/],
    [
      "retention of less than a year",
      { rejectedTrafficLog: true, logsKey: { arn: "a" }, rejectedTrafficRetentionDays: 90 },
      /rejectedTrafficRetentionDays is 90, which is less than a year/,
    ],
    [
      "retention that CloudWatch Logs does not take",
      { rejectedTrafficLog: true, logsKey: { arn: "a" }, rejectedTrafficRetentionDays: 366 },
      /rejectedTrafficRetentionDays is 366/,
    ],
    ["retention of nothing", { rejectedTrafficRetentionDays: 365 }, /without a log group to keep/],
  ];
  for (const [what, args, message] of refused) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(vpcGraph(args), (error: Error) => {
        assert.equal(error.name, "ArgumentError");
        assert.match(error.message, /^Vpc "main": /);
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
