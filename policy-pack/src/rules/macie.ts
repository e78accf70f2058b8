import { stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { accountBaseline, expectInBaseline } from "../knowledge/account-baseline";
import { isCustomerKey } from "../knowledge/customer-key";

const account = "aws:macie2/account:Account";
const results = "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration";
const job = "aws:macie2/classificationJob:ClassificationJob";

const enabled = stackRule("macie-enabled", {
  // Whatever the stack holds: that Macie is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) => {
    for (const [type, fault] of [
      [account, "the account baseline does not switch Macie on"],
      [results, "the account baseline does not say where Macie puts its results, so they are gone after 90 days"],
    ] as const) {
      expectInBaseline(stack, graph, () => (graph.ofType(type).length > 0 ? undefined : { fault }));
    }
    for (const at of graph.ofType(account)) {
      const unless = at.get("status").isOneOf("PAUSED").not();
      expectInBaseline(stack, graph, () => ({ at, unless, fault: "Macie is declared and paused" }));
    }
    for (const at of graph.ofType(results)) {
      const unless = isCustomerKey(at.get("s3Destination.kmsKeyArn"));
      const fault = "results are not encrypted under a customer-managed key";
      expectInBaseline(stack, graph, () => ({ at, unless, fault }));
    }
    // Without any job Macie samples all buckets every day by itself.
    const jobs = graph.ofType(job);
    const unless = Truth.any(jobs.map((one) => one.get("jobType").isOneOf("SCHEDULED")));
    expectInBaseline(stack, graph, () =>
      jobs[0] ? { at: jobs[0], unless, fault: "no job looks into the buckets more than once" } : undefined,
    );
  },
});

/** Rules on Amazon Macie. */
export const macieRules: readonly Rule[] = [enabled];
