import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const broker = (properties: Record<string, unknown> = {}) =>
  resource("aws:mq/broker:Broker", { engineType: "ActiveMQ", ...properties });
const key = (kmsKeyId: unknown) => ({ encryptionOptions: { useAwsOwnedKey: false, kmsKeyId } });
const production = { config: { production: true } };
const both = { general: true, audit: true };

export const brokerCases: ServiceCases = {
  "mq-broker-secure": [
    pass("private", broker({ publiclyAccessible: false })),
    pass("nothing said", broker()),
    fault("public", broker({ publiclyAccessible: true })),
    fault("public, as text", broker({ publiclyAccessible: "true" })),
    undecided("known on update", broker({ publiclyAccessible: unknown })),
  ],
  "mq-cmk": [
    pass("a literal key", broker(key("arn:aws:kms:us-east-1:111122223333:key/k"))),
    pass("a wired key", [broker(key(ref("key", "arn"))), resource("aws:kms/key:Key", {}, { name: "key" })]),
    fault("nothing said", broker()),
    fault("the key that AWS owns", broker({ encryptionOptions: { useAwsOwnedKey: true } })),
    fault("no key", broker({ encryptionOptions: { useAwsOwnedKey: false } })),
    fault("AWS's own key", broker(key("alias/aws/mq"))),
    undecided("options known on update", broker({ encryptionOptions: unknown })),
  ],
  "mq-minor-upgrade": [
    pass("on", broker({ autoMinorVersionUpgrade: true })),
    pass(
      "on for a public broker, which another rule reports",
      broker({ autoMinorVersionUpgrade: true, publiclyAccessible: true }),
    ),
    fault("off", broker({ autoMinorVersionUpgrade: false })),
    fault("nothing said", broker()),
    undecided("known on update", broker({ autoMinorVersionUpgrade: unknown })),
  ],
  "mq-ha-and-credentials": [
    pass("one zone outside of production", broker({ users: [{ username: "app", password: "a-long-password" }] })),
    pass("two zones in production", broker({ deploymentMode: "ACTIVE_STANDBY_MULTI_AZ" }), production),
    pass("a cluster in production", broker({ deploymentMode: "CLUSTER_MULTI_AZ" }), production),
    pass("a password known on update", broker({ users: [{ username: "app", password: unknown }] })),
    fault("one zone in production", broker({ deploymentMode: "SINGLE_INSTANCE" }), production),
    fault("nothing said in production", broker(), production),
    fault("a short password", broker({ users: [{ username: "app", password: "letmein" }] })),
    fault("a user of the console", [
      broker({ users: [unknown, { username: "app", password: "a-long-password", consoleAccess: true }] }),
    ]),
    undecided("a mode known on update", broker({ deploymentMode: unknown }), production),
    undecided("users known on update", broker({ users: unknown })),
  ],
  "mq-logging": [
    pass("both logs of ActiveMQ", broker({ logs: both })),
    pass(
      "the general log of RabbitMQ, which has no other",
      broker({ engineType: "RabbitMQ", logs: { general: true } }),
    ),
    fault("no logs", broker()),
    fault("ActiveMQ without the audit log", broker({ logs: { general: true } })),
    fault("ActiveMQ without the general log", broker({ logs: { audit: true } })),
    fault("RabbitMQ without its log", broker({ engineType: "RabbitMQ" })),
    fault("no audit log, beside a general log known on update", broker({ logs: { general: unknown } })),
    undecided("logs known on update", broker({ logs: unknown })),
    undecided("an engine known on update", broker({ engineType: unknown, logs: { general: true } })),
  ],
};
