import assert from "node:assert/strict";
import { ArgumentError } from "@hipaa-aws/foundation";
import { FargateService } from "./fargate-service";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";
import { ServiceScratchMedium, type ServiceArchitecture, type ServiceTier } from "./task-args";
import { image, minimalArgs, service, surroundings } from "./testing/example";

describe("FargateService refuses", () => {
  const refused: [string, Partial<FargateServiceArgs>, RegExp][] = [
    ["a sidecar without image", { tls: ServiceTls.Sidecar }, /tls and proxyImage do not fit/],
    ["a proxy image without sidecar", { proxyImage: image("proxy") }, /tls and proxyImage do not fit/],
    ["an application port without sidecar", { applicationPort: 8080 }, /tls and applicationPort do not fit/],
    [
      "one port for proxy and application",
      { tls: ServiceTls.Sidecar, proxyImage: image("proxy"), applicationPort: 8443 },
      /containerPort and applicationPort are both 8443/,
    ],
    ["a privileged port", { containerPort: 443 }, /containerPort is 443/],
    ["an image by moving tag", { image: `${image("web").split("@")[0]}:latest` }, /image has the tag "latest"/],
    ["a public image", { image: "nginx:1.27" }, /not in a private ECR registry/],
    [
      "a public proxy image",
      { tls: ServiceTls.Sidecar, proxyImage: "nginx:1.27" },
      /proxyImage is "nginx:1\.27", which is not in a private/,
    ],
    ["a task size", { cpu: 512, memoryMib: 8192 }, /cpu and memoryMib are 512 and 8192/],
    ["an architecture", { architecture: "RISCV" as ServiceArchitecture }, /architecture is "RISCV"/],
    ["a tier", { tier: "data" as ServiceTier }, /tier is "data".*web, app/],
    ["a medium", { scratchMedium: "tape" as ServiceScratchMedium }, /scratchMedium is "tape"/],
    [
      "a size for disk",
      { scratchMedium: ServiceScratchMedium.Disk, scratchSizeMib: 64 },
      /scratchMedium and scratchSizeMib/,
    ],
    ["more scratch than memory", { scratchSizeMib: 600 }, /scratchSizeMib and memoryMib do not fit/],
    ["a system path", { writablePaths: ["/etc"] }, /writablePaths holds "\/etc"/],
    ["too little ephemeral storage", { ephemeralStorageGib: 20 }, /ephemeralStorageGib is 20/],
    ["a secret's name in plain", { environment: { API_KEY: "x" } }, /environment\.API_KEY is plain text/],
    ["a credential in plain", { environment: { URL: "https://a:b@c.example/" } }, /environment\.URL looks like/],
    [
      "a secret by value",
      { secrets: [{ name: "A", valueFrom: "x" }], secretKeys: [surroundings.secretsKey] },
      /"A"\.valueFrom/,
    ],
    ["secrets without keys", { secrets: [{ name: "A", valueFrom: surroundings.secretArn }] }, /secrets and secretKeys/],
    ["a health check that is none", { healthCheckCommand: ["curl", "localhost"] }, /CMD, CMD-SHELL/],
    ["an empty health check", { healthCheckCommand: ["CMD"] }, /healthCheckCommand has 1 element/],
    ["a health check path", { healthCheckPath: "healthz" }, /healthCheckPath is "healthz"/],
    [
      "a wildcard grant",
      { grants: [{ name: "A", actions: ["s3:*"], resources: ["arn:aws:s3:::b/*"] }] },
      /without wildcards/,
    ],
    [
      "a connection name",
      { connections: [{ name: "DB", securityGroupId: "sg-1", port: 5432 }] },
      /connections name is "DB"/,
    ],
    [
      "a connection twice",
      { connections: [1, 2].map((port) => ({ name: "db", securityGroupId: "sg-1", port })) },
      /connections holds "db" twice/,
    ],
    ["a port", { connections: [{ name: "db", securityGroupId: "sg-1", port: 0 }] }, /connections "db"\.port is 0/],
    ["no route", { hostNames: undefined }, /hostNames and pathPatterns hold 0 value/],
    ["too many routes", { pathPatterns: ["/a", "/b", "/c", "/d", "/e"] }, /hold 6 value\(s\) together/],
    ["a priority", { rulePriority: 0 }, /rulePriority is 0/],
    ["a minimum above the maximum", { minCount: 5, maxCount: 4 }, /minCount and maxCount are 5 and 4/],
    ["a count below the minimum", { minCount: 2, desiredCount: 1 }, /desiredCount is 1\. It must lie from minCount 2/],
    ["a count above the maximum", { maxCount: 3, desiredCount: 4 }, /desiredCount is 4/],
    ["no tasks", { minCount: 0 }, /minCount is 0/],
    ["a half task", { minCount: 1.5 }, /minCount is 1\.5/],
    ["a stop timeout", { stopTimeoutSeconds: 121 }, /stopTimeoutSeconds is 121/],
    ["a delay", { deregistrationDelaySeconds: 3601 }, /deregistrationDelaySeconds is 3601/],
    ["a grace period", { healthCheckGracePeriodSeconds: -1 }, /healthCheckGracePeriodSeconds is -1/],
    ["a Spot weight", { spotWeight: 1001 }, /spotWeight is 1001/],
    [
      "requests per target without the load balancer's suffix",
      { requestsPerTarget: 100, loadBalancer: { httpsListenerArn: "arn", securityGroupId: "sg-1" } },
      /requestsPerTarget and loadBalancer\.loadBalancerArnSuffix/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(
        () => service(args),
        (error: Error) =>
          error instanceof ArgumentError &&
          /^FargateService "web": /.test(error.message) &&
          message.test(error.message),
      );
    });
  }

  it("names that leave no room for Pulumi's suffix or that AWS does not take", () => {
    for (const name of ["a-name-far-too-long-for-target-groups", "web_1", "1web", ""]) {
      assert.throws(() => new FargateService(name, minimalArgs()), ArgumentError, name);
    }
  });
});
