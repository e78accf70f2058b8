import { resourceRule, type Rule } from "../../authoring/rule";
import { asText } from "../../authoring/value";

/** Schemes of ActiveMQ connectors that carry no TLS. */
const plainScheme = /^(tcp|nio|udp|http|ws|auto|amqp|mqtt|stomp)(\+nio)?$/i;

const tlsProtocols = resourceRule("mq-tls-protocols", {
  check: (resource) =>
    resource.expect(
      resource
        .get("data")
        .whenKnown((raw) => connectorSchemes(asText(raw)).some((scheme) => plainScheme.test(scheme)))
        .not(),
      "the configuration opens a connector without TLS",
    ),
});

/** The schemes of the transport connectors that a broker's XML declares, comments aside. */
function connectorSchemes(xml: string): string[] {
  const live = xml.replace(/<!--[\s\S]*?-->/g, "");
  return [...live.matchAll(/<(?:[\w.-]+:)?transportConnector\s[^>]*?\buri\s*=\s*["']\s*([\w.+-]+):/gi)].map(
    (match) => match[1] ?? "",
  );
}

export const connectorRules: readonly Rule[] = [tlsProtocols];
