import { mustNotBeTrue, both, oneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { isCustomerKey } from "../knowledge/customer-key";

const replicationEncrypted = resourceRule("drs-replication-encrypted", {
  check: (template) => {
    const encryption = template.get("ebsEncryption");
    template.expect(encryption.isOneOf("CUSTOM", "DEFAULT"), "staging volumes are not encrypted");
    template.expect(
      encryption
        .isOneOf("CUSTOM")
        .not()
        .or(isCustomerKey(template.get("ebsEncryptionKeyArn"))),
      "staging volumes are to have a key of their own, and no customer-managed key is named",
    );
  },
});

const privateReplication = resourceRule("drs-private-replication", {
  check: both(
    oneOf("dataPlaneRouting", ["PRIVATE_IP"], "replication goes through public addresses"),
    mustNotBeTrue("createPublicIp", "staging servers are given public addresses"),
  ),
});

const ownSecurityGroup = resourceRule("drs-own-security-group", {
  check: mustNotBeTrue(
    "associateDefaultSecurityGroup",
    "staging servers share the security group that the service makes by default",
  ),
});

const pointInTime = resourceRule("drs-point-in-time-policy", {
  check: (template) =>
    template.expect(
      template.get("pitPolicies").some((policy) => policy.get("enabled").isTrue()),
      "no point-in-time rule is on, so no recovery points are kept",
    ),
});

/** Rules on AWS Elastic Disaster Recovery. */
export const drsRules: readonly Rule[] = [replicationEncrypted, privateReplication, ownSecurityGroup, pointInTime];
