import { checksFor, logGroupRetentionDays } from "@hipaa-aws/foundation";
import { planAddresses, usableAddresses, type AddressPlan } from "./address-plan";
import { fargateEndpoints } from "./endpoint-services";
import { NatStrategy, type VpcArgs } from "./vpc-args";

/** The arguments after all checks, with defaults. */
export interface VpcSettings {
  readonly plan: AddressPlan;
  readonly zoneCount: number;
  readonly natStrategy: NatStrategy;
  readonly interfaceEndpoints: readonly string[];
  readonly rejectedTrafficRetentionDays: number;
}

/** Checks the arguments of a VPC and fills in what is not given. */
export function checkVpc(name: string, args: VpcArgs): VpcSettings {
  const checks = checksFor("Vpc", name);
  const plan = planAddresses(checks, args.cidrBlock);

  const { availabilityZones, availabilityZoneNames } = args;
  checks.exclusive({ availabilityZones, availabilityZoneNames });
  for (const zone of availabilityZoneNames ?? []) {
    checks.matches("availabilityZoneNames", zone, /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "a zone, for example us-east-1a");
  }
  checks.unique("availabilityZoneNames", availabilityZoneNames ?? []);
  const zoneCount = availabilityZoneNames
    ? checks.integer("availabilityZoneNames.length", availabilityZoneNames.length, 2, 3)
    : checks.integer("availabilityZones", availabilityZones ?? 3, 2, 3);

  const interfaceEndpoints = args.interfaceEndpoints ?? fargateEndpoints;
  for (const service of interfaceEndpoints) {
    checks.matches(
      "interfaceEndpoints",
      service,
      /^[a-z0-9]+([.-][a-z0-9]+)*$/,
      "the end of an endpoint service's name, for example ecr.api, without com.amazonaws and Region",
    );
    if (service === "s3") {
      checks.fail(
        "interfaceEndpoints",
        "holds s3, which has a gateway endpoint in every VPC",
        "Remove s3 from the list",
      );
    }
  }
  checks.unique("interfaceEndpoints", interfaceEndpoints);
  const room = usableAddresses(plan.tiers.endpoints.subnets[0] ?? "");
  if (interfaceEndpoints.length > room) {
    checks.fail(
      "cidrBlock and interfaceEndpoints",
      `do not fit: a subnet for endpoints has room for ${room}, and ${interfaceEndpoints.length} are asked for`,
      "Give a larger range or fewer endpoints",
    );
  }

  if (typeof args.organizationId === "string") {
    checks.matches("organizationId", args.organizationId, /^o-[a-z0-9]{10,32}$/, "of the form o-exampleorgid");
  }
  if (!args.flowLogBucket?.bucketArn) {
    checks.fail("flowLogBucket", "has no bucketArn", "Give a LogBucket for VPC flow logs, or { bucketArn }");
  }
  if (args.rejectedTrafficLog && !args.logsKey) {
    checks.fail(
      "rejectedTrafficLog and logsKey",
      "belong together",
      "Give logsKey, for example keys.logs of a KeyRing",
    );
  }
  const retention = args.rejectedTrafficRetentionDays;
  if (retention !== undefined && !args.rejectedTrafficLog) {
    checks.fail(
      "rejectedTrafficRetentionDays",
      "is given without a log group to keep",
      "Set rejectedTrafficLog to true, or remove it",
    );
  }
  const ayear = logGroupRetentionDays.filter((days) => days >= 365);
  if (retention !== undefined && !ayear.includes(retention)) {
    checks.fail(
      "rejectedTrafficRetentionDays",
      `is ${String(retention)}, which is less than a year or not a period that CloudWatch Logs takes`,
      `Choose one of ${ayear.join(", ")}`,
    );
  }

  return {
    plan,
    zoneCount,
    natStrategy: checks.oneOf("natStrategy", args.natStrategy ?? NatStrategy.None, Object.values(NatStrategy)),
    interfaceEndpoints,
    rejectedTrafficRetentionDays: retention ?? 365,
  };
}
