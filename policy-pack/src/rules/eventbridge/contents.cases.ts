import { fault, json, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const target = (properties: Record<string, unknown>) =>
  resource("aws:cloudwatch/eventTarget:EventTarget", { rule: "r", ...properties });
const rule = (eventPattern: unknown) => resource("aws:cloudwatch/eventRule:EventRule", { eventPattern });
const schedule = (input: unknown) => resource("aws:scheduler/schedule:Schedule", { target: { arn: "arn:x", input } });

export const contentCases: ServiceCases = {
  "eventbridge-no-phi-in-events": [
    pass("a reference", target({ input: json({ visit: "9f8e7d6c" }) })),
    pass("no input", target({})),
    pass("a pattern on the source", rule(json({ source: ["clinic.visits"], account: ["111122223333"] }))),
    fault("a social security number in an input", target({ input: json({ ssn: "123-45-6789" }) })),
    fault("a record number that its key names", schedule(json({ mrn: 1234567 }))),
    fault("a record number in a pattern", rule(json({ detail: { mrn: ["1234567"] } }))),
    fault("a template", target({ inputTransformer: { inputTemplate: '"dob: 1980-02-03"' } })),
    fault("a denied word", rule(json({ detail: { ward: ["oncology"] } })), { config: { denyWords: ["oncology"] } }),
    undecided("an input known on update", target({ input: unknown })),
    undecided("a target known on update", resource("aws:scheduler/schedule:Schedule", { target: unknown })),
    pass("no pattern, as of a schedule", rule(undefined)),
    pass("a schedule without input", schedule(undefined)),
  ],
};
