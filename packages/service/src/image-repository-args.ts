import type * as pulumi from "@pulumi/pulumi";

/** A customer-managed key. */
export interface ImageRepositoryKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Arguments of {@link ImageRepository}. */
export interface ImageRepositoryArgs {
  /**
   * Key of the images, for example `KeyRing.volumes`. ECR uses it by a grant that the creator of the repository makes, so
   * the key policy must allow kms:CreateGrant and kms:DescribeKey through ECR. A change replaces the repository.
   */
  key: pulumi.Input<ImageRepositoryKey>;
  /** Other accounts that may pull, as 12 digits. Default none. Not together with `organizationId`. */
  pullAccountIds?: string[];
  /** Organization whose accounts may pull, for example `o-exampleorgid`. Default none. */
  organizationId?: string;
  /** Tagged images that are kept; older ones expire. Default 50. Keep more than ever run or may be rolled back to. */
  keepImages?: number;
  /** Days after which images without a tag expire. Default 14. */
  untaggedDays?: number;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
