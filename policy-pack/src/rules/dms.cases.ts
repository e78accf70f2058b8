import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../testing/cases";

type Properties = Record<string, unknown>;
const instance = (properties: Properties = {}) =>
  resource("aws:dms/replicationInstance:ReplicationInstance", properties);
const profile = (properties: Properties = {}) => resource("aws:dms/instanceProfile:InstanceProfile", properties);
const serverless = (properties: Properties) => resource("aws:dms/replicationConfig:ReplicationConfig", properties);
const endpoint = (properties: Properties, name = "subject") =>
  resource("aws:dms/endpoint:Endpoint", properties, { name });
const s3 = (properties: Properties) => resource("aws:dms/s3Endpoint:S3Endpoint", properties);
const provider = (settings: unknown, more: Properties = {}) =>
  resource("aws:dms/dataProvider:DataProvider", { engine: "postgres", settings, ...more });
const task = (properties: Properties) => resource("aws:dms/replicationTask:ReplicationTask", properties);
const settings = (document: unknown) => task({ replicationTaskSettings: json(document) });
const toDatabase = [
  task({ targetEndpointArn: ref("target", "endpointArn") }),
  endpoint({ serverName: ref("database", "address") }, "target"),
];
const database = (tags: unknown) => resource("aws:rds/instance:Instance", { tags }, { name: "database" });

