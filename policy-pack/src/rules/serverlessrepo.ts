import { resourceRule, type Rule } from "../authoring/rule";
import { asText } from "../authoring/value";

const approved = resourceRule("serverlessrepo-approved", {
  config: {
    approvedSarApplications: {
      type: "array",
      items: { type: "string" },
      description:
        "ARNs of reviewed applications. While it is empty, general-opaque-deployers-inspected alone judges applications.",
      default: [],
    },
  },
  check: (stack) => {
    const list = stack.setting<readonly string[]>("approvedSarApplications");
    if (list.length > 0) {
      stack.expect(
        stack.get("applicationId").whenKnown((raw) => list.includes(asText(raw))),
        "the application is not on the list of reviewed ones",
      );
    }
    stack.expect(stack.get("semanticVersion").isGiven(), "the application is not pinned to a version");
  },
});

/** Rules on the AWS Serverless Application Repository. */
export const serverlessrepoRules: readonly Rule[] = [approved];
