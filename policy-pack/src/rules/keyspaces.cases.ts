import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const table = (encryptionSpecification?: unknown) => resource("aws:keyspaces/table:Table", { encryptionSpecification });
const type = "CUSTOMER_MANAGED_KMS_KEY";

export const keyspacesCases: ServiceCases = {
  "keyspaces-cmk": [
    pass("a wired key", table({ type, kmsKeyIdentifier: unknown })),
    pass("a key by ARN", table({ type, kmsKeyIdentifier: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("nothing said", table()),
    fault("a key of AWS", table({ type: "AWS_OWNED_KMS_KEY" })),
    fault("a key beside a type that does not use it", table({ type: "AWS_OWNED_KMS_KEY", kmsKeyIdentifier: unknown })),
    fault("a type without a key", table({ type })),
    fault("AWS's own alias", table({ type, kmsKeyIdentifier: "alias/aws/cassandra" })),
    undecided("known on update", table(unknown)),
    undecided("a type known on update", table({ type: unknown, kmsKeyIdentifier: "key" })),
  ],
};
