import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const policy = (properties: Record<string, unknown> = {}) => resource("aws:fms/policy:Policy", properties);
const right = { remediationEnabled: true, deleteAllPolicyResources: false };

export const fmsCases: ServiceCases = {
  "fms-remediation-on": [
    pass("remediation, and nothing deleted", policy(right)),
    pass("the same as text", policy({ remediationEnabled: "true", deleteAllPolicyResources: "false" })),
    fault("nothing said", policy()),
    fault("remediation off", policy({ ...right, remediationEnabled: false })),
    fault("everything deleted", policy({ ...right, deleteAllPolicyResources: true })),
    fault("nothing said of deletion, which means everything", policy({ remediationEnabled: true })),
    fault(
      "remediation off beside an unknown",
      policy({ remediationEnabled: false, deleteAllPolicyResources: unknown }),
    ),
    undecided("remediation known on update", policy({ ...right, remediationEnabled: unknown })),
    undecided("deletion known on update", policy({ ...right, deleteAllPolicyResources: unknown })),
  ],
};
