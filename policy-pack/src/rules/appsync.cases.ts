import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const cache = (properties: Record<string, unknown> = {}) => resource("aws:appsync/apiCache:ApiCache", properties);

export const appsyncCases: ServiceCases = {
  "appsync-cache-encrypted-at-rest": [
    pass("on", cache({ atRestEncryptionEnabled: true })),
    fault("off", cache({ atRestEncryptionEnabled: false })),
    fault("on in transit only", cache({ transitEncryptionEnabled: true })),
    undecided("known on update", cache({ atRestEncryptionEnabled: unknown })),
  ],
  "appsync-cache-encrypted-in-transit": [
    pass("on", cache({ transitEncryptionEnabled: true })),
    fault("off", cache({ transitEncryptionEnabled: false })),
    fault("on at rest only", cache({ atRestEncryptionEnabled: true })),
    undecided("known on update", cache({ transitEncryptionEnabled: unknown })),
  ],
};
