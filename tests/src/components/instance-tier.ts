import { InstanceTier, InstanceTierTenancy, ServiceTier, type InstanceTierArgs } from "@hipaa-aws/service";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";
import { access, counts, surroundings } from "../support/task-arbitraries";

const alarms = fc.oneof(
  fc.constant({}),
  fc.record({
    alarmTopicArn: fc.constant(alarmTopicArn),
    latencyAlarmMillis: optional(fc.integer({ min: 1, max: 60_000 })),
  }),
);

export const component: RandomComponent<InstanceTierArgs> = {
  args: fc
    .tuple(
      fc.record({
        network: fc.constant(surroundings.network),
        tier: fc.constantFrom(...Object.values(ServiceTier)),
        imageId: fc.constant("ami-0123456789abcdef0"),
        instanceType: optional(fc.constantFrom("m7g.large", "c7i.xlarge", "t4g.small", "r8g.2xlarge")),
        tenancy: fc.constantFrom(undefined, ...Object.values(InstanceTierTenancy)),
        volumesKey: fc.constant({ arn: keyArn }),
        rootDeviceName: optional(fc.constant("/dev/sda1")),
        rootVolumeGib: optional(fc.integer({ min: 8, max: 16_384 })),
        dataVolumes: optional(fc.constantFrom([], [{ deviceName: "/dev/sdf", sizeGib: 100 }])),
        userData: optional(fc.constant("usermod -aG tls portal\nsystemctl enable --now portal\n")),
        port: optional(fc.integer({ min: 1024, max: 65_535 })),
        cpuPercent: optional(fc.integer({ min: 10, max: 90 })),
        maxInstanceDays: optional(fc.integer({ min: 1, max: 365 })),
        warmupSeconds: optional(fc.integer({ min: 0, max: 3600 })),
        logsKey: fc.constant({ arn: keyArn }),
        logFiles: optional(fc.constant(["/var/log/portal/*.log"])),
      }),
      fc.record({
        loadBalancer: fc.constant(surroundings.loadBalancer),
        hostNames: fc.constant(["portal.example.org"]),
        rulePriority: fc.integer({ min: 1, max: 50_000 }),
        healthCheckPath: optional(fc.constant("/ready")),
        deregistrationDelaySeconds: optional(fc.integer({ min: 0, max: 3600 })),
        healthCheckGracePeriodSeconds: optional(fc.integer({ min: 0, max: 7200 })),
        requestsPerTarget: optional(fc.integer({ min: 1, max: 100_000 })),
        rollbackAlarmNames: optional(fc.constant(["portal-canary"])),
        access,
        permissionsBoundaryArn: optional(fc.constant("arn:aws:iam::111122223333:policy/boundary")),
        tags,
      }),
      alarms,
      counts,
    )
    .map((parts) => Object.assign({}, ...parts) as InstanceTierArgs),
  build: (name, args) => new InstanceTier(name, args),
  optional: { ...classification },
};
