import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";

const firewall = (properties: CaseProperties = {}) => resource("aws:networkfirewall/firewall:Firewall", properties);
const policy = (firewallPolicy: unknown) =>
  resource("aws:networkfirewall/firewallPolicy:FirewallPolicy", { firewallPolicy });
const actions = (stateless: unknown, more: CaseProperties = {}) =>
  policy({ statelessDefaultActions: stateless, statelessFragmentDefaultActions: ["aws:forward_to_sfe"], ...more });
const logs = (...types: unknown[]) =>
  resource(
    "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
    {
      firewallArn: ref("subject", "arn"),
      loggingConfiguration: { logDestinationConfigs: types.map((logType) => ({ logType, logDestinationType: "S3" })) },
    },
    { name: "logging" },
  );
const otherStack = resource("pulumi:pulumi:StackReference", {}, { name: "other" });
const ofOther = resource(
  "aws:networkfirewall/loggingConfiguration:LoggingConfiguration",
  { firewallArn: ref("other", "arn"), loggingConfiguration: { logDestinationConfigs: [] } },
  { name: "logging" },
);
const own = { type: "CUSTOMER_KMS", keyId: "arn:aws:kms:us-east-1:111122223333:key/a" };
const inspection = (encryptionConfigurations: unknown, certificates: unknown = {}) =>
  resource("aws:networkfirewall/tlsInspectionConfiguration:TlsInspectionConfiguration", {
    encryptionConfigurations,
    tlsInspectionConfiguration: { serverCertificateConfiguration: certificates },
  });
const outbound = { certificateAuthorityArn: "arn:aws:acm:us-east-1:111122223333:certificate/a" };

export const networkfirewallCases: ServiceCases = {
  "networkfirewall-cmk-and-protection": [
    pass("a customer-managed key", firewall({ encryptionConfiguration: own })),
    pass("a wired key", firewall({ encryptionConfiguration: { ...own, keyId: unknown } })),
    fault("nothing said", firewall()),
    fault("AWS's own key", firewall({ encryptionConfiguration: { type: "AWS_OWNED_KMS_KEY" } })),
    fault("a customer's key without its id", firewall({ encryptionConfiguration: { type: "CUSTOMER_KMS" } })),
    fault("a rule group that says nothing", resource("aws:networkfirewall/ruleGroup:RuleGroup", {})),
    fault("AWS's own key by its alias", firewall({ encryptionConfiguration: { ...own, keyId: "alias/aws/ebs" } })),
    undecided("a type known on update", firewall({ encryptionConfiguration: { ...own, type: unknown } })),
  ],
  "networkfirewall-deletion-protection": [
    pass("protected", firewall({ deleteProtection: true })),
    pass(
      "protected, and its subnets not, which another rule may ask",
      firewall({ deleteProtection: true, subnetChangeProtection: false }),
    ),
    fault("nothing said", firewall()),
    fault("not protected", firewall({ deleteProtection: false })),
    undecided("known on update", firewall({ deleteProtection: unknown })),
  ],
  "networkfirewall-default-drop": [
    pass("to stateful inspection", actions(["aws:forward_to_sfe"])),
    pass("dropped, and counted", actions(["aws:drop", "Counted"])),
    pass(
      "strict order that drops",
      actions(["aws:forward_to_sfe"], {
        statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
        statefulDefaultActions: ["aws:alert_strict", "aws:drop_established"],
      }),
    ),
    pass(
      "strict order that drops above the transport",
      actions(["aws:forward_to_sfe"], {
        statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
        statefulDefaultActions: ["aws:drop_established_app_layer"],
      }),
    ),
    fault("passed", actions(["aws:pass"])),
    fault("passed and dropped", actions(["aws:drop", "aws:pass"])),
    fault("nothing said", policy({})),
    fault(
      "fragments passed",
      policy({ statelessDefaultActions: ["aws:drop"], statelessFragmentDefaultActions: ["aws:pass"] }),
    ),
    fault(
      "strict order without a default",
      actions(["aws:forward_to_sfe"], { statefulEngineOptions: { ruleOrder: "STRICT_ORDER" } }),
    ),
    fault(
      "strict order that only alerts",
      actions(["aws:forward_to_sfe"], {
        statefulEngineOptions: { ruleOrder: "STRICT_ORDER" },
        statefulDefaultActions: ["aws:alert_strict"],
      }),
    ),
    fault("passed, beside an unknown action", actions([unknown, "aws:pass"])),
    undecided("actions known on update", actions(unknown)),
    undecided("a policy known on update", policy(unknown)),
  ],
  "networkfirewall-logging": [
    pass("both", [firewall(), logs("FLOW", "ALERT")]),
    pass("all three", [firewall(), logs("TLS", "FLOW", "ALERT")]),
    fault("none", firewall()),
    fault("alerts only", [firewall(), logs("ALERT")]),
    fault("flows only", [firewall(), logs("FLOW")]),
    fault("none, where another firewall has them", [
      firewall(),
      {
        ...ofOther,
        properties: { ...ofOther.properties, firewallArn: "arn:aws:network-firewall:us-east-1:1:firewall/b" },
      },
    ]),
    undecided("a type known on update", [firewall(), logs("FLOW", unknown)]),
    undecided("logs of a firewall known on update", [firewall(), ofOther, otherStack], { afterUpdate: "fault" }),
  ],
  "networkfirewall-tls-inspection-careful": [
    pass("a key of one's own, inbound", inspection([own])),
    pass(
      "a key of one's own, outbound with revocation checks",
      inspection([own], {
        ...outbound,
        checkCertificateRevocationStatus: { revokedStatusAction: "REJECT" },
      }),
    ),
    fault("nothing said", inspection(undefined)),
    fault("AWS's own key", inspection([{ type: "AWS_OWNED_KMS_KEY", keyId: "AWS_OWNED_KMS_KEY" }])),
    fault("outbound without revocation checks", inspection([own], outbound)),
    fault("AWS's own key among unknowns", inspection([{ type: "AWS_OWNED_KMS_KEY" }], unknown)),
    undecided("keys known on update", inspection(unknown)),
    undecided("certificates known on update", inspection([own], unknown)),
  ],
};
