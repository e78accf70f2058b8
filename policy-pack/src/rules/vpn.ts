import { both, mustBeTrue, mustNotBeTrue, oneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import type { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";

/** Inputs of each tunnel, without the tunnel's prefix, and what each element of the list has to be. */
const tunnelInputs: readonly (readonly [input: string, isStrong: (item: Value) => Truth])[] = [
  ["IkeVersions", (item) => item.isOneOf("ikev2")],
  ["Phase1EncryptionAlgorithms", (item) => item.isOneOf("AES256", "AES256-GCM-16")],
  ["Phase2EncryptionAlgorithms", (item) => item.isOneOf("AES256", "AES256-GCM-16")],
  ["Phase1IntegrityAlgorithms", (item) => item.isOneOf("SHA2-256", "SHA2-384", "SHA2-512")],
  ["Phase2IntegrityAlgorithms", (item) => item.isOneOf("SHA2-256", "SHA2-384", "SHA2-512")],
  ["Phase1DhGroupNumbers", (item) => item.isAtLeast(14)],
  ["Phase2DhGroupNumbers", (item) => item.isAtLeast(14)],
];

const ipsecStrong = resourceRule("vpn-ipsec-strong", {
  check: (connection) => {
    const weak: string[] = [];
    for (const tunnel of ["tunnel1", "tunnel2"]) {
      for (const [input, isStrong] of tunnelInputs) {
        const list = connection.get(`${tunnel}${input}`);
        // AWS's defaults take everything that a peer may offer, weak choices among it.
        const isGiven = list.isUnknown ? list.asUnknown() : list.isGiven();
        const verdict = isGiven.and(list.every(isStrong));
        if (verdict.isNo) weak.push(`${tunnel}${input}`);
        else connection.expect(verdict, "");
      }
    }
    // One finding for each connection, with the inputs to look at.
    if (weak.length > 0) connection.fault(`the tunnels admit weak cryptography, by ${weak.join(", ")}`);
  },
});

const tunnelLogs = resourceRule("vpn-tunnel-logs", {
  check: both(
    mustBeTrue("tunnel1LogOptions.cloudwatchLogOptions.logEnabled", "the first tunnel does not log"),
    mustBeTrue("tunnel2LogOptions.cloudwatchLogOptions.logEnabled", "the second tunnel does not log"),
  ),
});

const keyStorage = resourceRule("vpn-psk-storage", {
  check: oneOf("presharedKeyStorage", ["SecretsManager"], "the pre-shared keys are not kept in Secrets Manager"),
});

const clientLogs = resourceRule("clientvpn-secure", {
  check: mustBeTrue("connectionLogOptions.enabled", "nothing records who connects to the VPN"),
});

const clientUsers = resourceRule("clientvpn-user-authentication", {
  check: (endpoint) =>
    endpoint.expect(
      endpoint
        .get("authenticationOptions")
        .some((option) => option.get("type").isOneOf("federated-authentication", "directory-service-authentication")),
      "users sign in by certificate alone, not each as themselves",
    ),
});

const clientGroups = resourceRule("clientvpn-no-all-groups", {
  check: mustNotBeTrue("authorizeAllGroups", "every user of the VPN may reach the network"),
});

const longestSessionHours = 8;

const clientSessions = resourceRule("clientvpn-session-timeout", {
  check: (endpoint) => {
    const hours = endpoint.get("sessionTimeoutHours");
    endpoint.expect(hours.isAtMost(longestSessionHours), "a VPN session may last longer than 8 hours");
    endpoint.expect(
      endpoint.get("disconnectOnSessionTimeout").isTrue(),
      "a VPN session reconnects by itself when its time is over",
    );
  },
});

/** Rules on AWS Site-to-Site VPN and AWS Client VPN. */
export const vpnRules: readonly Rule[] = [
  ipsecStrong,
  tunnelLogs,
  keyStorage,
  clientLogs,
  clientUsers,
  clientGroups,
  clientSessions,
];
