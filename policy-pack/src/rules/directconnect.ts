import { resourceRule, type Rule } from "../authoring/rule";

const encrypted = resourceRule("directconnect-encrypted", {
  check: (connection) => {
    const carriesVpn = connection.tag("hipaa:vpn-over-dx").isTrue();
    const hasMacsec = connection.get("requestMacsec").isTrue();
    connection.expect(
      carriesVpn.or(hasMacsec),
      "the link is not encrypted: it has no MACsec, and nothing says that a VPN runs over it",
    );
    // AWS takes the mode only once the connection is available, so absent is fine.
    const mode = connection.get("encryptionMode");
    connection.expect(
      carriesVpn.or(hasMacsec.not(), mode.isGiven().not(), mode.matches(/^must[_-]?encrypt$/i)),
      "the link has MACsec but does not insist on it",
    );
  },
});

/** Rules on AWS Direct Connect. */
export const directconnectRules: readonly Rule[] = [encrypted];
