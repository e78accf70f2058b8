import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { SearchDomain } from "./search-domain";
import type { SearchDomainArgs } from "./search-domain-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const logsArn = arn.replace("1111", "9999");
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const network = { vpcId: "vpc-1", dataSubnetIds: ["subnet-1", "subnet-2", "subnet-3", "subnet-4"] };
const [domainType, policyType] = ["aws:opensearch/domain:Domain", "aws:opensearch/domainPolicy:DomainPolicy"];

const search = (args: Partial<SearchDomainArgs> = {}, name = "search") =>
  new SearchDomain(name, {
    network,
    key: { arn },
    logsKey: { arn: logsArn },
    administratorArn: role("search-administrator"),
    clientArns: [role("records")],
    ...args,
  });
const recorded = (args: Partial<SearchDomainArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void search(args), mode);

describe("SearchDomain", () => {
  it("opens its door to clients that have no role yet", async () => {
    const graph = await record(() => {
      const [client, know] = pulumi.deferredOutput<string>();
      const { securityGroupId } = search({ clientArns: [client] });
      know(securityGroupId.apply((group) => role(`client-of-${group}`)));
    }, "update");
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.ok(text(graph.one(policyType).inputs["accessPolicies"]).includes(role(`client-of-${String(group.id)}`)));
  });

  it("opensearch-at-rest, opensearch-cmk, opensearch-node-to-node: encrypted under the key and between nodes", async () => {
    const { inputs, protect } = (await recorded()).one(domainType);
    assert.deepEqual(inputs["encryptAtRest"], { enabled: true, kmsKeyId: arn });
    assert.deepEqual([inputs["nodeToNodeEncryption"], protect], [{ enabled: true }, true]);
  });

  it("opensearch-https-tls12, opensearch-tls-policy: takes TLS 1.2 and 1.3 with forward secrecy alone", async () => {
    assert.deepEqual((await recorded()).one(domainType).inputs["domainEndpointOptions"], {
      enforceHttps: true,
      tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10",
    });
  });

  it("opensearch-vpc-and-access, opensearch-security-groups: in private subnets, behind a group without rules", async () => {
    const graph = await recorded();
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(graph.one(domainType).inputs["vpcOptions"], {
      subnetIds: ["subnet-1", "subnet-2", "subnet-3"],
      securityGroupIds: [group.id],
    });
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
  });

  it("opensearch-fine-grained-access, opensearch-internal-user-database: users are IAM roles", async () => {
    assert.deepEqual((await recorded()).one(domainType).inputs["advancedSecurityOptions"], {
      enabled: true,
      anonymousAuthEnabled: false,
      internalUserDatabaseEnabled: false,
      masterUserOptions: { masterUserArn: role("search-administrator") },
    });
  });

  it("opensearch-access-policy, opensearch-domain-policy: takes requests of the named roles alone", async () => {
    const graph = await recorded();
    const { Statement } = JSON.parse(text(graph.one(policyType).inputs["accessPolicies"])) as {
      Statement: Record<string, unknown>[];
    };
    assert.deepEqual(
      Statement.map(({ Effect, Principal, Resource }) => [Effect, Principal, Resource]),
      [
        [
          "Allow",
          { AWS: [role("search-administrator"), role("records")] },
          `${text(graph.one(domainType).outputs["arn"])}/*`,
        ],
      ],
    );
  });

  it("opensearch-audit-logs, opensearch-error-logs: logs who did what, under the key, and no queries", async () => {
    const graph = await recorded();
    const options = graph.one(domainType).inputs["logPublishingOptions"] as Record<string, unknown>[];
    const audit = graph.one("aws:cloudwatch/logGroup:LogGroup", "search-audit");
    assert.deepEqual(
      options.map(({ logType }) => logType),
      ["AUDIT_LOGS", "ES_APPLICATION_LOGS"],
    );
    assert.equal(options[0]?.["cloudwatchLogGroupArn"], audit.outputs["arn"]);
    assert.deepEqual([audit.inputs["kmsKeyId"], audit.inputs["retentionInDays"]], [logsArn, 2192]);
    const policy = graph.one("aws:cloudwatch/logResourcePolicy:LogResourcePolicy");
    assert.match(
      text(policy.inputs["policyDocument"]),
      /"Service":"es\.amazonaws\.com".*"aws:SourceAccount":"111122223333"/,
    );
    assert.ok(graph.one(domainType).dependencies.includes(policy.urn));
  });

  it("opensearch-ha, opensearch-engine-version: three zones, one of which stands by, and three managers", async () => {
    const { inputs } = (await recorded()).one(domainType);
    assert.deepEqual(inputs["clusterConfig"], {
      instanceType: "r7g.large.search",
      instanceCount: 3,
      dedicatedMasterEnabled: true,
      dedicatedMasterCount: 3,
      dedicatedMasterType: "m7g.large.search",
      zoneAwarenessEnabled: true,
      zoneAwarenessConfig: { availabilityZoneCount: 3 },
      multiAzWithStandbyEnabled: true,
    });
    assert.equal(inputs["engineVersion"], "OpenSearch_2.19");
    assert.deepEqual(inputs["softwareUpdateOptions"], { autoSoftwareUpdateEnabled: true });
  });

  it("takes its knobs", async () => {
    const graph = await recorded({
      engineVersion: "OpenSearch_3.1",
      availabilityZones: 2,
      dataNodes: 4,
      instanceType: "t3.medium.search",
      managerType: "t3.medium.search",
      volumeGib: 50,
      endpoint: {
        domainName: "search.example.com",
        certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
      },
      serviceLinkedRole: true,
      logRetentionDays: 365,
      deletionProtection: false,
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      tags: { team: "records" },
    });
    const domain = graph.one(domainType);
    const cluster = domain.inputs["clusterConfig"] as Record<string, unknown>;
    assert.deepEqual(
      [cluster["instanceType"], cluster["instanceCount"], cluster["multiAzWithStandbyEnabled"]],
      ["t3.medium.search", 4, false],
    );
    assert.deepEqual([domain.inputs["engineVersion"], domain.protect ?? false], ["OpenSearch_3.1", false]);
    assert.ok(!("autoTuneOptions" in domain.inputs));
    assert.deepEqual(domain.inputs["ebsOptions"], { ebsEnabled: true, volumeType: "gp3", volumeSize: 50 });
    assert.equal(
      (domain.inputs["domainEndpointOptions"] as Record<string, unknown>)["customEndpoint"],
      "search.example.com",
    );
    assert.equal(graph.one("data-services:index:SearchDomain").outputs["endpoint"], "search.example.com");
    const linked = graph.one("aws:iam/serviceLinkedRole:ServiceLinkedRole");
    assert.equal(linked.inputs["awsServiceName"], "opensearchservice.amazonaws.com");
    assert.ok(domain.dependencies.includes(linked.urn));
    assert.equal(graph.one("aws:cloudwatch/logGroup:LogGroup", "search-errors").inputs["retentionInDays"], 365);
    assert.deepEqual(domain.inputs["tags"], { team: "records" });
    const space = graph.one("aws:cloudwatch/metricAlarm:MetricAlarm", "search-space").inputs;
    assert.deepEqual([space["threshold"], space["comparisonOperator"]], [10_240, "LessThanThreshold"]);
    assert.equal(graph.all("aws:cloudwatch/metricAlarm:MetricAlarm").length, 5);
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [
        "aws:cloudwatch/logGroup:LogGroup search-audit",
        "aws:cloudwatch/logGroup:LogGroup search-errors",
        "aws:cloudwatch/logResourcePolicy:LogResourcePolicy search-logs",
        "aws:ec2/securityGroup:SecurityGroup search-security-group",
        `${domainType} search`,
        `${policyType} search-policy`,
      ],
    );
  });

  it("registers its class fields as outputs", async () => {
    const graph = await recorded();
    const { outputs } = graph.one(domainType);
    assert.deepEqual(graph.one("data-services:index:SearchDomain").outputs, {
      endpoint: outputs["endpoint"],
      domainArn: outputs["arn"],
      domainName: outputs["domainName"],
      securityGroupId: graph.one("aws:ec2/securityGroup:SecurityGroup").id,
      port: 443,
      auditLogGroupName: graph.one("aws:cloudwatch/logGroup:LogGroup", "search-audit").outputs["name"],
    });
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void search(), "update", region);
      const policy = text(graph.one("aws:cloudwatch/logResourcePolicy:LogResourcePolicy").inputs["policyDocument"]);
      assert.ok(policy.includes(`arn:${partition}:logs:${region}:`));
      assert.ok(text(graph.one(policyType).inputs["accessPolicies"]).includes(`arn:${partition}:es:${region}:`));
    });
  }

  const refused: readonly (readonly [string, Partial<SearchDomainArgs>, RegExp])[] = [
    ["no client", { clientArns: [] }, /clientArns has 0 element/],
    ["everybody as client", { clientArns: ["*"] }, /clientArns and administratorArn is "\*"/],
    ["roles by a pattern", { clientArns: [role("app-*")] }, /clientArns and administratorArn is/],
    ["an account as administrator", { administratorArn: "arn:aws:iam::111122223333:root" }, /administratorArn is/],
    ["an old engine", { engineVersion: "OpenSearch_2.11" }, /engineVersion is "OpenSearch_2\.11"/],
    ["Elasticsearch", { engineVersion: "Elasticsearch_7.10" }, /engineVersion is "Elasticsearch_7\.10"/],
    ["one zone", { availabilityZones: 1 }, /availabilityZones is 1/],
    ["nodes that zones do not share evenly", { dataNodes: 4 }, /dataNodes is 4, which 3 zones do not share evenly/],
    ["a standby of two zones", { availabilityZones: 2, standby: true }, /standby needs three Availability Zones/],
    ["a standby that bursts", { instanceType: "t3.small.search", standby: true }, /standby needs three/],
    [
      "instances that cannot encrypt",
      { instanceType: "m3.large.search" },
      /instanceType and managerType is "m3\.large/,
    ],
    ["a small volume", { volumeGib: 9 }, /volumeGib is 9/],
    ["days that CloudWatch does not take", { logRetentionDays: 100 }, /logRetentionDays is 100/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void search(args)), message));
  }
  for (const name of ["Search", "the-search-of-all-records"]) {
    it(`refuses the name ${name}`, async () => assert.match(await refusal(() => void search({}, name)), /name is/));
  }

  it("says so where there are fewer subnets than zones", async () => {
    const program = () => void search({ network: { ...network, dataSubnetIds: ["subnet-1"] } });
    await assert.rejects(recordProgram(program), /availabilityZones is 3, but network\.dataSubnetIds has 1/);
  });
});
