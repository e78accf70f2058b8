import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import * as pulumi from "@pulumi/pulumi";
import { ExistingVpc, Vpc, VpcEndpointPreset, type ExistingVpcArgs } from "./index";
import { flowLogBucket } from "./testing/graph";

const subnets = (tier: string) => [1, 2, 3].map((zone) => `subnet-${tier}${zone}`);
const logsKey = { arn: "arn:aws:kms:us-east-1:111122223333:key/logs" };
const minimum: ExistingVpcArgs = {
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "10.0.0.0/16",
  publicSubnetIds: subnets("public"),
  appSubnetIds: subnets("app"),
  dataSubnetIds: subnets("data"),
  flowLogBucket,
};
const existing = (args: Partial<ExistingVpcArgs> = {}) => new ExistingVpc("old", { ...minimum, ...args });
const recorded = (args: Partial<ExistingVpcArgs> = {}, mode: "preview" | "update" = "update", region?: string) =>
  record(() => void existing(args), mode, region);
const outputsOf = (graph: Graph) => graph.one("network:index:ExistingVpc").outputs;
const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

describe("ExistingVpc", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`has these children (${mode})`, async () => {
      assert.deepEqual((await recorded({}, mode)).names, [
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup old-default",
        "aws:ec2/flowLog:FlowLog old-flow-log",
        "aws:ec2/securityGroup:SecurityGroup old-endpoints",
        ...["ecr-api", "ecr-dkr", "kms", "logs", "s3", "secretsmanager", "sts"].map(
          (service) => `${endpointType} old-${service}`,
        ),
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule old-endpoints-from-vpc",
        "network:index:ExistingVpc old",
      ]);
    });
  }

  it("has the outputs of a new VPC, and registers them all", async () => {
    let made: [ExistingVpc, Vpc] | undefined;
    const { resources } = await recordProgram(
      () => {
        made = [existing(), new Vpc("new", { cidrBlock: "10.1.0.0/16", flowLogBucket })];
      },
      { mode: "update" },
    );
    const fields = (of: object | undefined) =>
      Object.entries(of ?? {})
        .filter(([field, value]) => field !== "urn" && pulumi.Output.isInstance(value))
        .map(([field]) => field)
        .sort();
    assert.deepEqual(fields(made?.[0]), fields(made?.[1]));
    const outputs = resources.find(({ type }) => type === "network:index:ExistingVpc")?.outputs ?? {};
    assert.deepEqual(Object.keys(outputs).sort(), fields(made?.[0]));
  });

  it("hands on what it is given, and the app tier for what the VPC does not tell apart", async () => {
    const outputs = outputsOf(await recorded());
    assert.equal(outputs["vpcId"], minimum.vpcId);
    for (const tier of ["app", "web", "endpoint"]) assert.deepEqual(outputs[`${tier}SubnetIds`], subnets("app"));
    assert.deepEqual(outputs["publicSubnetIds"], subnets("public"));
    assert.deepEqual(outputs["dataSubnetIds"], subnets("data"));
    for (const tier of ["public", "web", "app", "data", "endpoint"]) {
      assert.equal(outputs[`${tier}CidrBlock`], "10.0.0.0/16");
    }
    assert.deepEqual(outputs["natGatewayIds"], []);
    assert.match(text(outputs["s3PrefixListId"]), /^pl-/);
    assert.match(text(outputs["dynamoDbPrefixListId"]), /^pl-/);
    assert.match(text(outputs["flowLogId"]), /^fl-/);
  });

  it("vpc-default-security-group-adopted: empties the default security group, unless another stack has it", async () => {
    const group = (await recorded()).one("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").inputs;
    assert.deepEqual([group["vpcId"], group["ingress"], group["egress"]], [minimum.vpcId, [], []]);
    const left = await recorded({ closeDefaultSecurityGroup: false });
    assert.deepEqual(left.all("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"), []);
  });

  it("vpc-endpoint-s3-gateway: through routes where their tables are told, else through network interfaces", async () => {
    const byInterface = (await recorded()).one(endpointType, "old-s3").inputs;
    assert.deepEqual([byInterface["vpcEndpointType"], byInterface["subnetIds"]], ["Interface", subnets("app")]);
    const graph = await recorded({ webRouteTableIds: ["rtb-1", "rtb-2"], appRouteTableIds: ["rtb-2", "rtb-3"] });
    const gateway = graph.one(endpointType, "old-s3").inputs;
    assert.deepEqual([gateway["vpcEndpointType"], gateway["routeTableIds"]], ["Gateway", ["rtb-1", "rtb-2", "rtb-3"]]);
  });

  it("vpc-endpoint-interface-set: only what is asked for, from the tiers where they are told", async () => {
    const graph = await recorded({
      endpointPresets: [VpcEndpointPreset.SessionManager],
      interfaceEndpoints: ["sqs"],
      endpointSubnetIds: subnets("endpoints"),
      webCidrBlock: "10.0.32.0/19",
      appCidrBlock: "10.0.64.0/19",
      organizationId: "o-exampleorgid",
    });
    assert.deepEqual(
      graph
        .all(endpointType)
        .map(({ inputs }) => text(inputs["serviceName"]).split(".").at(-1))
        .sort(),
      ["ec2messages", "s3", "sqs", "ssm", "ssmmessages"],
    );
    for (const { inputs } of graph.all(endpointType)) {
      assert.deepEqual(inputs["subnetIds"], subnets("endpoints"));
      assert.match(text(inputs["policy"]), /"aws:PrincipalOrgID":"o-exampleorgid"/);
    }
    assert.deepEqual(
      graph.all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").map(({ inputs }) => inputs["cidrIpv4"]),
      ["10.0.32.0/19", "10.0.64.0/19"],
    );
  });

  it("makes nothing that is there already", async () => {
    const graph = await recorded({
      endpointSecurityGroupId: "sg-1",
      s3EndpointId: "vpce-1",
      flowLogBucket: undefined,
      flowLogId: "fl-1",
      closeDefaultSecurityGroup: false,
    });
    assert.deepEqual(graph.names, ["network:index:ExistingVpc old"]);
    const outputs = outputsOf(graph);
    assert.deepEqual(
      ["endpointSecurityGroupId", "s3EndpointId", "flowLogId"].map((one) => outputs[one]),
      ["sg-1", "vpce-1", "fl-1"],
    );
  });

  it("vpc-flow-logs-enabled: records all traffic, and rejected traffic where asked for", async () => {
    const graph = await recorded({ rejectedTrafficLog: true, logsKey, additionalFlowLogFields: ["reject-reason"] });
    const log = graph.one("aws:ec2/flowLog:FlowLog", "old-flow-log").inputs;
    assert.deepEqual([log["vpcId"], log["trafficType"]], [minimum.vpcId, "ALL"]);
    assert.match(text(log["logFormat"]), /\$\{reject-reason\}$/);
    const group = graph.one("aws:cloudwatch/logGroup:LogGroup").inputs;
    assert.deepEqual([group["kmsKeyId"], group["retentionInDays"]], [logsKey.arn, 365]);
  });

  it("vpc-endpoint-dynamodb-gateway: has one in the route tables of web and app where asked for", async () => {
    const tables = { webRouteTableIds: ["rtb-1"], appRouteTableIds: ["rtb-2"] };
    const { inputs, outputs } = (await recorded({ ...tables, dynamoDbEndpoint: true })).one(
      endpointType,
      "old-dynamodb",
    );
    assert.deepEqual([inputs["vpcEndpointType"], inputs["routeTableIds"]], ["Gateway", ["rtb-1", "rtb-2"]]);
    const graph = await recorded({ ...tables, dynamoDbEndpoint: true });
    assert.equal(outputsOf(graph)["dynamoDbPrefixListId"], outputs["prefixListId"]);
    assert.ok(!(await recorded(tables)).names.includes(`${endpointType} old-dynamodb`));
  });

  it("lets managed instances read the packages of AWS where there are such", async () => {
    const policy = async (managedInstances: boolean) =>
      text((await recorded({ managedInstances })).one(endpointType, "old-s3").inputs["policy"]);
    assert.match(await policy(true), /AllowInstancePackages/);
    assert.doesNotMatch(await policy(false), /AllowInstancePackages/);
  });

  it("exempts the public subnets alone from the account's block of public access, where asked for", async () => {
    const type = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";
    const exempt = (await recorded({ publicAccessExemption: true })).all(type).map(({ inputs }) => inputs);
    assert.deepEqual(
      exempt.map((one) => [one["subnetId"], one["internetGatewayExclusionMode"]]),
      subnets("public").map((subnet) => [subnet, "allow-bidirectional"]),
    );
    assert.deepEqual((await recorded()).all(type), []);
  });

  it("takes the outputs of another component, such as an awsx.ec2.Vpc, at a preview too", async () => {
    for (const mode of ["preview", "update"] as const) {
      const graph = await record(() => {
        const awsx = new pulumi.ComponentResource("awsx:ec2:Vpc", "awsx");
        const later = <T>(value: T) => awsx.urn.apply(() => value);
        existing({
          vpcId: later("vpc-1"),
          cidrBlock: later("10.0.0.0/16"),
          publicSubnetIds: later(subnets("public")),
          appSubnetIds: later(subnets("private")),
          dataSubnetIds: later(subnets("isolated")),
          tags: { team: "network" },
        });
      }, mode);
      assert.deepEqual(outputsOf(graph)["dataSubnetIds"], subnets("isolated"));
      assert.equal((graph.one(endpointType, "old-s3").inputs["tags"] as Record<string, string>)["team"], "network");
    }
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`names what it lets through in the partition ${partition}`, async () => {
      const bucket = { bucketArn: `arn:${partition}:s3:::flow-logs` };
      const graph = await recorded({ flowLogBucket: bucket }, "update", region);
      const arns = JSON.stringify(graph.resources.map(({ inputs }) => inputs)).match(/arn:[a-z-]+:/g) ?? [];
      assert.deepEqual([...new Set(arns)], [`arn:${partition}:`]);
    });
  }

  const refused: readonly (readonly [string, Partial<ExistingVpcArgs>, RegExp])[] = [
    ["no VPC", { vpcId: "" }, /vpcId is not given/],
    ["one subnet", { dataSubnetIds: ["subnet-1"] }, /dataSubnetIds has 1 element.*Give at least 2/],
    ["a subnet twice", { appSubnetIds: ["subnet-1", "subnet-1"] }, /appSubnetIds holds "subnet-1" twice/],
    [
      "data in public subnets",
      { dataSubnetIds: subnets("public") },
      /publicSubnetIds and dataSubnetIds both hold subnet-public1/,
    ],
    ["data among applications", { dataSubnetIds: subnets("app") }, /dataSubnetIds and appSubnetIds both hold/],
    ["half of the endpoints", { endpointSecurityGroupId: "sg-1" }, /endpointSecurityGroupId and s3EndpointId belong/],
    [
      "endpoints that are there, and new ones",
      { endpointSecurityGroupId: "sg-1", s3EndpointId: "vpce-1", interfaceEndpoints: ["sqs"] },
      /endpointSecurityGroupId and interfaceEndpoints are given together/,
    ],
    ["no record of traffic", { flowLogBucket: undefined }, /flowLogBucket has no bucketArn/],
    ["two records of traffic", { flowLogId: "fl-1" }, /flowLogBucket and flowLogId are given together/],
    ["a log without its key", { rejectedTrafficLog: true }, /rejectedTrafficLog and logsKey belong together/],
    [
      "DynamoDB without a route table",
      { dynamoDbEndpoint: true },
      /dynamoDbEndpoint is given without a route table.*webRouteTableIds/,
    ],
    [
      "DynamoDB beside endpoints that are there",
      { endpointSecurityGroupId: "sg-1", s3EndpointId: "vpce-1", dynamoDbEndpoint: true },
      /dynamoDbEndpoint and endpointSecurityGroupId are given together/,
    ],
    [
      "packages through an endpoint that is there",
      { endpointSecurityGroupId: "sg-1", s3EndpointId: "vpce-1", managedInstances: true },
      /managedInstances and endpointSecurityGroupId are given together/,
    ],
    [
      "exemptions of subnets that are not counted",
      { publicAccessExemption: true, publicSubnetIds: pulumi.output(subnets("public")) },
      /publicAccessExemption and publicSubnetIds do not fit.*as a list/,
    ],
    ["S3 as interface endpoint by name", { interfaceEndpoints: ["s3"] }, /interfaceEndpoints holds s3/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void existing(args)), message));
  }
});
