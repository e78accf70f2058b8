import type { StateValue } from "@hipaa-aws/stack-state";

type Properties = Record<string, StateValue>;

/** What the simulated AWS makes of one resource. */
export interface SimulatedResource {
  id: string;
  /** The inputs after the provider's Check: autonamed and with defaults. */
  inputs: Properties;
  outputs: Properties;
}

/** Account, Region and partition of the simulated AWS. */
export const simulatedEnvironment = { accountId: "111122223333", region: "us-east-1", partition: "aws" };

/** Answers a provider's function. */
export function simulateCall(token: string, inputs: Properties): Properties {
  const { accountId, region, partition } = simulatedEnvironment;
  switch (token) {
    case "aws:index/getPartition:getPartition":
      return { id: partition, partition, dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" };
    case "aws:index/getRegion:getRegion":
      return { id: region, name: region, region, description: "simulated", endpoint: `ec2.${region}.amazonaws.com` };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { id: accountId, accountId, arn: `arn:${partition}:iam::${accountId}:user/simulated`, userId: "AIDASIMULATED" };
    case "aws:index/getAvailabilityZones:getAvailabilityZones":
      return {
        id: region,
        names: ["a", "b", "c"].map((zone) => region + zone),
        zoneIds: ["use1-az1", "use1-az2", "use1-az3"],
        groupNames: [region],
        ...inputs,
      };
    default:
      throw new Error(`the simulated AWS has no answer for the function ${token}`);
  }
}

/** Computes what AWS would for a resource of this type. */
export function simulateResource(type: string, name: string, inputs: Properties): SimulatedResource {
  const id = `${name}-id`;
  const service = type.split(":")[1]?.split("/")[0] ?? "aws";
  const { accountId, region, partition } = simulatedEnvironment;
  return { id, inputs, outputs: { arn: `arn:${partition}:${service}:${region}:${accountId}:${name}`, name, ...inputs, id } };
}
