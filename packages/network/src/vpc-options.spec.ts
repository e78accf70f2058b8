import assert from "node:assert/strict";
import { text } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import type { VpcArgs } from "./vpc-args";
import { NatStrategy, VpcEncryptionMode, VpcEndpointPreset, VpcS3Endpoint } from "./index";
import { vpcGraph, type Recorded, type VpcGraph } from "./testing/graph";
import { egressFirewall, hub, key, logsKey, rulesOf, withFirewall, type Entry } from "./testing/options";

const dependsOn = (resource: Recorded, property: string) => resource.propertyDependencies[property] ?? [];
const at = (value: unknown, index = 0) => (value as Entry[])[index] ?? {};

/** The routes of a table: destination, kind of target, and what it is. */
function routesOf(graph: VpcGraph, table: string): string[] {
  return graph
    .all("ec2/route:Route")
    .filter((route) => graph.nameOf(dependsOn(route, "routeTableId")[0]) === table)
    .map(({ inputs, ...route }) => {
      const target =
        ["gatewayId", "natGatewayId", "vpcEndpointId", "transitGatewayId"].find((one) => one in inputs) ?? "";
      const named = graph.nameOf((route.propertyDependencies[target] ?? []).at(0));
      return `${text(inputs["destinationCidrBlock"])} ${target} ${named}`;
    })
    .sort();
}

describe("Vpc with a firewall before its NAT gateways", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`ids-ips-layer-component: endpoints in subnets of their own, and routes through them (${mode})`, async () => {
      const graph = await vpcGraph(withFirewall, { mode });
      const firewall = graph.one("networkfirewall/firewall:Firewall", "main-egress");
      assert.deepEqual(
        dependsOn(firewall, "subnetMappings").map(graph.nameOf).sort(),
        [1, 2, 3].map((zone) => `main-firewall-${zone}`),
      );
      for (const zone of [1, 2, 3]) {
        for (const tier of ["web", "app"]) {
          assert.deepEqual(routesOf(graph, `main-${tier}-${zone}`), ["0.0.0.0/0 vpcEndpointId main-egress"]);
        }
        assert.deepEqual(routesOf(graph, `main-firewall-${zone}`), [`0.0.0.0/0 natGatewayId main-nat-${zone}`]);
        const back = routesOf(graph, `main-egress-${zone}`);
        assert.deepEqual(
          back.map((route) => route.split(" ").slice(1).join(" ")),
          ["gatewayId main", "vpcEndpointId main-egress", "vpcEndpointId main-egress"],
        );
        assert.deepEqual(
          graph
            .one("ec2/natGateway:NatGateway", `main-nat-${zone}`)
            .propertyDependencies["subnetId"]?.map(graph.nameOf),
          [`main-egress-${zone}`],
        );
      }
      assert.deepEqual(routesOf(graph, "main-public"), ["0.0.0.0/0 gatewayId main"]);
      assert.deepEqual(routesOf(graph, "main-data"), []);
    });
  }

  it("leads each zone to the endpoint in it", async () => {
    const graph = await vpcGraph(withFirewall);
    const endpoints = graph.all("ec2/route:Route").flatMap(({ inputs, urn }) => {
      const id = inputs["vpcEndpointId"] as string | undefined;
      return id === undefined ? [] : [`${/-(\d)-/.exec(graph.nameOf(urn))?.[1] ?? ""} ${id}`];
    });
    assert.equal(endpoints.length, 12);
    assert.equal(new Set(endpoints).size, 3);
    assert.ok(endpoints.every((one) => /^\d vpce-[0-9a-f]{17}$/.test(one)));
  });

  it("networkfirewall-default-drop: what no rule lets through is dropped, plain HTTP with it", async () => {
    const graph = await vpcGraph(withFirewall);
    const policy = graph.one("networkfirewall/firewallPolicy:FirewallPolicy", "main-egress").inputs["firewallPolicy"];
    assert.deepEqual((policy as Entry)["statelessDefaultActions"], ["aws:forward_to_sfe"]);
    assert.deepEqual((policy as Entry)["statelessFragmentDefaultActions"], ["aws:forward_to_sfe"]);
    assert.deepEqual((policy as Entry)["statefulDefaultActions"], ["aws:drop_established", "aws:alert_established"]);
    const group = graph.one("networkfirewall/ruleGroup:RuleGroup", "main-egress").inputs["ruleGroup"] as Entry;
    assert.deepEqual(group["rulesSource"], {
      rulesSourceList: {
        generatedRulesType: "ALLOWLIST",
        targetTypes: ["TLS_SNI"],
        targets: ["api.example.com", ".example.org"],
      },
    });
  });

  it("networkfirewall-cmk-and-protection, networkfirewall-deletion-protection: under the key, hard to delete", async () => {
    const graph = await vpcGraph(withFirewall);
    for (const type of ["firewall:Firewall", "firewallPolicy:FirewallPolicy", "ruleGroup:RuleGroup"]) {
      const { inputs } = graph.one(`networkfirewall/${type}`, "main-egress");
      assert.deepEqual(inputs["encryptionConfiguration"], { type: "CUSTOMER_KMS", keyId: key.arn });
    }
    const { inputs } = graph.one("networkfirewall/firewall:Firewall", "main-egress");
    assert.deepEqual([inputs["deleteProtection"], inputs["subnetChangeProtection"]], [true, true]);
    const open = await vpcGraph({ ...withFirewall, egressFirewall: { ...egressFirewall, deletionProtection: false } });
    assert.equal(open.one("networkfirewall/firewall:Firewall", "main-egress").inputs["deleteProtection"], false);
  });

  it("networkfirewall-logging: flows and alerts, each in an encrypted log group kept for six years", async () => {
    const graph = await vpcGraph(withFirewall);
    const { inputs } = graph.one("networkfirewall/loggingConfiguration:LoggingConfiguration", "main-egress");
    const configs = (inputs["loggingConfiguration"] as Entry)["logDestinationConfigs"];
    assert.deepEqual([at(configs)["logType"], at(configs, 1)["logType"]], ["ALERT", "FLOW"]);
    for (const group of ["main-egress-alert", "main-egress-flow"]) {
      const log = graph.one("cloudwatch/logGroup:LogGroup", group).inputs;
      assert.deepEqual([log["kmsKeyId"], log["retentionInDays"]], [logsKey.arn, 2192]);
    }
    const shorter = await vpcGraph({ ...withFirewall, egressFirewall: { ...egressFirewall, logRetentionDays: 400 } });
    assert.equal(shorter.one("cloudwatch/logGroup:LogGroup", "main-egress-flow").inputs["retentionInDays"], 400);
  });
});

