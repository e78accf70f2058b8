import type * as pulumi from "@pulumi/pulumi";

/** A customer managed key of a PhiWorkflow. Keys of a `KeyRing` fit. */
export interface PhiWorkflowKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** How executions run. */
export enum PhiWorkflowType {
  /** Up to a year, each step exactly once, with a history. */
  Standard = "STANDARD",
  /** Up to five minutes, each step once or more, with the log as its only history. */
  Express = "EXPRESS",
}

/** What the workflow may do: one statement of its role. */
export interface PhiWorkflowGrant {
  /** Name of the statement, letters and digits, unique. Plain value. */
  name: string;
  /** Actions in full, for example `sqs:SendMessage`; wildcards are refused. Plain list. */
  actions: string[];
  /** ARNs; `*` alone is refused. */
  resources: pulumi.Input<string>[];
  /**
   * For KMS actions: the services (IAM prefixes, for example `s3`) through which alone the key may be used, as condition
   * `kms:ViaService`. Default: direct use is allowed too. Plain list.
   */
  viaServices?: string[];
}

/** Arguments of PhiWorkflow. */
export interface PhiWorkflowArgs {
  /**
   * Definition in Amazon States Language, JSON. It carries references, never PHI: the definition can be read by whoever
   * describes the workflow. 1 MB at most.
   */
  definition: pulumi.Input<string>;
  /** Customer managed key of definition, history and data of executions. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<PhiWorkflowKey>;
  /** Customer managed key of the log group; its policy lets CloudWatch Logs use it. `KeyRing.logs` fits. */
  logsKey: pulumi.Input<PhiWorkflowKey>;
  /** How executions run. Fixed at creation. Default: Standard. Plain value. */
  type?: PhiWorkflowType;
  /** ARNs of functions that the workflow calls, in any version. Default: none. Plain list. */
  functionArns?: pulumi.Input<string>[];
  /** What else the workflow may do. Default: nothing. Plain list. */
  grants?: PhiWorkflowGrant[];
  /** Seconds for which Step Functions reuses a data key before it asks for a new one, 60 to 900. Default: 300. Plain value. */
  dataKeyReuseSeconds?: number;
  /** Whether AWS X-Ray traces executions. Default: false. Plain value. */
  tracing?: boolean;
  /** Days for which the log is kept, as CloudWatch Logs takes them. Default: 2192, six years. Plain value. */
  logRetentionDays?: number;
  /** Permissions boundary of the role. Default: none. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Topic of the alarms on failed, timed out and throttled executions. Default: no alarms. */
  alarmTopicArn?: pulumi.Input<string>;
  /** Tags of every resource. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
