import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const group = (properties: Record<string, unknown> = {}, options = {}) =>
  resource("aws:cloudwatch/logGroup:LogGroup", properties, options);
const auditTag = { "hipaa:purpose": "audit" };
const audit = (properties: Record<string, unknown> = {}, options = {}) =>
  group({ tags: auditTag, ...properties }, options);
const archived = { tags: { ...auditTag, "hipaa:archived": "true" } };

export const logGroupCases: ServiceCases = {
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
