import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import * as pulumi from "@pulumi/pulumi";
import { DnsProtection, DnsProtectionConfidence, type DnsProtectionArgs } from "./index";

const vpcId = "vpc-0123456789abcdef0";
const logsKey = { arn: "arn:aws:kms:us-east-1:111122223333:key/logs" };
const protection = (args: Partial<DnsProtectionArgs> = {}) =>
  new DnsProtection("dns", { network: { vpcId }, logsKey, ...args });
const recorded = (args: Partial<DnsProtectionArgs> = {}, mode: "preview" | "update" = "update", region?: string) =>
  record(() => void protection(args), mode, region);
const ruleType = "aws:route53/resolverFirewallRule:ResolverFirewallRule";

/** The rules as the resolver goes through them. */
function rulesOf(graph: Graph): string[] {
  return graph
    .all(ruleType)
    .map(({ inputs }) => inputs)
    .sort((one, other) => Number(one["priority"]) - Number(other["priority"]))
    .map((rule) =>
      [rule["action"], rule["blockResponse"], rule["dnsThreatProtection"], rule["confidenceThreshold"]]
        .filter((value) => value !== undefined)
        .map(text)
        .join(" "),
    );
}

const domainsOf = (graph: Graph, list: string) =>
  graph.one("aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList", list).inputs["domains"];

const threats = ["DNS_TUNNELING", "DGA", "DICTIONARY_DGA"];

