import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const repository = (properties: Record<string, unknown> = {}) =>
  resource("aws:codecommit/repository:Repository", properties);
const trigger = (...customData: unknown[]) =>
  resource("aws:codecommit/trigger:Trigger", { triggers: customData.map((text) => ({ customData: text })) });

export const codecommitCases: ServiceCases = {
  "codecommit-cmk": [
    pass("a key", repository({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/1" })),
    pass("a wired key", repository({ kmsKeyId: unknown })),
    fault("nothing said", repository()),
    fault("AWS's own key", repository({ kmsKeyId: "alias/aws/codecommit" })),
    pass("a harmless trigger", trigger("main", undefined)),
    fault("a trigger with a token", trigger("main", `ghp_${"a1B2".repeat(9)}`)),
    fault("a trigger with the number of a patient", trigger("MRN-0012345")),
    fault("a trigger with a deny-word", trigger("Oncology West"), { config: { denyWords: ["oncology"] } }),
    undecided("the data of a trigger known on update", trigger(unknown)),
  ],
};
