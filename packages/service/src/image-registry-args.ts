import type * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link ImageRegistry}. */
export interface ImageRegistryArgs {
  /**
   * Regions that get a copy of every image, for example the one of disaster recovery, at most 25. Default none. A copied
   * repository has the settings of the Region's creation template, or AWS's own. Plain list.
   */
  replicaRegions?: string[];
  /**
   * Whether Amazon ECR signs every image that is pushed, with the profile of this component. Default true. Whoever pushes
   * needs `signer:SignPayload` on the profile.
   */
  signing?: boolean;
  /**
   * Months for which a signature is valid, 1 to 135. Default 135, AWS's longest: an image whose signature is over can be
   * deployed no more, not even by a rollback. A change replaces the profile.
   */
  signatureMonths?: number;
  /** Tags of every resource that takes tags. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
