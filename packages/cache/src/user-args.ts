import type * as pulumi from "@pulumi/pulumi";

/** How a user of a cache proves who it is. */
export enum CacheAuthentication {
  /** By a token that AWS signs for its IAM role. There is nothing to keep and nothing to rotate. */
  Iam = "Iam",
  /** By a password, for clients that cannot make tokens. It lies in Secrets Manager and is rotated. */
  Password = "Password",
}

/** What a user of a cache may do with its keys. */
export enum CacheUserAccess {
  /** Every command but the administrative and the dangerous ones. */
  ReadWrite = "ReadWrite",
  /** Reading commands alone. */
  ReadOnly = "ReadOnly",
}

/** A further user of a cache, beside the application's. */
export interface CacheUser {
  /** Name, unique in the cache: lower-case letters, digits and single hyphens. Plain value. */
  name: string;
  /** Key patterns that the user may touch, for example `session:*`. Plain list. Default: those of the cache. */
  keyPatterns?: string[];
  /** What it may do. Plain value. Default: ReadWrite. */
  access?: CacheUserAccess;
  /** How it signs in. Plain value. Default: Iam. */
  authentication?: CacheAuthentication;
  /**
   * First password, required with Password: 16 to 128 printable characters without space, slash, double quote and at
   * sign. It is write-only: it goes to AWS and stands in no state file. Rotation replaces it at once.
   */
  password?: pulumi.Input<string>;
  /**
   * Lambda function that rotates the password, required with Password; AWS's template
   * `SecretsManagerElasticacheUserRotation` fits. Its policy admits `secretsmanager.amazonaws.com`.
   */
  rotationFunctionArn?: pulumi.Input<string>;
  /** Days between rotations, 1 to 90, with Password. Plain value. Default: 30. */
  rotateEveryDays?: number;
}