describe("Vpc attached to a hub", () => {
  it("leads web and app there by subnets of its own, and nobody else", async () => {
    const graph = await vpcGraph({ transitGateway: hub });
    const attachment = graph.one("ec2transitgateway/vpcAttachment:VpcAttachment", "main-hub");
    assert.deepEqual(
      dependsOn(attachment, "subnetIds").map(graph.nameOf),
      [1, 2, 3].map((zone) => `main-hub-${zone}`),
    );
    for (const tier of ["web-1", "web-2", "web-3", "app-1", "app-2", "app-3"]) {
      assert.deepEqual(routesOf(graph, `main-${tier}`), [
        "10.50.0.0/16 transitGatewayId ",
        "192.168.8.0/21 transitGatewayId ",
      ]);
    }
    for (const table of ["main-data", "main-endpoints", "main-hub"]) assert.deepEqual(routesOf(graph, table), []);
    for (const route of graph.all("ec2/route:Route").filter(({ inputs }) => "transitGatewayId" in inputs)) {
      assert.ok(route.dependencies.includes(attachment.urn));
    }
  });

  it("opens no port by itself, and those that are asked for on both sides of the attachment", async () => {
    const closed = await vpcGraph({ transitGateway: hub });
    assert.deepEqual([rulesOf(closed, "hub", "ingress"), rulesOf(closed, "hub", "egress")], [[], []]);
    const open = await vpcGraph({
      transitGateway: hub,
      connections: [{ client: "app", server: "10.50.0.0/16", port: 1433 }],
    });
    assert.deepEqual(rulesOf(open, "hub", "ingress"), ["allow tcp 1433 1433 10.20.64.0/19"]);
    assert.deepEqual(rulesOf(open, "hub", "egress"), ["allow tcp 1024 65535 10.20.64.0/19"]);
    assert.ok(rulesOf(open, "app", "egress").includes("allow tcp 1433 1433 10.50.0.0/16"));
    assert.ok(rulesOf(open, "app", "ingress").includes("allow tcp 1024 65535 10.50.0.0/16"));
  });

  it("reaches the internet through the hub where that is asked for", async () => {
    const transitGateway = { ...hub, destinationCidrBlocks: ["0.0.0.0/0"] };
    const graph = await vpcGraph({ transitGateway, s3Endpoint: VpcS3Endpoint.Interface });
    assert.deepEqual(routesOf(graph, "main-app-1"), ["0.0.0.0/0 transitGatewayId "]);
    assert.ok(rulesOf(graph, "hub", "ingress").includes("allow tcp 443 443 10.20.64.0/19"));
  });
});

