import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../testing/cases";

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
const sms = (properties: Record<string, unknown>) => resource("aws:sns/smsPreferences:SmsPreferences", properties);
const policyOf = (arn: unknown) =>
  resource("aws:sns/topicPolicy:TopicPolicy", { arn, policy: document({}) }, { name: "policy" });
const tlsDeny = {
  Effect: "Deny",
  Principal: "*",
  Action: "sns:Publish",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export const snsCases: ServiceCases = {
  "sns-topic-encrypted": [
    pass("a wired key", [topic({ kmsMasterKeyId: ref("key", "arn") }), key]),
    pass("AWS's own key, which another rule judges", topic({ kmsMasterKeyId: "alias/aws/sns" })),
    pass("a key known on update", topic({ kmsMasterKeyId: unknown })),
    fault("no key", topic()),
    fault("an empty key", topic({ kmsMasterKeyId: "" })),
  ],
  "sns-topic-cmk": [
    pass("a wired key", [topic({ kmsMasterKeyId: ref("key", "arn") }), key]),
    pass("no key, which another rule judges", topic()),
    fault("AWS's own key", topic({ kmsMasterKeyId: "alias/aws/sns" })),
    fault("AWS's own key by ARN", topic({ kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:alias/aws/sns" })),
  ],
  "sns-signature-version": [
    pass("SHA-256", topic({ signatureVersion: 2 })),
    pass("SHA-256, as text", topic({ signatureVersion: "2" })),
    fault("SHA-1", topic({ signatureVersion: 1 })),
    fault("nothing said", topic()),
    undecided("known on update", topic({ signatureVersion: unknown })),
  ],
  "sns-deny-insecure-transport": [
    pass("a wired policy", [topic(), policyOf(ref("topic", "arn"))]),
    pass("a policy by the literal ARN", [topic({ arn: "arn:aws:sns:x" }), policyOf("arn:aws:sns:x")]),
    pass("an inline policy", topic({ policy: document({}) })),
    fault("no policy", topic({ name: "alerts" })),
    fault("one topic with and one without", [topic({}, "forgotten"), topic(), policyOf(ref("topic", "arn"))], {
      at: ["forgotten"],
    }),
    undecided("a policy of a topic known on update", [topic(), policyOf(unknown)]),
    fault("a topic without the policy", topic()),
  ],
  "sns-policy-tls-statement": [
    pass("the deny of publishing", policy({}, tlsDeny)),
    pass("the deny of everything", policy({ ...tlsDeny, Action: "*" })),
    pass("the deny by a pattern, inline", topic({ policy: document({ ...tlsDeny, Action: "SNS:P*" }) })),
    pass("a topic without an inline policy", topic()),
    fault("no deny", policy({})),
    fault("a deny of another action", policy({ ...tlsDeny, Action: "sns:Subscribe" })),
    fault("a deny for one principal", policy({ ...tlsDeny, Principal: { AWS: "111122223333" } })),
    fault("an Allow on TLS", policy({ ...tlsDeny, Effect: "Allow" })),
    undecided("known on update", resource("aws:sns/topicPolicy:TopicPolicy", { policy: unknown })),
  ],
  "sns-subscription-last-hop": [
    pass("a queue", subscription({ protocol: "sqs" })),
    pass("HTTPS", subscription({ protocol: "https", endpoint: "https://app.example.com/events" })),
    fault("e-mail", subscription({ protocol: "email" })),
    fault("e-mail with JSON", subscription({ protocol: "email-json" })),
    fault("a text message", subscription({ protocol: "sms" })),
    fault("push", subscription({ protocol: "application" })),
    undecided("known on update", subscription({ protocol: unknown })),
    pass("nothing said, which AWS does not accept", subscription({})),
  ],
  "sns-delivery-logging": [
    pass("both", topic({ sqsFailureFeedbackRoleArn: "arn:a", lambdaFailureFeedbackRoleArn: unknown })),
    notApplicable("a topic without PHI", topic({ tags: { "hipaa:phi": "false" } })),
    fault("none", topic()),
    fault("queues only", topic({ sqsFailureFeedbackRoleArn: "arn:a" })),
    fault("functions only", topic({ lambdaFailureFeedbackRoleArn: "arn:a" })),
  ],
  "sns-sms-preferences": [
    pass("both", sms({ deliveryStatusIamRoleArn: "arn:a", defaultSmsType: "Transactional" })),
    pass(
      "both, with a role known on update",
      sms({ deliveryStatusIamRoleArn: unknown, defaultSmsType: "Transactional" }),
    ),
    fault("no log", sms({ defaultSmsType: "Transactional" })),
    fault("promotional", sms({ deliveryStatusIamRoleArn: unknown, defaultSmsType: "Promotional" })),
    fault("nothing said of the type", sms({ deliveryStatusIamRoleArn: "arn:a" })),
    undecided("a type known on update", sms({ deliveryStatusIamRoleArn: "arn:a", defaultSmsType: unknown })),
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
    fault("HTTPS without an endpoint", subscription({ protocol: "https" })),
    pass("no protocol, which AWS does not accept", subscription({ endpoint: "http://pager.example.org/hook" })),
  ],
};
