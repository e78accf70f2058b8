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

const queue = (properties: Record<string, unknown> = {}, name = "queue") =>
  resource("aws:sqs/queue:Queue", properties, { name });
const key = resource("aws:kms/key:Key", {}, { name: "key" });
const arn = "arn:aws:sqs:us-east-1:111122223333:letters";
const document = (...statements: readonly Record<string, unknown>[]) =>
  json({
    Statement: statements.map((one) => ({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "sqs:SendMessage",
      Resource: arn,
      ...one,
    })),
  });
const policy = (...statements: readonly Record<string, unknown>[]) =>
  resource("aws:sqs/queuePolicy:QueuePolicy", { queueUrl: "https://queue", policy: document(...statements) });
const policyOf = (queueUrl: unknown) =>
  resource("aws:sqs/queuePolicy:QueuePolicy", { queueUrl, policy: document({}) }, { name: "policy" });
const tlsDeny = {
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const redrive = json({ deadLetterTargetArn: ref("dead", "arn"), maxReceiveCount: 5 });
const redriving = (properties: Record<string, unknown> = {}) => queue({ redrivePolicy: redrive, ...properties });
const outOfScope = (properties: Record<string, unknown> = {}) =>
  queue({ tags: { "hipaa:phi": "false" }, ...properties }, "dead");

export const sqsCases: ServiceCases = {
  "sqs-encrypted": [
    pass("nothing said: AWS encrypts new queues", queue()),
    pass("SQS's own encryption", queue({ sqsManagedSseEnabled: true })),
    pass("a wired key", [queue({ kmsMasterKeyId: ref("key", "arn") }), key]),
    pass("a key in place of SQS's own encryption", [
      queue({ sqsManagedSseEnabled: false, kmsMasterKeyId: ref("key", "arn") }),
      key,
    ]),
    fault("switched off", queue({ sqsManagedSseEnabled: false })),
    fault("switched off, as text", queue({ sqsManagedSseEnabled: "false" })),
    fault("switched off with an empty key", queue({ sqsManagedSseEnabled: false, kmsMasterKeyId: "" })),
    undecided("known on update", queue({ sqsManagedSseEnabled: unknown })),
  ],
  "sqs-cmk": [
    pass("a wired key", [queue({ kmsMasterKeyId: ref("key", "arn") }), key]),
    pass("an alias of one's own", queue({ kmsMasterKeyId: "alias/messaging" })),
    pass("no encryption at all, which another rule judges", queue({ sqsManagedSseEnabled: false })),
    notApplicable("a queue without PHI", queue({ tags: { "hipaa:phi": "false" } })),
    fault("SQS's own key, by default", queue()),
    fault("SQS's own key", queue({ sqsManagedSseEnabled: true })),
    fault("AWS's own key", queue({ kmsMasterKeyId: "alias/aws/sqs" })),
    undecided("encryption known on update", queue({ sqsManagedSseEnabled: unknown })),
    undecided("a tag known on update", queue({ tags: { "hipaa:phi": unknown } })),
  ],
  "sqs-deny-insecure-transport": [
    pass("a wired policy", [queue(), policyOf(ref("queue", "url"))]),
    pass("a policy by the literal URL", [queue({ url: "https://queue" }), policyOf("https://queue")]),
    pass("an inline policy", queue({ policy: document({}) })),
    pass("an inline policy wired to another resource", [
      queue({ policy: ref("text", "json") }),
      resource("random:index:Pet", {}, { name: "text" }),
    ]),
    fault("no policy", queue({ name: "letters" })),
    fault("a policy of another queue", [queue(), policyOf(ref("other", "url")), queue({}, "other")]),
    fault("one queue with and one without", [queue({}, "forgotten"), queue(), policyOf(ref("queue", "url"))], {
      at: ["forgotten"],
    }),
    undecided("a policy of a queue known on update", [queue(), policyOf(unknown)]),
    fault("a queue without the policy", queue()),
  ],
  "sqs-policy-tls-statement": [
    pass("the deny", policy({}, tlsDeny)),
    pass("the deny, inline", queue({ policy: document(tlsDeny) })),
    pass("the deny of everything, as a boolean", [
      policy({ ...tlsDeny, Action: "*", Condition: { Bool: { "aws:SecureTransport": false } } }),
    ]),
    pass("a queue without an inline policy", queue()),
    pass("two denies that hold together", [
      policy(
        { ...tlsDeny, Action: "sqs:SendMessage" },
        { ...tlsDeny, Action: undefined, NotAction: "sqs:Send*" },
        {
          ...tlsDeny,
          Action: "SQS:Send*",
        },
      ),
    ]),
    fault("two denies that leave something", [
      policy({ ...tlsDeny, Action: "sqs:SendMessage" }, { ...tlsDeny, Action: undefined, NotAction: "sqs:Send*" }),
    ]),
    fault("no deny", policy({})),
    fault("a deny of one action", policy({ ...tlsDeny, Action: "sqs:SendMessage" })),
    fault("a deny for one principal", policy({ ...tlsDeny, Principal: { AWS: "111122223333" } })),
    fault("a deny of TLS itself", policy({ ...tlsDeny, Condition: { Bool: { "aws:SecureTransport": "true" } } })),
    fault("a second condition", [
      policy({
        ...tlsDeny,
        Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpce": "vpce-1" } },
      }),
    ]),
    fault("no deny, inline", queue({ policy: document({}) })),
    undecided("known on update", resource("aws:sqs/queuePolicy:QueuePolicy", { policy: unknown })),
  ],
  "sqs-dlq-encrypted": [
    pass("no dead-letter queue", queue()),
    pass("a dead-letter queue within PHI scope, which another rule judges", [redriving(), queue({}, "dead")]),
    pass("a dead-letter queue out of scope with a key", [
      redriving(),
      outOfScope({ kmsMasterKeyId: "alias/messaging" }),
    ]),
    pass("a source without PHI", [redriving({ tags: { "hipaa:phi": "false" } }), outOfScope()]),
    fault("a dead-letter queue out of scope", [redriving(), outOfScope()]),
    fault("a dead-letter queue out of scope with AWS's own key", [
      redriving(),
      outOfScope({ kmsMasterKeyId: "alias/aws/sqs" }),
    ]),
    fault("a redrive policy on its own", [
      resource("aws:sqs/redrivePolicy:RedrivePolicy", { queueUrl: "https://x", redrivePolicy: redrive }),
      outOfScope(),
    ]),
    undecided("a scope known on update", [redriving(), queue({ tags: { "hipaa:phi": unknown } }, "dead")]),
  ],
  "sqs-policy-not-public": [
    pass("the account itself", policy({})),
    pass("the account itself with every action", policy({ Action: "sqs:*" })),
    pass("a topic of the account", [
      policy({
        Principal: "*",
        Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:alerts" } },
      }),
    ]),
    pass("a service", policy({ Principal: { Service: "events.amazonaws.com" } })),
    pass("another account with one action", policy({ Principal: { AWS: "444455556666" } })),
    pass("a deny for everyone", policy({ Effect: "Deny", Principal: "*", Action: "sqs:*" })),
    pass("a queue without an inline policy", queue()),
    fault("everyone", policy({ Principal: "*" })),
    fault("everyone, inline", queue({ policy: document({ Principal: { AWS: "*" } }) })),
    fault("everyone beside a sound statement", policy({}, { Principal: "*", Action: "sqs:ReceiveMessage" })),
    fault("a condition that any source meets", [
      policy({ Principal: "*", Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } } }),
    ]),
    fault("every action for another account", policy({ Principal: { AWS: "444455556666" }, Action: "sqs:*" })),
    fault("every action of everything for another account's role", [
      policy({ Principal: { AWS: "arn:aws:iam::444455556666:role/reader" }, Action: "*" }),
    ]),
    // The statement that is not known may be a Deny that takes the Allow back.
    undecided("an object whose other statement is unknown", [
      resource("aws:sqs/queuePolicy:QueuePolicy", {
        policy: { Statement: [unknown, { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage" }] },
      }),
    ]),
    fault("an object of which something is unknown that changes nothing", [
      resource("aws:sqs/queuePolicy:QueuePolicy", {
        policy: {
          Statement: [
            { Effect: "Allow", Principal: { AWS: unknown }, Action: "sqs:*" },
            { Effect: "Deny", Principal: unknown, Action: "sqs:DeleteQueue" },
            { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: unknown },
          ],
        },
      }),
    ]),
    undecided("known on update", resource("aws:sqs/queuePolicy:QueuePolicy", { policy: unknown })),
    undecided(
      "a sound policy that names the queue's wired ARN",
      [resource("aws:sqs/queuePolicy:QueuePolicy", { policy: document({ Resource: ref("queue", "arn") }) }), queue()],
      { afterUpdate: "pass" },
    ),
  ],
};
