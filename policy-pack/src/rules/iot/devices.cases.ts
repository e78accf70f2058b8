import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../../testing/cases";

const domain = (securityPolicy?: unknown) =>
  resource(
    "aws:iot/domainConfiguration:DomainConfiguration",
    securityPolicy === undefined ? {} : { tlsConfig: { securityPolicy } },
  );
const authorizer = (properties: CaseProperties = {}) => resource("aws:iot/authorizer:Authorizer", properties);
const thing = (attributes: unknown) => resource("aws:iot/thing:Thing", { attributes });
const rule = (sql: unknown) => resource("aws:iot/topicRule:TopicRule", { sql });
const template = (properties: CaseProperties = {}) =>
  resource("aws:iot/provisioningTemplate:ProvisioningTemplate", properties);
const authority = (allowAutoRegistration?: unknown) =>
  resource("aws:iot/caCertificate:CaCertificate", { active: true, allowAutoRegistration });
const alias = (properties: CaseProperties = {}) => resource("aws:iot/roleAlias:RoleAlias", properties);

export const deviceCases: ServiceCases = {
  "iot-tls-policy": [
    pass("nothing said, which means TLS 1.2 and 1.3", domain()),
    pass("TLS 1.2 and 1.3", domain("IoTSecurityPolicy_TLS13_1_2_2022_10")),
    pass("TLS 1.3 only", domain("IoTSecurityPolicy_TLS13_1_3_2022_10")),
    pass("TLS 1.2 only", domain("IoTSecurityPolicy_TLS12_1_2_2022_10")),
    fault("the policy of 2016", domain("IoTSecurityPolicy_TLS12_1_0_2016_01")),
    fault("the policy of 2015", domain("IoTSecurityPolicy_TLS12_1_0_2015_01")),
    undecided("known on update", domain(unknown)),
  ],
  "iot-authorizer-signing": [
    pass("nothing said, which means signed", authorizer()),
    pass("signed", authorizer({ signingDisabled: false, tokenKeyName: "token" })),
    fault("not signed", authorizer({ signingDisabled: true })),
    fault("not signed, as text", authorizer({ signingDisabled: "true" })),
    undecided("known on update", authorizer({ signingDisabled: unknown })),
  ],
  "iot-no-phi-in-registry": [
    pass("opaque attributes", thing({ model: "pump-3", serial: "A1B2C3" })),
    pass("opaque topics", rule("SELECT * FROM 'vitals/+/pulse'")),
    fault("a Social Security number", thing({ model: "pump-3", owner: "123-45-6789" })),
    fault("a number beside one known on update", thing({ serial: unknown, owner: "123-45-6789" })),
    fault("a record number in a topic", rule("SELECT * FROM 'patients/mrn-1234567/pulse'")),
    fault("a configured word", thing({ ward: "oncology" }), { config: { denyWords: ["Oncology"] } }),
    undecided("attributes known on update", thing(unknown)),
    undecided("a query known on update", rule(unknown)),
    pass("no attributes", thing(undefined)),
    pass("no query, which AWS does not accept", rule(undefined)),
  ],
  "iot-provisioning-secure": [
    pass("a hook", template({ preProvisioningHook: { targetArn: unknown } })),
    pass("just in time, which has no hook", template({ type: "JITP" })),
    pass("registered by hand", authority(false)),
    fault("no hook", template({ type: "FLEET_PROVISIONING" })),
    fault("nothing said", template()),
    fault("registered by itself", authority(true)),
    undecided("known on update", authority(unknown)),
    undecided("a hook known on update", template({ preProvisioningHook: unknown })),
    undecided("a kind known on update", template({ type: unknown })),
    pass("nothing said of registration, which AWS does not accept", authority()),
  ],
  "greengrass-roles-scoped": [
    pass("nothing said, which means an hour", alias()),
    pass("an hour", alias({ credentialDuration: 3600 })),
    fault("a second more", alias({ credentialDuration: 3601 })),
    fault("half a day", alias({ credentialDuration: "43200" })),
    undecided("known on update", alias({ credentialDuration: unknown })),
  ],
};
