import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../../testing/cases";

const group = (properties: Record<string, unknown> = {}, options = {}) =>
  resource("aws:cloudwatch/logGroup:LogGroup", properties, options);
const auditTag = { "hipaa:purpose": "audit" };
const audit = (properties: Record<string, unknown> = {}, options = {}) =>
  group({ tags: auditTag, ...properties }, options);
const archived = { tags: { ...auditTag, "hipaa:archived": "true" } };

const key = resource("aws:kms/key:Key", {}, { name: "key" });
const oneMonth = { config: { minimumDays: 30 } };

const account = { Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } };
const allow = (more: Record<string, unknown>) =>
  json({ Statement: [{ Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*", ...more }] });
const resourcePolicy = (more: Record<string, unknown>) =>
  resource("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", { policyDocument: allow(more) });
const destinationPolicy = (more: Record<string, unknown>) =>
  resource("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", { accessPolicy: allow(more) });

export const logGroupCases: ServiceCases = {
  "cloudwatch-log-group-cmk": [
    pass("a wired key", [group({ kmsKeyId: ref("key", "arn") }), key]),
    pass("a customer's alias", group({ kmsKeyId: "alias/logs" })),
    fault("no key", group()),
    fault("AWS's own key", group({ kmsKeyId: "alias/aws/logs" })),
    pass("a key known on update", group({ kmsKeyId: unknown })),
    fault("an empty key", group({ kmsKeyId: "" })),
  ],
  "cloudwatch-log-retention-set": [
    pass("a year", group({ retentionInDays: 365 })),
    pass("known on update", group({ retentionInDays: unknown })),
    pass("for ever, on purpose", group({ retentionInDays: 0 })),
    fault("nothing said", group()),
  ],
  "cloudwatch-log-retention-minimum": [
    pass("a year", group({ retentionInDays: 365 })),
    pass("for ever, by zero", group({ retentionInDays: 0 })),
    pass("for ever, by saying nothing", group()),
    fault("a month", group({ retentionInDays: 30 })),
    pass("a month, as configured", group({ retentionInDays: 30 }), oneMonth),
    fault("two weeks, with a month configured", group({ retentionInDays: 14 }), oneMonth),
    notApplicable("an audit log, which another rule judges", audit({ retentionInDays: 30 })),
    notApplicable("a group that only passes events on", group({ logGroupClass: "DELIVERY", retentionInDays: 1 })),
    undecided("known on update", group({ retentionInDays: unknown })),
  ],
  "cloudwatch-log-deletion-protected": [
    pass("protected by CloudWatch Logs", audit({ deletionProtectionEnabled: true })),
    pass("left behind when the stack goes", audit({ skipDestroy: true })),
    pass("protected by Pulumi", audit({}, { options: { protect: true } })),
    fault("nothing said", audit()),
    fault("protection off", audit({ deletionProtectionEnabled: false, skipDestroy: false })),
    notApplicable("no audit log", group()),
    undecided("known on update", audit({ deletionProtectionEnabled: unknown })),
    pass("left behind, whatever the protection", audit({ deletionProtectionEnabled: unknown, skipDestroy: true })),
  ],
  "cloudwatch-log-policies-scoped": [
    pass("a service for one account", resourcePolicy({ Principal: { Service: "es.amazonaws.com" }, ...account })),
    pass("an account", resourcePolicy({ Principal: { AWS: "111122223333" } })),
    fault("a service for any account", resourcePolicy({ Principal: { Service: "es.amazonaws.com" } })),
    fault("everyone", resourcePolicy({ Principal: "*" })),
    pass("a service that is refused", resourcePolicy({ Effect: "Deny", Principal: { Service: "es.amazonaws.com" } })),
    pass(
      "a destination for the organization",
      destinationPolicy({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
    ),
    pass("a destination for an account", destinationPolicy({ Principal: { AWS: "111122223333" } })),
    fault("a destination for everyone", destinationPolicy({ Principal: { AWS: "*" } })),
    fault("a destination without a policy", resource("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy")),
    undecided("known on update", resourcePolicy({ Resource: unknown, Principal: { Service: "es.amazonaws.com" } })),
    fault("no document", resource("aws:cloudwatch/logResourcePolicy:LogResourcePolicy")),
  ],
  "cloudwatch-log-retention-six-years": [
    pass("six years", audit({ retentionInDays: 2192 })),
    pass("for ever, by zero", audit({ retentionInDays: 0 })),
    pass("for ever, by saying nothing", audit()),
    pass("the tag from the provider's defaults", group({ tagsAll: auditTag, retentionInDays: 2192 })),
    fault("five years", audit({ retentionInDays: 1827 })),
    fault("five years, the tag from the provider's defaults", group({ tagsAll: auditTag, retentionInDays: 1827 })),
    pass("a year, archived elsewhere", audit({ ...archived, retentionInDays: 365 })),
    fault("half a year, archived elsewhere", audit({ ...archived, retentionInDays: 180 })),
    fault("a year, and not archived", audit({ retentionInDays: 365 })),
    fault("a class that keeps nothing", audit({ logGroupClass: "DELIVERY" })),
    pass("the class for rare access", audit({ logGroupClass: "INFREQUENT_ACCESS" })),
    notApplicable("a group that holds no audit records", group({ retentionInDays: 7 })),
    undecided("retention known on update", audit({ retentionInDays: unknown })),
    undecided("tags known on update", group({ tags: unknown, retentionInDays: 7 })),
    fault(
      "a class that keeps nothing beside an unknown retention",
      audit({ logGroupClass: "DELIVERY", retentionInDays: unknown }),
    ),
  ],
};