describe("Vpc whose range IPAM gives", () => {
  it("takes a range of the pool that the program names", async () => {
    const graph = await vpcGraph({ ipamPoolId: pulumi.output("ipam-pool-1") });
    const { inputs } = graph.one("ec2/vpc:Vpc", "main");
    assert.deepEqual([inputs["ipv4IpamPoolId"], inputs["cidrBlock"]], ["ipam-pool-1", "10.20.0.0/16"]);
  });

  it("divides what the pool hands out", async () => {
    const args = { cidrBlock: undefined, ipamPoolId: "ipam-pool-1", ipamNetmaskLength: 18 };
    const graph = await vpcGraph(args);
    const { inputs } = graph.one("ec2/vpc:Vpc", "main");
    assert.deepEqual([inputs["ipv4NetmaskLength"], "cidrBlock" in inputs], [18, false]);
    assert.equal(graph.one("ec2/subnet:Subnet", "main-web-1").inputs["cidrBlock"], "10.128.8.0/23");
    assert.ok(rulesOf(graph, "web", "ingress").includes("deny -1 0 0 10.128.0.0/18"));
    const preview = await vpcGraph(args, { mode: "preview" });
    assert.equal(preview.all("ec2/subnet:Subnet").length, 15);
  });
});

describe("Vpc with other endpoints", () => {
  it("vpc-endpoint-s3-gateway: S3 through network interfaces leaves no public address in private network ACLs", async () => {
    const graph = await vpcGraph({ s3Endpoint: VpcS3Endpoint.Interface });
    const { inputs } = graph.one("ec2/vpcEndpoint:VpcEndpoint", "main-s3");
    assert.equal(inputs["vpcEndpointType"], "Interface");
    assert.equal(inputs["serviceName"], "com.amazonaws.us-east-1.s3");
    assert.deepEqual(inputs["dnsOptions"], { privateDnsOnlyForInboundResolverEndpoint: false });
    assert.match(inputs["policy"] as string, /starport-layer-bucket/);
    for (const tier of ["web", "app", "data", "endpoints"]) {
      for (const direction of ["ingress", "egress"] as const) {
        assert.ok(rulesOf(graph, tier, direction).every((rule) => !rule.endsWith("0.0.0.0/0")));
      }
    }
    const component = graph.resources.find(({ type }) => type === "network:index:Vpc");
    assert.match(component?.outputs["s3PrefixListId"] as string, /^pl-/);
  });

  it("vpc-endpoint-dynamodb-gateway: DynamoDB through routes of web and app", async () => {
    const graph = await vpcGraph({ dynamoDbEndpoint: true });
    const endpoint = graph.one("ec2/vpcEndpoint:VpcEndpoint", "main-dynamodb");
    assert.equal(endpoint.inputs["serviceName"], "com.amazonaws.us-east-1.dynamodb");
    assert.match(endpoint.inputs["policy"] as string, /"aws:ResourceAccount":"111122223333"/);
    assert.equal(dependsOn(endpoint, "routeTableIds").length, 6);
  });

  it("names DynamoDB's addresses, by its endpoint where there is one", async () => {
    const listOf = async (args: Partial<VpcArgs>) => {
      const { resources } = await vpcGraph(args);
      return resources.find(({ type }) => type === "network:index:Vpc")?.outputs["dynamoDbPrefixListId"] as string;
    };
    const graph = await vpcGraph({ dynamoDbEndpoint: true });
    const endpoint = graph.one("ec2/vpcEndpoint:VpcEndpoint", "main-dynamodb");
    assert.equal(await listOf({ dynamoDbEndpoint: true }), endpoint.outputs["prefixListId"]);
    assert.match(await listOf({}), /^pl-/);
  });

  for (const preset of Object.values(VpcEndpointPreset)) {
    it(`vpc-endpoint-interface-set: preset ${preset}, on top of services by name`, async () => {
      const graph = await vpcGraph({ endpointPresets: [preset], interfaceEndpoints: ["backup"] });
      const names = graph.all("ec2/vpcEndpoint:VpcEndpoint").map(({ urn }) => graph.nameOf(urn));
      assert.ok(names.length >= 3 && names.includes("main-backup"));
      assert.equal(new Set(names).size, names.length);
    });
  }

  it("administers without an open port: endpoints of Session Manager", async () => {
    const graph = await vpcGraph({ endpointPresets: [VpcEndpointPreset.Fargate, VpcEndpointPreset.SessionManager] });
    const names = graph.all("ec2/vpcEndpoint:VpcEndpoint").map(({ urn }) => graph.nameOf(urn));
    assert.equal(names.length, 10);
    for (const service of ["ssm", "ssmmessages", "ec2messages"]) assert.ok(names.includes(`main-${service}`));
  });
});

