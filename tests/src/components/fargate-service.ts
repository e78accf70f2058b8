import {
  FargateService,
  FargateServiceDeploymentStrategy,
  ServiceTier,
  ServiceTls,
  type FargateServiceArgs,
} from "@hipaa-aws/service";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";
import { counts, image, surroundings, task } from "../support/task-arbitraries";

const authority = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/11111111-2222-3333-4444-555555555555";

const applicationPort = optional(fc.integer({ min: 1024, max: 8000 }));

const tls = fc.oneof(
  fc.record({ tls: fc.constant(ServiceTls.Application) }),
  fc.record({ tls: fc.constant(ServiceTls.Sidecar), proxyImage: fc.constant(image("tls-proxy")), applicationPort }),
  fc.record({
    tls: fc.constant(ServiceTls.PrivateCa),
    proxyImage: fc.constant(image("tls-proxy")),
    applicationPort,
    certificateAuthorityArn: fc.constant(authority),
    certificateNames: fc.constantFrom(["portal.clinic.internal"], ["portal.clinic.internal", "*.portal.internal"]),
    certificateDays: optional(fc.integer({ min: 1, max: 397 })),
  }),
  fc.record({
    tls: fc.constant(ServiceTls.ServiceConnect),
    certificateAuthorityArn: fc.constant(authority),
    serviceConnect: fc.constant({
      namespaceArn: "arn:aws:servicediscovery:us-east-1:111122223333:namespace/ns-0123456789abcdef",
      discoveryName: "portal",
      key: { arn: keyArn },
    }),
  }),
);

const alarms = fc.oneof(
  fc.constant({}),
  fc.record({
    alarmTopicArn: fc.constant(alarmTopicArn),
    latencyAlarmMillis: optional(fc.integer({ min: 1, max: 60_000 })),
  }),
);

const { BlueGreen, Canary, Linear, Rolling } = FargateServiceDeploymentStrategy;
const bakeMinutes = optional(fc.integer({ min: 5, max: 1440 }));
const test = optional(
  fc.record({
    functionArn: fc.constant("arn:aws:lambda:us-east-1:111122223333:function:smoke-test"),
    rulePriority: fc.integer({ min: 1, max: 99 }),
    headerName: optional(fc.constant("X-Smoke-Test")),
    headerValue: fc.constantFrom("smoke-7f3a91c2", "0123456789abcdef"),
  }),
);
const deployment = fc.oneof(
  fc.record({ strategy: fc.constant(BlueGreen), bakeMinutes, test }),
  fc.record({
    strategy: fc.constant(Canary),
    bakeMinutes,
    canaryPercent: optional(fc.integer({ min: 1, max: 50 })),
    canaryMinutes: optional(fc.integer({ min: 5, max: 1440 })),
    test,
  }),
  fc.record({
    strategy: fc.constant(Linear),
    bakeMinutes,
    stepPercent: optional(fc.integer({ min: 3, max: 50 })),
    stepMinutes: optional(fc.integer({ min: 1, max: 1440 })),
    test,
  }),
);

/** Requests move where alarms call them back; scaling by requests is of rolling deployments. */
const deploying = fc.oneof(
  fc.record({
    deployment: optional(fc.constant({ strategy: Rolling })),
    requestsPerTarget: optional(fc.integer({ min: 1, max: 100_000 })),
  }),
  fc.record({ deployment, rollbackAlarmNames: fc.constant(["portal-canary"]) }),
  fc.record({ deployment, alarmTopicArn: fc.constant(alarmTopicArn) }),
);

export const component: RandomComponent<FargateServiceArgs> = {
  args: fc
    .tuple(
      task,
      tls,
      counts,
      alarms,
      fc.record({
        tier: fc.constantFrom(...Object.values(ServiceTier)),
        loadBalancer: fc.constant(surroundings.loadBalancer),
        containerPort: optional(fc.integer({ min: 8001, max: 65_535 })),
        hostNames: fc.constant(["portal.example.org"]),
        pathPatterns: optional(fc.constant(["/api/*"])),
        rulePriority: fc.integer({ min: 100, max: 50_000 }),
        healthCheckPath: optional(fc.constant("/ready")),
        deregistrationDelaySeconds: optional(fc.integer({ min: 0, max: 3600 })),
        healthCheckGracePeriodSeconds: optional(fc.integer({ min: 0, max: 7200 })),
        cpuPercent: optional(fc.integer({ min: 10, max: 90 })),
        memoryPercent: optional(fc.integer({ min: 10, max: 90 })),
        spotWeight: optional(fc.integer({ min: 0, max: 10 })),
        rollbackAlarmNames: optional(fc.constant(["portal-canary"])),
        imageVerifierArn: optional(fc.constant("arn:aws:lambda:us-east-1:111122223333:function:verify-images")),
      }),
      deploying,
    )
    .map((parts) => Object.assign({}, ...parts) as FargateServiceArgs),
  build: (name, args) => new FargateService(name, args),
  optional: { ...classification },
};
