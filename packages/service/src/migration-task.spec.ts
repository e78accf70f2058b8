import assert from "node:assert/strict";
import type { MigrationTaskArgs } from "./migration-task-args";
import { ServiceTier } from "./task-args";
import { accountArn, image, surroundings } from "./testing/example";
import { makesInEachMode, partitions, registersItsFields } from "./testing/in-each-mode";
import { containers, listed, record, statements } from "./testing/recorded";
import { migration } from "./testing/tasks";
import urns from "./migration-task.urns.json";

const full: Partial<MigrationTaskArgs> = {
  tier: ServiceTier.Web,
  command: ["migrate", "up"],
  alarmTopicArn: surroundings.topicArn,
  connections: [{ name: "database", securityGroupId: "sg-000000000000000d1", port: 5432 }],
};

describe("MigrationTask", () => {
  makesInEachMode("the least", urns.minimal, () => migration());
  makesInEachMode("everything", urns.full, () => migration(full));
  registersItsFields("service:index:MigrationTask", () => migration(full));

  it("runs nothing by itself, and bounds the container as a service does", async () => {
    const recording = await record(() => migration(full), { mode: "update" });
    assert.equal(recording.ofType("aws:ecs/service:Service").length, 0);
    const { app } = containers(recording.named("migrate-task"));
    assert.deepEqual([app?.readonlyRootFilesystem, app?.privileged, app?.user], [true, false, "10001:10001"]);
    assert.deepEqual(app?.command, ["migrate", "up"]);
  });

  it("says how to run it: privately, without a shell, in the subnets of its tier", async () => {
    const recording = await record(() => migration(full), { mode: "update" });
    const outputs = recording.component("service:index:MigrationTask").outputs;
    const input = JSON.parse(String(outputs["runTaskInput"])) as Record<string, unknown>;
    assert.equal(input["taskDefinition"], recording.named("migrate-task").outputs["arn"]);
    assert.equal(input["cluster"], surroundings.cluster.clusterArn);
    assert.equal(input["enableExecuteCommand"], false);
    assert.deepEqual(input["networkConfiguration"], {
      awsvpcConfiguration: {
        subnets: surroundings.network.webSubnetIds,
        securityGroups: [outputs["securityGroupId"]],
        assignPublicIp: "DISABLED",
      },
    });
  });

  it("iam-pass-role-scoped: lets the pipeline start this family in this cluster, and hand over these two roles", async () => {
    const recording = await record(() => migration(), { mode: "update" });
    const policy = statements(recording.named("migrate-run-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(policy), ["StartRun", "WatchAndStopRun", "TagRunAtStart", "HandRolesToTask"]);
    assert.equal(policy["StartRun"]?.Resource, `${accountArn("ecs", "task-definition/project-stack-migrate")}:*`);
    assert.deepEqual(policy["StartRun"]?.Condition, {
      ArnEquals: { "ecs:cluster": surroundings.cluster.clusterArn },
      StringEquals: { "ecs:auto-assign-public-ip": "false", "ecs:enable-execute-command": "false" },
    });
    assert.deepEqual(listed(policy["HandRolesToTask"]?.Resource), [
      recording.named("migrate-task-role").outputs["arn"],
      recording.named("migrate-execution-role").outputs["arn"],
    ]);
    assert.deepEqual(policy["HandRolesToTask"]?.Condition, {
      StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" },
    });
  });

  it("tells the topic of a run that ended in an error or never started", async () => {
    const recording = await record(() => migration(full), { mode: "update" });
    const rule = recording.ofType("aws:cloudwatch/eventRule:EventRule")[0];
    const pattern = JSON.parse(String(rule?.inputs["eventPattern"])) as { detail: Record<string, unknown> };
    assert.deepEqual(pattern.detail["taskDefinitionArn"], [
      { prefix: `${accountArn("ecs", "task-definition/project-stack-migrate")}:` },
    ]);
    assert.deepEqual(pattern.detail["clusterArn"], [surroundings.cluster.clusterArn]);
    assert.deepEqual(pattern.detail["$or"], [
      { containers: { exitCode: [{ "anything-but": [0] }] } },
      { stopCode: ["TaskFailedToStart", "SpotInterruption", "TerminationNotice"] },
    ]);
    const target = recording.ofType("aws:cloudwatch/eventTarget:EventTarget")[0];
    assert.equal(target?.inputs["arn"], surroundings.topicArn);
  });

  for (const [partition, region, suffix] of partitions) {
    it(`${partition}: names runs of that partition`, async () => {
      const recording = await record(() => migration({ image: `111122223333.dkr.ecr.${region}.${suffix}/migrate:1` }), {
        mode: "update",
        environment: { region },
      });
      const policy = statements(recording.named("migrate-run-policy").inputs["policy"]);
      assert.equal(policy["WatchAndStopRun"]?.Resource, `arn:${partition}:ecs:${region}:111122223333:task/main/*`);
    });
  }

  const refused: [string, Partial<MigrationTaskArgs>, RegExp][] = [
    ["a tier that is none", { tier: "data" as ServiceTier }, /tier is "data"/],
    ["an image that changes", { image: image("a").replace(/@.*/, ":latest") }, /has the tag "latest"/],
    ["a size that Fargate does not offer", { cpu: 512, memoryMib: 512 }, /cpu and memoryMib are 512 and 512/],
  ];
  for (const [title, args, expected] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(
        record(() => migration(args)),
        expected,
      );
    });
  }
});
