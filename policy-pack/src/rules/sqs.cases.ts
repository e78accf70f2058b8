import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

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
    fault("an object whose other statement is unknown", [
      resource("aws:sqs/queuePolicy:QueuePolicy", {
        policy: { Statement: [unknown, { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage" }] },
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
