import assert from "node:assert/strict";
import * as sqs from "@pulumi/aws/sqs";
import { ServiceTier } from "./task-args";
import { accountArn, surroundings } from "./testing/example";
import { makesInEachMode, partitions, registersItsFields } from "./testing/in-each-mode";
import { containers, listed, record, statements, unknownValue } from "./testing/recorded";
import { queue, worker } from "./testing/tasks";
import type { WorkerServiceArgs } from "./worker-service-args";
import urns from "./worker-service.urns.json";

const full: Partial<WorkerServiceArgs> = {
  ...queue,
  backlogPerTask: 20,
  tier: ServiceTier.Web,
  minCount: 3,
  maxCount: 12,
  desiredCount: 5,
  cpuPercent: 50,
  memoryPercent: 75,
  spotWeight: 4,
  rollbackAlarmNames: ["intake-age"],
  imageVerifierArn: accountArn("lambda", "function:verify-images"),
  alarmTopicArn: surroundings.topicArn,
};

describe("WorkerService", () => {
  makesInEachMode("the least", urns.minimal, () => worker());
  makesInEachMode("everything", urns.full, () => worker(full));
  registersItsFields("service:index:WorkerService", () => worker(full));

  it("ecs-service-private: has no load balancer, no port and no way in", async () => {
    const recording = await record(() => worker(), { mode: "update" });
    const { inputs } = recording.named("intake");
    assert.ok(!("loadBalancers" in inputs) && !("healthCheckGracePeriodSeconds" in inputs));
    const network = inputs["networkConfiguration"] as Record<string, unknown>;
    assert.deepEqual([network["assignPublicIp"], network["subnets"]], [false, surroundings.network.appSubnetIds]);
    assert.equal(inputs["enableExecuteCommand"], false);
    assert.deepEqual(inputs["deploymentCircuitBreaker"], { enable: true, rollback: true });
    assert.deepEqual(containers(recording.named("intake-task"))["app"]?.portMappings, []);
    const own = recording.component("service:index:WorkerService").outputs["securityGroupId"];
    const ingress = recording.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    assert.ok(ingress.length > 0);
    for (const rule of ingress) assert.notEqual(rule.inputs["securityGroupId"], own);
  });

  it("consumes its queue and may not send to it", async () => {
    const recording = await record(() => worker(queue), { mode: "update" });
    const policy = statements(recording.named("intake-task-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(policy), ["UseQueueBacklog", "UseQueueKeyBacklog"]);
    assert.equal(policy["UseQueueBacklog"]?.Resource, queue.queue.queueArn);
    assert.ok(!listed(policy["UseQueueBacklog"]?.Action).includes("sqs:SendMessage"));
    assert.deepEqual(policy["UseQueueKeyBacklog"]?.Condition, {
      StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" },
    });
  });

  it("scales by the messages that wait for each running task", async () => {
    const recording = await record(() => worker({ ...queue, backlogPerTask: 20 }), { mode: "update" });
    const { inputs } = recording.named("intake-scaling-backlog");
    const configuration = inputs["targetTrackingScalingPolicyConfiguration"] as Record<string, unknown>;
    assert.equal(configuration["targetValue"], 20);
    const { metrics } = configuration["customizedMetricSpecification"] as {
      metrics: { id: string; expression?: string; returnData: boolean; metricStat?: { metric: Metric } }[];
    };
    assert.deepEqual(
      metrics.map(({ id, returnData }) => [id, returnData]),
      [
        ["waiting", false],
        ["running", false],
        ["backlog", true],
      ],
    );
    assert.equal(metrics[2]?.expression, "waiting / IF(FILL(running, 0) > 0, running, 1)");
    assert.deepEqual(metrics[0]?.metricStat?.metric.dimensions, [{ name: "QueueName", value: "intake-1a2b3c4" }]);
    assert.deepEqual(metrics[1]?.metricStat?.metric.dimensions, [
      { name: "ClusterName", value: "main" },
      { name: "ServiceName", value: recording.named("intake").outputs["name"] },
    ]);
  });

  it("passes counts, shares, alarms and the verifier on", async () => {
    const recording = await record(() => worker(full), { mode: "update" });
    const { inputs } = recording.named("intake");
    assert.deepEqual(inputs["capacityProviderStrategies"], [
      { capacityProvider: "FARGATE", weight: 1, base: 3 },
      { capacityProvider: "FARGATE_SPOT", weight: 4 },
    ]);
    assert.equal(inputs["desiredCount"], 5);
    assert.deepEqual(inputs["alarms"], { enable: true, rollback: true, alarmNames: ["intake-age"] });
    assert.ok("deploymentConfiguration" in inputs);
    const scaling = recording.named("intake-scaling").inputs;
    assert.deepEqual([scaling["minCapacity"], scaling["maxCapacity"]], [3, 12]);
    const network = inputs["networkConfiguration"] as Record<string, unknown>;
    assert.deepEqual(network["subnets"], surroundings.network.webSubnetIds);
  });

  for (const [partition, region, suffix] of partitions) {
    it(`${partition}: names images, tasks and keys of that partition`, async () => {
      const recording = await record(
        () => worker({ ...queue, image: `111122223333.dkr.ecr.${region}.${suffix}/intake:1` }),
        { mode: "update", environment: { region } },
      );
      const execution = statements(recording.named("intake-execution-policy").inputs["policy"]);
      assert.equal(execution["PullImages"]?.Resource, `arn:${partition}:ecr:${region}:111122223333:repository/intake`);
      const trust = statements(recording.named("intake-task-role").inputs["assumeRolePolicy"])["AssumeByTasks"];
      assert.equal(trust?.Condition?.["ArnLike"]?.["aws:SourceArn"], `arn:${partition}:ecs:${region}:111122223333:*`);
    });
  }

  it("is undecided at preview only where the queue is to be made", async () => {
    const preview = await record(() => {
      const { arn: queueArn, name: queueName } = new sqs.Queue("inbox");
      worker({ ...queue, queue: { queueArn, queueName } });
    });
    assert.equal(preview.named("intake-task-policy").inputs["policy"], unknownValue);
    assert.equal(preview.named("intake-scaling").inputs["minCapacity"], 2);
    assert.equal(preview.named("intake").inputs["enableExecuteCommand"], false);
  });

  const refused: [string, Partial<WorkerServiceArgs>, RegExp][] = [
    ["a queue without its key", { queue: queue.queue }, /queue and queueKey belong together/],
    ["a key without a queue", { queueKey: queue.queueKey }, /queue and queueKey belong together/],
    ["a backlog without a queue", { backlogPerTask: 10 }, /backlogPerTask is given without a queue/],
    ["a backlog of none", { ...queue, backlogPerTask: 0 }, /backlogPerTask is 0/],
    ["counts out of order", { minCount: 3, maxCount: 2 }, /minCount and maxCount are 3 and 2/],
    ["a share that is none", { spotWeight: -1 }, /spotWeight is -1/],
    ["a CPU target without room", { cpuPercent: 100 }, /cpuPercent is 100/],
    ["a memory target without room", { memoryPercent: 5 }, /memoryPercent is 5/],
    ["a tier that is none", { tier: "data" as ServiceTier }, /tier is "data"/],
    ["an image of a public registry", { image: "nginx:1.27" }, /not in a private ECR registry/],
  ];
  for (const [title, args, expected] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(
        record(() => worker(args)),
        expected,
      );
    });
  }
});

interface Metric {
  readonly dimensions: { readonly name: string; readonly value: string }[];
}
