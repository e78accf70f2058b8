import { both, customerKey, mustBeTrue, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { isCustomerKey } from "../knowledge/customer-key";
import { openLinks } from "./vpc/links";

const firewall = "aws:networkfirewall/firewall:Firewall";
const loggingConfiguration = "aws:networkfirewall/loggingConfiguration:LoggingConfiguration";

const keys = resourceRule("networkfirewall-cmk-and-protection", {
  check: both(
    oneOf("encryptionConfiguration.type", ["CUSTOMER_KMS"], "the configuration is encrypted under a key that AWS owns"),
    customerKey("encryptionConfiguration.keyId", "no customer-managed key is named for the configuration"),
  ),
});

const deletionProtection = resourceRule("networkfirewall-deletion-protection", {
  check: mustBeTrue("deleteProtection", "the firewall can be deleted in one step"),
});

const defaultDrop = resourceRule("networkfirewall-default-drop", {
  check: (policy) => {
    const settings = policy.get("firewallPolicy");
    policy.expect(
      inspectsOrDrops(settings.get("statelessDefaultActions")),
      "packets that match no stateless rule are passed without inspection",
    );
    policy.expect(
      inspectsOrDrops(settings.get("statelessFragmentDefaultActions")),
      "fragments that match no stateless rule are passed without inspection",
    );
    // Only under strict order does AWS take a default action; under action order Suricata passes what nothing drops.
    const isStrict = settings.get("statefulEngineOptions.ruleOrder").isOneOf("STRICT_ORDER");
    const drops = settings
      .get("statefulDefaultActions")
      .some((action) => action.matches(/^aws:drop_(strict|established)/i));
    policy.expect(isStrict.not().or(drops), "packets that match no stateful rule are passed");
  },
});

function inspectsOrDrops(actions: Value): Truth {
  const stops = actions.some((action) => action.isOneOf("aws:forward_to_sfe", "aws:drop"));
  return stops.and(actions.some((action) => action.isOneOf("aws:pass")).not());
}

const logging = stackRule("networkfirewall-logging", {
  check: (stack, graph) => {
    const isOpen = openLinks(graph, loggingConfiguration, "firewallArn", [firewall]).length > 0;
    for (const one of graph.ofType(firewall)) {
      const configurations = graph.referrers(one, loggingConfiguration, "firewallArn");
      for (const type of ["FLOW", "ALERT"]) {
        const logs = configurations.map((configuration) =>
          configuration
            .get("loggingConfiguration")
            .get("logDestinationConfigs")
            .some((destination) => destination.get("logType").isOneOf(type)),
        );
        const elsewhere = isOpen ? Truth.unknown("LoggingConfiguration.firewallArn") : Truth.no;
        stack.expect(one, Truth.any([...logs, elsewhere]), `the firewall keeps no ${type} log`);
      }
    }
  },
});

const tlsInspection = resourceRule("networkfirewall-tls-inspection-careful", {
  check: (inspection) => {
    const encryption = inspection.get("encryptionConfigurations");
    const isOwn = encryption.every((one) =>
      one
        .get("type")
        .isOneOf("CUSTOMER_KMS")
        .and(isCustomerKey(one.get("keyId"))),
    );
    const isGiven = encryption.isUnknown ? encryption.asUnknown() : encryption.isGiven();
    inspection.expect(isGiven.and(isOwn), "the configuration is not encrypted under a customer-managed key");
    const certificates = inspection.get("tlsInspectionConfiguration.serverCertificateConfiguration");
    // AWS takes revocation checks only where outbound traffic is inspected, under a certificate authority.
    const isOutbound = certificates.get("certificateAuthorityArn").isGiven();
    const checks = certificates.get("checkCertificateRevocationStatus").isGiven();
    inspection.expect(
      certificates.isUnknown ? certificates.asUnknown() : isOutbound.not().or(checks),
      "revoked certificates are not refused",
    );
  },
});

/** Rules on AWS Network Firewall. */
export const networkfirewallRules: readonly Rule[] = [keys, deletionProtection, defaultDrop, logging, tlsInspection];
