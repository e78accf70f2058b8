/** The account, Region and partition that the simulated AWS plays. */
export interface SimulatedEnvironment {
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
  /** `aws`, `aws-us-gov`, `aws-cn`, `aws-iso` and so on. */
  readonly partition: string;
}

/** What holds when nothing else is said. `111122223333` is the account of AWS's own examples. */
export const simulatedEnvironment: SimulatedEnvironment = Object.freeze({
  accountId: "111122223333",
  region: "us-east-1",
  partition: "aws",
});

/** A whole environment from what is known of it. A Region alone decides the partition. */
export function simulatedEnvironmentOf(given: Partial<SimulatedEnvironment> = {}): SimulatedEnvironment {
  const region = given.region ?? defaultRegion(given.partition);
  return {
    accountId: given.accountId ?? simulatedEnvironment.accountId,
    region,
    partition: given.partition ?? partitionOf(region),
  };
}

/** Source: the partitions of the AWS SDKs, by the beginning of the Region. */
const partitions: readonly [prefix: string, partition: string, dnsSuffix: string, region: string][] = [
  ["cn-", "aws-cn", "amazonaws.com.cn", "cn-north-1"],
  ["us-gov-", "aws-us-gov", "amazonaws.com", "us-gov-west-1"],
  ["us-iso-", "aws-iso", "c2s.ic.gov", "us-iso-east-1"],
  ["us-isob-", "aws-iso-b", "sc2s.sgov.gov", "us-isob-east-1"],
  ["eu-isoe-", "aws-iso-e", "cloud.adc-e.uk", "eu-isoe-west-1"],
  ["us-isof-", "aws-iso-f", "csp.hci.ic.gov", "us-isof-south-1"],
  ["eusc-", "aws-eusc", "amazonaws.eu", "eusc-de-east-1"],
];

function partitionOf(region: string): string {
  return partitions.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

function defaultRegion(partition: string | undefined): string {
  return partitions.find(([, name]) => name === partition)?.[3] ?? simulatedEnvironment.region;
}

/** The end of the partition's host names. */
export function dnsSuffixOf(environment: SimulatedEnvironment): string {
  return partitions.find(([, partition]) => partition === environment.partition)?.[2] ?? "amazonaws.com";
}

/** Three zones of a Region, as most Regions have them. */
export function zonesOf(environment: SimulatedEnvironment): string[] {
  return ["a", "b", "c"].map((zone) => environment.region + zone);
}
