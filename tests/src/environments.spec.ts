import assert from "node:assert/strict";
import workload = require("@hipaa-aws/workload");
import { recordProgram } from "@hipaa-aws/simulated-aws";
import type { ResourceState } from "@hipaa-aws/stack-state";
import { configOf, environments, runOf, type Environment } from "./support/workload";

/**
 * Inputs that may differ between environments, by type: size, redundancy and retention locks. Whatever is not on this
 * list is a safeguard, or may be one.
 */
const mayDiffer: Readonly<Record<string, readonly string[]>> = {
  "aws:rds/instance:Instance": [
    "instanceClass",
    "allocatedStorage",
    "maxAllocatedStorage",
    "multiAz",
    "deletionProtection",
  ],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    "nodeType",
    "numCacheClusters",
    "automaticFailoverEnabled",
    "multiAzEnabled",
  ],
  // The strategy's base is the number of tasks that run on demand.
  "aws:ecs/service:Service": ["desiredCount", "networkConfiguration.subnets", "capacityProviderStrategies"],
  "aws:appautoscaling/target:Target": ["minCapacity", "maxCapacity"],
  "aws:lb/loadBalancer:LoadBalancer": ["enableDeletionProtection", "subnets"],
  "aws:s3/bucket:Bucket": ["forceDestroy"],
  "aws:cloudwatch/logGroup:LogGroup": ["deletionProtectionEnabled"],
  "aws:rds/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:elasticache/subnetGroup:SubnetGroup": ["subnetIds"],
  "aws:ec2/vpcEndpoint:VpcEndpoint": ["subnetIds", "routeTableIds"],
  "aws:ec2/networkAcl:NetworkAcl": ["subnetIds"],
  "aws:rds/proxy:Proxy": ["vpcSubnetIds"],
  // Nodes are as many as zones, and one of three zones stands by.
  "aws:opensearch/domain:Domain": [
    "clusterConfig.instanceType",
    "clusterConfig.instanceCount",
    "clusterConfig.dedicatedMasterType",
    "clusterConfig.zoneAwarenessConfig.availabilityZoneCount",
    "clusterConfig.multiAzWithStandbyEnabled",
    "ebsOptions.volumeSize",
    "vpcOptions.subnetIds",
  ],
  // The alarm on free storage is a share of the storage; those of the cache name each of its nodes.
  "aws:cloudwatch/metricAlarm:MetricAlarm": ["threshold", "metricQueries"],
  "aws:ec2/subnet:Subnet": ["cidrBlock"],
};

/** Types of which an environment may have more, because it spans more zones. */
const mayBeMore = new Set([
  "aws:ec2/subnet:Subnet",
  "aws:ec2/routeTable:RouteTable",
  "aws:efs/mountTarget:MountTarget",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  // One exemption from the block of public access for each public subnet.
  "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
]);

/** Resources that an environment may be without, by the end of the URN, each with what it lacks. */
const mayLack: readonly string[] = [
  // A cache without replicas has no replication to fall behind.
  "aws:cloudwatch/metricAlarm:MetricAlarm::clinic-cache-replication",
];

/** Options that may differ: `protect` is Pulumi's own retention lock. */
const comparedOptions = ["ignoreChanges", "retainOnDelete"] as const;

/** Names are no safeguards; one set for all environments leaves only what size and redundancy make. */
const sameNames = [
  "workload:domainName",
  "workload:internalDomainName",
  "workload:cidrBlock",
  "workload:webImage",
  "workload:appImage",
  "workload:workerImage",
  "workload:migrationImage",
  "workload:debugImage",
  "workload:proxyImage",
];

async function recorded(environment: Environment): Promise<Map<string, ResourceState>> {
  const names = Object.fromEntries(sameNames.map((key) => [key, configOf("prod")[key] ?? ""]));
  const run = { ...runOf(environment, names), stack: "same", mode: "update" as const };
  const state = await recordProgram(() => workload(), run);
  return new Map(state.resources.filter(({ custom }) => custom).map((resource) => [resource.urn, resource]));
}

function differences(left: unknown, right: unknown, path = ""): string[] {
  if (JSON.stringify(left) === JSON.stringify(right)) return [];
  const bothObjects = [left, right].every((side) => typeof side === "object" && side !== null && !Array.isArray(side));
  if (!bothObjects) return [path];
  const keys = new Set([...Object.keys(left as object), ...Object.keys(right as object)]);
  return [...keys].flatMap((key) => {
    const [inLeft, inRight] = [left, right].map((side) => (side as Record<string, unknown>)[key]);
    return differences(inLeft, inRight, path === "" ? key : `${path}.${key}`);
  });
}

describe("environments of the workload", () => {
  const states = new Map<Environment, Map<string, ResourceState>>();
  before(async () => {
    for (const environment of environments) states.set(environment, await recorded(environment));
  });

  for (const environment of environments.filter((name) => name !== "prod")) {
    it(`${environment} differs from prod in size, redundancy and retention locks only`, () => {
      const prod = states.get("prod") ?? new Map<string, ResourceState>();
      const other = states.get(environment) ?? new Map<string, ResourceState>();
      assert.ok(other.size > 150, `only ${other.size} resources`);
      const faults: string[] = [];
      for (const urn of new Set([...prod.keys(), ...other.keys()])) {
        const [mine, theirs] = [other.get(urn), prod.get(urn)];
        const type = mine?.type ?? theirs?.type ?? "";
        if (!mine || !theirs) {
          if (!mayBeMore.has(type) && !mayLack.some((end) => urn.endsWith(end)))
            faults.push(`${urn} is missing in ${mine ? "prod" : environment}`);
          continue;
        }
        const paths = differences(mine.inputs, theirs.inputs).filter((path) => !mayDiffer[type]?.includes(path));
        faults.push(...paths.map((path) => `${urn}: ${path}`));
        for (const option of comparedOptions) {
          if (differences(mine[option], theirs[option]).length > 0) faults.push(`${urn}: option ${option}`);
        }
      }
      assert.deepEqual(faults, []);
    });
  }

  it("each keep their own names apart", () => {
    for (const key of ["workload:domainName", "workload:cidrBlock"]) {
      assert.equal(
        new Set(environments.map((environment) => configOf(environment)[key])).size,
        environments.length,
        key,
      );
    }
  });
});
