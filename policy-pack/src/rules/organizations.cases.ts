import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const names = ["access-analyzer", "backup", "cloudtrail", "config", "guardduty", "securityhub"];
const principals = names.map((name) => `${name}.amazonaws.com`);
const organization = (changed: Record<string, unknown> = {}) =>
  resource("aws:organizations/organization:Organization", { awsServiceAccessPrincipals: principals, ...changed });

export const organizationsCases: ServiceCases = {
  "organizations-all-features": [
    pass("nothing said of features, which means all", organization()),
    pass(
      "all features and more services",
      organization({ featureSet: "ALL", awsServiceAccessPrincipals: [...principals, "ram.amazonaws.com"] }),
    ),
    fault("billing only", organization({ featureSet: "CONSOLIDATED_BILLING" })),
    fault("no services", organization({ awsServiceAccessPrincipals: undefined })),
    fault("one service missing", organization({ awsServiceAccessPrincipals: principals.slice(1) })),
    fault(
      "another service of a like name",
      organization({
        awsServiceAccessPrincipals: [
          "config-multiaccountsetup.amazonaws.com",
          ...principals.filter((name) => !name.startsWith("config")),
        ],
      }),
    ),
    undecided("features known on update", organization({ featureSet: unknown })),
    undecided("services known on update", organization({ awsServiceAccessPrincipals: unknown })),
    undecided(
      "one service known on update",
      organization({ awsServiceAccessPrincipals: [...principals.slice(1), unknown] }),
    ),
    fault(
      "billing only beside services known on update",
      organization({ featureSet: "CONSOLIDATED_BILLING", awsServiceAccessPrincipals: unknown }),
    ),
  ],
};
