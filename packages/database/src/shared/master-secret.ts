import * as secretsmanager from "@pulumi/aws/secretsmanager";
import type * as pulumi from "@pulumi/pulumi";

/** A database whose master password RDS manages. */
export interface ManagedMaster {
  masterUserSecrets: pulumi.Output<{ secretArn: string }[]>;
}

/**
 * Writes down the rotation of the master password (45 CFR 164.308(a)(5)(ii)(D)). RDS owns the secret and rotates it
 * without a Lambda function; the interval is its own default of seven days, declared so that a change of it shows.
 *
 * @returns the ARN of the secret, known when the database is.
 */
export function createMasterSecretRotation(
  name: string,
  database: ManagedMaster,
  options: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  // RDS keeps exactly one secret for a database whose password it manages.
  const secretArn = database.masterUserSecrets[0]!.secretArn;
  new secretsmanager.SecretRotation(
    `${name}-master-secret`,
    // RDS has only just written the password; the schedule takes care of the next one.
    { secretId: secretArn, rotationRules: { automaticallyAfterDays: 7 }, rotateImmediately: false },
    options,
  );
  return secretArn;
}
