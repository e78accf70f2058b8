import type * as pulumi from "@pulumi/pulumi";

/**
 * Roles that call AWS KMS themselves, class by class: envelope encryption in the application, session encryption of
 * ECS Exec, a service-linked role that creates grants. Roles that reach the data through an AWS service (S3, RDS, SQS
 * and so on) need no entry here; an IAM policy that names the key is enough for them.
 */
export interface KeyRingUsers {
  /** ARNs of roles that use the database key directly. Default: none. */
  database?: pulumi.Input<string>[];
  /** ARNs of roles that use the cache key directly. Default: none. */
  cache?: pulumi.Input<string>[];
  /** ARNs of roles that use the documents key directly. Default: none. */
  documents?: pulumi.Input<string>[];
  /** ARNs of roles that use the media key directly. Default: none. */
  media?: pulumi.Input<string>[];
  /** ARNs of roles that use the secrets key directly. Default: none. */
  secrets?: pulumi.Input<string>[];
  /** ARNs of roles that use the logs key directly. Default: none. */
  logs?: pulumi.Input<string>[];
  /** ARNs of roles that use the messaging key directly. Default: none. */
  messaging?: pulumi.Input<string>[];
  /** ARNs of roles that use the backup key directly. Default: none. */
  backup?: pulumi.Input<string>[];
  /** ARNs of roles that use the volumes key directly. Default: none. */
  volumes?: pulumi.Input<string>[];
}

/** What a key ring is made of. Without arguments it is complete and passes the policy pack. */
export interface KeyRingArgs {
  /**
   * ARNs of the roles that manage the keys. They are refused every cryptographic operation, also where an IAM policy
   * allows it, so a role that deploys databases or buckets does not belong here. Default: none, the keys are managed by
   * whoever IAM in the account allows. Source: 45 CFR 164.308(a)(4)(ii)(B).
   */
  administrators?: pulumi.Input<string>[];
  /** Roles that use a key without an AWS service between. Default: none. */
  users?: KeyRingUsers;
  /**
   * ARNs of the only roles that may schedule a key's deletion or disable it. Everybody else, the account's
   * administrators included, is denied. Default: not given, no such denial. An empty list is refused: it would shut
   * out everybody. A stack that is to be destroyed needs its deployment role on the list.
   */
  breakGlassRoles?: pulumi.Input<string>[];
  /**
   * Days from the request to delete a key to its deletion, from 7 to 30. Default: 30, the longest, because data under
   * a deleted key is lost. Source: 45 CFR 164.308(a)(7)(ii)(A).
   */
  deletionWindowDays?: number;
  /** Days between two automatic rotations of the key material, from 90 to 365. Default: 365. */
  rotationPeriodDays?: number;
  /**
   * Whether the keys can be replicated to other Regions, all but `volumes`: Fargate takes no multi-Region key. It cannot
   * be changed later: a change replaces the keys.
   * Default: true when `replicaRegion` is given, else false.
   */
  multiRegion?: boolean;
  /**
   * Region for a replica of each key but `volumes`, for example `us-west-2`, so that backups and replicas of the data can be read
   * there. Default: no replicas. Source: 45 CFR 164.308(a)(7)(ii)(B).
   */
  replicaRegion?: string;
  /**
   * Topic that is told when somebody disables a key, schedules its deletion, stops its rotation or changes its policy.
   * Its own key must not be one of this ring's alone, or the news of that key's end cannot be sent. Replicas are not
   * watched: EventBridge reports in their Region. Needs a trail in this Region. Default: nobody is told.
   * Source: 45 CFR 164.308(a)(1)(ii)(D).
   */
  alarmTopicArn?: pulumi.Input<string>;
  /**
   * Whether Pulumi refuses to delete the keys (resource option `protect`). Default: true. Set it to false for stacks
   * that come and go.
   */
  deletionProtection?: boolean;
  /** Tags of every key, on top of the component's own. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** One key, as other components take it. */
export interface KeyRingKey {
  /** ARN of the key. */
  arn: string;
  /** Id of the key. */
  keyId: string;
  /** Name of the key's alias, with the prefix `alias/`. */
  aliasName: string;
  /** ARN of the replica key, where `replicaRegion` asks for one. */
  replicaArn?: string;
}
