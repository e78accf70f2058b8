import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const stream = (properties: Properties = {}) =>
  resource("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", properties);
const encryption = (properties: Properties) => stream({ serverSideEncryption: properties });
const toS3 = (properties: Properties = {}) =>
  stream({ destination: "extended_s3", extendedS3Configuration: { bucketArn: "arn:aws:s3:::a", ...properties } });
const bucket = (properties: Properties = {}) => resource("aws:s3/bucket:Bucket", properties, { name: "bucket" });
const bucketKey = (kmsMasterKeyId: unknown) =>
  resource(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    {
      bucket: ref("bucket"),
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId } }],
    },
    { name: "encryption" },
  );
const toSplunk = (properties: Properties) => stream({ splunkConfiguration: properties });
const toHttp = (properties: Properties) => stream({ httpEndpointConfiguration: properties });
const logged = { cloudwatchLoggingOptions: { enabled: true, logGroupName: "a", logStreamName: "b" } };

export const firehoseCases: ServiceCases = {
  "firehose-encrypted": [
    pass("encrypted", encryption({ enabled: true })),
    fault("nothing said", stream()),
    fault("switched off", encryption({ enabled: false })),
    notApplicable("fed by a stream", stream({ kinesisSourceConfiguration: { kinesisStreamArn: unknown } })),
    notApplicable("fed by Kafka", stream({ mskSourceConfiguration: { mskClusterArn: "arn" } })),
    undecided("known on update", encryption({ enabled: unknown })),
  ],
  "firehose-cmk": [
    pass("a wired key", encryption({ enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: unknown })),
    fault("no key", encryption({ enabled: true })),
    fault("AWS's key", encryption({ enabled: true, keyType: "AWS_OWNED_CMK" })),
    fault("a kind of key without a key", encryption({ enabled: true, keyType: "CUSTOMER_MANAGED_CMK" })),
    fault("a key that its kind leaves unused", encryption({ enabled: true, keyArn: "key" })),
    notApplicable("not encrypted", stream()),
    undecided("a kind known on update", encryption({ enabled: true, keyType: unknown, keyArn: "key" })),
  ],
  "firehose-destination-encrypted": [
    pass("a wired key", toS3({ kmsKeyArn: unknown })),
    pass("a bucket with a key of its own", [toS3({ bucketArn: ref("bucket", "arn") }), bucket(), bucketKey(unknown)]),
    pass(
      "an HTTP endpoint whose failures go to a bucket with a key",
      toHttp({ s3Configuration: { kmsKeyArn: "key" } }),
    ),
    fault("no key", toS3()),
    fault("AWS's own key", toS3({ kmsKeyArn: "arn:aws:kms:us-east-1:1:alias/aws/s3" })),
    fault("a bucket without a key", [toS3({ bucketArn: ref("bucket", "arn") }), bucket()]),
    fault("a bucket with AWS's own key", [
      toS3({ bucketArn: ref("bucket", "arn") }),
      bucket(),
      bucketKey("alias/aws/s3"),
    ]),
    fault("a copy without a key", toS3({ kmsKeyArn: "key", s3BackupConfiguration: { bucketArn: "arn:aws:s3:::b" } })),
    fault("failures of Splunk without a key", toSplunk({ s3Configuration: { bucketArn: "arn:aws:s3:::b" } })),
    undecided("a destination known on update", stream({ extendedS3Configuration: unknown })),
    undecided("another destination known on update", stream({ splunkConfiguration: unknown })),
    pass(
      "a copy with a key",
      toS3({ kmsKeyArn: "key", s3BackupConfiguration: { bucketArn: "arn:aws:s3:::b", kmsKeyArn: "key" } }),
    ),
  ],
  "firehose-destination-tls": [
    pass("HTTPS", toHttp({ url: "https://logs.example.com" })),
    pass("Splunk over HTTPS", toSplunk({ hecEndpoint: "HTTPS://http-inputs.example.com:443" })),
    pass("a bucket", toS3()),
    fault("HTTP", toHttp({ url: "http://logs.example.com" })),
    fault("Splunk over HTTP", toSplunk({ hecEndpoint: "http://splunk.example.com:8088" })),
    undecided("known on update", toHttp({ url: unknown })),
  ],
  "firehose-no-inline-secrets": [
    pass("a secret", toSplunk({ secretsManagerConfiguration: { enabled: true, secretArn: unknown } })),
    pass("a bucket", toS3()),
    fault("a password", stream({ redshiftConfiguration: { password: "x" } })),
    fault("a token known on update", toSplunk({ hecToken: unknown })),
    fault("an access key", toHttp({ url: "https://a", accessKey: "x" })),
    fault("a private key", stream({ snowflakeConfiguration: { privateKey: "x" } })),
    undecided("a destination known on update", stream({ splunkConfiguration: unknown })),
    pass("an endpoint without a key", toHttp({ url: "https://a" })),
  ],
  "firehose-logging": [
    pass("logged", toS3(logged)),
    pass("logged, to Splunk", toSplunk({ hecEndpoint: "https://a", ...logged })),
    fault("nothing said", toS3()),
    fault("switched off", toS3({ cloudwatchLoggingOptions: { enabled: false } })),
    fault("Splunk without logs", toSplunk({ hecEndpoint: "https://a" })),
    undecided("known on update", toS3({ cloudwatchLoggingOptions: unknown })),
  ],
};
