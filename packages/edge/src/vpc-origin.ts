import * as cloudfront from "@pulumi/aws/cloudfront";
import * as ec2 from "@pulumi/aws/ec2";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { ApplicationDistributionOrigin } from "./application-distribution-args";

/** AWS keeps this list of the addresses from which CloudFront calls origins, in every Region. */
const cloudFrontAddresses = "com.amazonaws.global.cloudfront.origin-facing";

/** CloudFront's way into the VPC: TLS to the internal load balancer, whose group lets CloudFront in and nobody else. */
export function vpcOrigin(
  name: string,
  origin: ApplicationDistributionOrigin,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): cloudfront.VpcOrigin {
  const list = ec2.getManagedPrefixListOutput({ name: cloudFrontAddresses }, { parent });
  const rule = new vpc.SecurityGroupIngressRule(
    `${name}-https`,
    {
      securityGroupId: origin.securityGroupId,
      description: `HTTPS from CloudFront, distribution ${name}`,
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      prefixListId: list.id,
    },
    { parent },
  );
  return new cloudfront.VpcOrigin(
    `${name}-origin`,
    {
      vpcOriginEndpointConfig: {
        name: `${pulumi.getStack()}-${name}`,
        arn: origin.loadBalancerArn,
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
      ...(tags === undefined ? {} : { tags }),
    },
    { parent, dependsOn: [rule] },
  );
}
