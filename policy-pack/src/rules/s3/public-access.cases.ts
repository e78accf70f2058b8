import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketArn, both, bucketOf, bucketV2Of, companion, policy, tlsDeny } from "../../testing/s3";

const on = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const block = (properties: Record<string, unknown>) => companion("bucketPublicAccessBlock", properties);
const accountBlock = (properties: Record<string, unknown>) =>
  resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", properties, { name: "account" });
const alone = (properties: Record<string, unknown>) =>
  resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { bucket: "phi", ...properties });
const accessPoint = (properties: Record<string, unknown>) => resource("aws:s3/accessPoint:AccessPoint", properties);
const multiRegion = (publicAccessBlock: unknown) =>
  resource("aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint", {
    details: { name: "m", publicAccessBlock },
  });

const allow = (changed: Record<string, unknown> = {}): Record<string, unknown> => ({
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: `${bucketArn}/*`,
  ...changed,
});
const policyOf = (...statements: readonly Record<string, unknown>[]) =>
  resource("aws:s3/bucketPolicy:BucketPolicy", { bucket: "phi", ...policy(...statements) });
const when = (operator: string, key: string, value: unknown) => allow({ Condition: { [operator]: { [key]: value } } });
const denyAll = (changed: Record<string, unknown> = {}) =>
  policyOf({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: both, ...changed });

const acl = (properties: Record<string, unknown>) => resource("aws:s3/bucketAcl:BucketAcl", properties);
const everyone = "http://acs.amazonaws.com/groups/global/AllUsers";
const everyAccount = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
const logDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";
const grants = (uri: unknown) => ({
  accessControlPolicy: { grants: [{ grantee: { type: "Group", uri }, permission: "READ" }] },
});
const ownership = (objectOwnership: unknown) =>
  resource("aws:s3/bucketOwnershipControls:BucketOwnershipControls", { bucket: "phi", rule: { objectOwnership } });

const topicRule = (properties: Record<string, unknown>) => resource("aws:iot/topicRule:TopicRule", properties);
const distribution = (bucket: unknown) =>
  resource("aws:cloudfront/distribution:Distribution", { loggingConfig: { bucket } }, { name: "site" });

