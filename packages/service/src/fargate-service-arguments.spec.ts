import assert from "node:assert/strict";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";
import { accountArn, image, service, surroundings, unnamedLoadBalancer } from "./testing/example";
import { fullArgs } from "./testing/full-service";
import { containers, isSecret, record, statements, unknownValue, type Recording } from "./testing/recorded";

describe("FargateService with every argument", () => {
  let full: Recording;
  before(async () => {
    full = await record(() => service(fullArgs()), { mode: "update" });
  });

  it("starts the proxy after the application, which stops it first, on the ports given", () => {
    const { app, tls } = containers(full.named("web-task"));
    assert.deepEqual(app?.portMappings, []);
    assert.deepEqual(
      tls?.portMappings.map((mapping) => mapping.containerPort),
      [9443],
    );
    assert.deepEqual(tls?.dependsOn, [{ containerName: "app", condition: "HEALTHY" }]);
    assert.deepEqual(tls?.entryPoint, ["/bin/sh", "-c"]);
    assert.match(tls?.command?.[0] ?? "", /listen 9443 ssl;[^]*proxy_pass http:\/\/127\.0\.0\.1:3000;/);
    assert.match(tls?.healthCheck?.command[1] ?? "", /127\.0\.0\.1:9443/);
    assert.equal(tls?.image, image("tls-proxy"));
    const [target] = full.named("web").inputs["loadBalancers"] as Record<string, unknown>[];
    assert.deepEqual([target?.["containerName"], target?.["containerPort"]], ["tls", 9443]);
    assert.equal(full.named("web-tg").inputs["port"], 9443);
    assert.equal(full.named("web-ingress-load-balancer").inputs["fromPort"], 9443);
  });

  it("without a health check of its own, the proxy waits for the start of the application", async () => {
    const plain = await record(() => service({ tls: ServiceTls.Sidecar, proxyImage: image("proxy") }));
    const { app, tls } = containers(plain.named("web-task"));
    assert.deepEqual(tls?.dependsOn, [{ containerName: "app", condition: "START" }]);
    assert.equal(app?.healthCheck, undefined);
    assert.match(tls?.command?.[0] ?? "", /listen 8443 ssl;[^]*proxy_pass http:\/\/127\.0\.0\.1:8080;/);
    assert.deepEqual(
      tls?.linuxParameters.tmpfs?.map((mount) => mount.containerPath),
      ["/tls", "/tmp"],
    );
  });

  it("ecs-secrets-not-plain-env: secrets by reference, sorted, the rest in plain", () => {
    const { app } = containers(full.named("web-task"));
    assert.deepEqual(app?.secrets, [
      { name: "DB_PASSWORD", valueFrom: `${surroundings.secretArn}:password::` },
      { name: "DB_USER", valueFrom: `${surroundings.secretArn}:username::` },
      { name: "LICENSE", valueFrom: accountArn("ssm", "parameter/web/license") },
    ]);
    assert.deepEqual(app?.environment, [
      { name: "DB_HOST", value: "db.internal" },
      { name: "LOG_LEVEL", value: "info" },
    ]);
    assert.deepEqual(app?.command, ["serve", "--port", "3000"]);
    assert.deepEqual(app?.healthCheck?.command, ["CMD", "/healthcheck"]);
    assert.equal(app?.stopTimeout, 90);
  });

  it("iam-phi-data-actions-scoped, iam-kms-actions-scoped: the execution role reads the named secrets only", () => {
    const allowed = statements(full.named("web-execution-policy").inputs["policy"]);
    assert.deepEqual(allowed["ReadNamedSecrets"]?.Resource, [
      surroundings.secretArn,
      accountArn("ssm", "parameter/web/license"),
    ]);
    assert.deepEqual(allowed["DecryptNamedSecrets"], {
      Sid: "DecryptNamedSecrets",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: surroundings.secretsKey.arn,
      Condition: {
        StringEquals: { "kms:ViaService": ["secretsmanager.us-east-1.amazonaws.com", "ssm.us-east-1.amazonaws.com"] },
      },
    });
    assert.deepEqual(
      allowed["PullImages"]?.Resource,
      ["web", "tls-proxy", "agent"].map((name) => accountArn("ecr", `repository/${name}`)),
    );
  });

  it("gives the task role the grants, one statement each", () => {
    const allowed = statements(full.named("web-task-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(allowed), ["ReadDocuments", "DecryptDocuments"]);
    assert.deepEqual(allowed["ReadDocuments"]?.Resource, "arn:aws:s3:::documents-1a2b3c4/*");
    assert.deepEqual(allowed["DecryptDocuments"]?.Condition, {
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
    });
    assert.equal(
      full.named("web-task-role").inputs["permissionsBoundary"],
      "arn:aws:iam::111122223333:policy/boundary",
    );
    assert.ok(full.named("web").dependencies.includes(full.named("web-task-attachment").urn));
  });

  it("opens both sides of each connection", () => {
    const own = full.component("service:index:FargateService").outputs["securityGroupId"];
    for (const [name, other, port] of [
      ["database", "sg-000000000000000d1", 5432],
      ["cache", "sg-000000000000000c1", 6379],
    ] as const) {
      const egress = full.named(`web-connect-${name}`).inputs;
      const ingress = full.named(`web-accept-${name}`).inputs;
      assert.deepEqual([egress["securityGroupId"], egress["referencedSecurityGroupId"]], [own, other]);
      assert.deepEqual([ingress["securityGroupId"], ingress["referencedSecurityGroupId"]], [other, own]);
      for (const rule of [egress, ingress]) assert.deepEqual([rule["fromPort"], rule["toPort"]], [port, port]);
    }
  });

  it("rolls back on alarms of the load balancer and tells the topic", () => {
    const alarms = full.ofType("aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.deepEqual(alarms.map((alarm) => alarm.name).sort(), [
      "web-cpu-alarm",
      "web-errors-alarm",
      "web-memory-alarm",
      "web-unhealthy-alarm",
    ]);
    for (const { inputs, name } of alarms) {
      assert.deepEqual(inputs["alarmActions"], [surroundings.topicArn], name);
      assert.equal(inputs["treatMissingData"], "notBreaching", name);
    }
    assert.deepEqual(full.named("web").inputs["alarms"], {
      enable: true,
      rollback: true,
      alarmNames: ["web-unhealthy-alarm", "web-errors-alarm"].map((name) => full.named(name).outputs["name"]),
    });
    const dimensions = full.named("web-unhealthy-alarm").inputs["dimensions"] as Record<string, unknown>;
    assert.equal(dimensions["LoadBalancer"], "app/edge/50dc6c495c0c9188");
    assert.equal(dimensions["TargetGroup"], full.named("web-tg").outputs["arnSuffix"]);
  });

  it("keeps the utilization alarms where the load balancer is not named in CloudWatch", async () => {
    const some = await record(() =>
      service({ loadBalancer: unnamedLoadBalancer, alarmTopicArn: surroundings.topicArn }),
    );
    assert.deepEqual(
      some
        .ofType("aws:cloudwatch/metricAlarm:MetricAlarm")
        .map((alarm) => alarm.name)
        .sort(),
      ["web-cpu-alarm", "web-memory-alarm"],
    );
    assert.ok(!("alarms" in some.named("web").inputs));
  });

  it("passes sizes on", () => {
    const task = full.named("web-task").inputs;
    assert.deepEqual([task["cpu"], task["memory"]], ["1024", "2048"]);
    assert.deepEqual(task["ephemeralStorage"], { sizeInGib: 40 });
    assert.deepEqual(task["runtimePlatform"], { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" });
    assert.deepEqual(
      (task["volumes"] as { name: string }[]).map((volume) => volume.name),
      ["tmp", "var-cache-web", "tls-certificate", "tls-tmp"],
    );
    const { app, tls } = containers(full.named("web-task"));
    assert.deepEqual(
      app?.mountPoints.map((mount) => mount.sourceVolume),
      ["tmp", "var-cache-web"],
    );
    assert.deepEqual(
      tls?.mountPoints.map((mount) => mount.containerPath),
      ["/tls", "/tmp"],
    );
    assert.ok(app?.linuxParameters.tmpfs === undefined && tls?.linuxParameters.tmpfs === undefined);
    const own = full.named("web").inputs;
    assert.deepEqual([own["desiredCount"], own["healthCheckGracePeriodSeconds"]], [4, 120]);
    assert.deepEqual(own["capacityProviderStrategies"], [
      { capacityProvider: "FARGATE", weight: 1, base: 3 },
      { capacityProvider: "FARGATE_SPOT", weight: 2 },
    ]);
    const scaling = full.named("web-scaling").inputs;
    assert.deepEqual([scaling["minCapacity"], scaling["maxCapacity"]], [3, 9]);
    assert.equal(full.named("web-tg").inputs["deregistrationDelay"], 10);
    assert.equal((full.named("web-tg").inputs["healthCheck"] as Record<string, unknown>)["path"], "/ready");
    assert.equal(full.named("web-logs").inputs["deletionProtectionEnabled"], false);
    assert.deepEqual(full.named("web-rule").inputs["conditions"], [
      { hostHeader: { values: ["portal.example.org"] } },
      { pathPattern: { values: ["/api/*"] } },
    ]);
  });

  it("tags everything that can be tagged with the tags of the user", () => {
    const untaggable = ["RolePolicyAttachment", "appautoscaling/policy:Policy"];
    const taggable = full.resources.filter(
      (one) => one.type.startsWith("aws:") && !untaggable.some((type) => one.type.endsWith(type)),
    );
    assert.ok(taggable.length > 20);
    for (const { inputs, name } of taggable) {
      assert.equal((inputs["tags"] as Record<string, unknown>)["Team"], "portal", name);
    }
  });
});

describe("FargateService before its surroundings exist", () => {
  it("stays undecided where a part is unknown, and decided elsewhere", async () => {
    const preview = await record(() => {
      const secret = new secretsmanager.Secret("login", {});
      service({
        secrets: [{ name: "DB_LOGIN", valueFrom: secret.arn }],
        secretKeys: [surroundings.secretsKey],
        image: secret.id.apply((id) => `${id}.dkr.ecr.us-east-1.amazonaws.com/web:1`),
      });
    });
    assert.equal(preview.named("web-task").inputs["containerDefinitions"], unknownValue);
    assert.equal(preview.named("web-execution-policy").inputs["policy"], unknownValue);
    assert.equal(preview.named("web-task").inputs["networkMode"], "awsvpc");
    assert.equal(preview.named("web-tg").inputs["protocol"], "HTTPS");
    assert.equal(preview.named("web").inputs["enableExecuteCommand"], false);
  });

  it("keeps the whole text secret when the ARN of a secret is", async () => {
    const secretArn = pulumi.secret(surroundings.secretArn);
    const recording = await record(
      () => service({ secrets: [{ name: "DB", valueFrom: secretArn }], secretKeys: [surroundings.secretsKey] }),
      { mode: "update" },
    );
    assert.ok(isSecret(recording.named("web-task").inputs["containerDefinitions"]));
    assert.ok(isSecret(recording.named("web-execution-policy").inputs["policy"]));
    assert.ok(!isSecret(recording.named("web-task").inputs["family"]));
  });

  for (const [argument, late] of [
    ["image", { image: pulumi.output(Promise.resolve("nginx:latest")) }],
    [
      "secrets",
      {
        secrets: [{ name: "A", valueFrom: pulumi.output(Promise.resolve("hunter2")) }],
        secretKeys: [surroundings.secretsKey],
      },
    ],
    [
      "grants",
      { grants: [{ name: "A", actions: ["s3:GetObject"], resources: [pulumi.output(Promise.resolve("*"))] }] },
    ],
  ] as [string, Partial<FargateServiceArgs>][]) {
    it(`refuses ${argument} as soon as the value is known`, async () => {
      await assert.rejects(
        record(() => service(late)),
        (error: Error) => error.message.includes(argument) && !error.message.includes("hunter2"),
      );
    });
  }
});

describe("FargateService in every partition", () => {
  for (const [partition, region, suffix] of [
    ["aws", "us-east-1", "amazonaws.com"],
    ["aws-us-gov", "us-gov-west-1", "amazonaws.com"],
    ["aws-cn", "cn-north-1", "amazonaws.com.cn"],
  ] as const) {
    it(`${partition}: ARNs and endpoints`, async () => {
      const there = await record(
        () =>
          service({
            image: `111122223333.dkr.ecr.${region}.${suffix}/web:1`,
            secrets: [
              { name: "A", valueFrom: `arn:${partition}:secretsmanager:${region}:111122223333:secret:a-AbCdEf` },
            ],
            secretKeys: [{ arn: `arn:${partition}:kms:${region}:111122223333:key/1` }],
          }),
        { mode: "update", environment: { region } },
      );
      const allowed = statements(there.named("web-execution-policy").inputs["policy"]);
      assert.equal(allowed["PullImages"]?.Resource, `arn:${partition}:ecr:${region}:111122223333:repository/web`);
      const via = allowed["DecryptNamedSecrets"]?.Condition?.["StringEquals"]?.["kms:ViaService"] ?? [];
      assert.deepEqual(via, [`secretsmanager.${region}.amazonaws.com`, `ssm.${region}.amazonaws.com`]);
      const trust = statements(there.named("web-task-role").inputs["assumeRolePolicy"])["AssumeByTasks"];
      assert.equal(trust?.Condition?.["ArnLike"]?.["aws:SourceArn"], `arn:${partition}:ecs:${region}:111122223333:*`);
      assert.equal(containers(there.named("web-task"))["app"]?.logConfiguration.options["awslogs-region"], region);
    });
  }
});
