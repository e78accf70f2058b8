import type * as pulumi from "@pulumi/pulumi";

/** A customer-managed key. */
export interface ServiceClusterKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Arguments of {@link ServiceCluster}. */
export interface ServiceClusterArgs {
  /**
   * Key of the tasks' ephemeral storage, for example `KeyRing.volumes`. A single-Region key whose policy lets Fargate use
   * it.
   */
  volumesKey: pulumi.Input<ServiceClusterKey>;
  /** Key of the session log group and of sessions, for example `KeyRing.logs`. */
  logsKey: pulumi.Input<ServiceClusterKey>;
  /** Whether services may use Fargate Spot. Default false: AWS may stop Spot tasks with two minutes' notice. */
  fargateSpot?: boolean;
  /** Whether AWS refuses to delete the session log group. Default true; turn it off before the stack is destroyed. */
  deletionProtection?: boolean;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
