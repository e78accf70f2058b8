import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** A secret without the JSON key, stage and version that a container definition may add to its ARN. */
export interface SecretReference {
  readonly service: "secretsmanager" | "ssm";
  /** What a policy names. */
  readonly arn: string;
}

const secretArn =
  /^(arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@!-]+)(?::[^:]*:[^:]*:[^:]*)?$/;
const parameterArn = /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/[A-Za-z0-9_./-]+$/;

/** Takes `valueFrom` apart. It is shown in the message only when it begins as an ARN, since otherwise it may be a secret. */
export function parseSecretReference(checks: ArgumentChecks, name: string, valueFrom: string): SecretReference {
  const secret = secretArn.exec(valueFrom)?.[1];
  if (secret !== undefined) return { service: "secretsmanager", arn: secret };
  if (parameterArn.test(valueFrom)) return { service: "ssm", arn: valueFrom };
  return checks.fail(
    `secrets "${name}".valueFrom`,
    valueFrom.startsWith("arn:")
      ? `is "${valueFrom}", which is neither a secret nor a parameter`
      : "is not an ARN (it is not shown, for it may be the secret itself)",
    "Give the ARN of a Secrets Manager secret, with :<key>:: behind it for one key of a JSON secret, or of a parameter",
  );
}
