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
  checkOptions(checks, args);
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

/** What is switched on is possible with what is told of the VPC. */
function checkOptions(checks: ArgumentChecks, args: ExistingVpcArgs): void {
  const { endpointSecurityGroupId, webRouteTableIds, appRouteTableIds, publicSubnetIds } = args;
  for (const argument of ["dynamoDbEndpoint", "managedInstances"] as const) {
    if (args[argument] === true && endpointSecurityGroupId !== undefined) {
      checks.fail(
        `${argument} and endpointSecurityGroupId`,
        "are given together, and no endpoint is made for one of them",
        `Remove ${argument}, and let the endpoint that is there do it`,
      );
    }
  }
  if (args.dynamoDbEndpoint === true && webRouteTableIds === undefined && appRouteTableIds === undefined) {
    checks.fail(
      "dynamoDbEndpoint",
      "is given without a route table to put the endpoint in",
      "Give webRouteTableIds and appRouteTableIds",
    );
  }
  if (args.publicAccessExemption === true && !Array.isArray(publicSubnetIds)) {
    checks.fail(
      "publicAccessExemption and publicSubnetIds",
      "do not fit: each subnet is an exemption of its own, and an output does not tell how many there are",
      "Give publicSubnetIds as a list, whose elements may be outputs",
    );
  }
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
