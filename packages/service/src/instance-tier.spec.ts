import assert from "node:assert/strict";
import { surroundings, unnamedLoadBalancer } from "./testing/example";
import { makesInEachMode, partitions, registersItsFields } from "./testing/in-each-mode";
import { fullInstanceArgs, instances, volumesKey } from "./testing/instances";
import { isSecret, listed, record, statements, type Recording } from "./testing/recorded";
import urns from "./instance-tier.urns.json";

type Inputs = Record<string, unknown>;

/** The text of the parameter, which the SDK keeps as secret whatever it is. */
function agentText(recording: Recording): string {
  const value = recording.named("portal-agent").inputs["value"];
  assert.ok(isSecret(value));
  return (value as { value: string }).value;
}

describe("InstanceTier by default", () => {
  makesInEachMode("the least", urns.minimal, () => instances());
  makesInEachMode("everything", urns.full, () => instances(fullInstanceArgs()));
  registersItsFields("service:index:InstanceTier", () => instances());

  let recording: Recording;
  before(async () => {
    recording = await record(() => instances(), { mode: "update" });
  });
  const template = (): Inputs => recording.named("portal-template").inputs;

  it("ec2-imdsv2-required, ec2-imds-hop-limit: metadata by session token, one hop far", () => {
    assert.deepEqual(template()["metadataOptions"], {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
      instanceMetadataTags: "disabled",
    });
  });

  it("ec2-root-volume-encrypted, ec2-volume-cmk: the root volume is under the customer's key", () => {
    assert.deepEqual(template()["blockDeviceMappings"], [
      {
        deviceName: "/dev/xvda",
        ebs: {
          encrypted: "true",
          kmsKeyId: volumesKey.arn,
          volumeType: "gp3",
          volumeSize: 20,
          deleteOnTermination: "true",
        },
      },
    ]);
  });

  it("ec2-no-public-ip, ec2-session-manager-no-ssh: no public address, no key pair, the tier's group alone", () => {
    assert.deepEqual(template()["networkInterfaces"], [
      {
        deviceIndex: 0,
        associatePublicIpAddress: "false",
        deleteOnTermination: "true",
        securityGroups: [recording.component("service:index:InstanceTier").outputs["securityGroupId"]],
      },
    ]);
    assert.ok(!("keyName" in template()));
    assert.deepEqual(template()["iamInstanceProfile"], { arn: recording.named("portal-profile").outputs["arn"] });
    assert.deepEqual(
      [template()["monitoring"], template()["ebsOptimized"], template()["instanceType"], template()["placement"]],
      [{ enabled: true }, "true", "m7g.large", { tenancy: "default" }],
    );
  });

  it("web-tier-component: two zones of private subnets behind an HTTPS target group", () => {
    const group = recording.named("portal").inputs;
    assert.deepEqual(group["vpcZoneIdentifiers"], surroundings.network.webSubnetIds);
    assert.deepEqual(group["targetGroupArns"], [recording.named("portal-tg").outputs["arn"]]);
    assert.deepEqual([group["minSize"], group["maxSize"], group["desiredCapacity"]], [2, 4, 2]);
    const target = recording.named("portal-tg").inputs;
    assert.deepEqual([target["protocol"], target["port"], target["targetType"]], ["HTTPS", 8443, "instance"]);
    const rules = recording.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    const own = recording.component("service:index:InstanceTier").outputs["securityGroupId"];
    const incoming = rules.filter(({ inputs }) => inputs["securityGroupId"] === own);
    assert.deepEqual(
      incoming.map(({ inputs }) => [inputs["referencedSecurityGroupId"], inputs["fromPort"]]),
      [[surroundings.loadBalancer.securityGroupId, 8443]],
    );
  });

  it("app-tier-component: the same in the application's subnets", async () => {
    const app = await record(() => instances(fullInstanceArgs()));
    assert.deepEqual(app.named("portal").inputs["vpcZoneIdentifiers"], surroundings.network.appSubnetIds);
    assert.deepEqual(app.named("portal-sg").inputs["tags"], { Name: "portal", "hipaa:tier": "app", Team: "portal" });
  });

  it("autoscaling-elb-health-check, autoscaling-launch-template: replaces what is unwell, changed or old", () => {
    const group = recording.named("portal").inputs;
    assert.equal(group["healthCheckType"], "ELB");
    assert.deepEqual(group["launchTemplate"], {
      id: recording.named("portal-template").outputs["id"] ?? (group["launchTemplate"] as Inputs)["id"],
      version: "1",
    });
    assert.equal(group["maxInstanceLifetime"], 30 * 86_400);
    assert.deepEqual(group["instanceRefresh"], {
      strategy: "Rolling",
      preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 200, autoRollback: true, skipMatching: true },
    });
    assert.deepEqual(recording.named("portal").ignoreChanges, ["desiredCapacity"]);
  });

  it("makes a certificate on the instance before the program starts", async () => {
    const userData = (lines: Inputs): string => Buffer.from(String(lines["userData"]), "base64").toString();
    assert.match(userData(template()), /^#!\/bin\/bash\nset -euo pipefail\n[^]*openssl req -x509 -newkey ec/);
    const full = await record(() => instances(fullInstanceArgs()));
    assert.match(userData(full.named("portal-template").inputs), /tls\.key\nusermod -aG tls portal\n$/);
  });

  it("ec2-host-log-shipping: installs the agent and has it ship the files to a group with key and six years", () => {
    const log = recording.named("portal-logs").inputs;
    assert.deepEqual([log["kmsKeyId"], log["retentionInDays"]], [surroundings.logsKey.arn, 2192]);
    const install = recording.named("portal-agent-install").inputs;
    assert.deepEqual(
      [install["name"], install["parameters"]],
      ["AWS-ConfigureAWSPackage", { action: "Install", name: "AmazonCloudWatchAgent" }],
    );
    const configure = recording.named("portal-agent-configure").inputs;
    assert.equal(configure["name"], "AmazonCloudWatch-ManageAgent");
    assert.deepEqual(configure["targets"], [
      { key: "tag:aws:autoscaling:groupName", values: [recording.named("portal").outputs["name"]] },
    ]);
    const agent = JSON.parse(agentText(recording)) as {
      logs: { logs_collected: { files: { collect_list: { file_path: string; log_group_name: string }[] } } };
    };
    const files = agent.logs.logs_collected.files.collect_list;
    assert.ok(files.some(({ file_path: path }) => path === "/var/log/secure"));
    for (const one of files) assert.equal(one.log_group_name, recording.named("portal-logs").outputs["name"]);
  });

  it("iam-no-service-wildcard: the role reads one parameter, writes one log group, and is managed", () => {
    const policy = statements(recording.named("portal-policy").inputs["policy"]);
    assert.deepEqual(Object.keys(policy), [
      "BeManaged",
      "FetchPackages",
      "ShipLogs",
      "SendMetrics",
      "ReadOwnTags",
      "ReadAgentConfiguration",
    ]);
    assert.ok(!listed(policy["BeManaged"]?.Action).some((action) => action.startsWith("ssm:GetParameter")));
    assert.equal(policy["ReadAgentConfiguration"]?.Resource, recording.named("portal-agent").outputs["arn"]);
  });
});