describe("DnsProtection", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`has these children (${mode})`, async () => {
      assert.deepEqual((await recorded({}, mode)).names, [
        "aws:cloudwatch/logGroup:LogGroup dns-queries",
        "aws:route53/resolverDnsSecConfig:ResolverDnsSecConfig dns",
        "aws:route53/resolverFirewallConfig:ResolverFirewallConfig dns",
        `${ruleType} dns-dga`,
        `${ruleType} dns-dictionary-dga`,
        `${ruleType} dns-tunneling`,
        "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup dns",
        "aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation dns",
        "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig dns-queries",
        "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation dns-queries",
        "network:index:DnsProtection dns",
      ]);
    });
  }

  it("vpc-resolver-query-logging, cloudwatch-log-group-cmk: every query in an encrypted log group for six years", async () => {
    const graph = await recorded();
    const { inputs } = graph.one("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual([inputs["kmsKeyId"], inputs["retentionInDays"]], [logsKey.arn, 2192]);
    const config = graph.one("aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig");
    assert.equal(config.propertyDependencies["destinationArn"]?.length, 1);
    const tied = graph.one("aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation");
    assert.equal(tied.inputs["resourceId"], vpcId);
    const shorter = await recorded({ queryLogRetentionDays: 365 });
    assert.equal(shorter.one("aws:cloudwatch/logGroup:LogGroup").inputs["retentionInDays"], 365);
  });

  it("writes to a bucket where one is given", async () => {
    const queryLogBucket = { bucketArn: "arn:aws:s3:::queries", bucketName: "queries" };
    const graph = await recorded({ logsKey: undefined, queryLogBucket });
    assert.deepEqual(graph.all("aws:cloudwatch/logGroup:LogGroup"), []);
    assert.equal(
      graph.one("aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig").inputs["destinationArn"],
      "arn:aws:s3:::queries",
    );
  });

  it("refuses attacks, fails closed, stays on the VPC and validates signatures", async () => {
    const graph = await recorded();
    assert.deepEqual(
      rulesOf(graph),
      threats.map((threat) => `BLOCK NXDOMAIN ${threat} HIGH`),
    );
    const config = graph.one("aws:route53/resolverFirewallConfig:ResolverFirewallConfig").inputs;
    assert.deepEqual([config["resourceId"], config["firewallFailOpen"]], [vpcId, "DISABLED"]);
    const tied = graph.one("aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation");
    assert.deepEqual([tied.inputs["mutationProtection"], tied.inputs["priority"]], ["ENABLED", 101]);
    assert.equal(graph.one("aws:route53/resolverDnsSecConfig:ResolverDnsSecConfig").inputs["resourceId"], vpcId);
  });

  it("allows what is named, AWS's own names with it, and refuses the rest", async () => {
    const graph = await recorded({ allowedDomains: ["api.example.com"], blockedDomains: ["bad.example.com"] });
    assert.deepEqual(rulesOf(graph), [
      "BLOCK NXDOMAIN",
      "ALLOW",
      ...threats.map((threat) => `BLOCK NXDOMAIN ${threat} HIGH`),
      "BLOCK NXDOMAIN",
    ]);
    assert.deepEqual(domainsOf(graph, "dns-allowed"), [
      "api.example.com",
      "*.amazonaws.com",
      "*.compute.internal",
      "*.ec2.internal",
    ]);
    assert.deepEqual(domainsOf(graph, "dns-blocked"), ["bad.example.com"]);
    assert.deepEqual(domainsOf(graph, "dns-rest"), ["*"]);
  });

  it("refuses what is on lists of others", async () => {
    const blockedDomainLists = [
      { name: "malware", id: "rslvr-fdl-1" },
      { name: "botnet", id: pulumi.output("rslvr-fdl-2") },
    ];
    const graph = await recorded({ blockedDomainLists });
    assert.equal(graph.one(ruleType, "dns-list-malware").inputs["firewallDomainListId"], "rslvr-fdl-1");
    assert.equal(graph.one(ruleType, "dns-list-botnet").inputs["firewallDomainListId"], "rslvr-fdl-2");
  });

  it("takes its other knobs", async () => {
    const graph = await recorded({
      threatConfidence: DnsProtectionConfidence.Low,
      priority: 500,
      validateSignatures: false,
      deletionProtection: pulumi.output(false),
      tags: { team: "network" },
    });
    assert.ok(rulesOf(graph).every((rule) => rule.endsWith("LOW")));
    assert.deepEqual(graph.all("aws:route53/resolverDnsSecConfig:ResolverDnsSecConfig"), []);
    const tied = graph.one("aws:route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation");
    assert.deepEqual([tied.inputs["mutationProtection"], tied.inputs["priority"]], ["DISABLED", 500]);
    assert.deepEqual(tied.inputs["tags"], { team: "network" });
  });

  it("registers every public field as an output", async () => {
    let made: DnsProtection | undefined;
    const { resources } = await recordProgram(() => void (made = protection()), { mode: "update" });
    const fields = Object.entries(made ?? {})
      .filter(([field, value]) => field !== "urn" && pulumi.Output.isInstance(value))
      .map(([field]) => field);
    const outputs = resources.find(({ type }) => type === "network:index:DnsProtection")?.outputs ?? {};
    assert.deepEqual(Object.keys(outputs).sort(), fields.sort());
    assert.match(text(outputs["ruleGroupId"]), /^rslvr-frg-/);
    assert.notEqual(outputs["queryLogGroupName"], "");
  });

  for (const [region, partition, names] of [
    ["us-east-1", "aws", ["*.amazonaws.com"]],
    ["us-gov-west-1", "aws-us-gov", ["*.amazonaws.com"]],
    ["cn-north-1", "aws-cn", ["*.amazonaws.com.cn", "*.amazonaws.com"]],
  ] as const) {
    it(`allows the names of the partition ${partition}`, async () => {
      const graph = await recorded({ allowedDomains: ["a.example"] }, "update", region);
      assert.deepEqual(domainsOf(graph, "dns-allowed"), [
        "a.example",
        ...names,
        "*.compute.internal",
        "*.ec2.internal",
      ]);
      const { outputs } = graph.one("aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup");
      assert.match(text(outputs["arn"]), new RegExp(`^arn:${partition}:route53resolver:${region}:`));
    });
  }

  const queryLogBucket = { bucketArn: "arn:aws:s3:::queries" };
  const list = (name: string, id = "rslvr-fdl-1") => ({ name, id });
  const refused: readonly (readonly [string, Partial<DnsProtectionArgs>, RegExp])[] = [
    ["no record of queries", { logsKey: undefined }, /queryLogBucket and logsKey are both left out/],
    ["two records of queries", { queryLogBucket }, /queryLogBucket and logsKey are given together/],
    [
      "retention of a bucket",
      { logsKey: undefined, queryLogBucket, queryLogRetentionDays: 365 },
      /queryLogRetentionDays is given without a log group/,
    ],
    ["less than a year", { queryLogRetentionDays: 90 }, /queryLogRetentionDays is 90, which is less than a year/],
    ["an empty list", { allowedDomains: [] }, /allowedDomains has 0 element/],
    ["a dot at the end", { allowedDomains: ["example.com."] }, /allowedDomains is "example\.com\."/],
    ["a star in the middle", { blockedDomains: ["a.*.example"] }, /blockedDomains is "a\.\*\.example"/],
    ["a domain twice", { blockedDomains: ["a.example", "a.example"] }, /holds "a\.example" twice/],
    [
      "more domains than a list takes",
      { blockedDomains: Array.from({ length: 1001 }, (_, index) => `a${String(index)}.example`) },
      /blockedDomains\.length is 1001/,
    ],
    ["a list of another kind", { blockedDomainLists: [list("a", "rslvr-frg-1")] }, /blockedDomainLists\[\]\.id/],
    ["two lists of a name", { blockedDomainLists: [list("a"), list("a")] }, /blockedDomainLists holds "a" twice/],
    ["a name too long", { blockedDomainLists: [list("a".repeat(60))] }, /passes the 64 characters/],
    ["a place of AWS's own", { priority: 100 }, /priority is 100.*from 101 to 9899/],
    ["an unknown confidence", { threatConfidence: "SOME" as DnsProtectionConfidence }, /threatConfidence is "SOME"/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void protection(args)), message));
  }
});
