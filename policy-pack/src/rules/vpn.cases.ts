import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const connection = (properties: CaseProperties) => resource("aws:ec2/vpnConnection:VpnConnection", properties);
const endpoint = (properties: CaseProperties) => resource("aws:ec2clientvpn/endpoint:Endpoint", properties);
const authorization = (properties: CaseProperties) =>
  resource("aws:ec2clientvpn/authorizationRule:AuthorizationRule", properties);

const strongTunnel = (tunnel: string): CaseProperties => ({
  [`${tunnel}IkeVersions`]: ["ikev2"],
  [`${tunnel}Phase1EncryptionAlgorithms`]: ["AES256", "AES256-GCM-16"],
  [`${tunnel}Phase2EncryptionAlgorithms`]: ["AES256-GCM-16"],
  [`${tunnel}Phase1IntegrityAlgorithms`]: ["SHA2-256", "SHA2-512"],
  [`${tunnel}Phase2IntegrityAlgorithms`]: ["SHA2-384"],
  [`${tunnel}Phase1DhGroupNumbers`]: [14, 19],
  [`${tunnel}Phase2DhGroupNumbers`]: [20],
});
const strong = { ...strongTunnel("tunnel1"), ...strongTunnel("tunnel2") };
const weak = (properties: CaseProperties) => connection({ ...strong, ...properties });
const logs = (first: unknown, second: unknown) =>
  connection({
    tunnel1LogOptions: { cloudwatchLogOptions: { logEnabled: first } },
    tunnel2LogOptions: { cloudwatchLogOptions: { logEnabled: second } },
  });

export const vpnCases: ServiceCases = {
  "vpn-ipsec-strong": [
    pass("strong choices only", connection(strong)),
    pass(
      "one strong choice of several for each input",
      connection({ ...strong, tunnel1Phase1DhGroupNumbers: [20], tunnel2IkeVersions: ["ikev2"] }),
    ),
    fault("nothing said, which admits weak ones", connection({})),
    fault("one tunnel only", connection(strongTunnel("tunnel1"))),
    fault("IKEv1 beside IKEv2", weak({ tunnel2IkeVersions: ["ikev1", "ikev2"] })),
    fault("AES-128 in phase 1", weak({ tunnel1Phase1EncryptionAlgorithms: ["AES128", "AES256"] })),
    fault("AES-128 in phase 2", weak({ tunnel2Phase2EncryptionAlgorithms: ["AES128-GCM-16"] })),
    fault("SHA-1 in phase 1", weak({ tunnel1Phase1IntegrityAlgorithms: ["SHA1"] })),
    fault("SHA-1 in phase 2", weak({ tunnel2Phase2IntegrityAlgorithms: ["SHA1", "SHA2-256"] })),
    fault("group 2 in phase 1", weak({ tunnel1Phase1DhGroupNumbers: [2, 14] })),
    fault("group 2 in phase 2", weak({ tunnel2Phase2DhGroupNumbers: [2] })),
    fault("an empty list", weak({ tunnel1IkeVersions: [] })),
    fault("a weak choice beside an unknown one", weak({ tunnel1Phase1DhGroupNumbers: [unknown, 2] })),
    fault("a weak input beside an unknown one", weak({ tunnel1IkeVersions: unknown, tunnel2IkeVersions: ["ikev1"] })),
    undecided("versions known on update", weak({ tunnel1IkeVersions: unknown })),
    undecided("one choice known on update", weak({ tunnel1Phase1DhGroupNumbers: [14, unknown] })),
  ],
  "vpn-tunnel-logs": [
    pass("both", logs(true, true)),
    pass("both, one of them as text", logs(true, "true")),
    fault("neither", connection({})),
    fault("the first only", logs(true, false)),
    fault("the second only", logs(undefined, true)),
    undecided("known on update", logs(true, unknown)),
  ],
  "vpn-psk-storage": [
    pass("in Secrets Manager", connection({ presharedKeyStorage: "SecretsManager" })),
    pass(
      "in Secrets Manager, for weak ciphers, which another rule reports",
      connection({ presharedKeyStorage: "SecretsManager", tunnel1IkeVersions: ["ikev1"] }),
    ),
    fault("nothing said", connection({})),
    fault("in the service", connection({ presharedKeyStorage: "Standard" })),
    undecided("known on update", connection({ presharedKeyStorage: unknown })),
  ],
  "clientvpn-secure": [
    pass("logged", endpoint({ connectionLogOptions: { enabled: true, cloudwatchLogGroup: "vpn" } })),
    pass(
      "logged to a group known on update",
      endpoint({ connectionLogOptions: { enabled: true, cloudwatchLogGroup: unknown } }),
    ),
    fault("nothing said", endpoint({})),
    fault("off", endpoint({ connectionLogOptions: { enabled: false } })),
    fault("a log group without the switch", endpoint({ connectionLogOptions: { cloudwatchLogGroup: "vpn" } })),
    undecided("known on update", endpoint({ connectionLogOptions: { enabled: unknown } })),
    undecided("options known on update", endpoint({ connectionLogOptions: unknown })),
  ],
  "clientvpn-user-authentication": [
    pass("federation", endpoint({ authenticationOptions: [{ type: "federated-authentication" }] })),
    pass(
      "a directory beside certificates",
      endpoint({
        authenticationOptions: [{ type: "certificate-authentication" }, { type: "directory-service-authentication" }],
      }),
    ),
    fault("certificates alone", endpoint({ authenticationOptions: [{ type: "certificate-authentication" }] })),
    fault("nothing said", endpoint({})),
    undecided("known on update", endpoint({ authenticationOptions: unknown })),
    undecided(
      "one known on update beside certificates",
      endpoint({
        authenticationOptions: [{ type: "certificate-authentication" }, { type: unknown }],
      }),
    ),
  ],
  "clientvpn-no-all-groups": [
    pass("a group", authorization({ accessGroupId: "S-1-5-21" })),
    pass("not all", authorization({ authorizeAllGroups: false })),
    fault("all", authorization({ authorizeAllGroups: true })),
    undecided("known on update", authorization({ authorizeAllGroups: unknown })),
  ],
  "clientvpn-session-timeout": [
    pass("8 hours and over", endpoint({ sessionTimeoutHours: 8, disconnectOnSessionTimeout: true })),
    pass("fewer hours", endpoint({ sessionTimeoutHours: 1, disconnectOnSessionTimeout: true })),
    fault("nothing said", endpoint({})),
    fault("10 hours", endpoint({ sessionTimeoutHours: 10, disconnectOnSessionTimeout: true })),
    fault("8 hours, and on again", endpoint({ sessionTimeoutHours: 8 })),
    fault("24 hours by default", endpoint({ disconnectOnSessionTimeout: true })),
    undecided("hours known on update", endpoint({ sessionTimeoutHours: unknown, disconnectOnSessionTimeout: true })),
  ],
};
