import assert from "node:assert/strict";
import { ArgumentError } from "@hipaa-aws/foundation";
import { ServiceCluster } from "./service-cluster";
import type { ServiceClusterArgs } from "./service-cluster-args";
import { accountArn } from "./testing/example";
import { record } from "./testing/recorded";

const volumesKey = { arn: accountArn("kms", "key/44444444-4444-4444-8444-444444444444") };
const logsKey = { arn: accountArn("kms", "key/11111111-1111-4111-8111-111111111111") };

function cluster(overrides: Partial<ServiceClusterArgs> = {}): ServiceCluster {
  return new ServiceCluster("main", { volumesKey, logsKey, ...overrides });
}

describe("ServiceCluster", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`registers cluster, capacity providers and session log in ${mode} mode`, async () => {
      assert.deepEqual((await record(() => cluster(), { mode })).identities(), [
        "service:index:ServiceCluster$aws:cloudwatch/logGroup:LogGroup::main-sessions",
        "service:index:ServiceCluster$aws:ecs/cluster:Cluster::main",
        "service:index:ServiceCluster$aws:ecs/clusterCapacityProviders:ClusterCapacityProviders::main-capacity",
        "service:index:ServiceCluster::main",
      ]);
    });

    it(`ecs-container-insights, ecs-storage-cmk, ecs-exec-cmk, ecs-exec-audited are settled in ${mode} mode`, async () => {
      const recording = await record(() => cluster(), { mode });
      const { inputs } = recording.named("main");
      assert.deepEqual(inputs["settings"], [{ name: "containerInsights", value: "enhanced" }]);
      assert.deepEqual(inputs["configuration"], {
        executeCommandConfiguration: {
          kmsKeyId: logsKey.arn,
          logging: "OVERRIDE",
          logConfiguration: {
            cloudWatchEncryptionEnabled: true,
            cloudWatchLogGroupName: recording.named("main-sessions").inputs["name"],
          },
        },
        managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: volumesKey.arn },
      });
    });
  }

  it("cloudwatch-log-retention-six-years, cloudwatch-log-group-cmk: keeps sessions six years under the key", async () => {
    const { inputs } = (await record(() => cluster())).named("main-sessions");
    assert.deepEqual(
      [inputs["retentionInDays"], inputs["kmsKeyId"], inputs["deletionProtectionEnabled"]],
      [2192, logsKey.arn, true],
    );
    const open = (await record(() => cluster({ deletionProtection: false }))).named("main-sessions").inputs;
    assert.equal(open["deletionProtectionEnabled"], false);
  });

  it("uses Spot only when asked, and never by itself", async () => {
    const capacity = async (args: Partial<ServiceClusterArgs>) =>
      (await record(() => cluster(args))).named("main-capacity").inputs;
    assert.deepEqual((await capacity({}))["capacityProviders"], ["FARGATE"]);
    const spot = await capacity({ fargateSpot: true });
    assert.deepEqual(spot["capacityProviders"], ["FARGATE", "FARGATE_SPOT"]);
    assert.deepEqual(spot["defaultCapacityProviderStrategies"], [{ capacityProvider: "FARGATE", weight: 1 }]);
  });

  it("gives its ARN after the capacity providers, and the same outputs as fields and as state", async () => {
    let made: ServiceCluster | undefined;
    const recording = await record(() => (made = cluster({ tags: { Team: "portal" } })), { mode: "update" });
    const component = recording.component("service:index:ServiceCluster");
    const fields = Object.keys(made ?? {}).filter((key) => !key.startsWith("__") && key !== "urn");
    assert.deepEqual(fields.sort(), Object.keys(component.outputs).sort());
    const found = recording.named("main");
    assert.deepEqual(component.outputs, {
      clusterArn: found.outputs["arn"],
      clusterName: found.outputs["name"],
      sessionLogGroupArn: recording.named("main-sessions").outputs["arn"],
    });
    const urns: string[] = [];
    const dependent = await record(
      () => {
        const { clusterArn } = cluster();
        urns.push("main-capacity");
        new ServiceCluster("other", { volumesKey: { arn: clusterArn }, logsKey });
      },
      { mode: "update" },
    );
    for (const name of urns) {
      assert.ok(dependent.named("other").dependencies.includes(dependent.named(name).urn));
    }
  });

  it("tags the cluster and the log group", async () => {
    const recording = await record(() => cluster({ tags: { Team: "portal" } }));
    assert.deepEqual(recording.named("main").inputs["tags"], { Team: "portal" });
    assert.deepEqual(recording.named("main-sessions").inputs["tags"], { Team: "portal", "hipaa:purpose": "audit" });
  });

  it("refuses names that ECS does not take", () => {
    for (const name of ["", "1main", "main cluster", "m".repeat(250)]) {
      assert.throws(() => new ServiceCluster(name, { volumesKey, logsKey }), ArgumentError);
    }
  });
});
