import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const index = (serverSideEncryptionConfiguration?: unknown) =>
  resource("aws:kendra/index:Index", { serverSideEncryptionConfiguration });

export const kendraCases: ServiceCases = {
  "kendra-index-cmk": [
    pass("a wired key", index({ kmsKeyId: unknown })),
    pass("a key by ARN", index({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("nothing said", index()),
    fault("an empty block", index({})),
    fault("AWS's own key", index({ kmsKeyId: "alias/aws/kendra" })),
    undecided("a block known on update", index(unknown)),
  ],
};
