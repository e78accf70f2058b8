import { checksFor } from "@hipaa-aws/foundation";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

/** What internet gateways of an account still let through. */
export enum PublicAccessBlockMode {
  /** Nothing, either way. */
  Bidirectional = "block-bidirectional",
  /** What a NAT gateway or egress-only gateway opens; nothing from outside. */
  Ingress = "block-ingress",
}

/** Arguments of PublicAccessBlock. */
export interface PublicAccessBlockArgs {
  /** What is blocked. Plain value. Default: both ways. */
  mode?: PublicAccessBlockMode;
}

/**
 * VPC Block Public Access for the whole account in one Region: whatever routes, groups and addresses somebody makes,
 * internet gateways let nothing through but to subnets that are exempt by name. `Vpc` exempts its own by
 * `publicAccessExemption`; with the option `dependsOn` the block comes after them, which AWS takes before there is one,
 * and cuts nothing off in between. One in each account and Region; its removal turns the block off. Free.
 *
 * Source: 45 CFR 164.312(e)(1), 164.312(a)(1).
 */
export class PublicAccessBlock extends pulumi.ComponentResource {
  /** What is blocked. */
  public readonly mode!: pulumi.Output<string>;

  /** @throws ArgumentError for a mode that is none. */
  constructor(name: string, args: PublicAccessBlockArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:PublicAccessBlock", name, args, opts);
    const mode = checksFor("PublicAccessBlock", name).oneOf(
      "mode",
      args.mode ?? PublicAccessBlockMode.Bidirectional,
      Object.values(PublicAccessBlockMode),
    );
    const block = new ec2.VpcBlockPublicAccessOptions(
      name,
      { internetGatewayBlockMode: mode },
      // What a component depends on its children do not: said again, the block waits for exemptions of what is in use.
      { parent: this, ...(opts?.dependsOn && { dependsOn: opts.dependsOn }) },
    );
    this.mode = block.internetGatewayBlockMode;
    this.registerOutputs({ mode: this.mode });
  }
}
