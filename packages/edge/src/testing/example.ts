import type { InternalLoadBalancerArgs, PublicEdgeArgs } from "../index";

const account = "111122223333";

export const keyArn = `arn:aws:kms:us-east-1:${account}:key/0a1b`;
export const givenCertificate = `arn:aws:acm:us-east-1:${account}:certificate/1c2d`;
export const zone = "Z0EXAMPLE";
export const domain = "records.example.com";

/** The least that a PublicEdge needs: network, logs, key, and a name to request a certificate for. */
export function edgeArgs(more: Partial<PublicEdgeArgs> = {}): PublicEdgeArgs {
  return {
    network: { vpcId: "vpc-1", publicSubnetIds: ["subnet-a", "subnet-b"] },
    logBucket: { bucketName: "elb-logs" },
    key: { arn: keyArn },
    domainName: domain,
    hostedZoneId: zone,
    ...more,
  };
}

/** The least that an InternalLoadBalancer needs. */
export function internalArgs(more: Partial<InternalLoadBalancerArgs> = {}): InternalLoadBalancerArgs {
  return {
    network: { vpcId: "vpc-1", appSubnetIds: ["subnet-c", "subnet-d"] },
    logBucket: { bucketName: "elb-logs" },
    domainName: "api.example.com",
    hostedZoneId: zone,
    ...more,
  };
}

/** Arguments that stand for "an existing certificate and no DNS". */
export const onlyCertificate = { certificateArn: givenCertificate, domainName: undefined, hostedZoneId: undefined };
