import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const trail = (s3BucketName: unknown = ref("logs", "bucket")) =>
  resource("aws:cloudtrail/trail:Trail", { s3BucketName });
const bucket = (properties: Record<string, unknown> = { tags: { "hipaa:purpose": "log-archive" } }) =>
  resource("aws:s3/bucket:Bucket", properties, { name: "logs" });
const document = (more: Record<string, unknown> = {}) =>
  json({
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: "*",
        ...more,
      },
    ],
  });
const policy = (more: Record<string, unknown> = {}) =>
  resource(
    "aws:s3/bucketPolicy:BucketPolicy",
    { bucket: ref("logs", "bucket"), policy: document(more) },
    { name: "policy" },
  );
const tied = {
  Condition: { StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/main" } },
};

export const logBucketCases: ServiceCases = {
  "cloudtrail-log-bucket-secure": [
    pass("a tagged bucket, tied to the trail", [trail(), bucket(), policy(tied)]),
    pass("tied to the account", [
      trail(),
      bucket(),
      policy({ Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } }),
    ]),
    pass("a bucket of another account", [trail("log-archive-of-the-organization")]),
    pass("a bucket known on update, of which nothing is in the stack", [trail(unknown)]),
    pass("a statement for another service", [
      trail(),
      bucket(),
      policy({ Principal: { Service: "config.amazonaws.com" } }),
    ]),
    fault("a bucket without the tag", [trail(), bucket({}), policy(tied)], { at: ["logs"] }),
    fault("a bucket with another purpose", [trail(), bucket({ tags: { "hipaa:purpose": "elb-logs" } })], {
      at: ["logs"],
    }),
    fault("any trail", [trail(), bucket(), policy()], { at: ["policy"] }),
    fault(
      "any trail, by a wildcard",
      [trail(), bucket(), policy({ Condition: { StringLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/*" } } })],
      { at: ["policy"] },
    ),
    fault(
      "any trail, by the bucket's inline policy",
      [trail(), bucket({ tags: { "hipaa:purpose": "log-archive" }, policy: document() })],
      { at: ["logs"] },
    ),
    undecided("a policy known on update", [trail(), bucket(), policy({ Resource: unknown })], { at: ["policy"] }),
    undecided("tags known on update", [trail(), bucket({ tags: unknown })], { at: ["logs"] }),
    pass("a trail that names no bucket, which AWS does not accept", [
      resource("aws:cloudtrail/trail:Trail", {}),
      bucket({}),
    ]),
  ],
};
