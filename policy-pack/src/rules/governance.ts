import {
  eligibilityOf,
  eligibleServices,
  longestReviewAge,
  moduleOf,
  reviewAge,
  successorOf,
  type Eligibility,
} from "@hipaa-aws/controls";
import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, stackRule, type Rule, type RuleConfig } from "../authoring/rule";
import { Truth } from "../authoring/truth";

const confirmedModules: RuleConfig = {
  confirmedModules: {
    type: "array",
    items: { type: "string" },
    description: "Modules of the AWS provider whose service was found on AWS's list of HIPAA-eligible services.",
    default: [],
  },
};

/** What the list says of the resource's service, unless it is none of AWS's or the user confirmed it. */
function eligibilityToJudge(resource: ResourceCheck): Eligibility {
  const name = moduleOf(resource.type);
  resource.onlyWhen(Truth.of(name !== undefined), "is no resource of the AWS provider");
  const confirmed = resource.setting<readonly string[]>("confirmedModules");
  resource.onlyWhen(Truth.of(!confirmed.includes(name ?? "")), "its service is confirmed by the configuration");
  return eligibilityOf(name ?? "");
}

const list = () => `AWS's list of HIPAA-eligible services of ${eligibleServices().reviewed}`;

const eligibleServicesOnly = resourceRule("general-eligible-services-only", {
  config: confirmedModules,
  check: (resource) => {
    const eligibility = eligibilityToJudge(resource);
    if (eligibility.kind !== "not eligible") return;
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    const { instead } = eligibility;
    resource.fault(
      instead === undefined
        ? `the service is not on ${list()}; look it up on the page as it stands`
        : `the service is not HIPAA-eligible or has ended; ${instead}`,
    );
  },
});

const retiredServices = resourceRule("general-ineligible-or-retired-services-blocked", {
  // Services that could not be confirmed are reported here, where a finding does not block: they may well be eligible.
  // Those that are on no list are refused by the rule above.
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
    const { kind } = eligibilityToJudge(resource);
    const successor = successorOf(resource.type);
    const allowed = resource.setting<readonly string[]>("allowRetiredTypes").includes(resource.type);
    if (kind !== "unconfirmed" && (successor === undefined || allowed)) return;
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    if (kind === "unconfirmed") {
      resource.fault(
        `the service could not be confirmed by ${list()}; look it up on the page as it stands, then name it in confirmedModules`,
      );
    } else resource.fault(`the service is superseded; use ${successor ?? "its successor"}`);
  },
});

const listReview = stackRule("general-eligible-list-review", {
  config: {
    reviewed: {
      type: "string",
      description: "Day, YYYY-MM-DD, on which the list was last held against the AWS page; empty: the list's own day.",
      default: "",
    },
  },
  check: (stack, graph) => {
    // One finding for each stack, at its root where the host shows it.
    const aws = graph.resources.find(({ type }) => moduleOf(type) !== undefined);
    const at = graph.ofType("pulumi:pulumi:Stack")[0] ?? aws;
    if (aws === undefined || at === undefined) return;
    const given = stack.setting<string>("reviewed");
    const ages = [reviewAge(stack.today), ...(given === "" ? [] : [reviewAge(stack.today, given)])];
    if (ages.some((age) => Number.isNaN(age) || age < 0)) {
      stack.fault(at, "reviewed in the configuration is no day of the form YYYY-MM-DD that has come");
    } else if (Math.min(...ages) > longestReviewAge) {
      stack.fault(at, `${list()} was held against the AWS page more than ${longestReviewAge} days ago`);
    }
  },
});

/** Rules on which AWS services may be used at all. */
export const governanceRules: readonly Rule[] = [eligibleServicesOnly, retiredServices, listReview];
