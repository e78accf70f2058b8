import type * as pulumi from "@pulumi/pulumi";

/** The VPC whose DNS queries are watched over. A `Vpc` or `ExistingVpc` fits. */
export interface DnsProtectionNetwork {
  /** Id of the VPC. */
  vpcId: pulumi.Input<string>;
}

/** The bucket that takes the records of queries. A `LogBucket` for vended logs fits. */
export interface DnsProtectionLogBucket {
  /** ARN of the bucket. */
  bucketArn: pulumi.Input<string>;
  /** Name of the bucket. Where it is given, recording waits for it, and so for the bucket's policy. */
  bucketName?: pulumi.Input<string>;
}

/** The customer managed key of a log group. `KeyRing.logs` fits. */
export interface DnsProtectionKey {
  /** ARN of the key. Its policy has to admit CloudWatch Logs. */
  arn: pulumi.Input<string>;
}

/** A list of domains that AWS keeps, or another account. */
export interface DnsProtectionDomainList {
  /** What the rule is called, for example `malware`. Plain value. */
  name: string;
  /**
   * Id of the list, `rslvr-fdl-…`. AWS's own lists have other ids in each Region; `aws route53resolver
   * list-firewall-domain-lists` tells them.
   */
  id: pulumi.Input<string>;
}

/** How sure DNS Firewall Advanced has to be that a query is an attack. */
export enum DnsProtectionConfidence {
  /** Blocks what is certain. */
  High = "HIGH",
  /** Blocks more, and more of what is harmless. */
  Medium = "MEDIUM",
  /** Blocks what is only suspected. */
  Low = "LOW",
}

/** Arguments of DnsProtection. */
export interface DnsProtectionArgs {
  /** The VPC. */
  network: DnsProtectionNetwork;
  /** Bucket that takes the records of queries; this or `logsKey`. */
  queryLogBucket?: DnsProtectionLogBucket;
  /** Key of a log group that takes the records of queries; this or `queryLogBucket`. */
  logsKey?: pulumi.Input<DnsProtectionKey>;
  /** Days that the log group keeps them, a year or more. Default: 2192. Source: 45 CFR 164.316(b)(2)(i). Plain value. */
  queryLogRetentionDays?: number;
  /**
   * Domains that may be asked for; all others are refused. Names of AWS's own services and hosts are allowed with them,
   * names of private zones have to be listed. `*.example.com` stands for all names below. Up to 1,000. Default: every
   * domain that nothing blocks. Plain list.
   */
  allowedDomains?: string[];
  /** Domains that are refused, up to 1,000. They come before the allowed ones. Default: none. Plain list. */
  blockedDomains?: string[];
  /** Lists of AWS's or of somebody else's whose domains are refused, up to 20. Default: none. Plain list. */
  blockedDomainLists?: DnsProtectionDomainList[];
  /**
   * From what confidence on queries are refused that look like tunneling, or like names that malware computes. Plain
   * value. Default: `HIGH`.
   */
  threatConfidence?: DnsProtectionConfidence;
  /** Place among other rule groups of the VPC, 101 to 9899, the lowest first. Default: 101. Plain value. */
  priority?: number;
  /** Whether answers of zones that are signed are refused where the signature is wrong. Plain value. Default: true. */
  validateSignatures?: boolean;
  /** Whether AWS refuses to take the rules off the VPC. Default: true. */
  deletionProtection?: pulumi.Input<boolean>;
  /** Tags of every resource that takes them. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
