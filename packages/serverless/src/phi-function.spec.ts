import assert from "node:assert/strict";
import { record, text, type Graph } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import { PhiFunction } from "./phi-function";
import { PhiFunctionArchitecture, type PhiFunctionArgs } from "./phi-function-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const logsArn = arn.replace("1111", "9999");
const network = {
  vpcId: "vpc-1",
  appSubnetIds: ["subnet-1", "subnet-2"],
  endpointSecurityGroupId: "sg-endpoints",
  s3PrefixListId: "pl-1",
};
const functionType = "aws:lambda/function:Function";
const zip = {
  package: { bucket: "packages", key: "intake.zip", objectVersion: "v1" },
  runtime: "nodejs24.x",
  handler: "index.handler",
};
const withoutZip = { package: undefined, runtime: undefined, handler: undefined };
const image = `111122223333.dkr.ecr.us-east-1.amazonaws.com/intake@sha256:${"0".repeat(64)}`;
const messagesArn = arn.replace("1111", "8888");
const defaults = { network, key: { arn }, messagesKey: { arn: messagesArn }, logsKey: { arn: logsArn }, ...zip };

const build = (args: Partial<PhiFunctionArgs> = {}) => new PhiFunction("intake", { ...defaults, ...args });
const recorded = (args: Partial<PhiFunctionArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void build(args), mode);

interface Statement {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}
const statements = (graph: Graph, type: string, name: string): Statement[] =>
  (JSON.parse(text(graph.one(type, name).inputs["policy"])) as { Statement: Statement[] }).Statement;
const granted = async (args: Partial<PhiFunctionArgs> = {}): Promise<Statement[]> =>
  statements(await recorded(args), "aws:iam/rolePolicy:RolePolicy", "intake");

