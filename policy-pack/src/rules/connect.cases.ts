import {
  fault,
  json,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const storage = (config: unknown) =>
  resource("aws:connect/instanceStorageConfig:InstanceStorageConfig", { storageConfig: config });
const instance = (properties: CaseProperties = {}) => resource("aws:connect/instance:Instance", properties);
const flow = (content: unknown) => resource("aws:connect/contactFlow:ContactFlow", { content });
const flowModule = (content: unknown) => resource("aws:connect/contactFlowModule:ContactFlowModule", { content });
const domain = (properties: CaseProperties = {}) => resource("aws:customerprofiles/domain:Domain", properties);
const store = (type: string, properties: CaseProperties = {}) => resource(type, properties, { name: "store" });
const kms = (keyId: unknown) => ({ encryptionType: "KMS", keyId });
const inBucket = (encryptionConfig?: unknown) => ({
  storageType: "S3",
  s3Config: { bucketName: "calls", ...(encryptionConfig === undefined ? {} : { encryptionConfig }) },
});
const video = (encryptionConfig?: unknown) => ({
  storageType: "KINESIS_VIDEO_STREAM",
  kinesisVideoStreamConfig: { prefix: "a", ...(encryptionConfig === undefined ? {} : { encryptionConfig }) },
});
const stream = "aws:kinesis/stream:Stream";
const firehose = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const toStream = (streamArn: unknown) => ({ storageType: "KINESIS_STREAM", kinesisStreamConfig: { streamArn } });
const toFirehose = (firehoseArn: unknown) => ({
  storageType: "KINESIS_FIREHOSE",
  kinesisFirehoseConfig: { firehoseArn },
});
const input = (parameters: CaseProperties) =>
  json({ Version: "2019-10-30", Actions: [{ Type: "GetParticipantInput", Parameters: parameters }] });

export const connectCases: ServiceCases = {
  "connect-storage-encrypted": [
    pass("a wired key in S3", storage(inBucket(kms(unknown)))),
    pass("a key of a media stream", storage(video(kms("arn:aws:kms:a:1:key/b")))),
    pass("a stream, which another rule judges", storage(toStream(unknown))),
    fault("S3, nothing said", storage(inBucket())),
    fault("S3 without a key", storage(inBucket({ encryptionType: "KMS" }))),
    fault("S3 with another kind of encryption", storage(inBucket({ encryptionType: "NONE", keyId: "key" }))),
    fault("a media stream, nothing said", storage(video())),
    fault("a media stream with an empty key", storage(video(kms("")))),
    undecided("known on update", storage(unknown)),
    undecided("encryption known on update", storage(inBucket({ encryptionType: unknown, keyId: "key" }))),
  ],
  "connect-instance-settings": [
    pass("SAML and logs", instance({ identityManagementType: "SAML", contactFlowLogsEnabled: true })),
    pass("a directory", instance({ identityManagementType: "EXISTING_DIRECTORY", contactFlowLogsEnabled: true })),
    fault("users of its own", instance({ identityManagementType: "CONNECT_MANAGED", contactFlowLogsEnabled: true })),
    fault("no logs", instance({ identityManagementType: "SAML" })),
    fault("logs switched off", instance({ identityManagementType: "SAML", contactFlowLogsEnabled: false })),
    fault("no logs, identity known on update", instance({ identityManagementType: unknown })),
    undecided("known on update", instance({ identityManagementType: unknown, contactFlowLogsEnabled: true })),
    fault("no identity", instance({ contactFlowLogsEnabled: true })),
  ],
  "connect-no-phi-in-admin-fields": [
    pass("a flow without identifiers", flow(json({ Actions: [{ Type: "MessageParticipant" }] }))),
    pass("no content", flow(undefined)),
    pass("input that is not kept", flow(input({ StoreInput: "False" }))),
    pass(
      "input kept encrypted",
      flow(input({ StoreInput: "True", InputEncryption: { EncryptionKeyId: "k", Key: "pem" } })),
    ),
    pass("content that is no JSON", flowModule("{")),
    fault("input kept in the clear", flow(input({ StoreInput: "True" }))),
    fault("input kept in the clear by a module", flowModule(input({ StoreInput: "true", InputEncryption: {} }))),
    fault("a Social Security number", flow(json({ Actions: [{ Parameters: { Text: "123-45-6789" } }] }))),
    fault("a configured word", flowModule("Oncology"), { config: { denyWords: ["oncology"] } }),
    undecided("known on update", flow(unknown)),
  ],
  "connect-streams-encrypted": [
    pass("a stream in scope", [storage(toStream(ref("store", "arn"))), store(stream)]),
    pass("a stream of another stack", storage(toStream("arn:aws:kinesis:us-east-1:111122223333:stream/a"))),
    fault("a stream out of scope", [storage(toStream(ref("store", "arn"))), store(stream, noPhi)]),
    fault("a delivery stream out of scope", [storage(toFirehose(ref("store", "arn"))), store(firehose, noPhi)]),
    pass("a delivery stream in scope", [storage(toFirehose(ref("store", "arn"))), store(firehose)]),
    undecided("a stream known on update", [storage(toStream(unknown)), store(stream, noPhi)]),
  ],
  "connect-customer-profiles": [
    pass("a wired key", domain({ defaultEncryptionKey: unknown, defaultExpirationDays: 366 })),
    pass("a customer's alias", domain({ defaultEncryptionKey: "alias/profiles" })),
    fault("no key", domain({ defaultExpirationDays: 366 })),
    fault("AWS's own key", domain({ defaultEncryptionKey: "alias/aws/profile" })),
    fault("a profile in code", resource("aws:customerprofiles/profile:Profile", { domainName: "patients" })),
    fault("a profile that says nothing", resource("aws:customerprofiles/profile:Profile", {})),
  ],
  "connect-customer-profiles-dlq": [
    pass("a queue in scope", [domain({ deadLetterQueueUrl: ref("store", "url") }), store("aws:sqs/queue:Queue")]),
    pass("a queue of another stack", domain({ deadLetterQueueUrl: "https://sqs.us-east-1.amazonaws.com/1/a" })),
    fault("no queue", domain()),
    fault("a queue out of scope", [
      domain({ deadLetterQueueUrl: ref("store", "url") }),
      store("aws:sqs/queue:Queue", noPhi),
    ]),
    fault("matches exported to a bucket out of scope", [
      domain({
        deadLetterQueueUrl: "https://sqs.us-east-1.amazonaws.com/1/a",
        matching: { enabled: true, exportingConfig: { s3Exporting: { s3BucketName: ref("phi", "bucket") } } },
      }),
      bucketOf(noPhi),
    ]),
    undecided("a queue known on update", [
      domain({ deadLetterQueueUrl: unknown }),
      store("aws:sqs/queue:Queue", noPhi),
    ]),
  ],
};
