import { stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { accountBaseline, expectInBaseline } from "../knowledge/account-baseline";

const analyzer = "aws:accessanalyzer/analyzer:Analyzer";

const accessAnalyzer = stackRule("iam-access-analyzer", {
  // Whatever the stack holds: that the analyzer is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) =>
    expectInBaseline(stack, graph, () => {
      // The analyzers of unused access look at something else.
      const external = graph.ofType(analyzer).map((one) => {
        const type = one.get("type");
        return type.isGiven().not().or(type.isOneOf("ACCOUNT", "ORGANIZATION"));
      });
      const declared = Truth.any(external);
      if (declared.isYes) return undefined;
      return { unless: declared, fault: "the account baseline declares no analyzer of access from outside" };
    }),
});

/** Rules on IAM Access Analyzer. */
export const accessAnalyzerRules: readonly Rule[] = [accessAnalyzer];
