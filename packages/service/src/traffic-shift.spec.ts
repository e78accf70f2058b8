import assert from "node:assert/strict";
import {
  FargateServiceDeploymentStrategy as Strategy,
  type FargateServiceDeployment,
  type FargateServiceDeploymentTest,
} from "./deployment-args";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";
import { accountArn, service, surroundings, unnamedLoadBalancer } from "./testing/example";
import { partitions } from "./testing/in-each-mode";
import { record, statements } from "./testing/recorded";

const alarmTopicArn = surroundings.topicArn;
const tester: FargateServiceDeploymentTest = {
  functionArn: accountArn("lambda", "function:smoke-test"),
  rulePriority: 5,
  headerValue: "smoke-7f3a91c2",
};
const shifting = (deployment: Partial<FargateServiceDeployment> = {}, more: Partial<FargateServiceArgs> = {}) =>
  service({ deployment: { strategy: Strategy.BlueGreen, ...deployment }, alarmTopicArn, ...more });
const configurationOf = async (deployment: Partial<FargateServiceDeployment>) =>
  (await record(() => shifting(deployment))).named("web").inputs["deploymentConfiguration"];

describe("a deployment of FargateService that moves requests", () => {
  it("has two target groups alike, all requests on the first, and leaves the weights to ECS", async () => {
    const recording = await record(() => shifting(), { mode: "update" });
    const [first, other] = [recording.named("web-tg"), recording.named("web-alt")];
    for (const argument of ["protocol", "port", "targetType", "vpcId", "healthCheck", "deregistrationDelay"]) {
      assert.deepEqual(other.inputs[argument], first.inputs[argument], argument);
    }
    const rule = recording.named("web-shift-rule");
    assert.deepEqual(rule.inputs["actions"], [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: first.outputs["arn"], weight: 1 },
            { arn: other.outputs["arn"], weight: 0 },
          ],
        },
      },
    ]);
    assert.deepEqual(rule.ignoreChanges, ["actions"]);
    assert.equal(
      recording.component("service:index:FargateService").outputs["alternateTargetGroupArn"],
      other.outputs["arn"],
    );
  });

  it("tells the service of the second group, by a role that reaches these groups and rules alone", async () => {
    const recording = await record(() => shifting({ test: tester }), { mode: "update" });
    const arnOf = (name: string) => recording.named(name).outputs["arn"];
    const web = recording.named("web");
    const [behind] = web.inputs["loadBalancers"] as Record<string, unknown>[];
    assert.equal(behind?.["targetGroupArn"], arnOf("web-tg"));
    assert.deepEqual(behind?.["advancedConfiguration"], {
      alternateTargetGroupArn: arnOf("web-alt"),
      productionListenerRule: arnOf("web-shift-rule"),
      testListenerRule: arnOf("web-test-rule"),
      roleArn: arnOf("web-shift-role"),
    });
    const may = statements(recording.named("web-shift-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(may), ["ReadLoadBalancing", "RegisterTasks", "MoveRequests"]);
    assert.deepEqual(may["RegisterTasks"]?.Resource, [arnOf("web-tg"), arnOf("web-alt")]);
    assert.deepEqual(may["MoveRequests"]?.Action, "elasticloadbalancing:ModifyRule");
    assert.deepEqual(may["MoveRequests"].Resource, [arnOf("web-shift-rule"), arnOf("web-test-rule")]);
    for (const first of ["web-shift-rule", "web-test-rule", "web-shift-attachment", "web-test-attachment"]) {
      assert.ok(web.dependencies.includes(recording.named(first).urn), first);
    }
  });

  it("goes over at once, by a share first, or in steps", async () => {
    assert.deepEqual(await configurationOf({}), { strategy: "BLUE_GREEN", bakeTimeInMinutes: "10" });
    assert.deepEqual(await configurationOf({ bakeMinutes: 60 }), { strategy: "BLUE_GREEN", bakeTimeInMinutes: "60" });
    assert.deepEqual(await configurationOf({ strategy: Strategy.Canary, canaryPercent: 5, canaryMinutes: 30 }), {
      strategy: "CANARY",
      bakeTimeInMinutes: "10",
      canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: "30" },
    });
    assert.deepEqual(await configurationOf({ strategy: Strategy.Canary }), {
      strategy: "CANARY",
      bakeTimeInMinutes: "10",
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: "10" },
    });
    assert.deepEqual(await configurationOf({ strategy: Strategy.Linear, stepPercent: 20, stepMinutes: 3 }), {
      strategy: "LINEAR",
      bakeTimeInMinutes: "10",
      linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: "3" },
    });
    assert.deepEqual(await configurationOf({ strategy: Strategy.Linear }), {
      strategy: "LINEAR",
      bakeTimeInMinutes: "10",
      linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: "5" },
    });
  });

  it("goes back by alarms on either group, and by those of the user", async () => {
    const recording = await record(
      () => shifting({}, { rollbackAlarmNames: ["portal-canary"], latencyAlarmMillis: 900 }),
      {
        mode: "update",
      },
    );
    const own = ["unhealthy", "errors", "latency"].flatMap((what) => [`web-${what}-alarm`, `web-alt-${what}-alarm`]);
    const { alarmNames, enable, rollback } = recording.named("web").inputs["alarms"] as Record<string, unknown>;
    assert.deepEqual([enable, rollback], [true, true]);
    assert.equal(recording.named("web").inputs["deploymentCircuitBreaker"], undefined, "is of rolling deployments");
    const names = own.map((name) => recording.named(name).outputs["name"]);
    assert.deepEqual([...(alarmNames as string[])].sort(), [...names, "portal-canary"].sort());
    const { dimensions } = recording.named("web-alt-errors-alarm").inputs as { dimensions: Record<string, unknown> };
    assert.equal(dimensions["TargetGroup"], recording.named("web-alt").outputs["arnSuffix"]);
  });

  it("asks a function once requests with the header reach the new tasks, after the verifier of images", async () => {
    const imageVerifierArn = accountArn("lambda", "function:verify-images");
    const recording = await record(() => shifting({ test: tester }, { imageVerifierArn }), { mode: "update" });
    const { lifecycleHooks } = recording.named("web").inputs["deploymentConfiguration"] as Record<string, unknown>;
    assert.deepEqual(lifecycleHooks, [
      {
        hookTargetArn: imageVerifierArn,
        roleArn: recording.named("web-verifier-role").outputs["arn"],
        lifecycleStages: ["PRE_SCALE_UP"],
      },
      {
        hookTargetArn: tester.functionArn,
        roleArn: recording.named("web-test-role").outputs["arn"],
        lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"],
      },
    ]);
    const rule = recording.named("web-test-rule");
    assert.equal(rule.inputs["priority"], 5);
    assert.deepEqual(rule.inputs["conditions"], [
      { hostHeader: { values: ["portal.example.org"] } },
      { httpHeader: { httpHeaderName: "X-Deployment-Test", values: [tester.headerValue] } },
    ]);
    assert.deepEqual(rule.inputs["actions"], recording.named("web-shift-rule").inputs["actions"]);
    assert.deepEqual(rule.ignoreChanges, ["actions"]);
  });

  it("scales by the CPU alone, since the requests of one group tell half of the truth", async () => {
    const recording = await record(() => shifting());
    assert.equal(recording.ofType("aws:appautoscaling/policy:Policy").length, 1);
  });

  it("changes nothing where tasks are replaced", async () => {
    const plain = await record(() => service());
    const rolling = await record(() => service({ deployment: { strategy: Strategy.Rolling } }));
    assert.deepEqual(rolling.identities(), plain.identities());
    assert.deepEqual(rolling.named("web").inputs, plain.named("web").inputs);
    const done = await record(() => service(), { mode: "update" });
    assert.equal(done.component("service:index:FargateService").outputs["alternateTargetGroupArn"], "");
  });

  for (const [partition, region, suffix] of partitions) {
    it(`names the groups and rules of the partition ${partition}`, async () => {
      const image = `111122223333.dkr.ecr.${region}.${suffix}/web:1`;
      const httpsListenerArn = `arn:${partition}:elasticloadbalancing:${region}:111122223333:listener/app/edge/50dc/f2f7`;
      const loadBalancer = { ...surroundings.loadBalancer, httpsListenerArn };
      const there = await record(() => shifting({}, { image, loadBalancer }), {
        mode: "update",
        environment: { region },
      });
      const policy = String(there.named("web-shift-policy").inputs["policy"]);
      assert.deepEqual([...new Set(policy.match(/arn:[a-z-]+:/g))], [`arn:${partition}:`]);
    });
  }

  const { BlueGreen, Canary, Linear, Rolling } = Strategy;
  const refused: readonly (readonly [string, Partial<FargateServiceArgs>, RegExp])[] = [
    ["a strategy that is none", { deployment: { strategy: "all" as Strategy } }, /deployment\.strategy is "all"/],
    ["no alarm at all", { alarmTopicArn: undefined }, /deployment\.strategy moves requests while no alarm/],
    [
      "a topic without alarms",
      { loadBalancer: unnamedLoadBalancer },
      /deployment\.strategy moves requests while no alarm/,
    ],
    ["scaling by requests", { requestsPerTarget: 100 }, /requestsPerTarget and deployment\.strategy exclude/],
    ["no time to bake", { deployment: { strategy: BlueGreen, bakeMinutes: 0 } }, /deployment\.bakeMinutes is 0/],
    [
      "a share for all at once",
      { deployment: { strategy: BlueGreen, canaryPercent: 5 } },
      /canaryPercent is given with/,
    ],
    [
      "steps for a share",
      { deployment: { strategy: Canary, stepMinutes: 5 } },
      /stepMinutes is given with the strategy canary/,
    ],
    ["a share of most", { deployment: { strategy: Canary, canaryPercent: 80 } }, /deployment\.canaryPercent is 80/],
    ["one step", { deployment: { strategy: Linear, stepPercent: 100 } }, /deployment\.stepPercent is 100/],
    ["time to bake for rolling", { deployment: { strategy: Rolling, bakeMinutes: 5 } }, /bakeMinutes is given with/],
    ["a test for rolling", { deployment: { strategy: Rolling, test: tester } }, /deployment\.test is given with/],
    [
      "a rule of the test that comes too late",
      { deployment: { strategy: BlueGreen, test: { ...tester, rulePriority: 10 } } },
      /deployment\.test\.rulePriority is 10 and rulePriority 10/,
    ],
    [
      "a header of another form",
      { deployment: { strategy: BlueGreen, test: { ...tester, headerName: "x y" } } },
      /deployment\.test\.headerName is "x y"/,
    ],
    [
      "a value that comes by chance",
      { deployment: { strategy: BlueGreen, test: { ...tester, headerValue: "yes" } } },
      /deployment\.test\.headerValue is not 8 to 128/,
    ],
    [
      "five values beside the header",
      {
        hostNames: ["a.example", "b.example", "c.example"],
        pathPatterns: ["/a/*", "/b/*"],
        deployment: { strategy: BlueGreen, test: tester },
      },
      /hostNames and pathPatterns hold 5 values together/,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      const all = { deployment: { strategy: BlueGreen }, alarmTopicArn, ...args };
      await assert.rejects(
        record(() => service(all)),
        message,
      );
    });
  }

  it("works with a mesh beside the load balancer", async () => {
    const recording = await record(() =>
      shifting(
        {},
        {
          tls: ServiceTls.ServiceConnect,
          certificateAuthorityArn: accountArn("acm-pca", "certificate-authority/1"),
          serviceConnect: {
            namespaceArn: accountArn("servicediscovery", "namespace/ns-0123456789abcdef"),
            discoveryName: "portal",
            key: surroundings.secretsKey,
          },
        },
      ),
    );
    assert.ok(recording.named("web").inputs["serviceConnectConfiguration"]);
  });
});
