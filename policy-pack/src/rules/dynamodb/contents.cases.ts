import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const table = (properties: Record<string, unknown>) => resource("aws:dynamodb/table:Table", properties);
const index = (keySchemas: unknown) =>
  resource("aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex", { tableName: "visits", keySchemas });
const exported = (properties: Record<string, unknown> = {}) =>
  resource("aws:dynamodb/tableExport:TableExport", properties);
const item = (document: unknown) => resource("aws:dynamodb/tableItem:TableItem", { hashKey: "id", item: document });
const withKey = { s3SseAlgorithm: "KMS", s3SseKmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/k" };

export const contentCases: ServiceCases = {
  "dynamodb-keys-free-of-phi": [
    pass("opaque keys", table({ hashKey: "pk", rangeKey: "sk" })),
    pass("a digest", table({ hashKey: "emailHash" })),
    pass("letters within a word", table({ hashKey: "adobe", rangeKey: "microphone" })),
    pass("a name that configuration does not deny", table({ hashKey: "email" }), { config: { phiKeyNames: ["ssn"] } }),
    fault("a hash key", table({ hashKey: "SSN" })),
    fault("a range key", table({ hashKey: "id", rangeKey: "birthDate" })),
    fault("a hash key of an index", table({ hashKey: "id", globalSecondaryIndexes: [{ hashKey: "email" }] })),
    fault("a key schema of an index", [
      table({ hashKey: "id", globalSecondaryIndexes: [{ keySchemas: [{ attributeName: "patient_mrn" }] }] }),
    ]),
    fault("a local index", table({ hashKey: "id", localSecondaryIndexes: [{ rangeKey: "lastName" }] })),
    fault("an index of its own", index([{ attributeName: "phone" }])),
    fault("a range key beside an unknown", table({ hashKey: unknown, rangeKey: "mrn" })),
    undecided("a key known on update", table({ hashKey: unknown })),
    undecided("indexes known on update", table({ hashKey: "id", globalSecondaryIndexes: unknown })),
    pass("a table that is restored and takes its keys along", table({ restoreSourceName: "visits" })),
    pass("an index without a name in its schema", index([{ keyType: "HASH" }])),
  ],
  "dynamodb-streams-and-exports-encrypted": [
    pass("a literal key", exported(withKey)),
    pass("a wired key", [
      exported({ ...withKey, s3SseKmsKeyId: ref("key", "arn") }),
      resource("aws:kms/key:Key", {}, { name: "key" }),
    ]),
    fault("nothing said", exported()),
    fault("S3's own encryption", exported({ ...withKey, s3SseAlgorithm: "AES256" })),
    fault("no key", exported({ s3SseAlgorithm: "KMS" })),
    fault("AWS's own key", exported({ ...withKey, s3SseKmsKeyId: "alias/aws/s3" })),
    undecided("known on update", exported({ ...withKey, s3SseAlgorithm: unknown })),
  ],
  "dynamodb-no-items-in-code": [
    pass("a setting", item(json({ id: { S: "threshold" }, value: { N: "12" } }))),
    pass("a long number that does not say what it is", item(json({ id: { N: "1234567" } }))),
    fault("a social security number", item(json({ id: { S: "p1" }, note: { S: "123-45-6789" } }))),
    fault("a medical record number by its attribute", item(json({ id: { S: "p1" }, mrn: { S: "1234567" } }))),
    fault("a date of birth by its attribute", item(json({ id: { S: "p1" }, dob: { S: "1980-02-03" } }))),
    fault("a denied word", item(json({ id: { S: "oncology" } })), { config: { denyWords: ["Oncology"] } }),
    undecided("known on update", item(unknown)),
    pass("no item, which AWS does not accept", item(undefined)),
  ],
};
