import assert from "node:assert/strict";
import type { HipaaWebApplicationArgs } from "./args";
import { record } from "./testing/example";
import { frontExample } from "./testing/front-example";
import { admittedBy, inputsOf, named, statementsOf } from "./testing/find";

const webInstances = { imageId: "ami-0123456789abcdef0" };
const recorded = (args: Partial<HipaaWebApplicationArgs> = {}) => record({ web: undefined, webInstances, ...args });
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";

describe("HipaaWebApplication with a web tier of instances", () => {
  it("stands behind the front, which alone lets in, and reaches the internal load balancer", async () => {
    const resources = await recorded();
    const own = named(resources, groupType, "clinic-web-sg");
    const edge = named(resources, groupType, "clinic-edge-load-balancer");
    assert.deepEqual(admittedBy(resources, own.id), [edge.id]);
    assert.ok(admittedBy(resources, named(resources, groupType, "clinic-internal-load-balancer").id).includes(own.id));
    for (const store of ["clinic-database-security-group", "clinic-cache-security-group"]) {
      assert.ok(!admittedBy(resources, named(resources, groupType, store).id).includes(own.id), store);
    }
    const target = named(resources, "aws:lb/targetGroup:TargetGroup", "clinic-web-tg").inputs;
    assert.deepEqual([target["targetType"], target["protocol"], target["port"]], ["instance", "HTTPS", 8443]);
    const rule = named(resources, "aws:lb/listenerRule:ListenerRule", "clinic-web-rule").inputs;
    assert.deepEqual(rule["conditions"], [{ hostHeader: { values: ["clinic.example.com"] } }]);
    const services = resources.filter(({ type }) => type === "service:index:FargateService");
    assert.deepEqual(
      services.map(({ urn }) => urn.split("::").pop()),
      ["clinic-app"],
    );
  });

  it("stands in the web subnets, with its volumes under their key, which auto scaling may use", async () => {
    const resources = await recorded();
    const webSubnets = resources
      .filter(({ type, urn }) => type === "aws:ec2/subnet:Subnet" && /network-web/.test(urn))
      .map(({ id }) => id);
    const group = named(resources, "aws:autoscaling/group:Group", "clinic-web").inputs;
    assert.deepEqual(group["vpcZoneIdentifiers"], webSubnets);
    const key = named(resources, "aws:kms/key:Key", "clinic-keys-volumes");
    const template = named(resources, templateType, "clinic-web-template").inputs;
    assert.match(JSON.stringify(template["blockDeviceMappings"]), new RegExp(key.outputs["arn"] as string));
    const users = statementsOf(key.inputs["policy"])["AllowGrantsOfUsers"] as unknown as { Principal: { AWS: string } };
    assert.equal(
      users.Principal.AWS,
      "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
    );
    const without = named(await record(), "aws:kms/key:Key", "clinic-keys-volumes").inputs["policy"];
    assert.equal(statementsOf(without)["AllowUsers"], undefined);
  });

  it("tells the program where the app is, in a file, before the user's lines", async () => {
    const linesOf = async (args: Partial<HipaaWebApplicationArgs>) => {
      const template = named(await recorded(args), templateType, "clinic-web-template").inputs;
      return Buffer.from(template["userData"] as string, "base64").toString();
    };
    const userData = "systemctl enable --now portal\n";
    const lines = await linesOf({ webInstances: { ...webInstances, userData } });
    assert.match(lines, /\/etc\/application\.env <<'END'\nAPP_URL=https:\/\/internal\.clinic\.example\.com\nEND\n/);
    assert.ok(lines.endsWith(userData));
    assert.match(await linesOf(frontExample), /PUBLIC_URL=https:\/\/clinic\.example\.com\n/);
  });

  it("opens endpoints and buckets of AWS that instances need, and only where there are instances", async () => {
    const endpointsOf = async (args: Partial<HipaaWebApplicationArgs>) =>
      inputsOf(await record(args), "aws:ec2/vpcEndpoint:VpcEndpoint");
    const names = (endpoints: Record<string, unknown>[]) =>
      endpoints.map(({ serviceName }) => (serviceName as string).replace("com.amazonaws.us-east-1.", ""));
    const needed = ["ec2", "ec2messages", "monitoring", "ssm", "ssmmessages"];
    const withInstances = await endpointsOf({ web: undefined, webInstances });
    for (const name of needed) assert.ok(names(withInstances).includes(name), name);
    const without = await endpointsOf({});
    for (const name of needed) assert.ok(!names(without).includes(name), name);
    const policyOf = (endpoints: Record<string, unknown>[]) =>
      statementsOf(endpoints.find(({ serviceName }) => (serviceName as string).endsWith(".s3"))?.["policy"]);
    assert.ok(policyOf(withInstances)["AllowInstancePackages"]);
    assert.equal(policyOf(without)["AllowInstancePackages"], undefined);
  });

  it("passes sizes on", async () => {
    const sizes = { instanceType: "m7g.xlarge", minCount: 3, desiredCount: 4, maxCount: 5, maxInstanceDays: 14 };
    const resources = await recorded({ webInstances: { ...webInstances, ...sizes, rootVolumeGib: 40 } });
    const group = named(resources, "aws:autoscaling/group:Group", "clinic-web").inputs;
    assert.deepEqual(
      [group["minSize"], group["desiredCapacity"], group["maxSize"], group["maxInstanceLifetime"]],
      [3, 4, 5, 14 * 86_400],
    );
    const template = named(resources, templateType, "clinic-web-template").inputs;
    assert.equal(template["instanceType"], "m7g.xlarge");
    assert.match(JSON.stringify(template["blockDeviceMappings"]), /"volumeSize":40/);
  });

  it("stands behind the distribution's load balancer too", async () => {
    const resources = await recorded(frontExample);
    const own = named(resources, groupType, "clinic-web-sg");
    assert.deepEqual(admittedBy(resources, own.id), [named(resources, groupType, "clinic-origin-load-balancer").id]);
  });

  const refused: readonly (readonly [string, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["two web tiers", { web: { image: "" } }, /web and webInstances are given together/],
    ["no web tier", { webInstances: undefined }, /web and webInstances are both missing/],
    ["what is no image", { webInstances: { imageId: "latest" } }, /imageId is "latest"/],
    [
      "a credential in the lines",
      { webInstances: { ...webInstances, userData: "export KEY=AKIAIOSFODNN7EXAMPLE" } },
      /userData holds a credential/,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(recorded(args), message);
    });
  }
});
