import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor, denyOutsiders, policyDocument, tags } from "@hipaa-aws/foundation";
import type { RotatedSecretArgs } from "./rotated-secret-args";

/**
 * A secret that a function rotates: under a customer managed key, closed to everybody outside the account or
 * organization whatever IAM says, recoverable for 30 days, with copies in other Regions where they are asked for.
 *
 * Passwords that RDS manages itself need none of this. Cost, list price of November 2026: 0.40 USD a month for the
 * secret and for each copy, 0.05 USD for 10,000 calls.
 *
 * @throws ArgumentError for periods out of range, or a Region twice.
 * Source: 45 CFR 164.308(a)(5)(ii)(D), 164.312(a)(2)(iv), 164.312(d).
 */
export class RotatedSecret extends pulumi.ComponentResource {
  /** ARN, known once its policy is in place; for `secrets` of a service and for grants. */
  public readonly secretArn!: pulumi.Output<string>;
  /** Name. */
  public readonly secretName!: pulumi.Output<string>;

  constructor(name: string, args: RotatedSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    const settings = readSettings(name, args);
    // The value is left out: what a component is given stands in the state.
    super("keys:index:RotatedSecret", name, { ...args, initialValue: undefined }, opts);
    const parent = { parent: this };

    const secret = new secretsmanager.Secret(
      name,
      {
        description: args.description,
        kmsKeyId: pulumi.output(args.key).apply((key) => key.arn),
        recoveryWindowInDays: settings.recoveryWindowDays,
        replicas: args.replicas?.map(({ region, keyArn }) => ({ region, kmsKeyId: keyArn })),
        tags: tags(
          {},
          pulumi.output(args.tags).apply((own) => ({ rotate: "true", ...own })),
        ),
      },
      parent,
    );
    const policy = new secretsmanager.SecretPolicy(
      `${name}-policy`,
      {
        secretArn: secret.arn,
        // Secrets Manager proves that the policy lets nobody in from everywhere before it takes it.
        blockPublicPolicy: true,
        policy: policyDocument([denyOutsiders(awsEnvironment(this), args.organizationId, ["secretsmanager:*"], ["*"])]),
      },
      parent,
    );
    const version = createFirstVersion(name, args, secret, this);
    new secretsmanager.SecretRotation(
      `${name}-rotation`,
      {
        secretId: secret.id,
        rotationLambdaArn: args.rotationFunctionArn,
        rotationRules: {
          automaticallyAfterDays: settings.rotateEveryDays,
          duration: `${String(settings.rotationWindowHours)}h`,
        },
        // Without a value there is nothing that the function could sign in with.
        rotateImmediately: version !== undefined,
      },
      { ...parent, dependsOn: version === undefined ? [] : [version] },
    );

    this.secretArn = pulumi.all([secret.arn, policy.id]).apply(([arn]) => arn);
    this.secretName = secret.name;
    this.registerOutputs({ secretArn: this.secretArn, secretName: this.secretName });
  }
}

interface RotatedSecretSettings {
  readonly rotateEveryDays: number;
  readonly rotationWindowHours: number;
  readonly recoveryWindowDays: number;
}

function readSettings(name: string, args: RotatedSecretArgs): RotatedSecretSettings {
  const checks = checksFor("RotatedSecret", name);
  checks.matches("description", args.description, /\S/, "a description of what the secret is for");
  checks.unique(
    "replicas",
    (args.replicas ?? []).map(({ region }) => region),
  );
  return {
    rotateEveryDays: checks.integer("rotateEveryDays", args.rotateEveryDays ?? 30, 1, 90),
    rotationWindowHours: checks.integer("rotationWindowHours", args.rotationWindowHours ?? 4, 1, 24),
    recoveryWindowDays: checks.integer("recoveryWindowDays", args.recoveryWindowDays ?? 30, 7, 30),
  };
}

function createFirstVersion(
  name: string,
  args: RotatedSecretArgs,
  secret: secretsmanager.Secret,
  parent: pulumi.Resource,
): secretsmanager.SecretVersion | undefined {
  if (args.initialValue === undefined) return undefined;
  return new secretsmanager.SecretVersion(
    `${name}-initial`,
    // Its number never rises: from the second value on, rotation is what writes.
    { secretId: secret.id, secretStringWo: pulumi.secret(args.initialValue), secretStringWoVersion: 1 },
    { parent },
  );
}
