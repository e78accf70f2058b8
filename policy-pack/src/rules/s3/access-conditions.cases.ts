import { fault, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketArn, bucketOf, bucketV2Of, companion, logArchive, policy, tagged, tlsDeny } from "../../testing/s3";

type Conditions = Record<string, Record<string, unknown>>;

const deny = (Action: string, Condition: Conditions, changed: Record<string, unknown> = {}) =>
  tlsDeny({ Action, Resource: `${bucketArn}/*`, Condition, ...changed });
const policyOf = (...statements: readonly Record<string, unknown>[]) =>
  companion("bucketPolicy", policy(...statements));

const phi = tagged({ "hipaa:phi": "true" });
const mode = "s3:x-amz-server-side-encryption";
const keyId = `${mode}-aws-kms-key-id`;
const key = "arn:aws:kms:us-east-1:111122223333:key/k";
const upload = (Condition: Conditions, changed: Record<string, unknown> = {}) =>
  deny("s3:PutObject", Condition, changed);
const otherMode = upload({ StringNotEquals: { [mode]: "aws:kms" }, Null: { [mode]: "false" } });
const otherKey = upload({ StringNotEqualsIfExists: { [keyId]: key } });

const withoutMfa = (changed: Record<string, unknown> = {}, operator = "BoolIfExists") =>
  deny("s3:GetObject*", { [operator]: { "aws:MultiFactorAuthPresent": "false" } }, changed);

const media = (value: unknown) => tagged({ "hipaa:media": value });
const old = (milliseconds: unknown) =>
  deny("s3:GetObject", { NumericGreaterThan: { "s3:signatureAge": milliseconds } });
const query = (changed: Record<string, unknown> = {}) =>
  deny("s3:*", { StringEquals: { "s3:authType": "REST-QUERY-STRING" } }, changed);

