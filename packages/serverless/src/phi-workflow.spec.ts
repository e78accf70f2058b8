import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import { PhiWorkflow } from "./phi-workflow";
import { PhiWorkflowType, type PhiWorkflowArgs } from "./phi-workflow-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const logsArn = arn.replace("1111", "9999");
const definition = JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Succeed" } } });
const functionArn = "arn:aws:lambda:us-east-1:111122223333:function:intake";
const [machineType, policyType] = ["aws:sfn/stateMachine:StateMachine", "aws:iam/rolePolicy:RolePolicy"];

const workflow = (args: Partial<PhiWorkflowArgs> = {}) =>
  new PhiWorkflow("triage", { definition, key: { arn }, logsKey: { arn: logsArn }, ...args });
const recorded = (args: Partial<PhiWorkflowArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void workflow(args), mode);

interface Statement {
  Sid: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: unknown;
}
const statements = (graph: Graph): Statement[] =>
  (JSON.parse(text(graph.one(policyType).inputs["policy"])) as { Statement: Statement[] }).Statement;

describe("PhiWorkflow", () => {
  it("serverless-api-component: under the key, each event logged without the data, not traced", async () => {
    const graph = await recorded();
    const { inputs } = graph.one(machineType);
    assert.deepEqual(inputs["encryptionConfiguration"], {
      type: "CUSTOMER_MANAGED_KMS_KEY",
      kmsKeyId: arn,
      kmsDataKeyReusePeriodSeconds: 300,
    });
    const log = graph.one("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(inputs["loggingConfiguration"], {
      level: "ALL",
      includeExecutionData: false,
      logDestination: `${text(log.outputs["arn"])}:*`,
    });
    assert.deepEqual([inputs["type"], inputs["tracingConfiguration"]], ["STANDARD", { enabled: false }]);
    assert.deepEqual(
      [log.inputs["namePrefix"], log.inputs["kmsKeyId"], log.inputs["retentionInDays"]],
      ["/aws/vendedlogs/states/triage-", logsArn, 2192],
    );
  });

  it("has a role that delivers its log and uses its key for workflows and logs alone", async () => {
    const graph = await recorded();
    const found = statements(graph);
    assert.deepEqual(
      found.map(({ Sid }) => Sid),
      ["DeliverLog", "UseKey", "UseKeyForLog"],
    );
    assert.deepEqual(
      found.slice(1).map(({ Condition, Resource }) => [Condition, Resource]),
      [
        [
          {
            StringLike: {
              "kms:EncryptionContext:aws:states:stateMachineArn":
                "arn:aws:states:us-east-1:111122223333:stateMachine:*",
            },
          },
          arn,
        ],
        [{ StringEquals: { "kms:EncryptionContext:SourceArn": "arn:aws:logs:us-east-1:111122223333:*" } }, arn],
      ],
    );
    assert.ok(graph.one(machineType).dependencies.includes(graph.one(policyType).urn));
  });

  it("calls the functions and does what is granted", async () => {
    const resources = ["arn:aws:sqs:us-east-1:111122223333:orders"];
    const found = statements(
      await recorded({
        functionArns: [functionArn],
        grants: [{ name: "Orders", actions: ["sqs:SendMessage"], resources }],
      }),
    );
    assert.deepEqual(
      found.slice(3).map(({ Sid, Action, Resource }) => [Sid, Action, Resource]),
      [
        ["CallFunctions", "lambda:InvokeFunction", [functionArn, `${functionArn}:*`]],
        ["GrantOrders", "sqs:SendMessage", resources[0]],
      ],
    );
  });

  it("takes its knobs", async () => {
    const graph = await recorded({
      type: PhiWorkflowType.Express,
      dataKeyReuseSeconds: 60,
      tracing: true,
      logRetentionDays: 365,
      permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      tags: { team: "ward" },
    });
    const { inputs } = graph.one(machineType);
    assert.deepEqual([inputs["type"], inputs["tracingConfiguration"]], ["EXPRESS", { enabled: true }]);
    assert.equal((inputs["encryptionConfiguration"] as Record<string, unknown>)["kmsDataKeyReusePeriodSeconds"], 60);
    assert.deepEqual(inputs["tags"], { team: "ward" });
    assert.equal(graph.one("aws:cloudwatch/logGroup:LogGroup").inputs["retentionInDays"], 365);
    assert.ok(statements(graph).some(({ Action }) => Action.includes("xray:PutTraceSegments")));
    const role = graph.one("aws:iam/role:Role").inputs;
    assert.equal(role["permissionsBoundary"], "arn:aws:iam::111122223333:policy/boundary");
    const metrics = graph.all("aws:cloudwatch/metricAlarm:MetricAlarm").map((alarm) => alarm.inputs["metricName"]);
    assert.deepEqual(metrics.sort(), ["ExecutionsFailed", "ExecutionsTimedOut"]);
  });

  it("raises an alarm on throttled Standard executions too", async () => {
    const graph = await recorded({ alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms" });
    assert.equal(
      graph.one("aws:cloudwatch/metricAlarm:MetricAlarm", "triage-throttled").inputs["metricName"],
      "ExecutionThrottled",
    );
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [
        "aws:cloudwatch/logGroup:LogGroup triage-log",
        "aws:iam/role:Role triage",
        `${policyType} triage`,
        `${machineType} triage`,
      ],
    );
  });

  it("registers its class fields as outputs", async () => {
    const graph = await recorded();
    const role = graph.one("aws:iam/role:Role");
    const log = graph.one("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(graph.one("serverless:index:PhiWorkflow").outputs, {
      workflowArn: graph.one(machineType).outputs["arn"],
      workflowName: graph.one(machineType).outputs["name"],
      roleArn: role.outputs["arn"],
      roleName: role.outputs["name"],
      logGroupName: log.outputs["name"],
    });
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void workflow(), "update", region);
      const policy = text(graph.one(policyType).inputs["policy"]);
      assert.ok(policy.includes(`arn:${partition}:states:${region}:`));
      assert.ok(policy.includes(`arn:${partition}:logs:${region}:`));
    });
  }

  const grant = { name: "A", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] };
  const refused: readonly (readonly [string, Partial<PhiWorkflowArgs>, RegExp])[] = [
    ["an output that is no workflow", { definition: pulumi.output("{}") }, /definition has no StartAt and States/],
    ["what is no JSON", { definition: "StartAt: A" }, /definition is no JSON/],
    ["a definition without states", { definition: '{"StartAt":"A"}' }, /definition has no StartAt and States/],
    ["more than 1 MB", { definition: `"${"x".repeat(1_048_576)}"` }, /definition has 1048578 bytes/],
    ["functions by a pattern", { functionArns: [`${functionArn}-*`] }, /functionArns\[\] is/],
    ["a version of a function", { functionArns: [`${functionArn}:7`] }, /functionArns\[\] is/],
    ["an empty list of functions", { functionArns: [] }, /functionArns has 0/],
    ["wildcards in grants", { grants: [{ ...grant, actions: ["s3:Get*"] }] }, /grants\[\]\.actions is "s3:Get\*"/],
    ["every resource", { grants: [{ ...grant, resources: ["*"] }] }, /grants\[\]\.resources holds \*/],
    ["two grants of one name", { grants: [grant, grant] }, /grants holds "A" twice/],
    ["a data key for an hour", { dataKeyReuseSeconds: 3600 }, /dataKeyReuseSeconds is 3600/],
    ["days that CloudWatch does not take", { logRetentionDays: 100 }, /logRetentionDays is 100/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void workflow(args)), message));
  }
});
