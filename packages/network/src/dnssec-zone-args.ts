import type * as pulumi from "@pulumi/pulumi";

/** A customer managed key in us-east-1. */
export interface DnssecZoneKey {
  /** ARN of the key, in us-east-1. Its policy has to admit CloudWatch Logs of that Region. */
  arn: pulumi.Input<string>;
}

/** Arguments of DnssecZone. */
export interface DnssecZoneArgs {
  /** Domain of a new public zone, for example `clinic.example.com`; this or `zoneId`. Plain value. */
  domainName?: string;
  /** Id of a public zone that is there already; this or `domainName`. */
  zoneId?: pulumi.Input<string>;
  /**
   * Name of the key-signing key in the zone, letters, digits and underscores. Another name makes another key; put its DS
   * record at the parent before the old one goes. Plain value. Default: `primary`.
   */
  signingKeyName?: string;
  /** ARNs of roles that may administer the KMS key, besides whom IAM of the account allows. Default: none. */
  keyAdministratorArns?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Key of a log group for the queries of the zone; it lies in us-east-1, where AWS writes them. Default: queries are
   * not recorded. Only with `domainName`, after which the group is named.
   */
  queryLogKey?: pulumi.Input<DnssecZoneKey>;
  /** Days that the queries are kept, a year or more. Default: 2192. Plain value. */
  queryLogRetentionDays?: number;
  /**
   * Topic in us-east-1 that is told when a signature fails or the key needs care; the zone is off the internet soon
   * after. Default: none.
   */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource that takes them. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
