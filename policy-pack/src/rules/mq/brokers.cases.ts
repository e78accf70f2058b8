import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const broker = (properties: Record<string, unknown> = {}) =>
  resource("aws:mq/broker:Broker", { engineType: "ActiveMQ", ...properties });
const both = { general: true, audit: true };

export const brokerCases: ServiceCases = {
  "mq-broker-secure": [
    pass("private", broker({ publiclyAccessible: false })),
    pass("nothing said", broker()),
    fault("public", broker({ publiclyAccessible: true })),
    fault("public, as text", broker({ publiclyAccessible: "true" })),
    undecided("known on update", broker({ publiclyAccessible: unknown })),
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
