import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const stack = resource("pulumi:pulumi:Stack", {});
const baseline = { config: { accountBaseline: true } };
const account = (properties: Properties = {}) =>
  resource("aws:macie2/account:Account", properties, { name: "account" });
const results = (kmsKeyArn: unknown) =>
  resource(
    "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration",
    { s3Destination: { bucketName: "results", kmsKeyArn } },
    { name: "results" },
  );
const job = (jobType: unknown, name = "job") =>
  resource("aws:macie2/classificationJob:ClassificationJob", { jobType }, { name });
const exported = results("arn:aws:kms:us-east-1:111122223333:key/1");

export const macieCases: ServiceCases = {
  "macie-enabled": [
    pass("an account and its results", [stack, account(), exported], baseline),
    pass("a wired key", [stack, account({ status: "ENABLED" }), results(unknown)], baseline),
    pass(
      "a job on a schedule beside one that runs once",
      [stack, account(), exported, job("ONE_TIME"), job("SCHEDULED", "second")],
      baseline,
    ),
    pass("another stack", stack),
    fault("nothing", stack, baseline),
    fault("no account", [stack, exported], baseline),
    fault("no results", [stack, account()], baseline),
    fault("paused", [stack, account({ status: "PAUSED" }), exported], { ...baseline, at: ["account"] }),
    fault("AWS's own key", [stack, account(), results("alias/aws/s3")], { ...baseline, at: ["results"] }),
    fault("a job that runs once", [stack, account(), exported, job("ONE_TIME")], { ...baseline, at: ["job"] }),
    undecided("a status known on update", [stack, account({ status: unknown }), exported], {
      ...baseline,
      at: ["account"],
    }),
    undecided("a kind of job known on update", [stack, account(), exported, job(unknown)], {
      ...baseline,
      at: ["job"],
    }),
  ],
};
