import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { domain, elasticsearch, fineGrained } from "./testing";

const endpoint = (options: Record<string, unknown>) => domain({ domainEndpointOptions: options });

export const encryptionCases: ServiceCases = {
  "opensearch-at-rest": [
    pass("encrypted", domain({ encryptAtRest: { enabled: true } })),
    pass("an older domain, encrypted", elasticsearch({ encryptAtRest: { enabled: "true" } })),
    pass("fine-grained access control, which asks for it", domain(fineGrained)),
    fault("nothing said", domain()),
    fault("switched off", domain({ encryptAtRest: { enabled: false } })),
    fault("switched off beside fine-grained access", domain({ ...fineGrained, encryptAtRest: { enabled: false } })),
    fault("an older domain, nothing said", elasticsearch()),
    undecided("known on update", domain({ encryptAtRest: unknown })),
  ],
  "opensearch-cmk": [
    pass("a wired key", domain({ encryptAtRest: { enabled: true, kmsKeyId: unknown } })),
    fault("no key", domain({ encryptAtRest: { enabled: true } })),
    fault("AWS's own key", elasticsearch({ encryptAtRest: { enabled: true, kmsKeyId: "alias/aws/es" } })),
    notApplicable("not encrypted", domain()),
    undecided("encryption known on update", domain({ encryptAtRest: { enabled: unknown } })),
  ],
  "opensearch-node-to-node": [
    pass("encrypted", domain({ nodeToNodeEncryption: { enabled: true } })),
    pass("encrypted, in an Elasticsearch domain", elasticsearch({ nodeToNodeEncryption: { enabled: true } })),
    fault("nothing said", domain()),
    fault("switched off", elasticsearch({ nodeToNodeEncryption: { enabled: false } })),
    undecided("known on update", domain({ nodeToNodeEncryption: { enabled: unknown } })),
  ],
  "opensearch-https-tls12": [
    pass("asked for", endpoint({ enforceHttps: true })),
    pass(
      "a block without the flag, which the provider sets",
      endpoint({ tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" }),
    ),
    fault("no block", domain()),
    fault("switched off", endpoint({ enforceHttps: false })),
    fault("an older domain without a block", elasticsearch()),
    undecided("known on update", endpoint({ enforceHttps: unknown })),
  ],
  "opensearch-tls-policy": [
    pass("TLS 1.2", endpoint({ enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" })),
    pass("TLS 1.2 with forward secrecy", endpoint({ tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" })),
    fault("TLS 1.0", endpoint({ enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" })),
    fault(
      "TLS 1.0, by the older name of the service",
      elasticsearch({
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" },
      }),
    ),
    fault("nothing said", endpoint({ enforceHttps: true })),
    notApplicable("plain HTTP, which another rule reports", endpoint({ enforceHttps: false })),
    notApplicable("no block, which another rule reports", domain()),
    undecided("known on update", endpoint({ enforceHttps: true, tlsSecurityPolicy: unknown })),
    undecided("HTTPS known on update", endpoint({ enforceHttps: unknown })),
  ],
};
