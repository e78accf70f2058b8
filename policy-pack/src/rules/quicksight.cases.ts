import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const subscription = (properties: CaseProperties = {}) =>
  resource("aws:quicksight/accountSubscription:AccountSubscription", properties);
const settings = (properties: CaseProperties = {}) =>
  resource("aws:quicksight/accountSettings:AccountSettings", properties);
const source = (properties: CaseProperties = {}) => resource("aws:quicksight/dataSource:DataSource", properties);
const restriction = (properties: CaseProperties = {}) =>
  resource("aws:quicksight/ipRestriction:IpRestriction", properties);
const keys = (keyRegistrations?: unknown) =>
  resource("aws:quicksight/keyRegistration:KeyRegistration", { keyRegistrations });
const dataSet = (properties: CaseProperties = {}) => resource("aws:quicksight/dataSet:DataSet", properties);
const withPhi = { tags: { "hipaa:phi": "true" } };
const inVpc = { vpcConnectionProperties: { vpcConnectionArn: unknown } };

export const quicksightCases: ServiceCases = {
  "quicksight-enterprise": [
    pass("Enterprise", subscription({ edition: "ENTERPRISE" })),
    pass("Enterprise with Q", subscription({ edition: "ENTERPRISE_AND_Q" })),
    fault("Standard", subscription({ edition: "STANDARD" })),
    fault("nothing said", subscription()),
    undecided("known on update", subscription({ edition: unknown })),
  ],
  "quicksight-sign-in": [
    pass("Identity Center", subscription({ authenticationMethod: "IAM_IDENTITY_CENTER" })),
    pass("a directory", subscription({ authenticationMethod: "ACTIVE_DIRECTORY" })),
    pass("IAM only", subscription({ authenticationMethod: "IAM_ONLY" })),
    pass("protected against termination by default", settings()),
    fault("passwords of its own", subscription({ authenticationMethod: "IAM_AND_QUICKSIGHT" })),
    fault("not protected against termination", settings({ terminationProtectionEnabled: false })),
    undecided("known on update", subscription({ authenticationMethod: unknown })),
    undecided("protection known on update", settings({ terminationProtectionEnabled: unknown })),
    fault("nothing said", subscription()),
  ],
  "quicksight-data-source-ssl": [
    pass("nothing said, which means TLS", source()),
    pass("TLS", source({ sslProperties: { disableSsl: false } })),
    fault("no TLS", source({ sslProperties: { disableSsl: true } })),
    fault("no TLS, as text", source({ sslProperties: { disableSsl: "true" } })),
    undecided("known on update", source({ sslProperties: { disableSsl: unknown } })),
  ],
  "quicksight-data-source-private": [
    pass(
      "a database in a VPC with a secret",
      source({ type: "POSTGRESQL", ...inVpc, credentials: { secretArn: unknown } }),
    ),
    pass("Athena, which stands in no VPC", source({ type: "ATHENA" })),
    pass("a vendor on the internet", source({ type: "SNOWFLAKE", credentials: { secretArn: "arn" } })),
    fault("a database without a VPC connection", source({ type: "RDS", credentials: { secretArn: "arn" } })),
    fault("a password", source({ type: "ATHENA", credentials: { credentialPair: { username: "u", password: "p" } } })),
    fault("a password known on update", source({ type: "RDS", ...inVpc, credentials: { credentialPair: unknown } })),
    undecided("credentials known on update", source({ type: "RDS", ...inVpc, credentials: unknown })),
    undecided("a VPC connection known on update", source({ type: "RDS", vpcConnectionProperties: unknown })),
    undecided("a kind known on update", source({ type: unknown })),
  ],
  "quicksight-access-controls": [
    pass("networks restricted", restriction({ enabled: true })),
    fault("the restriction switched off", restriction({ enabled: false })),
    undecided("the restriction known on update", restriction({ enabled: unknown })),
    pass("a wired key", keys([{ keyArn: unknown, defaultKey: true }])),
    fault("AWS's own key", keys([{ keyArn: "arn:aws:kms:us-east-1:111122223333:alias/aws/quicksight" }])),
    fault("no key", keys([])),
    undecided("keys known on update", keys(unknown)),
    pass("a dataset that is not tagged as PHI", dataSet()),
    pass(
      "PHI by row",
      dataSet({ ...withPhi, rowLevelPermissionDataSet: { arn: unknown, permissionPolicy: "GRANT_ACCESS" } }),
    ),
    pass("PHI by tag of the user", dataSet({ ...withPhi, rowLevelPermissionTagConfiguration: { status: "ENABLED" } })),
    pass("PHI by column", dataSet({ ...withPhi, columnLevelPermissionRules: [{ columnNames: ["ssn"] }] })),
    fault("PHI for every reader", dataSet(withPhi)),
    fault("PHI with no rules by column", dataSet({ ...withPhi, columnLevelPermissionRules: [] })),
    undecided("a tag known on update", dataSet({ tags: { "hipaa:phi": unknown } })),
    fault("nothing said of the restriction", restriction()),
  ],
};
