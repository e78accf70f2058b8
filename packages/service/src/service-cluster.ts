import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { checksFor, tags } from "@hipaa-aws/foundation";
import { createAuditLogGroup } from "./audit-log-group";
import type { ServiceClusterArgs } from "./service-cluster-args";

/**
 * An ECS cluster for Fargate: ephemeral storage and session logs under customer-managed keys, Container Insights with
 * enhanced observability.
 *
 * Safeguards: 45 CFR 164.312(a)(2)(iv) encryption, 164.312(b) audit controls, 164.308(a)(1)(ii)(D) activity review.
 *
 * The policy of `volumesKey` must let `fargate.amazonaws.com` call kms:GenerateDataKeyWithoutPlaintext and kms:CreateGrant
 * (for Decrypt) with the encryption context of this account's clusters, and let whoever deploys call kms:DescribeKey.
 * Multi-Region keys and aliases are not supported. Source: "Create an encryption key for Fargate ephemeral storage for
 * Amazon ECS" in the Amazon ECS Developer Guide.
 *
 * Cost in us-east-1 (list prices, November 2026): the cluster itself is free; enhanced Container Insights charges the
 * metrics of each task and service, some 4 USD a month for a small service.
 */
export class ServiceCluster extends pulumi.ComponentResource {
  /** ARN of the cluster. It resolves once the capacity providers are in place, so that services can start on them. */
  public readonly clusterArn!: pulumi.Output<string>;
  /** Name of the cluster. */
  public readonly clusterName!: pulumi.Output<string>;
  /** Log group of sessions through ECS Exec, for `DebugTask`. */
  public readonly sessionLogGroupArn!: pulumi.Output<string>;

  constructor(name: string, args: ServiceClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("ServiceCluster", name);
    checks.matches(
      "name",
      name,
      /^[A-Za-z][A-Za-z0-9_-]*$/,
      "letters, digits, hyphens and underscores, a letter first",
    );
    checks.fitsAutoname(name, 255, "clusters");
    const logsKeyArn = pulumi.output(args.logsKey).apply(({ arn }) => arn);
    const volumesKeyArn = pulumi.output(args.volumesKey).apply(({ arn }) => arn);
    super(
      "service:index:ServiceCluster",
      name,
      { ...args, logsKey: { arn: logsKeyArn }, volumesKey: { arn: volumesKeyArn } },
      opts,
    );

    const allTags = tags({}, args.tags);
    const sessions = createAuditLogGroup(
      `${name}-sessions`,
      args.logsKey,
      args.deletionProtection ?? true,
      args.tags,
      this,
    );
    const cluster = createCluster(name, logsKeyArn, volumesKeyArn, sessions.name, allTags, this);
    const providers = createCapacityProviders(name, args.fargateSpot ?? false, cluster, this);

    this.clusterArn = pulumi.all([cluster.arn, providers.id]).apply(([arn]) => arn);
    this.clusterName = cluster.name;
    this.sessionLogGroupArn = sessions.arn;
    this.registerOutputs({
      clusterArn: this.clusterArn,
      clusterName: this.clusterName,
      sessionLogGroupArn: this.sessionLogGroupArn,
    });
  }
}

function createCluster(
  name: string,
  logsKeyArn: pulumi.Output<string>,
  volumesKeyArn: pulumi.Output<string>,
  sessionLogGroup: pulumi.Output<string>,
  allTags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ecs.Cluster {
  return new ecs.Cluster(
    name,
    {
      settings: [{ name: "containerInsights", value: "enhanced" }],
      configuration: {
        // No service here allows ECS Exec. Whoever turns it on elsewhere still has every session logged and encrypted.
        executeCommandConfiguration: {
          kmsKeyId: logsKeyArn,
          logging: "OVERRIDE",
          logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: sessionLogGroup },
        },
        managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: volumesKeyArn },
      },
      tags: allTags,
    },
    { parent },
  );
}

function createCapacityProviders(
  name: string,
  spot: boolean,
  cluster: ecs.Cluster,
  parent: pulumi.Resource,
): ecs.ClusterCapacityProviders {
  return new ecs.ClusterCapacityProviders(
    `${name}-capacity`,
    {
      clusterName: cluster.name,
      capacityProviders: spot ? ["FARGATE", "FARGATE_SPOT"] : ["FARGATE"],
      defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    },
    { parent },
  );
}
