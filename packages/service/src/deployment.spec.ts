import assert from "node:assert/strict";
import { accountArn, service, surroundings, unnamedLoadBalancer } from "./testing/example";
import { record, statements } from "./testing/recorded";

describe("a deployment of FargateService", () => {
  it("asks the image verifier before tasks start, as a role that may call nothing else", async () => {
    const imageVerifierArn = accountArn("lambda", "function:verify-images");
    const recording = await record(() => service({ imageVerifierArn }), { mode: "update" });
    assert.deepEqual(recording.named("web").inputs["deploymentConfiguration"], {
      strategy: "ROLLING",
      lifecycleHooks: [
        {
          hookTargetArn: imageVerifierArn,
          roleArn: recording.named("web-verifier-role").outputs["arn"],
          lifecycleStages: ["PRE_SCALE_UP"],
        },
      ],
    });
    const policy = statements(recording.named("web-verifier-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(policy), ["AskVerifier"]);
    assert.deepEqual(
      [policy["AskVerifier"]?.Action, policy["AskVerifier"]?.Resource],
      ["lambda:InvokeFunction", imageVerifierArn],
    );
    assert.ok(recording.named("web").dependencies.includes(recording.named("web-verifier-attachment").urn));
  });

  it("is rolled back by alarms of the user, with or without a topic", async () => {
    const recording = await record(() => service({ rollbackAlarmNames: ["portal-canary"] }));
    assert.deepEqual(recording.named("web").inputs["alarms"], {
      enable: true,
      rollback: true,
      alarmNames: ["portal-canary"],
    });
  });

  it("is rolled back by slow answers, at the 99th percentile", async () => {
    const recording = await record(() => service({ latencyAlarmMillis: 1500, alarmTopicArn: surroundings.topicArn }), {
      mode: "update",
    });
    const { inputs, outputs } = recording.named("web-latency-alarm");
    assert.deepEqual(
      [inputs["metricName"], inputs["extendedStatistic"], inputs["threshold"]],
      ["TargetResponseTime", "p99", 1.5],
    );
    assert.ok(!("statistic" in inputs), "CloudWatch takes one of the two");
    const { alarmNames } = recording.named("web").inputs["alarms"] as { alarmNames: unknown[] };
    assert.ok(alarmNames.includes(outputs["name"]));
  });

  it("refuses an alarm on latency that nobody hears", async () => {
    await assert.rejects(
      record(() => service({ latencyAlarmMillis: 1500 })),
      /latencyAlarmMillis is given without alarmTopicArn/,
    );
    await assert.rejects(
      record(() =>
        service({ latencyAlarmMillis: 1, alarmTopicArn: surroundings.topicArn, loadBalancer: unnamedLoadBalancer }),
      ),
      /latencyAlarmMillis is given without/,
    );
  });
});

describe("scaling of FargateService", () => {
  it("autoscaling-data-services: keeps two tasks, and follows CPU and memory at the targets given", async () => {
    const recording = await record(() => service({ cpuPercent: 40, memoryPercent: 70 }));
    assert.equal(recording.named("web-scaling").inputs["minCapacity"], 2);
    for (const [name, target, metric] of [
      ["web-scaling-cpu", 40, "ECSServiceAverageCPUUtilization"],
      ["web-scaling-memory", 70, "ECSServiceAverageMemoryUtilization"],
    ] as const) {
      const configuration = recording.named(name).inputs["targetTrackingScalingPolicyConfiguration"] as Record<
        string,
        unknown
      >;
      assert.equal(configuration["targetValue"], target);
      assert.deepEqual(configuration["predefinedMetricSpecification"], { predefinedMetricType: metric });
    }
  });

  for (const argument of ["cpuPercent", "memoryPercent"] as const) {
    it(`refuses ${argument} that leaves no room`, async () => {
      await assert.rejects(
        record(() => service({ [argument]: 95 })),
        new RegExp(`${argument} is 95`),
      );
    });
  }
});
