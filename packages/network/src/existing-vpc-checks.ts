import { checksFor, type ArgumentChecks } from "@hipaa-aws/foundation";
import { checkEndpoints } from "./endpoint-checks";
import type { ExistingVpcArgs } from "./existing-vpc-args";
import { checkFlowLogs } from "./flow-log-checks";

/** The arguments after all checks, with defaults. */
export interface ExistingVpcSettings {
  readonly interfaceEndpoints: readonly string[];
  readonly rejectedTrafficRetentionDays: number;
}

/** Checks the arguments of an existing VPC. What is wired can be judged by the policy pack alone. */
export function checkExistingVpc(name: string, args: ExistingVpcArgs): ExistingVpcSettings {
  const checks = checksFor("ExistingVpc", name);
  for (const argument of ["vpcId", "cidrBlock", "publicSubnetIds", "appSubnetIds", "dataSubnetIds"] as const) {
    if (!args[argument]) checks.fail(argument, "is not given", "Give what the VPC has");
  }
  checkSubnets(checks, args);
  const { endpointSecurityGroupId, s3EndpointId, endpointPresets, interfaceEndpoints } = args;
  if ((endpointSecurityGroupId === undefined) !== (s3EndpointId === undefined)) {
    checks.fail(
      "endpointSecurityGroupId and s3EndpointId",
      "belong together",
      "Give both where the VPC has its endpoints, or neither",
    );
  }
  checks.exclusive({ endpointSecurityGroupId, endpointPresets });
  checks.exclusive({ endpointSecurityGroupId, interfaceEndpoints });
  const { flowLogBucket, flowLogId } = args;
  checks.exclusive({ flowLogBucket, flowLogId });
  return {
    interfaceEndpoints: checkEndpoints(checks, args),
    rejectedTrafficRetentionDays:
      flowLogId === undefined
        ? checkFlowLogs(checks, args)
        : checkFlowLogs(checks, { ...args, flowLogBucket: { bucketArn: "there already" } }),
  };
}

const groups = ["publicSubnetIds", "webSubnetIds", "appSubnetIds", "dataSubnetIds", "endpointSubnetIds"] as const;

/** Literal lists: at least two subnets, and none that is public and private, or data and anything else. */
function checkSubnets(checks: ArgumentChecks, args: ExistingVpcArgs): void {
  const literal = (list: unknown): string[] | undefined =>
    Array.isArray(list) && list.every((one): one is string => typeof one === "string") ? list : undefined;
  for (const group of groups) {
    const list: unknown = args[group];
    if (!Array.isArray(list)) continue;
    checks.atLeast(group, list, 2);
    checks.unique(group, literal(list) ?? []);
  }
  for (const apart of ["publicSubnetIds", "dataSubnetIds"] as const) {
    for (const other of groups.filter((group) => group !== apart)) {
      const shared = literal(args[apart])?.find((subnet) => literal(args[other])?.includes(subnet));
      if (shared !== undefined) {
        checks.fail(`${apart} and ${other}`, `both hold ${shared}`, "Keep the tiers in subnets of their own");
      }
    }
  }
}
