import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const dax = (properties: Record<string, unknown> = {}) => resource("aws:dax/cluster:Cluster", properties);

export const daxCases: ServiceCases = {
  "dax-encrypted": [
    pass("on", dax({ serverSideEncryption: { enabled: true } })),
    pass(
      "on, without TLS, which another rule reports",
      dax({ serverSideEncryption: { enabled: true }, clusterEndpointEncryptionType: "NONE" }),
    ),
    fault("off", dax({ serverSideEncryption: { enabled: false } })),
    fault("nothing said", dax()),
    undecided("known on update", dax({ serverSideEncryption: unknown })),
  ],
  "dax-tls": [
    pass("TLS", dax({ clusterEndpointEncryptionType: "TLS" })),
    pass(
      "TLS, not encrypted at rest, which another rule reports",
      dax({ clusterEndpointEncryptionType: "TLS", serverSideEncryption: { enabled: false } }),
    ),
    fault("none", dax({ clusterEndpointEncryptionType: "NONE" })),
    fault("nothing said", dax()),
    undecided("known on update", dax({ clusterEndpointEncryptionType: unknown })),
  ],
};
