import * as elasticache from "@pulumi/aws/elasticache";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import {
  ArgumentError,
  awsEnvironment,
  denyOutsiders,
  policyDocument,
  tags as hipaaTags,
  type AwsEnvironment,
} from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";

/** What a user with a password is made of. */
export interface PasswordUser {
  component: string;
  name: string;
  userId: pulumi.Output<string>;
  accessString: string;
  password: pulumi.Input<string>;
  secretsKeyArn: pulumi.Input<string>;
  rotationFunctionArn: pulumi.Input<string>;
  rotateEveryDays: number;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/**
 * A user whose password lies in Secrets Manager in the form that AWS's rotation template reads, and is rotated as soon
 * as it is there. The secret is closed to everybody outside the account.
 * Source: ElastiCache User Guide, "Automatically rotating passwords for users"; 45 CFR 164.308(a)(5)(ii)(D), 164.312(d).
 */
export function createPasswordUser(
  engine: string,
  user: PasswordUser,
  parent: pulumi.Resource,
): { user: elasticache.User; secretArn: pulumi.Output<string> } {
  const options = { parent };
  const password = checkedPassword(user);
  const account = new elasticache.User(
    user.name,
    {
      engine,
      userId: user.userId,
      userName: user.userId,
      accessString: user.accessString,
      passwordsWo: password,
      // Its number never rises: from the second password on, rotation is what writes.
      passwordsWoVersion: 1,
      tags: user.tags,
    },
    options,
  );
  const secret = new secretsmanager.Secret(
    user.name,
    {
      description: "Password of a user of a cache",
      kmsKeyId: user.secretsKeyArn,
      recoveryWindowInDays: 30,
      tags: hipaaTags(
        {},
        pulumi.output(user.tags).apply((own) => ({ rotate: "true", ...own })),
      ),
    },
    options,
  );
  const policy = closeSecret(user.name, secret, awsEnvironment(parent), options);
  const version = new secretsmanager.SecretVersion(
    user.name,
    { secretId: secret.id, secretStringWo: secretValue(account, user.userId, password), secretStringWoVersion: 1 },
    options,
  );
  const rotation = new secretsmanager.SecretRotation(
    user.name,
    {
      secretId: secret.id,
      rotationLambdaArn: user.rotationFunctionArn,
      rotationRules: { automaticallyAfterDays: user.rotateEveryDays, duration: "4h" },
      rotateImmediately: true,
    },
    { ...options, dependsOn: [version] },
  );
  const secretArn = pulumi.all([secret.arn, policy.id, rotation.id]).apply(([arn]) => arn);
  return { user: account, secretArn };
}

function closeSecret(
  name: string,
  secret: secretsmanager.Secret,
  environment: AwsEnvironment,
  options: pulumi.CustomResourceOptions,
): secretsmanager.SecretPolicy {
  const policy = policyDocument([denyOutsiders(environment, undefined, ["secretsmanager:*"], ["*"])]);
  return new secretsmanager.SecretPolicy(name, { secretArn: secret.arn, blockPublicPolicy: true, policy }, options);
}

function secretValue(
  user: elasticache.User,
  userId: pulumi.Output<string>,
  password: pulumi.Output<string>,
): pulumi.Output<string> {
  return pulumi.secret(
    pulumi
      .all([password, userId, user.arn])
      .apply(([value, username, arn]) => JSON.stringify({ password: value, username, user_arn: arn })),
  );
}

/** The rules of AUTH tokens, which are the stricter ones. Source: ElastiCache User Guide, "Authenticating with AUTH". */
const allowedPassword = /^[!#-.0-?A-~]{16,128}$/;

// It may be an output, so it is known here and not in the constructor. The message never holds it.
function checkedPassword({ component, name, password }: PasswordUser): pulumi.Output<string> {
  return pulumi.secret(password).apply((value) => {
    if (allowedPassword.test(value)) return value;
    throw new ArgumentError(
      component,
      `the password of ${name}`,
      "is not of the form that ElastiCache takes",
      "Give 16 to 128 printable characters without space, slash, double quote and at sign",
    );
  });
}
