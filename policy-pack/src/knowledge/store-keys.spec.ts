import assert from "node:assert/strict";
import { Value } from "../authoring/value";
import { hasCustomerKey, isEncryptedAtRest, streamingStores } from "./store-keys";

const store = (type: string, properties: Record<string, unknown>) => ({
  type,
  get: (path: string) => new Value(properties, "").get(path),
});
const queue = "aws:sqs/queue:Queue";
const topic = "aws:sns/topic:Topic";
const stream = "aws:kinesis/stream:Stream";

describe("keys of stores", () => {
  it("are customers' own where each kind of store names one", () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/k";
    const given = { kmsMasterKeyId: key, kmsKeyId: key, serverSideEncryption: { keyArn: key } };
    for (const type of streamingStores) {
      assert.ok(hasCustomerKey(store(type, given)).isYes, type);
      assert.ok(hasCustomerKey(store(type, {})).isNo, type);
    }
    assert.ok(hasCustomerKey(store(queue, { kmsMasterKeyId: "alias/aws/sqs" })).isNo);
    assert.ok(hasCustomerKey(store("aws:s3/bucket:Bucket", given)).isNo);
  });

  it("are not needed for encryption where AWS encrypts by itself", () => {
    assert.ok(isEncryptedAtRest(store(queue, {})).isYes);
    assert.ok(isEncryptedAtRest(store("aws:dynamodb/table:Table", {})).isYes);
    assert.ok(isEncryptedAtRest(store(queue, { sqsManagedSseEnabled: false })).isNo);
    assert.ok(isEncryptedAtRest(store(topic, {})).isNo);
    assert.ok(isEncryptedAtRest(store(stream, { encryptionType: "NONE" })).isNo);
    assert.ok(isEncryptedAtRest(store(stream, { encryptionType: "KMS" })).isYes);
  });
});
