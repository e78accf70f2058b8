import assert from "node:assert/strict";
import { NatStrategy, type VpcArgs, type VpcEncryptionMode, type VpcEndpointPreset, type VpcS3Endpoint } from "./index";
import { vpcGraph } from "./testing/graph";
import { egressFirewall, hub, key, logsKey, rulesOf, withFirewall } from "./testing/options";

describe("Vpc with further connections", () => {
  it("vpc-nacl-rules-restrictive: lets them through at both ends, and nobody else", async () => {
    const graph = await vpcGraph({ connections: [{ client: "app", server: "data", port: 9142, lastPort: 9160 }] });
    assert.ok(rulesOf(graph, "data", "ingress").includes("allow tcp 9142 9160 10.20.64.0/19"));
    assert.ok(rulesOf(graph, "app", "egress").includes("allow tcp 9142 9160 10.20.96.0/20"));
    assert.ok(!rulesOf(graph, "web", "egress").some((rule) => rule.includes("9142")));
  });

  it("leads a range of the internet through the NAT gateways", async () => {
    const graph = await vpcGraph({
      natStrategy: NatStrategy.PerZone,
      connections: [{ client: "app", server: "203.0.113.0/24", port: 22 }],
    });
    assert.ok(rulesOf(graph, "public", "egress").includes("allow tcp 22 22 203.0.113.0/24"));
    assert.ok(rulesOf(graph, "public", "ingress").includes("allow tcp 22 22 10.20.64.0/19"));
  });

  const many = Array.from({ length: 18 }, (_, index) => ({ client: "app", server: "data", port: 100 + 2 * index }));
  it("takes as many as AWS has rules for", async () => {
    const graph = await vpcGraph({ connections: many.slice(0, 13) });
    assert.equal(rulesOf(graph, "app", "egress").length, 20);
  });

  const refused: [string, Partial<VpcArgs>, RegExp][] = [
    ["more rules than AWS takes", { connections: many }, /connections make 25 rules one way .* app tier.*allows 20/],
    [
      "a connection from the web tier to the data tier",
      { connections: [{ client: "web", server: "data", port: 5432 }] },
      /connections\[0\] leads from web to the data tier/,
    ],
    [
      "a connection from the data tier to the internet",
      { connections: [{ client: "data", server: "internet", port: 443 }] },
      /leads from the data tier out of the VPC/,
    ],
    [
      "the internet as a client",
      { connections: [{ client: "internet", server: "app", port: 443 }] },
      /connections\[0\]\.client is "internet"/,
    ],
    [
      "all of the internet as a client",
      { connections: [{ client: "0.0.0.0/0", server: "public", port: 22 }] },
      /connections\[0\]\.client is "0\.0\.0\.0\/0"/,
    ],
    [
      "a range that no way leads to",
      { connections: [{ client: "app", server: "203.0.113.0/24", port: 443 }] },
      /leads to 203\.0\.113\.0\/24, which no way leads to/,
    ],
    [
      "a range that no way leads from",
      { connections: [{ client: "10.50.0.0/16", server: "app", port: 443 }] },
      /comes from 10\.50\.0\.0\/16, which no way leads from/,
    ],
    [
      "a range of the VPC itself",
      { connections: [{ client: "10.20.9.0/24", server: "app", port: 443 }] },
      /holds 10\.20\.9\.0\/24, which overlaps the VPC's own 10\.20\.0\.0\/16/,
    ],
    [
      "a range with bits set after its prefix",
      { connections: [{ client: "app", server: "10.50.1.0/16", port: 443 }] },
      /holds "10\.50\.1\.0\/16".*Give an IPv4 range/,
    ],
    [
      "no end in the VPC",
      { connections: [{ client: "10.50.0.0/16", server: "internet", port: 443 }] },
      /has no end in the VPC/,
    ],
    ["port 0", { connections: [{ client: "web", server: "app", port: 0 }] }, /connections\[0\]\.port is 0/],
    [
      "a range of ports that ends before it begins",
      { connections: [{ client: "web", server: "app", port: 9000, lastPort: 8000 }] },
      /lastPort is 8000.*from 9000 to 65535/,
    ],
    ["a firewall without its strategy", { egressFirewall, logsKey }, /natStrategy and egressFirewall do not fit/],
    ["the strategy without a firewall", { natStrategy: NatStrategy.Firewall, logsKey }, /egressFirewall is not given/],
    ["a firewall without a key for its logs", { ...withFirewall, logsKey: undefined }, /egressFirewall and logsKey/],
    [
      "a firewall that lets nothing through",
      { ...withFirewall, egressFirewall: { key, allowedDomains: [] } },
      /egressFirewall\.allowedDomains has 0 element/,
    ],
    [
      "more domains than a rule group holds",
      {
        ...withFirewall,
        egressFirewall: { key, allowedDomains: Array.from({ length: 1001 }, (_, i) => `a${i}.example.com`) },
      },
      /allowedDomains\.length is 1001/,
    ],
    [
      "a wildcard as domain",
      { ...withFirewall, egressFirewall: { key, allowedDomains: ["*.example.com"] } },
      /allowedDomains is "\*\.example\.com"/,
    ],
    [
      "a domain twice",
      { ...withFirewall, egressFirewall: { key, allowedDomains: ["a.example", "a.example"] } },
      /allowedDomains holds "a\.example" twice/,
    ],
    [
      "firewall logs of less than a year",
      { ...withFirewall, egressFirewall: { ...egressFirewall, logRetentionDays: 30 } },
      /egressFirewall\.logRetentionDays is 30, which is less than a year/,
    ],
    [
      "a hub that leads nowhere",
      { transitGateway: { ...hub, destinationCidrBlocks: [] } },
      /destinationCidrBlocks has 0 element/,
    ],
    [
      "a hub that leads into the VPC",
      { transitGateway: { ...hub, destinationCidrBlocks: ["10.0.0.0/8"] } },
      /holds 10\.0\.0\.0\/8, which overlaps/,
    ],
    [
      "two ways to the internet",
      { natStrategy: NatStrategy.Single, transitGateway: { ...hub, destinationCidrBlocks: ["0.0.0.0/0"] } },
      /both lead to the internet/,
    ],
    ["no range", { cidrBlock: undefined }, /cidrBlock is not given/],
    ["two ranges", { ipamNetmaskLength: 16, ipamPoolId: "p" }, /cidrBlock and ipamNetmaskLength are given together/],
    ["a size without a pool", { cidrBlock: undefined, ipamNetmaskLength: 16 }, /without a pool.*Give ipamPoolId/],
    ["a size out of range", { cidrBlock: undefined, ipamNetmaskLength: 24, ipamPoolId: "p" }, /from 16 to 20/],
    ["an unknown preset", { endpointPresets: ["all" as VpcEndpointPreset] }, /endpointPresets is "all"/],
    ["DynamoDB as interface endpoint", { interfaceEndpoints: ["dynamodb"] }, /Set dynamoDbEndpoint to true/],
    ["an unknown way to S3", { s3Endpoint: "nat" as VpcS3Endpoint }, /s3Endpoint is "nat"/],
    ["an unknown mode", { encryptionControl: "off" as VpcEncryptionMode }, /encryptionControl is "off"/],
    ["a field twice", { additionalFlowLogFields: ["srcaddr"] }, /additionalFlowLogFields holds "srcaddr" twice/],
    ["a field with braces", { additionalFlowLogFields: ["${tcp-flags}"] }, /It must be the name of a field/],
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
