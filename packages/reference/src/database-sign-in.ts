import type * as pulumi from "@pulumi/pulumi";
import { RotatedSecret, type KeyRing } from "@hipaa-aws/keys";
import type { FargateServiceConnectionArgs, ServiceAccessArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { Database } from "./database";

/** Database user that the app tier signs in as. */
export const databaseUser = "app";

/** Creates the secret of the application's user, where the engine knows no sign-in by IAM; a function rotates it. */
export function createUserSecret(
  name: string,
  { database: { userRotationFunctionArn } = {}, organizationId, tags }: HipaaWebApplicationArgs,
  keys: KeyRing,
  parent: pulumi.Resource,
): pulumi.Output<string> | undefined {
  if (userRotationFunctionArn === undefined) return undefined;
  const secret = new RotatedSecret(
    `${name}-database-user`,
    {
      description: `Sign-in of the user ${databaseUser} to the database of ${name}`,
      key: keys.secrets,
      rotationFunctionArn: userRotationFunctionArn,
      organizationId,
      tags,
    },
    { parent },
  );
  return secret.secretArn;
}

/** Sign-in to the database: by IAM as one user, or by that user's secret. */
export function databaseAccess(database: Database, keys: KeyRing): Pick<ServiceAccessArgs, "databases" | "secrets"> {
  const { userSecretArn: secretArn } = database;
  if (secretArn === undefined) return { databases: [{ name: "database", database, user: databaseUser }] };
  return { secrets: [{ name: "database-user", secretArn, key: keys.secrets }] };
}

/** The way to a database that is signed in to by a secret; with IAM the access is the way too. */
export function databaseConnections(database: Database): FargateServiceConnectionArgs[] {
  if (database.userSecretArn === undefined) return [];
  return [{ name: "database", securityGroupId: database.securityGroupId, port: database.port }];
}

/** Names and addresses; where there is a password, the ARN of its secret. */
export function databaseEnvironment(database: Database): Record<string, pulumi.Input<string>> {
  const { address, port, databaseName, userSecretArn } = database;
  return {
    DATABASE_HOST: address,
    DATABASE_PORT: port.apply(String),
    ...(databaseName && { DATABASE_NAME: databaseName }),
    DATABASE_USER: databaseUser,
    ...(userSecretArn && { DATABASE_SECRET_ARN: userSecretArn }),
  };
}