describe("PhiFunction", () => {
  it("serverless-api-component: in private subnets, without a way in, with ways to the endpoints alone", async () => {
    const graph = await recorded();
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(graph.one(functionType).inputs["vpcConfig"], {
      subnetIds: network.appSubnetIds,
      securityGroupIds: [group.id],
    });
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
    assert.deepEqual(
      graph
        .all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
        .map(({ inputs }) => [inputs["referencedSecurityGroupId"] ?? inputs["prefixListId"], inputs["fromPort"]])
        .sort(),
      [
        ["pl-1", 443],
        ["sg-endpoints", 443],
      ],
    );
    const { inputs } = graph.one("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    assert.deepEqual([inputs["securityGroupId"], inputs["referencedSecurityGroupId"]], ["sg-endpoints", group.id]);
  });

  it("keeps environment, package, failed events and log under the keys, for six years", async () => {
    const graph = await recorded();
    const { inputs } = graph.one(functionType);
    assert.deepEqual([inputs["kmsKeyArn"], inputs["sourceKmsKeyArn"]], [arn, arn]);
    assert.equal(graph.one("aws:sqs/queue:Queue").inputs["kmsMasterKeyId"], messagesArn);
    const log = graph.one("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual([log.inputs["kmsKeyId"], log.inputs["retentionInDays"]], [logsArn, 2192]);
    assert.deepEqual(inputs["loggingConfig"], {
      logFormat: "JSON",
      logGroup: log.inputs["name"],
      systemLogLevel: "INFO",
    });
  });

  it("is not traced, and has calls of its own, by default", async () => {
    const { inputs } = (await recorded()).one(functionType);
    assert.deepEqual(
      [inputs["tracingConfig"], inputs["reservedConcurrentExecutions"], inputs["architectures"], inputs["timeout"]],
      [{ mode: "PassThrough" }, 10, ["arm64"], 30],
    );
    assert.deepEqual(
      [inputs["s3Bucket"], inputs["s3Key"], inputs["s3ObjectVersion"], inputs["runtime"], inputs["handler"]],
      ["packages", "intake.zip", "v1", "nodejs24.x", "index.handler"],
    );
  });

  it("keeps events that failed, in a queue that refuses plain transport and strangers", async () => {
    const graph = await recorded();
    const { inputs } = graph.one("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
    const queue = graph.one("aws:sqs/queue:Queue");
    assert.deepEqual(inputs["destinationConfig"], { onFailure: { destination: queue.outputs["arn"] } });
    assert.deepEqual([inputs["maximumRetryAttempts"], inputs["maximumEventAgeInSeconds"]], [2, 21_600]);
    assert.deepEqual(
      statements(graph, "aws:sqs/queuePolicy:QueuePolicy", "intake-failures").map(({ Sid }) => Sid),
      ["DenyInsecureTransport", "DenyOutsiders"],
    );
  });

  it("has a role that writes its own log, enters the VPC, and does nothing else", async () => {
    const found = await granted();
    assert.deepEqual(
      found.map(({ Sid, Effect }) => `${Effect} ${Sid}`),
      [
        "Allow WriteLog",
        "Allow KeepFailedEvents",
        "Allow EnterVpc",
        "Deny DenyInterfacesToCode",
        "Allow UseKey",
        "Allow UseKeyOfFailedEvents",
      ],
    );
    assert.match(text(found[0]?.Resource), /^arn:aws:logs:us-east-1:111122223333:log-group:intake-log.*:\*$/);
    assert.deepEqual(found[3]?.Condition, { Null: { "lambda:SourceFunctionArn": "false" } });
    assert.deepEqual(
      found.slice(4).map(({ Action, Resource, Condition }) => [Action, Resource, Condition]),
      [
        ["kms:Decrypt", arn, { StringEquals: { "kms:ViaService": "lambda.us-east-1.amazonaws.com" } }],
        [
          ["kms:Decrypt", "kms:GenerateDataKey"],
          messagesArn,
          { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } },
        ],
      ],
    );
  });

  it("waits for its role's policy, without which it could not enter the VPC", async () => {
    const graph = await recorded();
    assert.ok(graph.one(functionType).dependencies.includes(graph.one("aws:iam/rolePolicy:RolePolicy").urn));
  });

  it("takes its plain knobs", async () => {
    const graph = await recorded({
      architecture: PhiFunctionArchitecture.X86,
      memoryMib: 1024,
      timeoutSeconds: 60,
      temporaryStorageMib: 2048,
      reservedConcurrency: 3,
      maximumRetries: 0,
      maximumEventAgeSeconds: 60,
      tracing: true,
      logRetentionDays: 365,
      environment: { TABLE: "visits" },
      permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
      tags: { team: "ward" },
    });
    const { inputs } = graph.one(functionType);
    assert.deepEqual([inputs["architectures"], inputs["memorySize"], inputs["timeout"]], [["x86_64"], 1024, 60]);
    assert.deepEqual([inputs["ephemeralStorage"], inputs["reservedConcurrentExecutions"]], [{ size: 2048 }, 3]);
    assert.deepEqual([inputs["tracingConfig"], inputs["tags"]], [{ mode: "Active" }, { team: "ward" }]);
    assert.deepEqual(inputs["environment"], { variables: { TABLE: "visits" } });
    assert.equal(graph.one("aws:cloudwatch/logGroup:LogGroup").inputs["retentionInDays"], 365);
    const events = graph.one("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").inputs;
    assert.deepEqual([events["maximumRetryAttempts"], events["maximumEventAgeInSeconds"]], [0, 60]);
    const role = graph.one("aws:iam/role:Role").inputs;
    assert.equal(role["permissionsBoundary"], "arn:aws:iam::111122223333:policy/boundary");
    assert.ok(
      statements(graph, "aws:iam/rolePolicy:RolePolicy", "intake").some(({ Action }) =>
        Action.includes("xray:PutTraceSegments"),
      ),
    );
  });

  it("takes an archive, or an image that is stored nowhere else", async () => {
    const code = new pulumi.asset.AssetArchive({
      "index.js": new pulumi.asset.StringAsset("exports.handler = () => {}"),
    });
    const archive = (await recorded({ package: undefined, code })).one(functionType).inputs;
    assert.ok("code" in archive && !("s3Bucket" in archive));
    const { inputs } = (await recorded({ ...withoutZip, imageUri: image })).one(functionType);
    assert.deepEqual([inputs["packageType"], inputs["imageUri"]], ["Image", image]);
    assert.ok(!("sourceKmsKeyArn" in inputs) && !("runtime" in inputs));
  });

  it("enforces signatures where profiles are given", async () => {
    const profile = "arn:aws:signer:us-east-1:111122223333:/signing-profiles/Clinic/AbCdEfGhIj";
    const graph = await recorded({ signingProfileVersionArns: [profile] });
    const signing = graph.one("aws:lambda/codeSigningConfig:CodeSigningConfig");
    assert.deepEqual(signing.inputs["policies"], { untrustedArtifactOnDeployment: "Enforce" });
    assert.deepEqual(signing.inputs["allowedPublishers"], { signingProfileVersionArns: [profile] });
    assert.equal(graph.one(functionType).inputs["codeSigningConfigArn"], signing.outputs["arn"]);
  });

  it("raises alarms where a topic is given", async () => {
    const alarmTopicArn = "arn:aws:sns:us-east-1:111122223333:alarms";
    const alarms = (await recorded({ alarmTopicArn })).all("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.deepEqual(alarms.map(({ inputs }) => inputs["metricName"]).sort(), [
      "ApproximateNumberOfMessagesVisible",
      "DestinationDeliveryFailures",
      "Errors",
      "Throttles",
    ]);
    for (const { inputs } of alarms) assert.deepEqual(inputs["alarmActions"], [alarmTopicArn]);
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [
        "aws:cloudwatch/logGroup:LogGroup intake-log",
        "aws:ec2/securityGroup:SecurityGroup intake-security-group",
        "aws:iam/role:Role intake",
        "aws:iam/rolePolicy:RolePolicy intake",
        "aws:lambda/function:Function intake",
        "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig intake-failures",
        "aws:sqs/queue:Queue intake-failures",
        "aws:sqs/queuePolicy:QueuePolicy intake-failures",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule intake-egress-endpoints",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule intake-egress-s3",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule intake-ingress-endpoints",
      ],
    );
  });

  it("registers its class fields as outputs", async () => {
    const graph = await recorded();
    const { outputs } = graph.one("serverless:index:PhiFunction");
    const fn = graph.one(functionType);
    assert.equal(outputs["functionArn"], fn.outputs["arn"]);
    assert.equal(outputs["invokeArn"], fn.outputs["invokeArn"]);
    assert.equal(outputs["securityGroupId"], graph.one("aws:ec2/securityGroup:SecurityGroup").id);
    assert.deepEqual(Object.keys(outputs).sort(), [
      "failureQueueUrl",
      "functionArn",
      "functionName",
      "invokeArn",
      "logGroupName",
      "roleArn",
      "roleName",
      "securityGroupId",
    ]);
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void build(), "update", region);
      const policy = text(graph.one("aws:iam/rolePolicy:RolePolicy").inputs["policy"]);
      assert.ok(policy.includes(`arn:${partition}:logs:${region}:`));
      assert.ok(policy.includes(`"lambda.${region}.amazonaws.com"`));
    });
  }
});
