import type * as pulumi from "@pulumi/pulumi";

/** The customer managed key of a RotatedSecret. `KeyRing.secrets` fits. */
export interface RotatedSecretKey {
  /** ARN of the KMS key. */
  arn: pulumi.Input<string>;
}

/** A further Region that holds a copy of a RotatedSecret. */
export interface RotatedSecretReplica {
  /** Region, for example `us-west-2`. Plain value. */
  region: string;
  /** ARN of a customer managed key in that Region. `KeyRingKey.replicaArn` fits. */
  keyArn: pulumi.Input<string>;
}

/** Arguments of RotatedSecret. */
export interface RotatedSecretArgs {
  /** What the secret is for; no part of it. Shown in the console and in audits. Plain value. */
  description: string;
  /** Customer managed key. Source: 45 CFR 164.312(a)(2)(iv). */
  key: pulumi.Input<RotatedSecretKey>;
  /**
   * Lambda function that rotates the secret. Its resource policy admits `secretsmanager.amazonaws.com`; it has to be in
   * place before. Source: AWS Secrets Manager User Guide, "Rotation by Lambda function".
   */
  rotationFunctionArn: pulumi.Input<string>;
  /** Days between rotations, 1 to 90. Default: 30. Source: 45 CFR 164.308(a)(5)(ii)(D). Plain value. */
  rotateEveryDays?: number;
  /** Hours of the window in which a rotation begins, 1 to 24. Default: 4. Plain value. */
  rotationWindowHours?: number;
  /**
   * First value, JSON in the form that the rotation function reads. It is write-only: it goes to AWS and stands in no
   * state file. Default: none, and the secret is empty until somebody or something puts a value.
   */
  initialValue?: pulumi.Input<string>;
  /** Days for which a deleted secret can be brought back, 7 to 30. Default: 30. Plain value. */
  recoveryWindowDays?: number;
  /** Further Regions, for recovery. Default: none. Plain list. */
  replicas?: RotatedSecretReplica[];
  /** AWS organization; nobody outside it gets in. Default: this account alone. */
  organizationId?: pulumi.Input<string>;
  /** Tags of the secret, on top of `rotate=true`. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