describe("InstanceTier with every argument", () => {
  let full: Recording;
  before(async () => {
    full = await record(() => instances(fullInstanceArgs()), { mode: "update" });
  });

  it("ec2-data-volumes-encrypted: every volume is under the key", () => {
    const mappings = full.named("portal-template").inputs["blockDeviceMappings"] as {
      deviceName: string;
      ebs: Inputs;
    }[];
    assert.deepEqual(
      mappings.map(({ deviceName, ebs }) => [deviceName, ebs["volumeSize"], ebs["encrypted"], ebs["kmsKeyId"]]),
      [
        ["/dev/sda1", 40, "true", volumesKey.arn],
        ["/dev/sdf", 100, "true", volumesKey.arn],
      ],
    );
  });

  it("ec2-tenancy-option: passes type, tenancy, counts and times on", () => {
    const template = full.named("portal-template").inputs;
    assert.deepEqual([template["instanceType"], template["placement"]], ["c7i.xlarge", { tenancy: "dedicated" }]);
    const group = full.named("portal").inputs;
    assert.deepEqual([group["minSize"], group["maxSize"], group["desiredCapacity"]], [3, 9, 4]);
    assert.deepEqual([group["maxInstanceLifetime"], group["defaultInstanceWarmup"]], [7 * 86_400, 120]);
    assert.equal(full.named("portal-tg").inputs["port"], 9443);
    assert.equal(full.named("portal-logs").inputs["deletionProtectionEnabled"], false);
    assert.equal(full.named("portal-role").inputs["permissionsBoundary"], "arn:aws:iam::111122223333:policy/boundary");
  });

  it("goes back to the template before when alarms of the load balancer or of the user sound", () => {
    const refresh = full.named("portal").inputs["instanceRefresh"] as { preferences: Inputs };
    assert.deepEqual(refresh.preferences["alarmSpecification"], {
      alarms: [
        ...["portal-unhealthy-alarm", "portal-errors-alarm", "portal-latency-alarm"].map(
          (name) => full.named(name).outputs["name"],
        ),
        "portal-canary",
      ],
    });
  });

  it("scales on CPU and requests, and tells of what is used up", async () => {
    const tracking = (name: string) => full.named(name).inputs["targetTrackingConfiguration"] as Inputs;
    assert.equal(tracking("portal-scaling-cpu")["targetValue"], 50);
    assert.equal(tracking("portal-scaling-requests")["targetValue"], 400);
    for (const name of ["portal-cpu-alarm", "portal-status-alarm", "portal-memory-alarm", "portal-disk-alarm"]) {
      const { inputs } = full.named(name);
      assert.deepEqual(inputs["dimensions"], { AutoScalingGroupName: full.named("portal").outputs["name"] }, name);
      assert.deepEqual(inputs["alarmActions"], [surroundings.topicArn], name);
    }
    const unnamed = await record(() => instances({ loadBalancer: unnamedLoadBalancer }));
    assert.deepEqual(
      unnamed.ofType("aws:autoscaling/policy:Policy").map(({ name }) => name),
      ["portal-scaling-cpu"],
    );
  });

  it("tags instances, volumes and interfaces, and lets the group do so at launch", () => {
    const specifications = full.named("portal-template").inputs["tagSpecifications"] as Inputs[];
    const tags = { Name: "portal", "hipaa:tier": "app", Team: "portal" };
    assert.deepEqual(
      specifications,
      ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
    );
    assert.deepEqual(
      full.named("portal").inputs["tags"],
      Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    );
  });

  for (const [partition, region, suffix] of partitions) {
    it(`${partition}: trusts and names what that partition has`, async () => {
      const there = await record(() => instances(), { mode: "update", environment: { region } });
      const trust = statements(there.named("portal-role").inputs["assumeRolePolicy"])["AssumeByInstances"];
      assert.deepEqual(trust?.Principal, { Service: `ec2.${suffix}` });
      const policy = statements(there.named("portal-policy").inputs["policy"]);
      assert.ok(listed(policy["FetchPackages"]?.Resource).includes(`arn:${partition}:s3:::aws-ssm-${region}/*`));
    });
  }
});
