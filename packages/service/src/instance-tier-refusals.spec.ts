import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { InstanceTierArgs, InstanceTierTenancy } from "./instance-tier-args";
import type { ServiceTier } from "./task-args";
import { surroundings, unnamedLoadBalancer } from "./testing/example";
import { instanceArgs, instances } from "./testing/instances";
import { InstanceTier } from "./instance-tier";
import { record } from "./testing/recorded";

describe("InstanceTier refuses", () => {
  const refused: [string, Partial<InstanceTierArgs>, RegExp][] = [
    ["a tier that is none", { tier: "data" as ServiceTier }, /tier is "data"/],
    ["a tenancy that is none", { tenancy: "host" as InstanceTierTenancy }, /tenancy is "host"/],
    ["an image by name", { imageId: "al2023" }, /imageId is "al2023"/],
    ["an image by parameter", { imageId: "resolve:ssm:/images/portal" }, /imageId is "resolve:ssm/],
    ["a type before Nitro", { instanceType: "m4.large" }, /instanceType is m4\.large, of a family before Nitro/],
    ["a type that is none", { instanceType: "large" }, /instanceType is "large"/],
    ["a device that is none", { rootDeviceName: "xvda" }, /rootDeviceName is "xvda"/],
    ["a root volume too small", { rootVolumeGib: 4 }, /rootVolumeGib is 4/],
    ["a device twice", { dataVolumes: [{ deviceName: "/dev/xvda", sizeGib: 1 }] }, /holds "\/dev\/xvda" twice/],
    ["a data volume too large", { dataVolumes: [{ deviceName: "/dev/sdf", sizeGib: 16_385 }] }, /sizeGib is 16385/],
    ["a life too long", { maxInstanceDays: 366 }, /maxInstanceDays is 366/],
    ["a warm-up too long", { warmupSeconds: 3601 }, /warmupSeconds is 3601/],
    ["a port that is none", { port: 0 }, /port is 0/],
    ["a CPU target without room", { cpuPercent: 5 }, /cpuPercent is 5/],
    ["no log files", { logFiles: [] }, /logFiles has 0 element/],
    ["a log file twice", { logFiles: ["/var/log/a", "/var/log/a"] }, /logFiles holds "\/var\/log\/a" twice/],
    ["a relative log file", { logFiles: ["portal.log"] }, /logFiles is "portal\.log"/],
    ["counts out of order", { minCount: 5, maxCount: 2 }, /minCount and maxCount are 5 and 2/],
    [
      "one zone",
      { network: { ...surroundings.network, webSubnetIds: ["subnet-0000000000000000a"] } },
      /network\.webSubnetIds has 1 element/,
    ],
    ["no rule", { hostNames: [] }, /hostNames and pathPatterns hold 0 value/],
    [
      "a target of requests without the load balancer's name",
      { requestsPerTarget: 5, loadBalancer: unnamedLoadBalancer },
      /requestsPerTarget and loadBalancer\.loadBalancerArnSuffix/,
    ],
    ["an alarm on latency that nobody hears", { latencyAlarmMillis: 5 }, /latencyAlarmMillis is given without/],
    ["user data beyond 16 KiB", { userData: "#".repeat(16_384) }, /userData takes \d+ bytes .* EC2 takes 16384/],
    [
      "a connection twice",
      { connections: [1, 2].map((port) => ({ name: "a", securityGroupId: "sg-1", port })) },
      /twice/,
    ],
    ["a grant on everything", { grants: [{ name: "A", actions: ["s3:*"], resources: ["*"] }] }, /grants "A"\.actions/],
  ];
  for (const [title, args, expected] of refused) {
    it(title, async () => {
      await assert.rejects(
        record(() => instances(args)),
        expected,
      );
    });
  }

  it("a name that its target group cannot have", async () => {
    await assert.rejects(
      record(() => new InstanceTier("portal-of-the-whole-clinic", instanceArgs())),
      /name is too long/,
    );
  });

  for (const [title, userData] of [
    ["a Pulumi secret", pulumi.secret("echo canary-3141")],
    ["a credential", "export AWS_ACCESS_KEY_ID=AKIAABCDEFGHIJKLMNOP # canary-3141"],
  ] as const) {
    it(`${title} in user data, without showing it`, async () => {
      await assert.rejects(
        record(() => instances({ userData })),
        (error: Error) => error.message.includes("userData") && !error.message.includes("canary-3141"),
      );
    });
  }

  it("an image and a type as soon as they are known", async () => {
    const late = (text: string) => pulumi.output(Promise.resolve(text));
    await assert.rejects(
      record(() => instances({ imageId: late("al2023") })),
      /imageId is "al2023"/,
    );
    await assert.rejects(
      record(() => instances({ instanceType: late("t2.micro") })),
      /before Nitro/,
    );
  });
});
