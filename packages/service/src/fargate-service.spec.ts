import assert from "node:assert/strict";
import { FargateService } from "./fargate-service";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";
import { ServiceTier } from "./task-args";
import { accountArn, image, minimalArgs, service, surroundings, unnamedLoadBalancer } from "./testing/example";
import { containers, listed, record, statements, type Recording } from "./testing/recorded";
import { fullArgs } from "./testing/full-service";
import urns from "./fargate-service.urns.json";

const modes = ["preview", "update"] as const;

describe("FargateService by default", () => {
  let recording: Recording;
  before(async () => {
    recording = await record(() => service(), { mode: "update" });
  });

  for (const mode of modes) {
    it(`registers the same resources in ${mode} mode`, async () => {
      assert.deepEqual((await record(() => service(), { mode })).identities(), urns.minimal);
      assert.deepEqual((await record(() => service(fullArgs()), { mode })).identities(), urns.full);
    });
  }

  it("puts every child below the component and names no provider", () => {
    const component = recording.component("service:index:FargateService");
    for (const resource of recording.resources.filter((one) => one.type.startsWith("aws:"))) {
      assert.equal(resource.parent, component.urn, resource.name);
    }
  });

  it("ecs-cluster-component: rolls failed deployments back and keeps two tasks, in private subnets", () => {
    const { inputs } = recording.named("web");
    assert.deepEqual(inputs["deploymentCircuitBreaker"], { enable: true, rollback: true });
    assert.equal(inputs["desiredCount"], 2);
    const network = inputs["networkConfiguration"] as Record<string, unknown>;
    assert.deepEqual(network["subnets"], surroundings.network.webSubnetIds);
    assert.equal(inputs["availabilityZoneRebalancing"], "ENABLED");
    assert.deepEqual(inputs["capacityProviderStrategies"], [{ capacityProvider: "FARGATE", weight: 1, base: 2 }]);
    assert.deepEqual(recording.named("web").ignoreChanges, ["desiredCount"]);
  });

  it("ecs-service-private, ecs-exec-audited, fargate-platform-version: no public address, no shell, latest platform", () => {
    const { inputs } = recording.named("web");
    assert.equal((inputs["networkConfiguration"] as Record<string, unknown>)["assignPublicIp"], false);
    assert.equal(inputs["enableExecuteCommand"], false);
    assert.equal(inputs["platformVersion"], "LATEST");
    assert.equal(inputs["propagateTags"], "SERVICE");
    assert.equal(inputs["enableEcsManagedTags"], true);
  });

  it("ecs-task-isolation, ecs-no-host-namespaces, ecs-task-roles: own network interface, own namespaces, two roles", () => {
    const { inputs } = recording.named("web-task");
    assert.equal(inputs["networkMode"], "awsvpc");
    assert.deepEqual(inputs["requiresCompatibilities"], ["FARGATE"]);
    assert.ok(!("pidMode" in inputs) && !("ipcMode" in inputs));
    assert.notEqual(inputs["taskRoleArn"], inputs["executionRoleArn"]);
    assert.deepEqual(inputs["runtimePlatform"], { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" });
    assert.equal(inputs["family"], "project-stack-web");
    assert.equal(inputs["skipDestroy"], true);
  });

  for (const tls of [ServiceTls.Application, ServiceTls.Sidecar]) {
    it(`ecs-no-privileged-containers, ecs-readonly-root-filesystem, ecs-task-logs: every container, ${tls}`, async () => {
      const proxy = tls === ServiceTls.Sidecar ? { proxyImage: image("proxy") } : {};
      const all = containers((await record(() => service({ tls, ...proxy }))).named("web-task"));
      assert.deepEqual(Object.keys(all), tls === ServiceTls.Sidecar ? ["app", "tls"] : ["app"]);
      for (const container of Object.values(all)) {
        assert.equal(container.user, "10001:10001");
        assert.equal(container.privileged, false);
        assert.equal(container.readonlyRootFilesystem, true);
        assert.deepEqual(container.linuxParameters.capabilities, { add: [], drop: ["ALL"] });
        assert.equal(container.linuxParameters.initProcessEnabled, true);
        assert.equal(container.logConfiguration.logDriver, "awslogs");
        assert.equal(container.logConfiguration.options["mode"], "non-blocking");
        assert.equal(container.logConfiguration.options["awslogs-region"], "us-east-1");
        assert.match(container.logConfiguration.options["awslogs-group"] ?? "", /^web-logs-[0-9a-f]{7}$/);
        assert.equal(container.stopTimeout, 60);
      }
    });
  }

  it("elb-target-group-encrypted, elb-target-health-check-encrypted, web-tier-component: HTTPS to the task", () => {
    const { inputs } = recording.named("web-tg");
    assert.equal(inputs["protocol"], "HTTPS");
    assert.equal(inputs["port"], 8443);
    assert.equal(inputs["targetType"], "ip");
    assert.equal(inputs["deregistrationDelay"], 30);
    const check = inputs["healthCheck"] as Record<string, unknown>;
    assert.deepEqual(
      [check["enabled"], check["protocol"], check["path"], check["matcher"]],
      [true, "HTTPS", "/healthz", "200"],
    );
    assert.deepEqual(recording.named("web").inputs["loadBalancers"], [
      { targetGroupArn: recording.named("web-tg").outputs["arn"], containerName: "app", containerPort: 8443 },
    ]);
  });

  it("waits with tasks for the listener rule, the permissions and the rules of the security group", () => {
    const { dependencies } = recording.named("web");
    const rules = recording.resources.filter((one) => one.type.startsWith("aws:vpc/")).map((one) => one.name);
    for (const name of ["web-rule", "web-execution-attachment", ...rules]) {
      assert.ok(dependencies.includes(recording.named(name).urn), name);
    }
  });

  it("cloudwatch-log-group-cmk, cloudwatch-log-retention-six-years, cloudwatch-log-deletion-protected: the log", () => {
    const { inputs } = recording.named("web-logs");
    assert.equal(inputs["kmsKeyId"], surroundings.logsKey.arn);
    assert.equal(inputs["retentionInDays"], 2192);
    assert.equal(inputs["deletionProtectionEnabled"], true);
    assert.deepEqual(inputs["tags"], { "hipaa:purpose": "audit" });
  });

  it("iam-trust-policy-no-wildcard: roles trust ECS on behalf of this account only", () => {
    for (const name of ["web-execution-role", "web-task-role"]) {
      const trust = statements(recording.named(name).inputs["assumeRolePolicy"])["AssumeByTasks"];
      assert.deepEqual(trust?.Principal, { Service: "ecs-tasks.amazonaws.com" });
      assert.deepEqual(trust?.Condition, {
        StringEquals: { "aws:SourceAccount": "111122223333" },
        ArnLike: { "aws:SourceArn": "arn:aws:ecs:us-east-1:111122223333:*" },
      });
    }
  });

  it("iam-no-service-wildcard: the execution role pulls its image and writes its log, no more", () => {
    const allowed = statements(recording.named("web-execution-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(allowed), ["LogInToRegistry", "PullImages", "WriteOwnLogGroup"]);
    assert.deepEqual(allowed["LogInToRegistry"]?.Action, "ecr:GetAuthorizationToken");
    assert.deepEqual(allowed["PullImages"]?.Resource, accountArn("ecr", "repository/web"));
    assert.deepEqual(allowed["WriteOwnLogGroup"]?.Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    assert.equal(
      allowed["WriteOwnLogGroup"]?.Resource,
      `${String(recording.named("web-logs").outputs["arn"] as string)}:*`,
    );
  });

  it("gives the application no permission and no inline policy", () => {
    assert.equal(recording.ofType("aws:iam/rolePolicy:RolePolicy").length, 0);
    assert.deepEqual(
      recording.ofType("aws:iam/policy:Policy").map((policy) => policy.name),
      ["web-execution-policy"],
    );
  });

  it("vpc-sg-no-open-ingress, vpc-sg-tier-chaining: rules name groups and the S3 prefix list, never addresses", () => {
    const group = recording.named("web-sg");
    assert.equal(group.inputs["revokeRulesOnDelete"], true);
    assert.deepEqual(group.inputs["tags"], { Name: "web", "hipaa:tier": "web" });
    const rules = [
      ...recording.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
      ...recording.ofType("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
    ];
    const own = group.outputs["id"] ?? group.outputs["arn"];
    assert.ok(own);
    assert.equal(rules.length, 5);
    for (const { inputs, name } of rules) {
      assert.ok(!("cidrIpv4" in inputs) && !("cidrIpv6" in inputs), name);
      assert.equal(inputs["ipProtocol"], "tcp");
      assert.equal(inputs["fromPort"], inputs["toPort"]);
      assert.ok(inputs["description"], name);
    }
    const ends = (name: string) => {
      const { securityGroupId, referencedSecurityGroupId, prefixListId, fromPort } = recording.named(name).inputs;
      const nameOf = (id: unknown) =>
        id === recording.component("service:index:FargateService").outputs["securityGroupId"] ? "own" : id;
      return [nameOf(securityGroupId), nameOf(referencedSecurityGroupId ?? prefixListId), fromPort];
    };
    const { loadBalancer, network } = surroundings;
    assert.deepEqual(ends("web-load-balancer-egress"), [loadBalancer.securityGroupId, "own", 8443]);
    assert.deepEqual(ends("web-ingress-load-balancer"), ["own", loadBalancer.securityGroupId, 8443]);
    assert.deepEqual(ends("web-egress-endpoints"), ["own", network.endpointSecurityGroupId, 443]);
    assert.deepEqual(ends("web-endpoints-ingress"), [network.endpointSecurityGroupId, "own", 443]);
    assert.deepEqual(ends("web-egress-s3"), ["own", network.s3PrefixListId, 443]);
  });

  it("scales on CPU and on requests", () => {
    const target = recording.named("web-scaling").inputs;
    assert.deepEqual([target["minCapacity"], target["maxCapacity"]], [2, 4]);
    assert.equal(target["resourceId"], `service/main/${String(recording.named("web").outputs["name"] as string)}`);
    const policy = (name: string) =>
      recording.named(name).inputs["targetTrackingScalingPolicyConfiguration"] as Record<string, unknown>;
    assert.equal(policy("web-scaling-cpu")["targetValue"], 60);
    assert.equal(policy("web-scaling-requests")["targetValue"], 1000);
    assert.deepEqual(policy("web-scaling-requests")["predefinedMetricSpecification"], {
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: `app/edge/50dc6c495c0c9188/${String(recording.named("web-tg").outputs["arnSuffix"] as string)}`,
    });
  });

  it("cloudwatch-alarms-have-actions: builds no alarm that nobody would hear", () => {
    assert.equal(recording.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").length, 0);
    assert.ok(!("alarms" in recording.named("web").inputs));
  });

  it("sets no physical name but the task family, which AWS asks for", () => {
    for (const resource of recording.resources.filter((one) => one.type.startsWith("aws:"))) {
      const name = resource.inputs["name"] as string | undefined;
      if (name !== undefined) assert.match(name, new RegExp(`^${resource.name}-[0-9a-f]{7}$`));
    }
  });

  it("has the same outputs as fields and as state", async () => {
    let fields: string[] = [];
    await record(() => {
      const own = ["urn", "id"];
      fields = Object.keys(service()).filter((key) => !key.startsWith("__") && !own.includes(key));
    });
    assert.deepEqual(Object.keys(recording.component("service:index:FargateService").outputs).sort(), fields.sort());
  });

  it("general-no-phi-in-free-text: decides its container definitions at preview when every part is known", async () => {
    const preview = await record(() => service({ environment: { LOG_LEVEL: "info" } }), { mode: "preview" });
    assert.deepEqual(containers(preview.named("web-task"))["app"]?.environment, [{ name: "LOG_LEVEL", value: "info" }]);
  });

  it("works with the least that types allow, inside the application tier", async () => {
    const args: FargateServiceArgs = { ...minimalArgs(), tier: ServiceTier.App, loadBalancer: unnamedLoadBalancer };
    const app = await record(() => new FargateService("web", args));
    const network = app.named("web").inputs["networkConfiguration"] as Record<string, unknown>;
    assert.deepEqual(network["subnets"], surroundings.network.appSubnetIds);
    assert.deepEqual(app.named("web-sg").inputs["tags"], { Name: "web", "hipaa:tier": "app" });
    assert.equal(app.ofType("aws:appautoscaling/policy:Policy").length, 1);
  });

  it("lists of a policy are never the bare star but for the registry's token", async () => {
    const full = await record(() => service(fullArgs()), { mode: "update" });
    for (const policy of full.ofType("aws:iam/policy:Policy")) {
      for (const statement of Object.values(statements(policy.inputs["policy"]))) {
        if (statement.Sid === "LogInToRegistry") continue;
        for (const resource of listed(statement.Resource)) assert.match(resource, /^arn:aws:[a-z0-9-]+:/);
        for (const action of listed(statement.Action)) assert.doesNotMatch(action, /\*/);
      }
    }
  });
});