export const publicAccessCases: ServiceCases = {
  "s3-public-access-block": [
    pass("a block that is wired to the bucket", [bucketOf(), block(on)]),
    pass("a block that leaves a switch off, which another rule judges", [bucketOf(), block({})]),
    pass("the block of the account", [bucketOf(), bucketV2Of({}, "second"), accountBlock(on)]),
    pass("joined by the literal name", [bucketV2Of({ bucket: "phi" }), alone(on)]),
    fault("a bucket without a block", bucketOf()),
    fault("one of two buckets", [bucketOf(), block(on), bucketOf({}, "second")], { at: ["second"] }),
    undecided("a block whose bucket is known on update", [bucketOf(), block({ bucket: unknown, ...on })]),
  ],
  "s3-public-access-block-settings": [
    pass("all four switches", alone(on)),
    pass("the switches as text", alone({ ...on, blockPublicAcls: "true" })),
    pass("the account's block", accountBlock(on), { at: ["account"] }),
    fault("nothing said, which means off", alone({})),
    fault("blockPublicAcls off", alone({ ...on, blockPublicAcls: false })),
    fault("blockPublicPolicy off", alone({ ...on, blockPublicPolicy: false })),
    fault("ignorePublicAcls missing", alone({ ...on, ignorePublicAcls: undefined })),
    fault("restrictPublicBuckets off, as text", alone({ ...on, restrictPublicBuckets: "false" })),
    fault("off beside an unknown", alone({ ...on, blockPublicAcls: unknown, blockPublicPolicy: false })),
    undecided("known on update", alone({ ...on, blockPublicAcls: unknown })),
    fault("the account's block with a switch off", accountBlock({ ...on, ignorePublicAcls: false }), {
      at: ["account"],
    }),
    pass("an access point that says nothing, which means on", accessPoint({ bucket: "phi" })),
    fault("an access point with a switch off", [
      accessPoint({ publicAccessBlockConfiguration: { blockPublicPolicy: false } }),
    ]),
    undecided("an access point whose switches are known on update", [
      accessPoint({ publicAccessBlockConfiguration: unknown }),
    ]),
    pass("a multi-Region access point that says nothing", multiRegion(undefined)),
    fault("a multi-Region access point with a switch off", multiRegion({ restrictPublicBuckets: false })),
  ],
  "s3-account-public-access-block": [
    pass("not the account's baseline", bucketOf()),
    pass("the baseline with the block", [bucketOf(), accountBlock({})], { config: { accountBaseline: true } }),
    fault("the baseline without it", bucketOf(), { config: { accountBaseline: true } }),
    fault("named at the stack", [bucketOf(), resource("pulumi:pulumi:Stack", {}, { name: "baseline" })], {
      config: { accountBaseline: true },
      at: ["baseline"],
    }),
  ],
  "s3-policy-no-public-principal": [
    pass("only a deny for everyone", policyOf(tlsDeny())),
    pass("one role", policyOf(allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } }))),
    pass("a service with a source", [
      policyOf({
        ...when("StringEquals", "aws:SourceArn", "arn:aws:cloudtrail:us-east-1:111122223333:trail/t"),
        Principal: { Service: "cloudtrail.amazonaws.com" },
      }),
    ]),
    pass("everyone of the organization", policyOf(when("StringEquals", "aws:PrincipalOrgID", "o-abc123"))),
    pass("everyone behind an endpoint", policyOf(when("StringEquals", "aws:SourceVpce", "vpce-1"))),
    pass("everyone through access points of the account", [
      policyOf(when("StringEquals", "s3:DataAccessPointAccount", "111122223333")),
    ]),
    pass("a bucket without an inline policy", bucketOf()),
    pass("an access point with an empty policy", accessPoint({ policy: "" })),
    pass("everyone, which a deny takes back outside of the organization", [
      policyOf(allow(), tlsDeny({ Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-abc123" } } })),
    ]),
    pass("everyone, which a perimeter of network and organization takes back", [
      policyOf(
        allow(),
        tlsDeny({
          Condition: {
            StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-abc123", "aws:SourceVpc": "vpc-1" },
            BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
          },
        }),
      ),
    ]),
    pass("everyone, which a deny takes back but for some addresses", [
      policyOf(allow(), tlsDeny({ Condition: { NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } } })),
    ]),
    pass("all but one, which a deny takes back for all but the same one", [
      policyOf(
        allow({ Principal: undefined, NotPrincipal: { AWS: "111122223333" } }),
        tlsDeny({ Principal: undefined, NotPrincipal: { AWS: "111122223333" }, Condition: undefined }),
      ),
    ]),
    fault("everyone, which a deny takes back for other actions", [
      policyOf(
        allow(),
        tlsDeny({ Action: "s3:Put*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-abc123" } } }),
      ),
    ]),
    fault("everyone, which a deny takes back for other objects", [
      policyOf(
        allow(),
        tlsDeny({
          Resource: `${bucketArn}/private/*`,
          Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-abc123" } },
        }),
      ),
    ]),
    fault("everyone, which a deny takes back for who has an organization at all", [
      policyOf(
        allow(),
        tlsDeny({
          Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-abc123" }, Null: { "aws:PrincipalOrgID": "false" } },
        }),
      ),
    ]),
    fault("everyone, which a deny takes back from the world but for its own addresses", [
      policyOf(allow(), tlsDeny({ Condition: { NotIpAddress: { "aws:SourceIp": ["0.0.0.0/0"] } } })),
    ]),
    fault("any organization, by the letter that all begin with", [
      policyOf(when("StringLike", "aws:PrincipalOrgID", "o-*")),
    ]),
    fault("everyone", policyOf(tlsDeny(), allow())),
    fault("every AWS principal", policyOf(allow({ Principal: { AWS: "*" } }))),
    fault("everyone in a list", policyOf(allow({ Principal: { AWS: ["111122223333", "*"] } }))),
    fault("all but one", policyOf(allow({ Principal: undefined, NotPrincipal: { AWS: "111122223333" } }))),
    fault("a condition that does not narrow", policyOf(when("StringEquals", "s3:prefix", "public/"))),
    fault("any organization", policyOf(when("StringLike", "aws:PrincipalOrgID", "*"))),
    fault("a negated condition", policyOf(when("StringNotEquals", "aws:PrincipalOrgID", "o-abc123"))),
    fault("IfExists, which holds for strangers", [
      policyOf(when("StringEqualsIfExists", "aws:PrincipalOrgID", "o-abc123")),
    ]),
    fault("every address", policyOf(when("IpAddress", "aws:SourceIp", ["0.0.0.0/1", "128.0.0.0/1"]))),
    fault("only TLS", policyOf(when("Bool", "aws:SecureTransport", "true"))),
    fault("the deprecated inline policy", bucketV2Of(policy(allow()))),
    fault("an access point", accessPoint(policy(allow()))),
    fault("an access point policy of its own", [
      resource("aws:s3control/accessPointPolicy:AccessPointPolicy", policy(allow())),
    ]),
    fault("an Object Lambda access point", [
      resource("aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy", policy(allow())),
    ]),
    fault("a multi-Region access point", [
      resource("aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", {
        details: { name: "m", ...policy(allow()) },
      }),
    ]),
    undecided("known on update", resource("aws:s3/bucketPolicy:BucketPolicy", { policy: unknown })),
    undecided(
      "a principal known on update",
      [
        resource("aws:s3/bucketPolicy:BucketPolicy", policy(allow({ Principal: { AWS: ref("role", "arn") } })), {
          name: "policy",
        }),
        resource("aws:iam/role:Role", {}, { name: "role" }),
      ],
      { afterUpdate: "pass" },
    ),
    pass(
      "no document of a multi-Region access point, which AWS does not accept",
      resource("aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", { details: { name: "a" } }),
    ),
  ],
  "s3-policy-no-lockout": [
    pass("a deny with a condition", policyOf(tlsDeny())),
    pass("a deny of one action", denyAll({ Action: "s3:DeleteObject" })),
    pass("a deny for all but the administrator", [
      denyAll({ Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/admin" } }),
    ]),
    pass("a deny on one prefix", denyAll({ Resource: `${bucketArn}/quarantine/*` })),
    pass("a bucket without an inline policy", bucketOf()),
    fault("everything for everyone", denyAll()),
    fault("everything in a list", denyAll({ Action: ["s3:GetObject", "s3:*"] })),
    fault("every action of every service", denyAll({ Action: ["*"], Principal: { AWS: "*" } })),
    fault("an inline policy", [bucketOf(policy({ Effect: "Deny", Principal: "*", Action: "S3:*", Resource: "*" }))]),
    undecided("known on update", resource("aws:s3/bucketPolicy:BucketPolicy", { policy: unknown })),
  ],
  "s3-acl-disabled": [
    pass("bucket owner enforced", ownership("BucketOwnerEnforced")),
    fault("bucket owner preferred", ownership("BucketOwnerPreferred")),
    pass("bucket owner preferred for logs of CloudFront", [
      companion("bucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerPreferred" } }),
      bucketOf(),
      distribution(ref("phi", "bucketDomainName")),
    ]),
    pass("bucket owner preferred for logs of CloudFront by the host name", [
      companion("bucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerPreferred" } }),
      bucketOf({ bucket: "clinic-logs" }),
      distribution("clinic-logs.s3.amazonaws.com"),
    ]),
    fault("object writer for logs of CloudFront", [
      companion("bucketOwnershipControls", { rule: { objectOwnership: "ObjectWriter" } }),
      bucketOf(),
      distribution(ref("phi", "bucketDomainName")),
    ]),
    fault("bucket owner preferred beside logs of CloudFront", [
      companion("bucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerPreferred" } }),
      bucketOf({ bucket: "clinic-records" }),
      distribution("clinic-logs.s3.amazonaws.com"),
    ]),
    fault("object writer", ownership("ObjectWriter")),
    fault("nothing said", ownership(undefined)),
    undecided("known on update", ownership(unknown)),
  ],
  "s3-no-public-acl": [
    pass("private", acl({ acl: "private" })),
    pass("nothing said", bucketOf()),
    pass("a rule of AWS IoT that names none", topicRule({ s3: [{ bucketName: "b", key: "k" }] })),
    pass("a rule of AWS IoT for the owner", topicRule({ s3: [{ cannedAcl: "bucket-owner-full-control" }] })),
    fault(
      "a rule of AWS IoT for everyone",
      topicRule({ s3: [{ cannedAcl: "private" }, { cannedAcl: "public-read" }] }),
    ),
    fault("what a rule of AWS IoT could not deliver, for everyone", [
      topicRule({ errorAction: { s3: { cannedAcl: "public-read" } } }),
    ]),
    undecided("a rule of AWS IoT with a list known on update", topicRule({ s3: [{ cannedAcl: unknown }] })),
    pass("log delivery", acl(grants(logDelivery))),
    pass("log delivery as canned ACL", acl({ acl: "log-delivery-write" })),
    fault("public read", acl({ acl: "public-read" })),
    fault("public read and write", bucketOf({ acl: "public-read-write" })),
    fault("every AWS account", bucketV2Of({ acl: "authenticated-read" })),
    fault("an object open to the world", [
      resource("aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "phi", key: "k", acl: "public-read" }),
    ]),
    fault("a copy with a grant to the world", [
      resource("aws:s3/objectCopy:ObjectCopy", { grants: [{ permissions: ["READ"], type: "Group", uri: everyone }] }),
    ]),
    fault("a grant to everyone", acl(grants(everyone))),
    fault("a grant to every account", acl(grants(everyAccount))),
    fault("an inline grant", bucketOf({ grants: [{ permissions: ["READ"], type: "Group", uri: everyone }] })),
    fault("a public ACL beside an unknown grant", bucketOf({ acl: "public-read", grants: unknown })),
    fault("logs that everyone may read", [
      resource("aws:s3/bucketLogging:BucketLogging", {
        targetGrants: [{ grantee: { type: "Group", uri: everyone }, permission: "READ" }],
      }),
    ]),
    undecided("known on update", acl({ acl: unknown })),
    undecided("a grantee known on update", acl(grants(unknown))),
  ],
};
