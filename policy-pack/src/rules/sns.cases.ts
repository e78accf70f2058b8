import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const topic = (properties: Record<string, unknown> = {}, name = "topic") =>
  resource("aws:sns/topic:Topic", properties, { name });
const key = resource("aws:kms/key:Key", {}, { name: "key" });
const document = (...statements: readonly Record<string, unknown>[]) =>
  json({
    Statement: statements.map((one) => ({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "sns:Publish",
      Resource: "arn:aws:sns:us-east-1:111122223333:alerts",
      ...one,
    })),
  });
const policy = (...statements: readonly Record<string, unknown>[]) =>
  resource("aws:sns/topicPolicy:TopicPolicy", { policy: document(...statements) });
const subscription = (properties: Record<string, unknown>) =>
  resource("aws:sns/topicSubscription:TopicSubscription", properties);

export const snsCases: ServiceCases = {
  "sns-topic-encrypted": [
    pass("a wired key", [topic({ kmsMasterKeyId: ref("key", "arn") }), key]),
    pass("AWS's own key, which another rule judges", topic({ kmsMasterKeyId: "alias/aws/sns" })),
    pass("a key known on update", topic({ kmsMasterKeyId: unknown })),
    fault("no key", topic()),
    fault("an empty key", topic({ kmsMasterKeyId: "" })),
  ],
  "sns-policy-not-public": [
    pass("the account itself", policy({})),
    pass("a service", policy({ Principal: { Service: "cloudwatch.amazonaws.com" } })),
    pass("the policy that SNS makes by itself", [
      policy({ Principal: { AWS: "*" }, Condition: { StringEquals: { "AWS:SourceOwner": "111122223333" } } }),
    ]),
    pass("a topic without an inline policy", topic()),
    fault("everyone", policy({ Principal: "*" })),
    fault("everyone, inline", topic({ policy: document({ Principal: { AWS: "*" } }) })),
    fault("an owner that is a wildcard", [
      policy({ Principal: "*", Condition: { StringLike: { "aws:SourceOwner": "*" } } }),
    ]),
    undecided("known on update", resource("aws:sns/topicPolicy:TopicPolicy", { policy: unknown })),
    undecided(
      "a sound policy that names the topic's wired ARN",
      [resource("aws:sns/topicPolicy:TopicPolicy", { policy: document({ Resource: ref("topic", "arn") }) }), topic()],
      { afterUpdate: "pass" },
    ),
  ],
  "sns-subscription-protocols": [
    pass("a queue", [
      subscription({ protocol: "sqs", endpoint: ref("queue", "arn") }),
      resource("aws:sqs/queue:Queue", {}, { name: "queue" }),
    ]),
    pass("HTTPS", subscription({ protocol: "https", endpoint: "https://pager.example.org/hook" })),
    pass("HTTPS to an address known on update", subscription({ protocol: "https", endpoint: unknown })),
    fault("plain HTTP", subscription({ protocol: "http", endpoint: "http://pager.example.org/hook" })),
    fault("plain HTTP to an address known on update", subscription({ protocol: "HTTP", endpoint: unknown })),
    fault("HTTPS in name only", subscription({ protocol: "https", endpoint: "http://pager.example.org/hook" })),
    undecided("a protocol known on update", subscription({ protocol: unknown, endpoint: "https://x.example.org" })),
  ],
};
