import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const secret = (properties: Properties = {}, name = "subject") =>
  resource("aws:secretsmanager/secret:Secret", properties, { name });
const rotation = (properties: Properties) =>
  resource("aws:secretsmanager/secretRotation:SecretRotation", properties, { name: "rotation" });
const policy = (properties: Properties) => resource("aws:secretsmanager/secretPolicy:SecretPolicy", properties);
const version = (properties: Properties) => resource("aws:secretsmanager/secretVersion:SecretVersion", properties);
const everyone = {
  Statement: [{ Effect: "Allow", Principal: "*", Action: "secretsmanager:GetSecretValue", Resource: "*" }],
};
const subjectRotation = (properties: Properties) => ({ ...rotation(properties), name: "subject" });

export const secretsManagerCases: ServiceCases = {
  "secretsmanager-cmk": [
    pass("a wired key", secret({ kmsKeyId: unknown })),
    pass(
      "a key by ARN, in the replica as well",
      secret({ kmsKeyId: "arn:aws:kms:a:1:key/b", replicas: [{ kmsKeyId: "mrk-1" }] }),
    ),
    fault("no key", secret()),
    fault("AWS's own key", secret({ kmsKeyId: "alias/aws/secretsmanager" })),
    fault("a replica without a key", secret({ kmsKeyId: "key", replicas: [{ region: "us-west-2" }] })),
    undecided("replicas known on update", secret({ kmsKeyId: "key", replicas: unknown })),
  ],
  "secretsmanager-rotation": [
    pass("a secret nobody uses as database credentials", secret()),
    pass("tagged, and rotated", [secret({ tags: { rotate: "true" } }), rotation({ secretId: ref("subject") })]),
    fault("tagged, and not rotated", secret({ tags: { rotate: "true" } })),
    fault("credentials of a proxy, not rotated", [
      secret(),
      resource("aws:rds/proxy:Proxy", { auths: [{ secretArn: ref("subject", "arn") }] }, { name: "proxy" }),
    ]),
    pass("credentials of an endpoint that the owner tagged not to rotate", [
      secret({ tags: { rotate: "false" } }),
      resource("aws:dms/endpoint:Endpoint", { secretsManagerArn: ref("subject", "arn") }, { name: "endpoint" }),
    ]),
    undecided("a rotation of a secret known on update", [
      secret({ tags: { rotate: "true" } }),
      rotation({ secretId: unknown }),
    ]),
    undecided("a tag known on update", secret({ tags: { rotate: unknown } })),
  ],
  "secretsmanager-rotation-interval": [
    pass("every 30 days", subjectRotation({ rotationRules: { automaticallyAfterDays: 30 } })),
    pass("a monthly schedule", subjectRotation({ rotationRules: { scheduleExpression: "cron(0 4 1 * ? *)" } })),
    fault("every 91 days", subjectRotation({ rotationRules: { automaticallyAfterDays: 91 } })),
    fault("a yearly schedule", subjectRotation({ rotationRules: { scheduleExpression: "cron(0 4 1 1 ? *)" } })),
    fault("no interval", subjectRotation({ rotationRules: {} })),
    fault("switched off", subjectRotation({ rotationEnabled: false, rotationRules: { automaticallyAfterDays: 30 } })),
    undecided("an interval known on update", subjectRotation({ rotationRules: { automaticallyAfterDays: unknown } })),
  ],
  "secretsmanager-resource-policy": [
    pass(
      "one account",
      policy({ policy: json({ Statement: [{ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "*" }] }) }),
    ),
    pass(
      "a denial for everyone",
      policy({ policy: json({ Statement: { Effect: "Deny", Principal: "*", Action: "*" } }) }),
    ),
    fault("everyone", policy({ policy: json(everyone) })),
    fault(
      "all but one account",
      policy({ policy: json({ Statement: { Effect: "Allow", NotPrincipal: { AWS: "1" }, Action: "*" } }) }),
    ),
    undecided("a policy known on update", policy({ policy: unknown })),
    pass("no document, which AWS does not accept", policy({})),
  ],
  "secretsmanager-block-public-policy": [
    pass("asked for", policy({ blockPublicPolicy: true })),
    pass(
      "asked for, of a broad policy, which another rule reports",
      policy({ blockPublicPolicy: true, policy: json(everyone) }),
    ),
    fault("nothing said", policy({})),
    fault("switched off", policy({ blockPublicPolicy: false })),
    undecided("known on update", policy({ blockPublicPolicy: unknown })),
  ],
  "secretsmanager-no-plaintext-version": [
    pass("the write-only input", version({ secretStringWo: "x", secretStringWoVersion: 1 })),
    pass("a binary value", version({ secretBinary: "eA==" })),
    fault("a value in state", version({ secretString: "x" })),
    fault("a value known on update, which state will hold", version({ secretString: unknown })),
    pass("no value", version({})),
  ],
  "secretsmanager-recovery-window": [
    pass("nothing said, which means 30 days", secret()),
    pass("7 days", secret({ recoveryWindowInDays: 7 })),
    fault("none", secret({ recoveryWindowInDays: 0 })),
    undecided("known on update", secret({ recoveryWindowInDays: unknown })),
  ],
};
