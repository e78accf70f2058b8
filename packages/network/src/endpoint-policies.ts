import {
  arn,
  policyDocument,
  systemsManagerBuckets,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";

/**
 * Lets through requests by identities of this account to resources of this account, or of the organization where one is
 * given. Stolen credentials of another account, and buckets of another account, get nothing through.
 * Source: AWS whitepaper "Building a data perimeter on AWS".
 */
export function interfaceEndpointPolicy(
  environment: AwsEnvironment,
  organizationId: pulumi.Input<string> | undefined,
): pulumi.Output<string> {
  return policyDocument([ownOnly(environment, organizationId)]);
}

/**
 * The same for S3, and besides the bucket in which Amazon ECR keeps the layers of images: AWS owns it, and the
 * pre-signed requests for it are not made by identities of this account.
 * Source: Amazon ECR User Guide, "Minimum Amazon S3 bucket permissions for Amazon ECR".
 */
export function s3EndpointPolicy(
  environment: AwsEnvironment,
  organizationId: pulumi.Input<string> | undefined,
  managedInstances = false,
): pulumi.Output<string> {
  const layers = pulumi.interpolate`prod-${environment.region}-starport-layer-bucket/*`;
  return policyDocument([
    ownOnly(environment, organizationId),
    {
      sid: "AllowImageLayers",
      principals: "*",
      actions: ["s3:GetObject"],
      resources: [arn(environment, "s3", layers, { region: "", account: "" })],
    },
    ...(managedInstances ? [instancePackages(environment)] : []),
  ]);
}

/**
 * Buckets of AWS from which instances get packages, patches and documents of Systems Manager, and Amazon Linux 2023 its
 * own packages, which it asks for without credentials. Sources: AWS Systems Manager User Guide, "SSM Agent communications
 * with AWS managed S3 buckets"; AWS re:Post, "How can I update yum or install packages without internet access".
 */
function instancePackages(environment: AwsEnvironment): PolicyStatement {
  const resources = environment.region.apply((region) =>
    pulumi.all(
      [...systemsManagerBuckets(region), `al2023-repos-${region}-de612dc2`].map((bucket) =>
        arn(environment, "s3", `${bucket}/*`, { region: "", account: "" }),
      ),
    ),
  );
  return { sid: "AllowInstancePackages", principals: "*", actions: ["s3:GetObject"], resources };
}

function ownOnly(environment: AwsEnvironment, organizationId: pulumi.Input<string> | undefined): PolicyStatement {
  return {
    sid: "AllowOwnIdentitiesToOwnResources",
    principals: "*",
    actions: ["*"],
    resources: ["*"],
    conditions: {
      StringEquals:
        organizationId === undefined
          ? { "aws:PrincipalAccount": [environment.accountId], "aws:ResourceAccount": [environment.accountId] }
          : { "aws:PrincipalOrgID": [organizationId], "aws:ResourceOrgID": [organizationId] },
    },
  };
}
