import { resourceRule, type Rule } from "../../authoring/rule";
import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

/** Whether a listener of a classic balancer ends the TLS sessions of its clients. */
export function isTlsListener(listener: Value): Truth {
  return listener.get("lbProtocol").isOneOf("HTTPS", "SSL");
}

/** Whether a listener of a classic balancer reaches its instances by TLS. */
export function isTlsToInstances(listener: Value): Truth {
  return listener.get("instanceProtocol").isOneOf("HTTPS", "SSL");
}

const listenerEncrypted = resourceRule("elb-classic-listener-encrypted", {
  check: (balancer) => {
    const passesThrough = balancer.tag("hipaa:tls").isOneOf("passthrough");
    const isSecure = (listener: Value): Truth => {
      const isTcp = listener.get("lbProtocol").isOneOf("TCP").and(listener.get("instanceProtocol").isOneOf("TCP"));
      return isTlsListener(listener).or(isTcp.and(passesThrough));
    };
    balancer.expect(balancer.get("listeners").every(isSecure), "a listener takes traffic without TLS");
  },
});

const backendEncrypted = resourceRule("elb-classic-backend-encrypted", {
  check: (balancer) =>
    balancer.expect(
      balancer.get("listeners").every((listener) => isTlsListener(listener).not().or(isTlsToInstances(listener))),
      "a listener ends TLS and goes on to the instances in clear",
    ),
});

const acmCertificate = resourceRule("elb-classic-acm-certificate", {
  check: (balancer) =>
    balancer.expect(
      balancer
        .get("listeners")
        .every((listener) => isTlsListener(listener).not().or(listener.get("sslCertificateId").isGiven())),
      "a listener that ends TLS has no certificate",
    ),
});

export const classicRules: readonly Rule[] = [listenerEncrypted, backendEncrypted, acmCertificate];