export const dmsCases: ServiceCases = {
  "dms-instance-secure": [
    pass("private", instance({ publiclyAccessible: false })),
    pass("nothing said, which the provider sends as private", instance()),
    pass("a private profile", profile({ publiclyAccessible: false })),
    fault("public", instance({ publiclyAccessible: true })),
    fault("a profile, nothing said", profile()),
    fault("a public profile", profile({ publiclyAccessible: true })),
    undecided("known on update", instance({ publiclyAccessible: unknown })),
    undecided("a profile known on update", profile({ publiclyAccessible: unknown })),
  ],
  "dms-cmk": [
    pass("a wired key", instance({ kmsKeyArn: unknown })),
    pass("a serverless replication with a key", serverless({ computeConfig: { kmsKeyId: "key" } })),
    fault("no key", profile()),
    fault("AWS's own key", instance({ kmsKeyArn: "alias/aws/dms" })),
    fault("a serverless replication without a key", serverless({ computeConfig: {} })),
  ],
  "dms-endpoint-tls": [
    pass("verified", endpoint({ engineName: "postgres", sslMode: "verify-full" })),
    pass("required", endpoint({ engineName: "sqlserver", sslMode: "require" })),
    pass("an engine without a mode", endpoint({ engineName: "dynamodb" })),
    pass("Kafka with TLS", endpoint({ engineName: "kafka", kafkaSettings: { securityProtocol: "sasl-ssl" } })),
    pass("Redis, nothing said", endpoint({ engineName: "redis", redisSettings: { serverName: "a" } })),
    pass("a data provider", provider({ postgresqlSettings: { sslMode: "verify-full" } })),
    pass("a data provider of Redshift", provider({ redshiftSettings: { serverName: "a" } })),
    fault("none", endpoint({ engineName: "mysql", sslMode: "none" })),
    fault("nothing said", endpoint({ engineName: "aurora-postgresql" })),
    fault("an engine of Azure", endpoint({ engineName: "azure-sql-managed-instance" })),
    fault("Kafka, nothing said", endpoint({ engineName: "kafka", kafkaSettings: { broker: "a:9092" } })),
    fault("Kafka without TLS", endpoint({ engineName: "kafka", kafkaSettings: { securityProtocol: "plaintext" } })),
    fault("Redis without TLS", endpoint({ engineName: "redis", redisSettings: { sslSecurityProtocol: "plaintext" } })),
    fault(
      "switched off by an attribute",
      endpoint({ engineName: "mongodb", sslMode: "require", extraConnectionAttributes: "useSSL=false;" }),
    ),
    fault("a data provider without TLS", provider({ postgresqlSettings: { sslMode: "none" } })),
    fault("a data provider, nothing said", provider({ mysqlSettings: { serverName: "a" } })),
    notApplicable("a virtual data provider", provider({ postgresqlSettings: {} }, { virtual: true })),
    undecided("a mode known on update", endpoint({ engineName: "mysql", sslMode: unknown })),
    undecided("an engine known on update", endpoint({ engineName: unknown })),
    undecided("settings known on update", provider(unknown)),
    pass("a data provider without settings, which AWS does not accept", provider(undefined)),
  ],
  "dms-endpoint-credentials": [
    pass("a secret", endpoint({ engineName: "mysql", secretsManagerArn: unknown })),
    pass("none needed", endpoint({ engineName: "dynamodb" })),
    fault("a password", endpoint({ engineName: "mysql", username: "a", password: "x" })),
    fault("a password known on update", endpoint({ engineName: "mysql", password: unknown })),
    fault("a password beside a secret", endpoint({ engineName: "mysql", secretsManagerArn: unknown, password: "x" })),
  ],
  "dms-endpoint-cmk": [
    pass("a wired key", endpoint({ kmsKeyArn: unknown })),
    pass("a key by ARN", endpoint({ kmsKeyArn: "arn:aws:kms:us-east-1:1:key/a" })),
    fault("no key", endpoint({})),
    fault("AWS's own key", endpoint({ kmsKeyArn: "arn:aws:kms:us-east-1:1:alias/aws/dms" })),
  ],
  "dms-s3-target-encrypted": [
    pass("a key", s3({ endpointType: "target", encryptionMode: "SSE_KMS", serverSideEncryptionKmsKeyId: unknown })),
    pass(
      "staging of Redshift with a key",
      endpoint({ redshiftSettings: { encryptionMode: "SSE_KMS", serverSideEncryptionKmsKeyId: "key" } }),
    ),
    fault("nothing said", s3({ endpointType: "target" })),
    fault("the key of Amazon S3", s3({ endpointType: "target", encryptionMode: "SSE_S3" })),
    fault("no key", s3({ endpointType: "target", encryptionMode: "SSE_KMS" })),
    fault("staging of Redshift without a key", endpoint({ redshiftSettings: { bucketName: "a" } })),
    notApplicable("a source", s3({ endpointType: "source" })),
    notApplicable("another engine", endpoint({ engineName: "mysql" })),
    undecided("known on update", s3({ encryptionMode: unknown, serverSideEncryptionKmsKeyId: "key" })),
  ],
  "dms-task-logging": [
    pass("logs", settings({ Logging: { EnableLogging: true } })),
    pass(
      "logs of a serverless replication",
      serverless({ replicationSettings: json({ Logging: { EnableLogging: true } }) }),
    ),
    fault("nothing said", task({})),
    fault("switched off", settings({ Logging: { EnableLogging: false } })),
    fault(
      "rows in the logs",
      settings({
        Logging: {
          EnableLogging: true,
          LogComponents: [{ Id: "TARGET_APPLY", Severity: "LOGGER_SEVERITY_DETAILED_DEBUG" }],
        },
      }),
    ),
    undecided("known on update", task({ replicationTaskSettings: unknown })),
    fault("a serverless replication, nothing said", serverless({})),
  ],
  "dms-task-validation": [
    pass("on", settings({ ValidationSettings: { EnableValidation: true } })),
    pass("on, in other words", settings({ validationsettings: { enablevalidation: "true" } })),
    fault("nothing said", task({})),
    fault("off", settings({ ValidationSettings: { EnableValidation: "false" } })),
    undecided("known on update", serverless({ replicationSettings: unknown })),
    fault("a serverless replication, nothing said", serverless({})),
  ],
  "dms-target-encrypted": [
    pass("a database in scope", [...toDatabase, database({})]),
    pass("a task out of scope", [
      task({ targetEndpointArn: ref("target", "endpointArn"), tags: { "hipaa:phi": "false" } }),
      ...toDatabase.slice(1),
      database({ "hipaa:phi": "false" }),
    ]),
    fault("a database out of scope", [...toDatabase, database({ "hipaa:phi": "false" })]),
    pass("a target elsewhere", task({ targetEndpointArn: "arn" })),
    undecided("a tag known on update", [...toDatabase, database({ "hipaa:phi": unknown })]),
    pass("no target, which AWS does not accept", [
      task({}),
      ...toDatabase.slice(1),
      database({ "hipaa:phi": "false" }),
    ]),
  ],
  "dms-minor-upgrade": [
    pass("nothing said", instance()),
    pass("on", instance({ autoMinorVersionUpgrade: true })),
    fault("off", instance({ autoMinorVersionUpgrade: false })),
    undecided("known on update", instance({ autoMinorVersionUpgrade: unknown })),
  ],
};
