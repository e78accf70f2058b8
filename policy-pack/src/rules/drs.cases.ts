import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const template = (properties: Record<string, unknown> = {}) =>
  resource("aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate", properties);
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
const rule = (enabled: unknown) => ({ enabled, interval: 10, retentionDuration: 60, units: "MINUTE" });
const privately = { dataPlaneRouting: "PRIVATE_IP", createPublicIp: false };

export const drsCases: ServiceCases = {
  "drs-replication-encrypted": [
    pass("a key of its own", template({ ebsEncryption: "CUSTOM", ebsEncryptionKeyArn: keyArn })),
    pass("a key of its own, wired", template({ ebsEncryption: "CUSTOM", ebsEncryptionKeyArn: unknown })),
    pass("the account's default key", template({ ebsEncryption: "DEFAULT" })),
    fault("no encryption", template({ ebsEncryption: "NONE" })),
    fault("nothing said", template()),
    fault("a key of its own that is not named", template({ ebsEncryption: "CUSTOM" })),
    fault("AWS's own key", template({ ebsEncryption: "CUSTOM", ebsEncryptionKeyArn: "alias/aws/ebs" })),
    undecided("known on update", template({ ebsEncryption: unknown, ebsEncryptionKeyArn: keyArn })),
  ],
  "drs-private-replication": [
    pass("private addresses", template(privately)),
    pass("nothing said of public addresses", template({ ...privately, createPublicIp: undefined })),
    fault("public addresses", template({ ...privately, dataPlaneRouting: "PUBLIC_IP" })),
    fault("staging servers with public addresses", template({ ...privately, createPublicIp: true })),
    fault("public addresses beside an unknown", template({ dataPlaneRouting: "PUBLIC_IP", createPublicIp: unknown })),
    undecided("a route known on update", template({ ...privately, dataPlaneRouting: unknown })),
    undecided("addresses known on update", template({ ...privately, createPublicIp: unknown })),
    fault("nothing said", template()),
  ],
  "drs-own-security-group": [
    pass("a group of its own", template({ associateDefaultSecurityGroup: false })),
    pass("a group of its own, as text", template({ associateDefaultSecurityGroup: "false" })),
    fault("the default group", template({ associateDefaultSecurityGroup: true })),
    undecided("known on update", template({ associateDefaultSecurityGroup: unknown })),
    pass("nothing said, which AWS does not accept", template()),
  ],
  "drs-point-in-time-policy": [
    pass("a rule", template({ pitPolicies: [rule(true)] })),
    pass("one rule of two", template({ pitPolicies: [rule(false), rule(true)] })),
    fault("nothing said", template()),
    fault("no rules", template({ pitPolicies: [] })),
    fault("a rule that is off", template({ pitPolicies: [rule(false)] })),
    undecided("a rule known on update", template({ pitPolicies: [rule(unknown)] })),
    undecided("rules known on update", template({ pitPolicies: unknown })),
    pass("a rule beside an unknown one", template({ pitPolicies: [rule(unknown), rule(true)] })),
  ],
};
