import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const fn = (variables: unknown, more: Record<string, unknown> = {}) =>
  resource("aws:lambda/function:Function", { environment: { variables }, ...more });
const key = resource("aws:kms/key:Key", {}, { name: "key" });

export const environmentCases: ServiceCases = {
  "lambda-no-secrets-in-env": [
    pass("no environment", resource("aws:lambda/function:Function")),
    pass("names, ARNs, paths, numbers and switches", [
      fn({
        TABLE: "visits",
        DB_SECRET: "arn:aws:secretsmanager:us-east-1:111122223333:secret:db",
        API_TOKEN: "/portal/api-token",
        SESSION_TOKEN: "{{resolve:secretsmanager:db}}",
        MAX_TOKEN: 4096,
        USE_SECRET: "true",
        OIDC_TOKEN: "https://login.example.org/token",
        API_KEY: "",
      }),
    ]),
    pass("a name that only begins like a credential's", fn({ PASSWORD_MIN_LENGTH_RULE: "twelve or more" })),
    pass("a sample key of AWS's documentation", fn({ NOTE: "AKIAIOSFODNN7EXAMPLE" })),
    fault("a literal password", fn({ TABLE: "visits", DB_PASSWORD: "Summer2026!" })),
    fault("a literal API key, whatever the case of its name", fn({ partner_apikey: "f00d" })),
    fault("an access key id under a harmless name", fn({ USER: "AKIAQWERTYUIOPASDFGH" })),
    fault("a private key under a harmless name", fn({ SIGNER: "-----BEGIN RSA PRIVATE KEY-----\nMII" })),
    fault("a token of a vendor", fn({ CHAT: "xoxb-123456789012-abcdef" })),
    fault("a URL with a password", fn({ DATABASE: "postgres://app:hunter2@db.internal/visits" })),
    fault("a literal password beside an unknown", fn({ TABLE: unknown, DB_PASSWORD: "Summer2026!" })),
    undecided("variables known on update", fn(unknown)),
    undecided("a password known on update", fn({ DB_PASSWORD: unknown })),
    undecided(
      "the wired ARN of a secret, known on update",
      [fn({ DB_SECRET: ref("secret", "arn") }), resource("aws:secretsmanager/secret:Secret", {}, { name: "secret" })],
      { afterUpdate: "pass" },
    ),
  ],
  "lambda-env-cmk": [
    pass("no environment", resource("aws:lambda/function:Function")),
    pass("an empty environment", fn({})),
    pass("a wired key", [fn({ TABLE: "visits" }, { kmsKeyArn: ref("key", "arn") }), key]),
    pass("a literal key", fn({ TABLE: "visits" }, { kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/k" })),
    fault("variables and no key", fn({ TABLE: "visits" })),
    fault("variables known on update and no key", fn(unknown)),
    fault("AWS's own key", fn({ TABLE: "visits" }, { kmsKeyArn: "alias/aws/lambda" })),
  ],
};
