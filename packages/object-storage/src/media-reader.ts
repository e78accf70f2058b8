import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import {
  ArgumentError,
  arn,
  awsEnvironment,
  policyDocument,
  viaService,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import type { MediaStoreArgs } from "./media-store-args";
import type { MediaStoreSettings } from "./media-store-settings";
import { PhiBucketEncryption } from "./phi-bucket-encryption";

const reads = ["s3:GetObject", "s3:GetObjectVersion"];

/** The role that reads media, with its ARN made of its name: known at preview, before the role exists. */
export interface MediaReader {
  role: iam.Role;
  arn: pulumi.Output<string>;
}

/**
 * The role that reads media, or signs URLs for them. The application takes it for one user at a time and says who that
 * is: without a source identity there is no session, and it stands in every data event of the trail.
 * Source: IAM User Guide, "Monitor and control actions taken with assumed roles"; 45 CFR 164.312(a)(2)(i), 164.312(b).
 */
export function mediaReader(name: string, suffix: string, args: MediaStoreArgs, parent: pulumi.Resource): MediaReader {
  const trust = policyDocument([
    {
      sid: "AssumeForNamedUser",
      principals: { aws: args.applicationRoleArns },
      actions: ["sts:AssumeRole", "sts:SetSourceIdentity"],
      conditions: { StringLike: { "sts:SourceIdentity": ["?*"] } },
    },
  ]);
  const role = new iam.Role(
    `${name}-${suffix}`,
    { assumeRolePolicy: trust.apply((document) => fitting(name, document)), maxSessionDuration: 3600, tags: args.tags },
    { parent },
  );
  const path = pulumi.interpolate`role/${role.name}`;
  return { role, arn: arn(awsEnvironment(parent), "iam", path, { region: "" }) };
}

/** Characters of a trust policy. Source: IAM User Guide, "IAM and AWS STS quotas". */
const longestTrustPolicy = 2048;

// Roles may be outputs, with paths of any length, so the length is only known here.
function fitting(name: string, document: string): string {
  if (document.length <= longestTrustPolicy) return document;
  throw new ArgumentError(
    `MediaStore "${name}"`,
    "applicationRoleArns",
    `make a trust policy of ${document.length} characters, and IAM takes ${longestTrustPolicy}`,
    "Give fewer roles, or roles with shorter paths",
  );
}

/** An access point through which objects are read from the VPC and from nowhere else. */
export function mediaAccessPoint(
  name: string,
  bucketName: pulumi.Input<string>,
  vpcId: pulumi.Input<string>,
  parent: pulumi.Resource,
): s3.AccessPoint {
  return new s3.AccessPoint(
    `${name}-reader`,
    {
      bucket: bucketName,
      vpcConfiguration: { vpcId },
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    },
    { parent },
  );
}

/** What the role may do: read objects below the prefix, through the access point where there is one, and decrypt them. */
export function readPermissions(
  bucketArn: pulumi.Input<string>,
  accessPoint: s3.AccessPoint | undefined,
  keyArn: pulumi.Input<string>,
  args: MediaStoreArgs,
  { prefix }: MediaStoreSettings,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const objects = pulumi.interpolate`${bucketArn}/${prefix}*`;
  const statements: PolicyStatement[] = [];
  if (accessPoint === undefined) {
    statements.push({ sid: "ReadMedia", actions: reads, resources: [objects] });
  } else {
    // S3 asks both the access point and the bucket behind it.
    const through = [accessPoint.arn];
    statements.push(
      {
        sid: "ReadMediaThroughAccessPoint",
        actions: reads,
        resources: [pulumi.interpolate`${accessPoint.arn}/object/${prefix}*`],
      },
      {
        sid: "ReadMediaBehindAccessPoint",
        actions: reads,
        resources: [objects],
        conditions: { StringEquals: { "s3:DataAccessPointArn": through } },
      },
    );
  }
  if (args.encryption !== PhiBucketEncryption.CustomerProvided) {
    statements.push({
      sid: "DecryptThroughS3",
      actions: ["kms:Decrypt"],
      resources: [keyArn],
      conditions: viaService(awsEnvironment(parent), "s3"),
    });
  }
  if (args.clientKey !== undefined) {
    const clientKeyArn = pulumi.output(args.clientKey).apply((key) => key.arn);
    statements.push({ sid: "DecryptByClient", actions: ["kms:Decrypt"], resources: [clientKeyArn] });
  }
  return policyDocument(statements);
}
