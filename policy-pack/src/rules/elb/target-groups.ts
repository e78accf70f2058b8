import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { HasInputs } from "./balancers";

const isLambda = (group: HasInputs): Truth => group.get("targetType").isOneOf("lambda");

const encrypted = resourceRule("elb-target-group-encrypted", {
  // Lambda targets are called through the AWS API; GENEVE is the tunnel to inspection appliances.
  check: (group) =>
    group.expect(
      isLambda(group).or(group.get("protocol").isOneOf("HTTPS", "TLS", "QUIC", "TCP", "TCP_QUIC", "GENEVE")),
      "the balancer reaches its targets without TLS",
    ),
});

const healthCheckEncrypted = resourceRule("elb-target-health-check-encrypted", {
  check: (group) => {
    group.onlyWhen(isLambda(group).not(), "has Lambda functions as targets");
    group.onlyWhen(group.get("protocol").isOneOf("HTTPS", "TLS"), "does not use TLS itself");
    const check = group.get("healthCheck");
    // Without a block a network balancer checks by TCP; a block that names no protocol means HTTP.
    const byTcp = Truth.all([check.isGiven().not(), group.get("protocol").isOneOf("TLS")]);
    group.expect(byTcp.or(check.get("protocol").isOneOf("HTTPS", "TCP")), "health checks use plain HTTP");
  },
});

const healthCheckOn = resourceRule("elb-target-health-check-on", {
  check: (group) => {
    group.onlyWhen(isLambda(group).not(), "has Lambda functions as targets");
    group.expect(group.get("healthCheck.enabled").isFalse().not(), "the health check is switched off");
  },
});

export const targetGroupRules: readonly Rule[] = [encrypted, healthCheckEncrypted, healthCheckOn];
