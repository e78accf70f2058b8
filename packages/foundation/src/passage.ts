import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";

/** One TCP port from one security group to another. */
export interface Passage {
  readonly from: pulumi.Input<string>;
  readonly to: pulumi.Input<string>;
  readonly port: pulumi.Input<number>;
  /** What both rules say in the console, at most 255 characters of those that AWS takes. */
  readonly description: pulumi.Input<string>;
  readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** HTTPS from a security group to a service that is reached over a gateway endpoint. */
export interface GatewayPassage extends Omit<Passage, "to" | "port"> {
  readonly prefixListId: pulumi.Input<string>;
}

/**
 * Opens a passage: the egress rule of the one group and the ingress rule of the other, as resources of their own, which
 * do not fight over the groups with rules that others add. Who calls opens both, so that nothing is open that nobody
 * uses (45 CFR 164.312(e)(1)).
 *
 * @param names of the two rules
 * @returns both rules, for what has to wait until it can be reached
 */
export function openPassage(
  names: { readonly egress: string; readonly ingress: string },
  { from, to, port, ...rest }: Passage,
  options: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const rule = { ...rest, ipProtocol: "tcp", fromPort: port, toPort: port };
  return [
    new vpc.SecurityGroupEgressRule(
      names.egress,
      { ...rule, securityGroupId: from, referencedSecurityGroupId: to },
      options,
    ),
    new vpc.SecurityGroupIngressRule(
      names.ingress,
      { ...rule, securityGroupId: to, referencedSecurityGroupId: from },
      options,
    ),
  ];
}

/** Opens HTTPS to the addresses of a service, S3 or DynamoDB, that has a gateway endpoint and no security group. */
export function openGatewayPassage(
  name: string,
  { from, ...rest }: GatewayPassage,
  options: pulumi.CustomResourceOptions,
): pulumi.Resource {
  return new vpc.SecurityGroupEgressRule(
    name,
    { ...rest, securityGroupId: from, ipProtocol: "tcp", fromPort: 443, toPort: 443 },
    options,
  );
}
