import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const settings = (values: unknown) => resource("aws:apigateway/methodSettings:MethodSettings", { settings: values });

export const cacheCases: ServiceCases = {
  "apigateway-cache-encrypted": [
    pass("an encrypted cache", settings({ cachingEnabled: true, cacheDataEncrypted: true })),
    pass("no cache", settings({ cachingEnabled: false })),
    pass("nothing said", settings({ loggingLevel: "INFO" })),
    pass("an encrypted cache that may be on", settings({ cachingEnabled: unknown, cacheDataEncrypted: "true" })),
    fault("a cache that says nothing", settings({ cachingEnabled: true })),
    fault("a cache in clear", settings({ cachingEnabled: "true", cacheDataEncrypted: false })),
    undecided("a cache that may be on", settings({ cachingEnabled: unknown })),
    undecided("encryption known on update", settings({ cachingEnabled: true, cacheDataEncrypted: unknown })),
    undecided("settings known on update", settings(unknown)),
  ],
};
