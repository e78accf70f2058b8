import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const exported = (encryption?: unknown) =>
  resource("aws:dataexchange/eventAction:EventAction", {
    action: { exportRevisionToS3: { revisionDestination: { bucket: "revisions" }, encryption } },
  });

export const dataExchangeCases: ServiceCases = {
  "dataexchange-encrypted-exports": [
    pass("a wired key", exported({ type: "aws:kms", kmsKeyArn: unknown })),
    pass("a key by ARN", exported({ type: "aws:kms", kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("nothing said", exported()),
    fault("keys of S3", exported({ type: "AES256" })),
    fault("no key", exported({ type: "aws:kms" })),
    fault("AWS's own key", exported({ type: "aws:kms", kmsKeyArn: "alias/aws/s3" })),
    fault("no key, and a kind known on update", exported({ type: unknown })),
    undecided("known on update", exported(unknown)),
  ],
};
