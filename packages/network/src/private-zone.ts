import { checksFor, tags } from "@hipaa-aws/foundation";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";

/** The VPC that knows the names. A `Vpc` or `ExistingVpc` fits. */
export interface PrivateZoneNetwork {
  /** Id of the VPC. */
  vpcId: pulumi.Input<string>;
}

/** Arguments of PrivateZone. */
export interface PrivateZoneArgs {
  /** Domain of the zone, for example `internal.clinic.example.com`. Plain value. */
  domainName: string;
  /** The VPC that knows the names of the zone. */
  network: PrivateZoneNetwork;
  /** Ids of further VPCs of this account and Region. Default: none. */
  additionalVpcIds?: pulumi.Input<string>[];
  /** Tags of the zone. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A zone for the names of tiers inside the network: nobody outside its VPCs can ask for them, so the shape of the
 * application is nobody else's to read. Cost: $0.50 a month (November 2026).
 *
 * Source: 45 CFR 164.312(a)(1).
 */
export class PrivateZone extends pulumi.ComponentResource {
  /** Id of the zone, for records. */
  public readonly zoneId!: pulumi.Output<string>;
  /** Domain of the zone. */
  public readonly domainName!: pulumi.Output<string>;

  /** @throws ArgumentError for what is no domain, or more VPCs than AWS takes. */
  constructor(name: string, args: PrivateZoneArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:PrivateZone", name, args, opts);
    const checks = checksFor("PrivateZone", name);
    checks.matches(
      "domainName",
      args.domainName,
      /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
      "a domain in small letters, without a dot at its end, for example internal.clinic.example.com",
    );
    const more = args.additionalVpcIds ?? [];
    checks.integer("additionalVpcIds.length", more.length, 0, vpcsPerZone - 1);
    const zone = new route53.Zone(
      name,
      {
        name: args.domainName,
        vpcs: [args.network.vpcId, ...more].map((vpcId) => ({ vpcId })),
        forceDestroy: false,
        tags: tags({}, args.tags),
      },
      { parent: this },
    );
    this.zoneId = zone.zoneId;
    this.domainName = zone.name;
    this.registerOutputs({ zoneId: this.zoneId, domainName: this.domainName });
  }
}

/** Source: Amazon Route 53 Developer Guide, "Quotas on hosted zones". */
const vpcsPerZone = 300;
