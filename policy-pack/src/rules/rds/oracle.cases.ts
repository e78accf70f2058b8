import { fault, notApplicable, pass, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { instance, optionGroup, parameters } from "../../testing/databases";

const strong = {
  "SQLNET.ENCRYPTION_SERVER": "REQUIRED",
  "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256",
  "SQLNET.CRYPTO_CHECKSUM_SERVER": "REQUIRED",
  "SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER": "SHA256,SHA384",
};
const option = (optionName: string, settings: Record<string, unknown>) => ({
  optionName,
  optionSettings: parameters(settings),
});
const group = (...options: unknown[]) => optionGroup({ engineName: "oracle-se2", options });
const native = (changed: Record<string, unknown> = {}) =>
  group(option("Timezone", {}), option("NATIVE_NETWORK_ENCRYPTION", { ...strong, ...changed }));

export const oracleCases: ServiceCases = {
  "rds-oracle-network-encryption": [
    pass("strong network encryption", native()),
    pass("TLS 1.2", group(option("SSL", { "SQLNET.SSL_VERSION": "1.2" }))),
    fault("encryption only requested", native({ "SQLNET.ENCRYPTION_SERVER": "REQUESTED" })),
    fault("weak ciphers beside AES", native({ "SQLNET.ENCRYPTION_TYPES_SERVER": "AES256,3DES168" })),
    fault("no AES-256", native({ "SQLNET.ENCRYPTION_TYPES_SERVER": "AES128" })),
    fault("checksums only accepted", native({ "SQLNET.CRYPTO_CHECKSUM_SERVER": "ACCEPTED" })),
    fault("weak checksums beside SHA-2", native({ "SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER": "SHA256,SHA1" })),
    fault("default settings", group({ optionName: "NATIVE_NETWORK_ENCRYPTION" })),
    fault("TLS 1.0 allowed", group(option("SSL", { "SQLNET.SSL_VERSION": "1.2 or 1.0" }))),
    fault("TLS of the default version", group(option("SSL", {}))),
    fault("no options", group()),
    notApplicable("MySQL", optionGroup({ engineName: "mysql" })),
    undecided("a setting known on update", native({ "SQLNET.ENCRYPTION_SERVER": unknown })),
    undecided("options known on update", optionGroup({ engineName: "oracle-ee", options: unknown })),
  ],
  "rds-oracle-option-group-bound": [
    pass("a group by name", instance({ engine: "oracle-se2", optionGroupName: "phi" })),
    pass("a wired group", instance({ engine: "oracle-ee", optionGroupName: unknown })),
    fault("no group", instance({ engine: "oracle-ee-cdb" })),
    fault("the default group", instance({ engine: "oracle-se2", optionGroupName: "default:oracle-se2-19" })),
    notApplicable("a replica", instance({ engine: "oracle-ee", replicateSourceDb: "primary" })),
    notApplicable("a restore", instance({ engine: "oracle-ee", snapshotIdentifier: "s" })),
    notApplicable("another engine", instance({ engine: "postgres" })),
    undecided("an engine known on update", instance({ engine: unknown })),
  ],
};
