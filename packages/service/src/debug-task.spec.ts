import assert from "node:assert/strict";
import type { DebugTaskArgs } from "./debug-task-args";
import type { ServiceTier } from "./task-args";
import { surroundings } from "./testing/example";
import { makesInEachMode, partitions, registersItsFields } from "./testing/in-each-mode";
import { containers, record, statements } from "./testing/recorded";
import { debug, sessionLogGroupArn } from "./testing/tasks";
import urns from "./debug-task.urns.json";

describe("DebugTask", () => {
  makesInEachMode("the least", urns.minimal, () => debug());
  registersItsFields("service:index:DebugTask", () => debug());

  it("waits for its session and ends by itself, still without root, capabilities and privileges", async () => {
    for (const [maxMinutes, seconds] of [
      [undefined, "3600"],
      [15, "900"],
    ] as const) {
      const recording = await record(() => debug(maxMinutes === undefined ? {} : { maxMinutes }), { mode: "update" });
      const { app } = containers(recording.named("debug-task"));
      assert.deepEqual(app?.command, ["sleep", seconds]);
      assert.equal(app?.readonlyRootFilesystem, false);
      assert.deepEqual([app?.privileged, app?.user], [false, "10001:10001"]);
      assert.deepEqual(app?.linuxParameters.capabilities, { add: [], drop: ["ALL"] });
    }
  });

  it("ecs-exec-audited: writes to the session log of the cluster under its key", async () => {
    const recording = await record(() => debug(), { mode: "update" });
    const policy = statements(recording.named("debug-task-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(policy), ["OpenSession", "FindSessionLog", "WriteSessionLog", "DecryptSession"]);
    assert.equal(policy["WriteSessionLog"]?.Resource, `${sessionLogGroupArn}:*`);
    assert.equal(policy["DecryptSession"]?.Resource, surroundings.logsKey.arn);
  });

  it("iam-break-glass-role: a policy for that role starts the task and enters nothing but it", async () => {
    const recording = await record(() => debug(), { mode: "update" });
    assert.deepEqual(recording.named("debug-task").inputs["tags"], {
      "hipaa:tier": "app",
      "hipaa:purpose": "break-glass",
    });
    const policy = statements(recording.named("debug-run-policy").inputs["policy"]);
    assert.equal(policy["StartRun"]?.Condition?.["StringEquals"]?.["ecs:enable-execute-command"], "true");
    assert.deepEqual(policy["EnterRun"]?.Condition, {
      StringEquals: { "ecs:container-name": "app", "aws:ResourceTag/hipaa:purpose": "break-glass" },
    });
    assert.equal(policy["EncryptSession"]?.Resource, surroundings.logsKey.arn);
    const outputs = recording.component("service:index:DebugTask").outputs;
    const input = JSON.parse(String(outputs["runTaskInput"])) as Record<string, unknown>;
    assert.deepEqual([input["enableExecuteCommand"], input["propagateTags"]], [true, "TASK_DEFINITION"]);
  });

  it("tells the topic of every start", async () => {
    const recording = await record(() => debug(), { mode: "update" });
    const rule = recording.ofType("aws:cloudwatch/eventRule:EventRule")[0];
    const pattern = JSON.parse(String(rule?.inputs["eventPattern"])) as { detail: Record<string, unknown> };
    assert.deepEqual(pattern.detail["lastStatus"], ["RUNNING"]);
  });

  for (const [partition, region, suffix] of partitions) {
    it(`${partition}: names runs of that partition`, async () => {
      const recording = await record(() => debug({ image: `111122223333.dkr.ecr.${region}.${suffix}/tools:1` }), {
        mode: "update",
        environment: { region },
      });
      const policy = statements(recording.named("debug-run-policy").inputs["policy"]);
      assert.equal(policy["EnterRun"]?.Resource, `arn:${partition}:ecs:${region}:111122223333:task/main/*`);
    });
  }

  const refused: [string, Partial<DebugTaskArgs>, RegExp][] = [
    ["a command", { command: ["sh"] }, /command is given/],
    ["a run that does not end", { maxMinutes: 481 }, /maxMinutes is 481/],
    ["a tier that is none", { tier: "data" as ServiceTier }, /tier is "data"/],
  ];
  for (const [title, args, expected] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(
        record(() => debug(args)),
        expected,
      );
    });
  }
});