describe("Vpc under guard", () => {
  it("vpc-block-public-access: exempts what faces the internet, and nothing else", async () => {
    const graph = await vpcGraph({ ...withFirewall, publicAccessExemption: true });
    const exemptions = graph.all("ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion");
    assert.deepEqual(
      exemptions
        .map((one) => {
          const mode = text(one.inputs["internetGatewayExclusionMode"]);
          return `${graph.nameOf(dependsOn(one, "subnetId")[0])} ${mode}`;
        })
        .sort(),
      [
        ...[1, 2, 3].map((zone) => `main-egress-${zone} allow-egress`),
        ...[1, 2, 3].map((zone) => `main-public-${zone} allow-bidirectional`),
      ],
    );
  });

  it("vpc-in-transit-encryption-control: monitors, and tells in the flow log", async () => {
    const graph = await vpcGraph({ encryptionControl: VpcEncryptionMode.Monitor });
    const { inputs } = graph.one("ec2/vpcEncryptionControl:VpcEncryptionControl", "main-encryption");
    assert.equal(inputs["mode"], "monitor");
    assert.ok(!("internetGatewayExclusion" in inputs));
    assert.match(
      graph.one("ec2/flowLog:FlowLog", "main-flow-log").inputs["logFormat"] as string,
      /\$\{encryption-status\}$/,
    );
  });

  it("vpc-in-transit-encryption-control: enforces, with the gateways that lead out exempt", async () => {
    const exclusions = async (natStrategy: NatStrategy) => {
      const graph = await vpcGraph({ encryptionControl: VpcEncryptionMode.Enforce, natStrategy });
      const { inputs } = graph.one("ec2/vpcEncryptionControl:VpcEncryptionControl", "main-encryption");
      return [inputs["internetGatewayExclusion"], inputs["natGatewayExclusion"], inputs["vpcPeeringExclusion"]];
    };
    assert.deepEqual(await exclusions(NatStrategy.None), ["enable", undefined, undefined]);
    assert.deepEqual(await exclusions(NatStrategy.Single), ["enable", "enable", undefined]);
  });

  it("records further fields", async () => {
    const graph = await vpcGraph({ additionalFlowLogFields: ["ecs-service-name", "reject-reason"] });
    const format = graph.one("ec2/flowLog:FlowLog", "main-flow-log").inputs["logFormat"] as string;
    assert.ok(format.endsWith("${traffic-path} ${ecs-service-name} ${reject-reason}"));
  });
});
