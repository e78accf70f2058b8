import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule, type RuleConfig } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { eligibilityListOf, eligibilityOf, moduleOf, supersededTypes } from "../knowledge/eligible-services";

const confirmedModules: RuleConfig = {
  confirmedModules: {
    type: "array",
    items: { type: "string" },
    description: "Modules of the AWS provider whose service was found on AWS's list of HIPAA-eligible services.",
    default: [],
  },
};

/** The module that a rule has to judge: of the AWS provider, not confirmed by the user, and near PHI. */
function moduleToJudge(resource: ResourceCheck): string {
  const name = moduleOf(resource.type);
  resource.onlyWhen(Truth.of(name !== undefined), "is no resource of the AWS provider");
  const confirmed = resource.setting<readonly string[]>("confirmedModules");
  resource.onlyWhen(Truth.of(!confirmed.includes(name ?? "")), "its service is confirmed by the configuration");
  return name ?? "";
}

const eligibleServicesOnly = resourceRule("general-eligible-services-only", {
  config: confirmedModules,
  check: (resource) => {
    const eligibility = eligibilityOf(moduleToJudge(resource));
    if (eligibility.kind !== "not eligible") return;
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    resource.fault(`the service is not HIPAA-eligible or has ended; use ${eligibility.successor}`);
  },
});

const unconfirmed = `the service is not on AWS's list of HIPAA-eligible services of ${eligibilityListOf}; look it up on the page as it stands, then name it in confirmedModules`;

const retiredServices = resourceRule("general-ineligible-or-retired-services-blocked", {
  // A module on no list is reported here, where a finding does not block: a new service may well be eligible. Types
  // whose service is known not to be eligible are reported by the rule above.
  types: ["*"],
  config: {
    ...confirmedModules,
    allowRetiredTypes: {
      type: "array",
      items: { type: "string" },
      description: "Type tokens that may be used though their service has a successor.",
      default: [],
    },
  },
  check: (resource) => {
    const { kind } = eligibilityOf(moduleToJudge(resource));
    const successor = supersededTypes[resource.type];
    const allowed = resource.setting<readonly string[]>("allowRetiredTypes").includes(resource.type);
    if (kind !== "unconfirmed" && (successor === undefined || allowed)) return;
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    if (kind === "unconfirmed") resource.fault(unconfirmed);
    else resource.fault(`the service is superseded; use ${successor ?? "its successor"}`);
  },
});

/** Rules on which AWS services may be used at all. */
export const governanceRules: readonly Rule[] = [eligibleServicesOnly, retiredServices];
