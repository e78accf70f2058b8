import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { documentOf, roleOf, trust, trusting } from "../../testing/iam";

const own = "111122223333";
const sourceAccount = { StringEquals: { "aws:SourceAccount": own } };
const service = (name: string, Condition?: unknown, Action?: unknown) =>
  trust({ Service: `${name}.amazonaws.com` }, Condition, Action);
const bucketPolicy = (...statements: readonly Record<string, unknown>[]) =>
  resource("aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: documentOf(...statements) });
const put = (name: string, Condition?: unknown) => service(name, Condition, "s3:PutObject");
const inPlace = (type: string, path = "policy") =>
  fault(`the same in ${type.split(":").at(-1) ?? ""}`, resource(type, { [path]: documentOf(put("sns")) }));

export const deputyCases: ServiceCases = {
  "iam-confused-deputy-conditions": [
    pass("the account", trusting(service("vpc-flow-logs", sourceAccount))),
    pass(
      "one resource",
      trusting(service("scheduler", { ArnLike: { "aws:SourceArn": `arn:aws:scheduler:*:${own}:*` } })),
    ),
    pass("compute of the account itself", trusting(service("lambda"), service("ec2"), service("ecs-tasks"))),
    pass("no service", trusting(trust({ AWS: own }))),
    pass("a service that is configured", trusting(service("legacy")), {
      config: { servicesWithoutSource: ["legacy.*"] },
    }),
    fault("any account", trusting(service("vpc-flow-logs"))),
    fault(
      "an account if there is one",
      trusting(service("events", { StringEqualsIfExists: { "aws:SourceAccount": own } })),
    ),
    fault("any resource", trusting(service("events", { ArnLike: { "aws:SourceArn": "*" } }))),
    fault("one service of two", trusting(trust({ Service: ["ec2.amazonaws.com", "backup.amazonaws.com"] }))),
    undecided("a trust policy known on update", roleOf({ assumeRolePolicy: unknown })),
    pass("no trust, which AWS does not accept", roleOf({})),
  ],
  "iam-resource-policy-confused-deputy": [
    pass("the account", bucketPolicy(put("delivery.logs", sourceAccount))),
    pass("the organization", bucketPolicy(put("cloudtrail", { StringEquals: { "aws:SourceOrgID": "o-abc" } }))),
    pass(
      "one distribution",
      bucketPolicy(
        put("cloudfront", { StringEquals: { "AWS:SourceArn": `arn:aws:cloudfront::${own}:distribution/E1` } }),
      ),
    ),
    pass("log delivery of load balancers, which says no source", bucketPolicy(put("logdelivery.elasticloadbalancing"))),
    pass("a log group in the encryption context", [
      resource("aws:kms/key:Key", {
        policy: documentOf(
          service(
            "logs.us-east-1",
            { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${own}:*` } },
            "kms:Decrypt",
          ),
        ),
      }),
    ]),
    pass("a deny", bucketPolicy({ ...put("sns"), Effect: "Deny" })),
    pass("no service", bucketPolicy(trust({ AWS: own }))),
    pass("a bucket without a policy", resource("aws:s3/bucket:Bucket", {})),
    pass("a service that is configured", bucketPolicy(put("legacy")), {
      config: { servicesWithoutSource: ["legacy.*"] },
    }),
    fault("any account", bucketPolicy(put("delivery.logs"))),
    fault(
      "resources of any account",
      bucketPolicy(put("events", { ArnLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/*" } })),
    ),
    fault("a log group of any account", [
      resource("aws:kms/key:Key", {
        policy: documentOf(
          service("logs", { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*:*:*" } }, "kms:Decrypt"),
        ),
      }),
    ]),
    fault(
      "one service of two",
      bucketPolicy(trust({ Service: ["logdelivery.elasticloadbalancing.amazonaws.com", "sns.amazonaws.com"] })),
    ),
    inPlace("aws:s3/bucket:Bucket"),
    inPlace("aws:sqs/queue:Queue"),
    inPlace("aws:sqs/queuePolicy:QueuePolicy"),
    inPlace("aws:sns/topic:Topic"),
    inPlace("aws:sns/topicPolicy:TopicPolicy"),
    inPlace("aws:kms/keyPolicy:KeyPolicy"),
    inPlace("aws:secretsmanager/secret:Secret"),
    inPlace("aws:secretsmanager/secretPolicy:SecretPolicy"),
    inPlace("aws:ecr/repositoryPolicy:RepositoryPolicy"),
    inPlace("aws:cloudwatch/eventBusPolicy:EventBusPolicy"),
    inPlace("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument"),
    undecided("a policy known on update", resource("aws:sqs/queuePolicy:QueuePolicy", { policy: unknown })),
  ],
};
