import * as secretsmanager from "@pulumi/aws/secretsmanager";
import { awsEnvironment, denyOutsiders, policyDocument, tags, type ArgumentChecks } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseKey, DatabaseRotatedMaster } from "./types";

/** What the rotation function needs to sign in. */
export interface SignIn {
  /** The engine as AWS's rotation templates name it, for example `postgres`. */
  engine: string;
  host: pulumi.Input<string>;
  port: number;
  username: string;
  databaseName: string;
}

/** What the secret is made from. */
export interface RotatedMasterArgs {
  secretsKey: pulumi.Input<DatabaseKey>;
  rotatedMaster: DatabaseRotatedMaster;
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

const passwordForm = /^(?!.*[/@"])[\x21-\x7e]{16,128}$/;

/**
 * Checks the rotation interval, and the password where it is a plain text. The message never holds it.
 *
 * @returns days between rotations
 */
export function checkRotatedMaster(checks: ArgumentChecks, given: DatabaseRotatedMaster): number {
  if (typeof given.initialPassword === "string" && !passwordForm.test(given.initialPassword))
    checks.fail(
      "rotatedMaster.initialPassword",
      "is not a password that RDS takes",
      'Give 16 to 128 printable ASCII characters without /, @, " and space',
    );
  return checks.integer("rotatedMaster.rotateEveryDays", given.rotateEveryDays ?? 7, 1, 90);
}

/**
 * The master user's secret, for topologies in which RDS cannot manage the password: under the secrets key, closed to
 * everybody outside the account, and rotated as soon as the database is there, so that the initial password ends
 * (45 CFR 164.308(a)(5)(ii)(D), 164.312(d)).
 *
 * @returns the ARN of the secret, known when its policy is in place.
 */
export function createRotatedMaster(
  name: string,
  args: RotatedMasterArgs,
  rotateEveryDays: number,
  signIn: SignIn,
  { parent, dependsOn }: { parent: pulumi.Resource; dependsOn: pulumi.Resource[] },
): pulumi.Output<string> {
  const options = { parent };
  const secret = new secretsmanager.Secret(
    `${name}-master`,
    {
      description: "Master user of a database, rotated by a function",
      kmsKeyId: pulumi.output(args.secretsKey).arn,
      recoveryWindowInDays: 30,
      tags: tags(
        {},
        pulumi.output(args.tags).apply((own) => ({ rotate: "true", ...own })),
      ),
    },
    options,
  );
  const policy = new secretsmanager.SecretPolicy(
    `${name}-master`,
    {
      secretArn: secret.arn,
      blockPublicPolicy: true,
      policy: policyDocument([denyOutsiders(awsEnvironment(parent), undefined, ["secretsmanager:*"], ["*"])]),
    },
    options,
  );
  const version = new secretsmanager.SecretVersion(
    `${name}-master`,
    // Its number never rises: from the second value on, rotation is what writes.
    { secretId: secret.id, secretStringWo: pulumi.secret(credentials(args, signIn)), secretStringWoVersion: 1 },
    options,
  );
  new secretsmanager.SecretRotation(
    `${name}-master`,
    {
      secretId: secret.id,
      rotationLambdaArn: args.rotatedMaster.rotationFunctionArn,
      rotationRules: { automaticallyAfterDays: rotateEveryDays },
      rotateImmediately: true,
    },
    // The function signs in, so the database has to run.
    { ...options, dependsOn: [version, policy, ...dependsOn] },
  );
  return pulumi.all([secret.arn, policy.id]).apply(([arn]) => arn);
}

// The fields that AWS's rotation templates read.
function credentials(args: RotatedMasterArgs, { host, databaseName, ...rest }: SignIn): pulumi.Output<string> {
  return pulumi
    .all([host, args.rotatedMaster.initialPassword])
    .apply(([address, password]) => JSON.stringify({ ...rest, host: address, dbname: databaseName, password }));
}
