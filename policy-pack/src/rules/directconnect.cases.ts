import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const connection = (properties: CaseProperties) => resource("aws:directconnect/connection:Connection", properties);
const vpnOver = { tags: { "hipaa:vpn-over-dx": "true" } };

export const directconnectCases: ServiceCases = {
  "directconnect-encrypted": [
    pass("MACsec, on the first create", connection({ requestMacsec: true })),
    pass("MACsec that must be used", connection({ requestMacsec: "true", encryptionMode: "must_encrypt" })),
    pass(
      "MACsec that must be used, in other letters",
      connection({ requestMacsec: true, encryptionMode: "mustEncrypt" }),
    ),
    pass("a VPN over the link", connection(vpnOver)),
    pass(
      "a VPN over the link, whose MACsec is not insisted on",
      connection({ ...vpnOver, requestMacsec: true, encryptionMode: "should_encrypt" }),
    ),
    fault("nothing said", connection({})),
    fault("no MACsec", connection({ requestMacsec: false })),
    fault("MACsec that may be left out", connection({ requestMacsec: true, encryptionMode: "should_encrypt" })),
    fault("MACsec that is switched off", connection({ requestMacsec: true, encryptionMode: "noEncrypt" })),
    fault("a tag that says no", connection({ tags: { "hipaa:vpn-over-dx": "false" } })),
    undecided("MACsec known on update", connection({ requestMacsec: unknown })),
    undecided("a mode known on update", connection({ requestMacsec: true, encryptionMode: unknown })),
    undecided("tags known on update", connection({ tags: unknown })),
  ],
};
