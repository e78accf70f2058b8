import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketArn, bucketOf, bucketV2Of, companion, policy, tlsDeny } from "../../testing/s3";

const policyOf = (...statements: readonly Record<string, unknown>[]) =>
  resource("aws:s3/bucketPolicy:BucketPolicy", { bucket: "phi-documents", ...policy(...statements) });
const tls12 = (changed: Record<string, unknown> = {}) =>
  tlsDeny({ Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } }, ...changed });
const encryption = companion("bucketServerSideEncryptionConfiguration", {
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }],
});
const bucketPolicy = companion("bucketPolicy", policy(tlsDeny()));
const acceleration = (properties: Record<string, unknown>) => companion("bucketAccelerateConfiguration", properties);

export const transportCases: ServiceCases = {
  "s3-deny-insecure-transport": [
    pass("a bucket with a policy that is wired to it", [bucketOf(), bucketPolicy]),
    pass("a policy joined by the literal name", [
      bucketOf({ bucket: "phi-documents" }),
      companion("bucketPolicy", { bucket: "phi-documents", ...policy(tlsDeny()) }),
    ]),
    pass("a policy whose document is known on update", [bucketOf(), companion("bucketPolicy", { policy: unknown })]),
    pass("the deprecated inline policy", bucketOf(policy(tlsDeny()))),
    pass("the inline policy of the twin", bucketV2Of(policy(tlsDeny()))),
    pass("an inline policy wired to another resource", [
      bucketOf({ policy: ref("text", "json") }),
      resource("random:index:Pet", {}, { name: "text" }),
    ]),
    pass("the twin with a policy of its own", [bucketV2Of(), bucketPolicy]),
    fault("a bucket without any policy", bucketOf({ bucket: "phi-documents" })),
    fault("an inline policy that is empty", bucketOf({ policy: "" })),
    fault(
      "a policy output that the provider computes, as it stands at preview",
      bucketOf({}, "phi", { policy: unknown }),
    ),
    fault("one bucket with a policy and one without", [bucketOf(), bucketPolicy, bucketOf({}, "forgotten")], {
      at: ["forgotten"],
    }),
    fault("a policy of a bucket outside the stack", [
      bucketOf({ bucket: "phi-documents" }),
      companion("bucketPolicy", { bucket: "elsewhere", ...policy(tlsDeny()) }),
    ]),
    undecided("a policy whose bucket is known on update", [
      bucketOf(),
      companion("bucketPolicy", { bucket: unknown, ...policy(tlsDeny()) }),
    ]),
    undecided("a bucket whose name is known on update, beside a policy that names a bucket", [
      bucketOf({ bucket: unknown }),
      companion("bucketPolicy", { bucket: "phi-documents", ...policy(tlsDeny()) }),
    ]),
    fault(
      "an unknown link does not excuse the twin's bucket when it is wired to another one",
      [bucketV2Of({}, "plain"), bucketOf(), bucketPolicy],
      { at: ["plain"] },
    ),
  ],
  "s3-policy-tls-statement": [
    pass("the deny on the bucket and its objects", policyOf(tlsDeny())),
    pass("the deny on every resource", policyOf(tlsDeny({ Resource: "*" }))),
    pass("two statements, one for the bucket and one for its objects", [
      policyOf(tlsDeny({ Resource: bucketArn }), tlsDeny({ Resource: `${bucketArn}/*` })),
    ]),
    pass("a boolean and an AWS principal", [
      policyOf(tlsDeny({ Principal: { AWS: ["*"] }, Condition: { BoolIfExists: { "aws:SecureTransport": false } } })),
    ]),
    pass("keys in another case and a list of actions", [
      policyOf(tlsDeny({ Action: ["s3:GetObject", "S3:*"], Condition: { bool: { "AWS:SecureTransport": "False" } } })),
    ]),
    pass("a policy given as an object", [
      resource("aws:s3/bucketPolicy:BucketPolicy", { bucket: "x", policy: { Statement: tlsDeny() } }),
    ]),
    pass("a wildcard that stands for the bucket and its objects", policyOf(tlsDeny({ Resource: `${bucketArn}*` }))),
    pass("another partition", [
      policyOf(tlsDeny({ Resource: ["arn:aws-us-gov:s3:::phi", "arn:aws-us-gov:s3:::phi/*"] })),
    ]),
    pass("a bucket without an inline policy, which another rule judges", bucketOf()),
    pass("an inline policy with the deny", bucketOf(policy(tlsDeny()))),
    pass("one deny for reading, another for everything else", [
      policyOf(
        tlsDeny({ Action: "s3:Get*" }),
        tlsDeny({ Action: undefined, NotAction: ["s3:GetObject*", "s3:GetBucket*"] }),
      ),
    ]),
    pass("a deny of everything but another service", policyOf(tlsDeny({ Action: undefined, NotAction: "sqs:*" }))),
    pass("a deny unless the request uses TLS", [
      policyOf(tlsDeny({ Condition: { StringNotEquals: { "aws:SecureTransport": "true" } } })),
    ]),
    pass("a deny of old versions that holds where there is none", [
      policyOf(tls12({ Condition: { NumericLessThanIfExists: { "s3:TlsVersion": "1.2" } } })),
    ]),
    pass("one deny within an endpoint, another outside of it", [
      policyOf(
        tlsDeny({
          Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpce": "vpce-1" } },
        }),
        tlsDeny({
          Condition: { Bool: { "aws:SecureTransport": "false" }, StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
        }),
      ),
    ]),
    pass("one deny for a role, another for all but the role", [
      policyOf(
        tlsDeny({ Principal: { AWS: "arn:aws:iam::111122223333:role/a" } }),
        tlsDeny({ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/a" } }),
      ),
    ]),
    fault("one deny for reading, another that leaves out writing", [
      policyOf(tlsDeny({ Action: "s3:Get*" }), tlsDeny({ Action: undefined, NotAction: ["s3:Get*", "s3:Put*"] })),
    ]),
    fault("a deny of everything but one action", policyOf(tlsDeny({ Action: undefined, NotAction: "s3:GetObject" }))),
    fault("one deny within an endpoint, none outside of it", [
      policyOf(
        tlsDeny({
          Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpce": "vpce-1" } },
        }),
        tlsDeny({
          Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpce": "vpce-2" } },
        }),
      ),
    ]),
    fault("a deny of everything but some of the objects", [
      policyOf(tlsDeny({ Resource: undefined, NotResource: `${bucketArn}/public/*` })),
    ]),
    fault("a deny on the objects of each user", [
      policyOf(tlsDeny({ Resource: [bucketArn, `${bucketArn}/\${aws:username}*`] })),
    ]),
    fault("an operator that is none", [
      policyOf(tlsDeny({ Condition: { Boolean: { "aws:SecureTransport": "false" } } })),
    ]),
    pass("a document of which only an Allow is known on update", [
      resource("aws:s3/bucketPolicy:BucketPolicy", {
        bucket: "x",
        policy: { Statement: [tlsDeny(), { Effect: "Allow", Principal: { AWS: unknown }, Action: "s3:GetObject" }] },
      }),
    ]),
    fault("a document without the deny of which an Allow is known on update", [
      resource("aws:s3/bucketPolicy:BucketPolicy", {
        bucket: "x",
        policy: { Statement: [{ Effect: "Allow", Principal: { AWS: unknown }, Action: "s3:GetObject" }] },
      }),
    ]),
    undecided("a deny on resources known on update", [
      resource("aws:s3/bucketPolicy:BucketPolicy", {
        bucket: "x",
        policy: { Statement: [tlsDeny({ Resource: [unknown, `${bucketArn}/*`] })] },
      }),
    ]),
    fault("a policy without the deny", [
      policyOf({
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "s3:*",
        Resource: "*",
      }),
    ]),
    fault("only the objects", policyOf(tlsDeny({ Resource: `${bucketArn}/*` }))),
    fault("only the bucket", policyOf(tlsDeny({ Resource: bucketArn }))),
    fault("only a part of the objects", policyOf(tlsDeny({ Resource: [bucketArn, `${bucketArn}/notes/*`] }))),
    fault("an Allow on TLS, which denies nothing", [
      policyOf(tlsDeny({ Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": "true" } } })),
    ]),
    fault("a deny of TLS itself", policyOf(tlsDeny({ Condition: { Bool: { "aws:SecureTransport": "true" } } }))),
    fault("a deny for one principal", [policyOf(tlsDeny({ Principal: { AWS: "arn:aws:iam::111122223333:root" } }))]),
    fault("a deny for all but one", [
      policyOf(tlsDeny({ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } })),
    ]),
    fault("a deny of one action", policyOf(tlsDeny({ Action: "s3:GetObject" }))),
    fault("a second condition that narrows the deny", [
      policyOf(
        tlsDeny({
          Condition: {
            Bool: { "aws:SecureTransport": "false" },
            StringEquals: { "aws:SourceVpce": "vpce-1" },
          },
        }),
      ),
    ]),
    fault("only old versions of TLS, which plain HTTP does not have", policyOf(tls12())),
    fault("an inline policy without the deny", bucketV2Of(policy(tls12()))),
    undecided("a document known on update", [resource("aws:s3/bucketPolicy:BucketPolicy", { policy: unknown })]),
    undecided(
      "a document that names the bucket's ARN: known on update",
      [
        resource(
          "aws:s3/bucketPolicy:BucketPolicy",
          { policy: json({ Statement: [tlsDeny({ Resource: [ref("phi", "arn"), `${bucketArn}/*`] })] }) },
          { name: "policy" },
        ),
        bucketOf(),
      ],
      { afterUpdate: "pass" },
    ),
    undecided("text that is no policy, which AWS refuses", [
      resource("aws:s3/bucketPolicy:BucketPolicy", { policy: "{" }),
    ]),
    pass("no document, which AWS does not accept", resource("aws:s3/bucketPolicy:BucketPolicy", { bucket: "x" })),
  ],
  "s3-require-tls12": [
    // Of several values one is enough: what is below 1.2 is refused whatever stands beside it.
    pass(
      "a list of floors, one of them high enough",
      policyOf(tls12({ Condition: { NumericLessThan: { "s3:TlsVersion": ["1.2", "1.1"] } } })),
    ),
    fault(
      "a list of floors, all of them too low",
      policyOf(tls12({ Condition: { NumericLessThan: { "s3:TlsVersion": ["1.0", "1.1"] } } })),
    ),
    pass("old versions by name", [
      policyOf(
        tls12({ Condition: { NumericEquals: { "s3:TlsVersion": "1.0" } } }),
        tls12({ Condition: { NumericEquals: { "s3:TlsVersion": "1.1" } } }),
      ),
    ]),
    pass("the deny for all versions but the new ones", [
      policyOf(tls12({ Condition: { NumericNotEquals: { "s3:TlsVersion": ["1.2", "1.3"] } } })),
    ]),
    fault("no floor", policyOf(tls12({ Condition: { NumericLessThan: { "s3:TlsVersion": [] } } }))),

    pass("the deny of old versions", policyOf(tlsDeny(), tls12())),
    pass("a floor of 1.3", policyOf(tls12({ Condition: { NumericLessThan: { "s3:TlsVersion": 1.3 } } }))),
    fault("only the deny of plain HTTP", policyOf(tlsDeny())),
    fault("a floor of 1.1", policyOf(tls12({ Condition: { NumericLessThan: { "s3:TlsVersion": "1.1" } } }))),
    fault("a deny for one principal", policyOf(tls12({ Principal: { AWS: "111122223333" } }))),
    fault("only the objects", policyOf(tls12({ Resource: `${bucketArn}/*` }))),
    undecided("known on update", resource("aws:s3/bucketPolicy:BucketPolicy", { policy: unknown })),
    fault(
      "no document, which refuses nothing",
      resource("aws:s3/bucketPolicy:BucketPolicy", { bucket: "phi-documents" }),
    ),
  ],
  "s3-transfer-acceleration": [
    fault("the inline form with a policy alone", [bucketOf({ accelerationStatus: "Enabled" }), bucketPolicy]),
    pass("the inline form with both", [bucketOf({ accelerationStatus: "Enabled" }), bucketPolicy, encryption]),

    pass("a bucket with a policy and encryption", [
      bucketOf(),
      bucketPolicy,
      encryption,
      acceleration({ status: "Enabled" }),
    ]),
    pass("suspended", [bucketOf(), acceleration({ status: "Suspended" })]),
    pass("no acceleration at all", bucketOf()),
    pass("a bucket of another stack", [acceleration({ bucket: "elsewhere", status: "Enabled" })]),
    fault("a bucket without a policy", [bucketOf(), encryption, acceleration({ status: "Enabled" })], {
      at: ["bucketAccelerateConfiguration"],
    }),
    fault("a bucket without stated encryption", [bucketOf(), bucketPolicy, acceleration({ status: "Enabled" })], {
      at: ["bucketAccelerateConfiguration"],
    }),
    fault("the deprecated inline form", bucketOf({ accelerationStatus: "Enabled" })),
    undecided(
      "a status known on update",
      [bucketOf(), companion("bucketAccelerateConfigurationV2", { status: unknown })],
      { at: ["bucketAccelerateConfigurationV2"] },
    ),
    undecided("a bucket known on update", [acceleration({ bucket: unknown, status: "Enabled" }), bucketOf()]),
  ],
};
