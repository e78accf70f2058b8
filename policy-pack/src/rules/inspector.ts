import { stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { accountBaseline, expectInBaseline } from "../knowledge/account-baseline";

const enabler = "aws:inspector2/enabler:Enabler";

/** What Inspector scans, by the names of the API, with what they stand for. */
const targets: readonly (readonly [name: string, what: string])[] = [
  ["EC2", "instances"],
  ["ECR", "container images"],
  ["LAMBDA", "functions"],
];

const enabled = stackRule("inspector-v2-enabled", {
  // Whatever the stack holds: that Inspector is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) => {
    const enablers = graph.ofType(enabler);
    expectInBaseline(stack, graph, () => {
      const states = targets.map(([name, what]) => ({
        what,
        on: Truth.any(enablers.map((one) => one.get("resourceTypes").some((type) => type.isOneOf(name)))),
      }));
      const missing = states.filter(({ on }) => on.isNo).map(({ what }) => what);
      return {
        unless: Truth.all(states.map(({ on }) => on)),
        fault: `the account baseline has Inspector scan no ${missing.join(", no ")}`,
      };
    });
  },
});

/** Rules on Amazon Inspector. */
export const inspectorRules: readonly Rule[] = [enabled];
