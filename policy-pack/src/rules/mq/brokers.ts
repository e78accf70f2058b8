import { mustBeTrue, mustNotBeTrue } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";

const notPublic = resourceRule("mq-broker-secure", {
  check: mustNotBeTrue("publiclyAccessible", "the broker can be reached from the internet"),
});

const cmk = resourceRule("mq-cmk", {
  check: (resource) => {
    const options = resource.get("encryptionOptions");
    resource.expect(
      options
        .get("useAwsOwnedKey")
        .isFalse()
        .and(isCustomerKey(options.get("kmsKeyId"))),
      "the broker's storage is encrypted under a key of AWS's own instead of a customer-managed one",
    );
  },
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

const minorUpgrade = resourceRule("mq-minor-upgrade", {
  check: mustBeTrue("autoMinorVersionUpgrade", "the broker does not take minor engine updates by itself"),
});

const haAndCredentials = resourceRule("mq-ha-and-credentials", {
  config: {
    production: {
      type: "boolean",
      description: "Whether the stack is a production stack, whose brokers have to stand in more than one zone.",
      default: false,
    },
  },
  check: (resource) => {
    resource.expect(
      Truth.of(!resource.setting<boolean>("production")).or(
        resource.get("deploymentMode").isOneOf("ACTIVE_STANDBY_MULTI_AZ", "CLUSTER_MULTI_AZ"),
      ),
      "the broker stands in one zone only",
    );
    const users = resource.get("users");
    resource.expect(
      users.every((user) => user.get("consoleAccess").isTrue().not()),
      "a user of the broker may sign in to its web console",
    );
    // Whether a password was wrapped as a secret cannot be seen from a policy: secrets arrive unwrapped.
    const isLong = (raw: unknown): boolean => typeof raw === "string" && raw.length >= 12;
    resource.expect(
      users.every((user) => {
        const password = user.get("password");
        return password.isUnknown ? Truth.yes : Truth.of(password.isAbsent || isLong(password.raw));
      }),
      "the password of a user of the broker is shorter than 12 characters",
    );
  },
});

export const brokerRules: readonly Rule[] = [notPublic, cmk, logging, minorUpgrade, haAndCredentials];
