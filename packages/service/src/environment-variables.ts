import * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";

const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

// The last words decide: DB_PASSWORD holds a password, DB_PASSWORD_FILE and DB_SECRET_ARN say where one is.
const secretName =
  /(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|(?:^|_)PWD|(?:^|_)KEY)S?$/i;
const harmlessKey = /PUBLIC_?KEYS?$/i;

/** What a credential in plain text looks like, where there is little chance of error. */
const credentialValues: readonly RegExp[] = [
  /(?:AKIA|ASIA)[A-Z0-9]{16}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /^[a-z][a-z0-9+.-]*:\/\/[^/@:\s]+:[^/@\s]+@/i,
  /^(?:ghp_|gho_|github_pat_|xox[abp]-|sk_live_|rk_live_)/,
];

const mend = "Store it in Secrets Manager and name its ARN under secrets";

/** Whether a text is a credential, or begins as one. */
export function looksLikeCredential(value: string): boolean {
  return credentialValues.some((pattern) => pattern.test(value));
}

/** Whether a variable of this name is there to hold a secret. */
export function namesSecret(name: string): boolean {
  return secretName.test(name) && !harmlessKey.test(name);
}

/** Refuses names that no shell takes, that are given twice, and that speak of a secret. */
export function checkEnvironmentNames(
  checks: ArgumentChecks,
  environment: Readonly<Record<string, pulumi.Input<string>>>,
  secretNames: readonly string[],
): void {
  const names = Object.keys(environment);
  for (const name of [...names, ...secretNames]) {
    checks.matches("environment or secrets", name, variableName, "a variable name of letters, digits and underscores");
  }
  checks.unique("environment and secrets together", [...names, ...secretNames]);
  const revealing = names.find(namesSecret);
  if (revealing !== undefined) {
    checks.fail(
      `environment.${revealing}`,
      "is plain text under a name that speaks of a secret",
      `${mend}. If it only says where a secret is, end the name so (_ARN, _NAME, _ID, _FILE)`,
    );
  }
}

/**
 * The environment as ECS takes it, sorted by name. It is never printed, not even when refused.
 *
 * @throws ArgumentError when a value is a Pulumi secret or looks like a credential.
 */
export function environmentVariables(
  checks: ArgumentChecks,
  environment: Readonly<Record<string, pulumi.Input<string>>>,
): pulumi.Output<{ name: string; value: string }[]> {
  const entries = Object.entries(environment).sort(([one], [other]) => (one < other ? -1 : 1));
  const values = entries.map(([name, value]) => {
    // What is known already is refused at construction, where the stack trace still names the line.
    if (typeof value === "string") checkValue(checks, name, value);
    const output = pulumi.output(value);
    return pulumi
      .all([output, pulumi.isSecret(output)])
      .apply(([text, secret]) => checkedVariable(checks, name, text, secret));
  });
  return pulumi.all(values);
}

function checkedVariable(checks: ArgumentChecks, name: string, value: string, secret: boolean) {
  if (secret) checks.fail(`environment.${name}`, "holds a Pulumi secret, which would be stored in plain text", mend);
  checkValue(checks, name, value);
  return { name, value };
}

function checkValue(checks: ArgumentChecks, name: string, value: string): void {
  if (looksLikeCredential(value)) {
    checks.fail(`environment.${name}`, "looks like a credential", mend);
  }
}
