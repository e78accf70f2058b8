import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { isCustomerKey } from "./customer-key";

/** Where the stores that messages, events and records pass through name their key. */
const keyPaths: Readonly<Record<string, string>> = {
  "aws:sqs/queue:Queue": "kmsMasterKeyId",
  "aws:sns/topic:Topic": "kmsMasterKeyId",
  "aws:kinesis/stream:Stream": "kmsKeyId",
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": "serverSideEncryption.keyArn",
  "aws:cloudwatch/logGroup:LogGroup": "kmsKeyId",
};

export const streamingStores: readonly string[] = Object.keys(keyPaths);

interface Store {
  readonly type: string;
  get(path: string): Value;
}

/** Whether a queue, topic, stream or log group is encrypted under a customer-managed key. */
export function hasCustomerKey(store: Store): Truth {
  const path = keyPaths[store.type];
  return path === undefined ? Truth.no : isCustomerKey(store.get(path));
}

/** Whether a queue, topic, stream or log group is encrypted at rest at all, whoever holds the key. */
export function isEncryptedAtRest(store: Store): Truth {
  switch (store.type) {
    case "aws:sqs/queue:Queue":
      return store.get("sqsManagedSseEnabled").isFalse().not().or(store.get("kmsMasterKeyId").isGiven());
    case "aws:sns/topic:Topic":
      return store.get("kmsMasterKeyId").isGiven();
    case "aws:kinesis/stream:Stream":
      return store.get("encryptionType").isOneOf("KMS");
    default:
      return Truth.yes;
  }
}
