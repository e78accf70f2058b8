import { checksFor, tags } from "@hipaa-aws/foundation";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

/** The network whose data tier is proven closed. A `Vpc` or `ExistingVpc` fits. */
export interface NetworkAccessScopeNetwork {
  /** Subnets of the data tier. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** Arguments of NetworkAccessScope. */
export interface NetworkAccessScopeArgs {
  /** The network. */
  network: NetworkAccessScopeNetwork;
  /** Tags of the scope. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A statement for Network Access Analyzer to refute: a path between an internet gateway and the data tier, either way.
 * An analysis of it reads routes, groups and ACLs as they are, whoever made them, and finds nothing where the tier is
 * closed: evidence for the periodic evaluation. The scope is free; an analysis is $0.002 for each network interface
 * (November 2026). Start one with `aws ec2 start-network-insights-access-scope-analysis`.
 *
 * Source: 45 CFR 164.308(a)(8), 164.312(a)(1).
 */
export class NetworkAccessScope extends pulumi.ComponentResource {
  /** Id of the scope, to start an analysis with. */
  public readonly scopeId!: pulumi.Output<string>;
  /** ARN of the scope. */
  public readonly scopeArn!: pulumi.Output<string>;

  /** @throws ArgumentError where the network tells no data tier. */
  constructor(name: string, args: NetworkAccessScopeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:NetworkAccessScope", name, args, opts);
    const { dataSubnetIds } = args.network;
    if (Array.isArray(dataSubnetIds) && dataSubnetIds.length === 0) {
      checksFor("NetworkAccessScope", name).fail("network.dataSubnetIds", "has 0 elements", "Give at least 1");
    }
    const internet = { resourceStatement: { resourceTypes: ["AWS::EC2::InternetGateway"] } };
    const data = { resourceStatement: { resources: dataSubnetIds } };
    const scope = new ec2.NetworkInsightsAccessScope(
      name,
      {
        matchPaths: [
          { source: internet, destination: data },
          { source: data, destination: internet },
        ],
        tags: tags({}, args.tags, name),
      },
      { parent: this },
    );
    this.scopeId = scope.id;
    this.scopeArn = scope.arn;
    this.registerOutputs({ scopeId: this.scopeId, scopeArn: this.scopeArn });
  }
}
