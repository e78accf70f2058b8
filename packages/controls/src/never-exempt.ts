/** A rule from which nothing, or nothing that may hold PHI, can be exempted. */
export interface NeverExempt {
  /** `always`, or only where the resource may hold PHI. */
  readonly when: "always" | "may hold PHI";
  /** Why an exemption would defeat the purpose. */
  readonly why: string;
}

const secret = (where: string): NeverExempt => ({
  when: "always",
  why: `a credential ${where} is disclosed to everybody who can read it; there is no risk to accept, only a credential to change`,
});

const everyone = (what: string): NeverExempt => ({
  when: "may hold PHI",
  why: `${what} to people who are not known is a disclosure of PHI that no safeguard makes up for; what holds no PHI is classified so first`,
});

/**
 * The rules that refuse exemptions. Two kinds: credentials in plain text, and data given to everyone without sign-in.
 * A rule on exposure that a network, a sign-in or a firewall may still stop, such as a public address, is not here: a
 * compensating control can answer it. A false alarm of a rule that is here is a defect to report; until it is mended,
 * the rule's level can be lowered, which shows in every report.
 */
export const neverExempt: Readonly<Record<string, NeverExempt>> = {
  "codebuild-source-credentials": secret("in a source address"),
  "ec2-no-secrets-or-phi-in-user-data": secret("in user data"),
  "ecs-secrets-not-plain-env": secret("in a container definition"),
  "general-no-credentials-in-urls": secret("in an address"),
  "lambda-no-secrets-in-env": secret("in a function's environment"),
  "ssm-secure-parameters": secret("in a parameter that is not encrypted"),

  "iam-trust-policy-no-wildcard": {
    when: "always",
    why: "a role that everyone may take has no unique user behind it (45 CFR 164.312(a)(2)(i)); a condition on the account mends it",
  },
  "kms-key-policy-no-wildcard-principal": {
    when: "always",
    why: "a key that everyone may use protects nothing that it encrypts; a condition on the account mends it",
  },
  "secretsmanager-resource-policy": {
    when: "always",
    why: "a secret that everyone may read is no secret",
  },

  "backup-vault-policy-not-public": everyone("giving backups"),
  "dynamodb-resource-policy": everyone("giving tables"),
  "ebs-snapshot-not-shared": everyone("giving snapshots"),
  "glacier-vault-not-public": everyone("giving archives"),
  "kinesis-policy-scoped": everyone("giving streams"),
  "msk-cluster-policy-not-public": everyone("giving streams"),
  "opensearch-access-policy": everyone("giving indexes"),
  "opensearch-domain-policy": everyone("giving indexes"),
  "rds-snapshot-not-shared": everyone("giving snapshots"),
  "s3-no-public-acl": everyone("giving objects"),
  "s3-policy-no-public-principal": everyone("giving objects"),
  "sns-policy-not-public": everyone("giving messages"),
  "sqs-policy-not-public": everyone("giving messages"),
};
