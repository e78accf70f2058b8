import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";

/** Services that watch over all accounts of an organization and need its trust. */
const auditServices = ["access-analyzer", "backup", "cloudtrail", "config", "guardduty", "securityhub"];

const allFeatures = resourceRule("organizations-all-features", {
  check: (resource) => {
    const features = resource.get("featureSet");
    resource.expect(features.isGiven().not().or(features.isOneOf("ALL")), "the organization has only billing features");
    const trusted = resource.get("awsServiceAccessPrincipals");
    const states = auditServices.map((service) => ({
      service,
      isTrusted: trusted.some((principal) => principal.isOneOf(`${service}.amazonaws.com`)),
    }));
    const missing = states.filter(({ isTrusted }) => isTrusted.isNo).map(({ service }) => service);
    resource.expect(
      Truth.all(states.map(({ isTrusted }) => isTrusted)),
      `the organization does not let these services work across its accounts: ${missing.join(", ")}`,
    );
  },
});

/** Rules on AWS Organizations. */
export const organizationsRules: readonly Rule[] = [allFeatures];
