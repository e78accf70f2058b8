import { mustNotBeTrue } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";

const notPublic = resourceRule("mq-broker-secure", {
  check: mustNotBeTrue("publiclyAccessible", "the broker can be reached from the internet"),
});

const logging = resourceRule("mq-logging", {
  check: (resource) => {
    resource.expect(resource.get("logs.general").isTrue(), "the broker's general log is off");
    // RabbitMQ has no audit log.
    resource.expect(
      resource.get("engineType").isOneOf("ActiveMQ").not().or(resource.get("logs.audit").isTrue()),
      "the broker's audit log is off",
    );
  },
});

export const brokerRules: readonly Rule[] = [notPublic, logging];
