import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { recordProgram, type ResourceState } from "@hipaa-aws/simulated-aws";
import { HipaaWebApplicationNat, type HipaaWebApplicationArgs } from "./args";
import { HipaaWebApplication } from "./hipaa-web-application";
import { image, record, required } from "./testing/example";
import { named, ofType } from "./testing/find";

describe("HipaaWebApplication", () => {
  it("speaks TLS on every hop: public listener, web target, internal listener, app target", async () => {
    const resources = await record();
    for (const { inputs } of ofType(resources, "aws:lb/targetGroup:TargetGroup"))
      assert.equal(inputs["protocol"], "HTTPS");
    for (const { urn, inputs } of ofType(resources, "aws:lb/listener:Listener")) {
      const [action] = inputs["defaultActions"] as { type: string }[];
      assert.ok(inputs["protocol"] === "HTTPS" || action?.type === "redirect", urn);
    }
  });

  it("lets the app tier alone reach database and cache", async () => {
    const resources = await record();
    const groupOf = (name: string) => named(resources, "aws:ec2/securityGroup:SecurityGroup", name).id;
    for (const store of ["clinic-database-security-group", "clinic-cache-security-group"]) {
      const doors = ofType(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").filter(
        ({ inputs }) => inputs["securityGroupId"] === groupOf(store),
      );
      assert.deepEqual(
        doors.map(({ inputs }) => inputs["referencedSecurityGroupId"]),
        [groupOf("clinic-app-sg")],
        store,
      );
    }
  });

  it("opens nothing to the internet but the public load balancer's 443 and the redirect on 80", async () => {
    const open = ofType(await record(), "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").filter(
      ({ inputs }) => inputs["cidrIpv4"] === "0.0.0.0/0",
    );
    assert.deepEqual(open.map(({ inputs }) => inputs["fromPort"]).sort(), [443, 80]);
  });

  it("encrypts each store under the key of its class", async () => {
    const resources = await record();
    const keyArn = (name: string) => named(resources, "aws:kms/key:Key", `clinic-keys-${name}`).outputs["arn"];
    assert.equal(
      named(resources, "aws:rds/instance:Instance", "clinic-database").inputs["kmsKeyId"],
      keyArn("database"),
    );
    const [cache] = ofType(resources, "aws:elasticache/replicationGroup:ReplicationGroup");
    assert.equal(cache?.inputs["kmsKeyId"], keyArn("cache"));
  });

  it("gives every alarm someone to tell", async () => {
    const resources = await record({ alertEmails: ["on-call@clinic.example"] });
    const [topic] = ofType(resources, "aws:sns/topic:Topic");
    const alarms = ofType(resources, "aws:cloudwatch/metricAlarm:MetricAlarm");
    assert.ok(alarms.length >= 8, `${alarms.length} alarms`);
    for (const { urn, inputs } of alarms) assert.deepEqual(inputs["alarmActions"], [topic?.outputs["arn"]], urn);
    assert.equal(ofType(resources, "aws:sns/topicSubscription:TopicSubscription").length, 1);
  });

  it("lets the containers end TLS themselves where no proxy image is given", async () => {
    const containers = async (args: Partial<HipaaWebApplicationArgs>) => {
      const task = named(await record(args), "aws:ecs/taskDefinition:TaskDefinition", "clinic-app-task");
      return JSON.parse(task.inputs["containerDefinitions"] as string) as unknown[];
    };
    assert.equal((await containers({})).length, 1);
    assert.equal((await containers({ proxyImage: image("proxy") })).length, 2);
  });

  it("passes size, redundancy and locks on", async () => {
    const resources = await record({
      network: { cidrBlock: "10.20.0.0/16", availabilityZones: 2, nat: HipaaWebApplicationNat.Single },
      database: { instanceClass: "db.t4g.medium", multiAz: false, allocatedStorage: 20, maxAllocatedStorage: 40 },
      cache: { nodeType: "cache.t4g.small", replicas: 0 },
      web: { image: image("web"), minCount: 1, maxCount: 2 },
      deletionProtection: false,
      destroyBucketsWithObjects: true,
      tags: { team: "records" },
    });
    const database = named(resources, "aws:rds/instance:Instance", "clinic-database").inputs;
    assert.deepEqual(
      [database["instanceClass"], database["multiAz"], database["deletionProtection"], database["allocatedStorage"]],
      ["db.t4g.medium", false, false, 20],
    );
    assert.equal((database["tags"] as Record<string, string>)["team"], "records");
    assert.equal(ofType(resources, "aws:ec2/natGateway:NatGateway").length, 1);
    assert.equal(ofType(resources, "aws:ec2/subnet:Subnet").length, 10);
    for (const { inputs } of ofType(resources, "aws:s3/bucket:Bucket")) assert.equal(inputs["forceDestroy"], true);
    for (const { inputs } of ofType(resources, "aws:lb/loadBalancer:LoadBalancer")) {
      assert.equal(inputs["enableDeletionProtection"], false);
    }
  });

  it("registers exactly its public outputs", async () => {
    let made: HipaaWebApplication | undefined;
    const { resources } = await recordProgram(() => void (made = new HipaaWebApplication("clinic", required)), {
      mode: "update",
    });
    const registered = Object.keys(ofType(resources, "reference:index:HipaaWebApplication")[0]?.outputs ?? {});
    const fields = Object.entries(made ?? {})
      .filter(([key, value]) => !key.startsWith("__") && key !== "urn" && pulumi.Output.isInstance(value))
      .map(([key]) => key);
    assert.deepEqual(registered.sort(), fields.sort());
  });

  it("makes the resources on record, at preview and after an update (UPDATE_URNS=1 rewrites them)", async () => {
    const file = join(__dirname, "hipaa-web-application.urns.json");
    const urns = (resources: readonly ResourceState[]) =>
      resources.map(({ urn }) => urn.split("::").slice(2).join("::")).sort();
    const updated = urns(await record());
    if (process.env["UPDATE_URNS"] === "1" || !existsSync(file))
      writeFileSync(file, `${JSON.stringify(updated, null, 2)}\n`);
    assert.deepEqual(updated, JSON.parse(readFileSync(file, "utf8")));
    assert.deepEqual(urns(await record({}, { mode: "preview" })), updated);
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`names ARNs of the partition ${partition} in ${region}`, async () => {
      const resources = await record({}, { config: { "aws:region": region } });
      const texts = JSON.stringify(resources.filter(({ custom }) => custom).map(({ inputs }) => inputs));
      const partitions = new Set([...texts.matchAll(/arn:(aws[a-z-]*):/g)].map(([, found]) => found));
      assert.deepEqual([...partitions], [partition]);
    });
  }

  const refused: readonly (readonly [string, string, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["a long name", "clinic-application", {}, /name is "clinic-application"\. It must be 2 to 12/],
    ["a name in capitals", "Clinic", {}, /name is "Clinic"/],
    [
      "one name for both balancers",
      "clinic",
      { internalDomainName: "clinic.example.com" },
      /domainName and internalDomainName are the same/,
    ],
    ["a network that is too small", "clinic", { network: { cidrBlock: "10.0.0.0/24" } }, /cidrBlock/],
    ["an image by the tag latest", "clinic", { app: { image: image("app").replace("1.4.2", "latest") } }, /image/],
  ];
  for (const [title, name, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      const program = () => {
        new HipaaWebApplication(name, { ...required, ...args });
      };
      await assert.rejects(recordProgram(program), message);
    });
  }
});
