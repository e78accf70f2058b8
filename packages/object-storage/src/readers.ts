import type * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "@hipaa-aws/foundation";
import { objectsOf } from "./bucket-policy";

const reads = ["s3:GetObject", "s3:GetObjectVersion"];
const writes = ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject"];

type Arns = pulumi.Input<pulumi.Input<string>[]>;

/** Who may read, and how. Nothing given, nothing denied. */
export interface ReaderLimits {
  readerArns?: Arns;
  requireSourceIdentity?: boolean;
  vpcEndpointIds?: Arns;
  exemptArns?: Arns;
}

/**
 * Denies objects to everybody but the named readers, outside the named VPC endpoints, and without a source identity,
 * as far as the arguments ask for it. AWS services that act for themselves pass, and so do `exemptArns`; replication
 * uses actions of its own.
 */
export function readerStatements(bucket: s3.Bucket, args: ReaderLimits): PolicyStatement[] {
  const exempt = args.exemptArns;
  const statements: PolicyStatement[] = [];
  if (args.readerArns !== undefined) {
    const readers = joined(args.readerArns, exempt);
    statements.push(deny("DenyOtherReaders", bucket, reads, { ArnNotLike: { "aws:PrincipalArn": readers } }));
  }
  if (args.requireSourceIdentity === true) {
    statements.push(
      deny("DenyUnnamedReaders", bucket, reads, { Null: { "aws:SourceIdentity": ["true"] }, ...past(exempt) }),
    );
  }
  if (args.vpcEndpointIds !== undefined) {
    const elsewhere = { StringNotEquals: { "aws:SourceVpce": args.vpcEndpointIds } };
    statements.push(deny("DenyOtherNetworks", bucket, [...reads, ...writes], { ...elsewhere, ...past(exempt) }));
  }
  return statements;
}

/** Denies reading objects where the conditions hold, to all but AWS services that act for themselves. */
export function readsDeny(
  sid: string,
  bucket: s3.Bucket,
  conditions: NonNullable<PolicyStatement["conditions"]>,
): PolicyStatement {
  return deny(sid, bucket, reads, conditions);
}

function past(exempt: Arns | undefined): NonNullable<PolicyStatement["conditions"]> {
  return exempt === undefined ? {} : { ArnNotLike: { "aws:PrincipalArn": exempt } };
}

function joined(readers: Arns, exempt: Arns | undefined): pulumi.Output<string[]> {
  return pulumi.all([readers, exempt ?? []]).apply(([first, second]) => [...first, ...second]);
}

function deny(
  sid: string,
  bucket: s3.Bucket,
  actions: string[],
  conditions: NonNullable<PolicyStatement["conditions"]>,
): PolicyStatement {
  return {
    sid,
    effect: "Deny",
    principals: "*",
    actions,
    resources: [objectsOf(bucket)],
    conditions: {
      ...conditions,
      BoolIfExists: { ...conditions["BoolIfExists"], "aws:PrincipalIsAWSService": ["false"] },
    },
  };
}
