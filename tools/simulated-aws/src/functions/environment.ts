import { dnsSuffixOf, zonesOf } from "../environment";
import { identifier } from "../identifiers";
import type { AwsFunction } from "./aws-function";

/** Where the caller is: account, Region, partition, zones. */
export const environmentFunctions: Readonly<Record<string, AwsFunction>> = {
  "aws:index/getPartition:getPartition": (_inputs, environment) => {
    const dnsSuffix = dnsSuffixOf(environment);
    return {
      id: environment.partition,
      partition: environment.partition,
      dnsSuffix,
      reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
    };
  },
  "aws:index/getRegion:getRegion": (_inputs, environment) => ({
    id: environment.region,
    name: environment.region,
    region: environment.region,
    description: `Simulated (${environment.region})`,
    endpoint: `ec2.${environment.region}.${dnsSuffixOf(environment)}`,
  }),
  "aws:index/getCallerIdentity:getCallerIdentity": (_inputs, { partition, accountId }) => ({
    id: accountId,
    accountId,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/deployment/pulumi`,
    userId: `AROA${identifier("deployment", "upper", 17)}:pulumi`,
  }),
  "aws:index/getAvailabilityZones:getAvailabilityZones": (inputs, environment) => {
    const excluded = Array.isArray(inputs.excludeNames) ? inputs.excludeNames : [];
    const zones = zonesOf(environment).filter((zone) => !excluded.includes(zone));
    return {
      ...inputs,
      id: environment.region,
      region: environment.region,
      names: zones,
      zoneIds: zones.map((zone) => `${zoneIdPrefix(environment.region)}-az${"abc".indexOf(zone.slice(-1)) + 1}`),
      groupNames: [environment.region],
    };
  },
};

/** `us-east-1` → `use1`, as AWS abbreviates Regions in zone ids. */
function zoneIdPrefix(region: string): string {
  const [area = "", ...rest] = region.split("-");
  return (
    area + rest.map((part) => part.replace(/^(north|south)(east|west)$/, "$1 $2").replace(/(\w)\w* ?/g, "$1")).join("")
  );
}
