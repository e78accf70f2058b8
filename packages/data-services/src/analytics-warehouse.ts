import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { AnalyticsWarehouseKind, type AnalyticsWarehouseArgs } from "./analytics-warehouse-args";
import { createCluster } from "./analytics-warehouse-cluster";
import { createServerless } from "./analytics-warehouse-serverless";
import { plainInputs } from "./component-inputs";
import { readAnalyticsWarehouseSettings } from "./analytics-warehouse-settings";
import { firstSubnets } from "./subnets";

/**
 * An Amazon Redshift warehouse for PHI, as a cluster or serverless: under a customer managed key, in private subnets, with
 * TLS alone, all its traffic inside of the VPC, every statement logged, and a password that nobody has to know.
 *
 * A client opens the door: it makes an egress rule on its own security group and an ingress rule on
 * {@link securityGroupId} for TCP port 5439.
 *
 * Cost, list prices of us-east-1 in November 2026: two nodes of ra3.xlplus about 1585 USD a month, and 0.024 USD for a GB;
 * serverless 0.36 USD for an hour of an RPU in use, 32 of them by default.
 *
 * @throws ArgumentError for arguments of the other kind, a copy without a key, nodes without managed storage, and what
 * Amazon Redshift does not take.
 * Source: 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(e)(1), 164.308(a)(7)(ii)(A); Architecting for
 * HIPAA Security and Compliance on AWS, "Amazon Redshift".
 */
export class AnalyticsWarehouse extends pulumi.ComponentResource {
  /** Name of host. */
  public readonly address!: pulumi.Output<string>;
  /** Port, 5439. */
  public readonly port!: pulumi.Output<number>;
  /** Database. */
  public readonly databaseName!: pulumi.Output<string>;
  /** ARN of the cluster or namespace, for grants and backups. */
  public readonly warehouseArn!: pulumi.Output<string>;
  /** Security group, without rules. */
  public readonly securityGroupId!: pulumi.Output<string>;
  /** ARN of the administrator's secret. */
  public readonly masterSecretArn!: pulumi.Output<string>;
  /** Name of the cluster or workgroup, which a request for credentials names. */
  public readonly identifier!: pulumi.Output<string>;
  /**
   * ARN that a grant to sign in by IAM names: the database for `redshift:GetClusterCredentialsWithIAM` of a cluster, the
   * workgroup for `redshift-serverless:GetCredentials`.
   */
  public readonly signInArn!: pulumi.Output<string>;

  constructor(name: string, args: AnalyticsWarehouseArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readAnalyticsWarehouseSettings(name, args);
    super("data-services:index:AnalyticsWarehouse", name, plainInputs(args), opts);

    const group = new ec2.SecurityGroup(
      `${name}-security-group`,
      {
        description: `Warehouse ${name}`,
        vpcId: args.network.vpcId,
        revokeRulesOnDelete: true,
        tags: args.tags,
      },
      { parent: this },
    );
    const component = `AnalyticsWarehouse "${name}"`;
    const subnetIds = firstSubnets(component, args.network.dataSubnetIds, settings.availabilityZones);
    const create = settings.kind === AnalyticsWarehouseKind.Serverless ? createServerless : createCluster;
    const warehouse = create(name, args, settings, group, subnetIds, this);

    this.address = warehouse.address;
    this.port = pulumi.output(5439);
    this.databaseName = pulumi.output(settings.databaseName);
    this.warehouseArn = warehouse.arn;
    this.securityGroupId = group.id;
    this.masterSecretArn = warehouse.masterSecretArn;
    this.identifier = warehouse.identifier;
    this.signInArn = warehouse.signInArn;
    this.registerOutputs({
      address: this.address,
      port: this.port,
      databaseName: this.databaseName,
      warehouseArn: this.warehouseArn,
      securityGroupId: this.securityGroupId,
      masterSecretArn: this.masterSecretArn,
      identifier: this.identifier,
      signInArn: this.signInArn,
    });
  }
}
