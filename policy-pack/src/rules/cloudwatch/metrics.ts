import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { holdsPhi } from "../../knowledge/phi-patterns";
import { noText } from "../../knowledge/texts";

/** Names of fields that identify a person. */
const identifyingNames: readonly RegExp[] = [
  /^(?:patient|member|subscriber|beneficiary)[_-]?(?:id|identifier|name|number|no)?$/i,
  /^(?:patient|member)?[_-]?(?:mrn|ssn|dob|birth[_-]?date|date[_-]?of[_-]?birth|medical[_-]?record(?:[_-]?number)?)$/i,
  /^(?:patient|member)?[_-]?(?:e-?mail|phone|fax|address|street)(?:[_-]?(?:address|number))?$/i,
  /^(?:patient|member)?[_-]?(?:first|last|full|given|family|middle)[_-]?name$/i,
];

/** Whether the selector of a field in log events, such as `$.request.email`, ends in such a name. */
function selectsIdentifier(selector: string): boolean {
  const last = /[.[]["']?([\w-]+)["']?\]?$/.exec(selector)?.[1];
  return last !== undefined && selector.startsWith("$") && identifyingNames.some((pattern) => pattern.test(last));
}

export const noPhiInMetrics = resourceRule("cloudwatch-no-phi-in-metrics", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that dimensions and dashboards must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    const isPhi = (text: string): boolean => holdsPhi(text, words);
    for (const [path, what] of [
      ["dimensions", "a dimension of the alarm"],
      ["metricQueries", "a metric of the alarm"],
      ["dashboardBody", "the dashboard"],
    ] as const) {
      resource.expect(noText(resource.get(path), isPhi), `${what} holds what looks like an identifier of a person`);
    }
    const dimensions = resource.get("metricTransformation.dimensions");
    resource.expect(
      Truth.all([noText(dimensions, selectsIdentifier), noText(dimensions, isPhi)]),
      "a dimension of the metric is taken from a field that identifies a person",
    );
  },
});
