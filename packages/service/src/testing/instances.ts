import type * as pulumi from "@pulumi/pulumi";
import { InstanceTier } from "../instance-tier";
import { InstanceTierTenancy, type InstanceTierArgs } from "../instance-tier-args";
import { ServiceTier } from "../task-args";
import { accountArn, surroundings } from "./example";

/** The key of the volumes. */
export const volumesKey = { arn: accountArn("kms", "key/44444444-4444-4444-8444-444444444444") };

/** The least that a tier of instances needs. */
export function instanceArgs(): InstanceTierArgs {
  return {
    network: surroundings.network,
    loadBalancer: surroundings.loadBalancer,
    tier: ServiceTier.Web,
    imageId: "ami-0123456789abcdef0",
    volumesKey,
    logsKey: surroundings.logsKey,
    hostNames: ["portal.example.org"],
    rulePriority: 10,
  };
}

/** Every argument that adds something to the graph. */
export function fullInstanceArgs(): Partial<InstanceTierArgs> {
  return {
    tier: ServiceTier.App,
    instanceType: "c7i.xlarge",
    tenancy: InstanceTierTenancy.Dedicated,
    rootDeviceName: "/dev/sda1",
    rootVolumeGib: 40,
    dataVolumes: [{ deviceName: "/dev/sdf", sizeGib: 100 }],
    userData: "usermod -aG tls portal\n",
    port: 9443,
    minCount: 3,
    maxCount: 9,
    desiredCount: 4,
    cpuPercent: 50,
    requestsPerTarget: 400,
    maxInstanceDays: 7,
    warmupSeconds: 120,
    logFiles: ["/var/log/portal/*.log"],
    deletionProtection: false,
    access: {
      databases: [
        {
          name: "records",
          database: { securityGroupId: "sg-000000000000000d1", port: 5432, resourceId: "db-ABC" },
          user: "app",
        },
      ],
    },
    connections: [{ name: "search", securityGroupId: "sg-000000000000000f1", port: 443 }],
    permissionsBoundaryArn: "arn:aws:iam::111122223333:policy/boundary",
    rollbackAlarmNames: ["portal-canary"],
    latencyAlarmMillis: 2000,
    alarmTopicArn: surroundings.topicArn,
    tags: { Team: "portal" },
  };
}

export function instances(overrides: Partial<InstanceTierArgs> = {}, opts?: pulumi.ComponentResourceOptions) {
  return new InstanceTier("portal", { ...instanceArgs(), ...overrides }, opts);
}
