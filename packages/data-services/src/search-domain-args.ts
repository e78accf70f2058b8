import type * as pulumi from "@pulumi/pulumi";

/** A customer managed key of a SearchDomain. Keys of a `KeyRing` fit. */
export interface SearchDomainKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** Where a SearchDomain lies. A `Vpc` fits. */
export interface SearchDomainNetwork {
  /** The VPC. */
  vpcId: pulumi.Input<string>;
  /** Private subnets, one for each Availability Zone. */
  dataSubnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** A name of your own for a SearchDomain. */
export interface SearchDomainEndpoint {
  /** Name. */
  domainName: pulumi.Input<string>;
  /** ARN of its certificate, of the same Region. */
  certificateArn: pulumi.Input<string>;
}

/** Arguments of SearchDomain. */
export interface SearchDomainArgs {
  /** VPC and subnets. Fixed at creation. Source: 45 CFR 164.312(e)(1). */
  network: SearchDomainNetwork;
  /** Customer managed key of indexes, snapshots and swap. Fixed at creation. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<SearchDomainKey>;
  /** Customer managed key of the logs; its policy lets CloudWatch Logs use it. `KeyRing.logs` fits. */
  logsKey: pulumi.Input<SearchDomainKey>;
  /** ARN of the IAM role that administers users, roles and indexes. There are no passwords. */
  administratorArn: pulumi.Input<string>;
  /** ARNs of the roles that send requests; what each may do is up to roles inside of the domain. Plain list. */
  clientArns: pulumi.Input<string>[];
  /** Engine, from `OpenSearch_2.19`. Default: `OpenSearch_2.19`. Plain value. */
  engineVersion?: string;
  /** Availability Zones, 2 or 3. Default: 3. Plain value. */
  availabilityZones?: number;
  /** Whether one of three zones stands by, ready to take over within a minute. Default: true with three. Plain value. */
  standby?: boolean;
  /** Data nodes: a multiple of the zones, 80 at most. Default: one in each zone. Plain value. */
  dataNodes?: number;
  /** Type of the data nodes. Default: `r7g.large.search`. Plain value. */
  instanceType?: string;
  /** Type of the three dedicated managers. Default: `m7g.large.search`. Plain value. */
  managerType?: string;
  /** GiB of each data node, 10 to 24,576. Default: 100. Plain value. */
  volumeGib?: number;
  /** Name of your own. Default: the name that AWS gives. */
  endpoint?: SearchDomainEndpoint;
  /**
   * Whether to make the service-linked role by which domains enter a VPC. An account has one: one stack makes it.
   * Default: false. Plain value.
   */
  serviceLinkedRole?: boolean;
  /** Days for which both logs are kept, as CloudWatch Logs takes them. Default: 2192, six years. Plain value. */
  logRetentionDays?: number;
  /** Retention lock: Pulumi refuses to delete the domain. Default: true. Plain value. */
  deletionProtection?: boolean;
  /** Topic of the alarms on health, space, snapshots and the key. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