export const accessConditionCases: ServiceCases = {
  "s3-deny-unencrypted-uploads": [
    fault("any key allowed", [bucketOf(phi), policyOf(otherMode, upload({ StringNotLike: { [keyId]: "*" } }))]),
    fault("no key named", [bucketOf(phi), policyOf(otherMode, upload({ StringNotEquals: { [keyId]: [] } }))]),
    fault("SSE-S3 allowed beside SSE-KMS", [
      bucketOf(phi),
      policyOf(upload({ StringNotEquals: { [mode]: ["aws:kms", "AES256"] } }), otherKey),
    ]),
    fault("refused only when the header is missing", [
      bucketOf(phi),
      policyOf(upload({ StringNotEquals: { [mode]: "aws:kms" }, Null: { [mode]: "true" } }), otherKey),
    ]),
    fault("refused only when another header is there", [
      bucketOf(phi),
      policyOf(upload({ StringNotEquals: { [mode]: "aws:kms" }, Null: { "s3:prefix": "false" } }), otherKey),
    ]),
    pass("two policies of one bucket", [bucketOf(phi), policyOf(otherMode), { ...policyOf(otherKey), name: "second" }]),
    pass("other modes and other keys refused", [bucketOf(phi), policyOf(otherMode, otherKey)]),
    pass("an inline policy", bucketV2Of({ ...phi, ...policy(otherMode, otherKey) })),
    pass("both KMS modes allowed", [
      bucketOf(phi),
      policyOf(upload({ StringNotEqualsIfExists: { [mode]: ["aws:kms", "aws:kms:dsse"] } }), otherKey),
    ]),
    pass("a bucket that is not tagged as PHI", bucketOf()),
    pass("a bucket for SSE-C", bucketOf(tagged({ "hipaa:phi": "true", "hipaa:encryption": "sse-c" }))),
    fault("no policy", bucketOf(phi)),
    fault("other modes only", [bucketOf(phi), policyOf(otherMode)]),
    fault("other keys only", [bucketOf(phi), policyOf(otherKey)]),
    fault("SSE-S3 allowed", [bucketOf(phi), policyOf(upload({ StringNotEquals: { [mode]: "AES256" } }), otherKey)]),
    fault("refused only when both differ", [
      bucketOf(phi),
      policyOf(upload({ StringNotEquals: { [mode]: "aws:kms", [keyId]: key } })),
    ]),
    fault("a deny for one principal", [
      bucketOf(phi),
      policyOf({ ...otherMode, Principal: { AWS: "111122223333" } }, otherKey),
    ]),
    fault("a deny on one prefix", [bucketOf(phi), policyOf({ ...otherMode, Resource: `${bucketArn}/a/*` }, otherKey)]),
    undecided("a policy known on update", [bucketOf(phi), companion("bucketPolicy", { policy: unknown })]),
    undecided("tags known on update", bucketOf({ tags: unknown })),
  ],
  "s3-log-bucket-mfa-read": [
    pass("a list of actions", [
      bucketOf(logArchive),
      policyOf(withoutMfa({ Action: ["s3:ListBucket", "s3:GetObject"] })),
    ]),
    pass("reading needs MFA", [bucketOf(logArchive), policyOf(withoutMfa())]),
    pass("with services left out", [
      bucketOf(logArchive),
      policyOf(
        deny("s3:*", {
          BoolIfExists: { "aws:MultiFactorAuthPresent": false, "aws:PrincipalIsAWSService": "false" },
        }),
      ),
    ]),
    pass("for all but one role", [
      bucketOf(logArchive),
      policyOf(withoutMfa({ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/siem" } })),
    ]),
    pass("no log archive", bucketOf()),
    fault("no policy", bucketOf(logArchive)),
    fault("another policy", [bucketOf(logArchive), policyOf(tlsDeny())]),
    fault("Bool, which long-term keys pass by", [bucketOf(logArchive), policyOf(withoutMfa({}, "Bool"))]),
    fault("only writing", [bucketOf(logArchive), policyOf(withoutMfa({ Action: "s3:PutObject" }))]),
    fault("only the bucket", [bucketOf(logArchive), policyOf(withoutMfa({ Resource: bucketArn }))]),
    undecided("a policy known on update", [bucketOf(logArchive), companion("bucketPolicy", { policy: unknown })]),
    undecided("a policy whose bucket is known on update", [
      bucketOf(logArchive),
      companion("bucketPolicy", { bucket: unknown, ...policy(withoutMfa()) }),
    ]),
  ],
  "s3-presign-expiry-enforced": [
    fault("young signatures refused", [
      bucketOf(media("presigned")),
      policyOf(deny("s3:GetObject", { NumericLessThan: { "s3:signatureAge": "300000" } })),
    ]),
    fault("the age of something else", [
      bucketOf(media("presigned")),
      policyOf(deny("s3:GetObject", { NumericGreaterThan: { "aws:MultiFactorAuthAge": "300" } })),
    ]),
    fault("old signatures allowed", [bucketOf(media("presigned")), policyOf({ ...old(300000), Effect: "Allow" })]),
    fault("another kind of authentication refused", [
      bucketOf(media("proxied")),
      policyOf(deny("s3:*", { StringEquals: { "s3:authType": "POST" } })),
    ]),
    fault("another key with the same value", [
      bucketOf(media("proxied")),
      policyOf(deny("s3:*", { StringEquals: { "s3:prefix": "REST-QUERY-STRING" } })),
    ]),
    fault("all but presigned URLs refused", [
      bucketOf(media("proxied")),
      policyOf(deny("s3:*", { StringNotEquals: { "s3:authType": "REST-QUERY-STRING" } })),
    ]),
    pass("five minutes", [bucketOf(media("presigned")), policyOf(old("300000"))]),
    pass("an hour, as configured", [bucketOf(media("presigned")), policyOf(old(3600000))], {
      config: { maxSignatureAgeSeconds: 3600 },
    }),
    pass("no presigned URLs where the application serves", [bucketOf(media("proxied")), policyOf(query())]),
    pass("no media", bucketOf()),
    fault("no limit", [bucketOf(media("presigned")), policyOf(tlsDeny())]),
    fault("a day", [bucketOf(media("presigned")), policyOf(old(86400000))]),
    fault("a limit that is no number", [bucketOf(media("presigned")), policyOf(old("soon"))]),
    fault("presigned URLs where the application serves", [bucketOf(media("proxied")), policyOf(old(300000))]),
    fault("presigned URLs refused to one role only", [
      bucketOf(media("proxied")),
      policyOf(query({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } })),
    ]),
    fault("no policy", bucketV2Of(media("proxied"))),
    undecided("a policy known on update", [bucketOf(media("proxied")), companion("bucketPolicy", { policy: unknown })]),
    undecided("tags known on update", bucketOf({ tags: unknown })),
  ],
};
