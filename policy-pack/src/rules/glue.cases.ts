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
const catalog = (mode: unknown, passwords: unknown, more: Properties = {}, passwordKey: unknown = undefined) =>
  resource("aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings", {
    dataCatalogEncryptionSettings: {
      encryptionAtRest: { catalogEncryptionMode: mode, ...more },
      connectionPasswordEncryption: { returnConnectionPasswordEncrypted: passwords, awsKmsKeyId: passwordKey },
    },
  });
const lakeSettings = (properties: Properties) =>
  resource("aws:lakeformation/dataLakeSettings:DataLakeSettings", properties);
const everyone = { principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] };
const database = (name = "subject") => resource("aws:glue/catalogDatabase:CatalogDatabase", {}, { name });
const connection = (connectionProperties: unknown, connectionType?: unknown, more: Properties = {}) =>
  resource("aws:glue/connection:Connection", {
    connectionProperties,
    ...(connectionType === undefined ? {} : { connectionType }),
    ...more,
  });
const configuration = (s3: unknown, logs: unknown, bookmarks: unknown) =>
  resource("aws:glue/securityConfiguration:SecurityConfiguration", {
    encryptionConfiguration: {
      s3Encryption: { s3EncryptionMode: s3 },
      cloudwatchEncryption: { cloudwatchEncryptionMode: logs },
      jobBookmarksEncryption: { jobBookmarksEncryptionMode: bookmarks },
    },
  });
const job = (properties: Properties) => resource("aws:glue/job:Job", properties);
const policy = (document: unknown) => resource("aws:glue/resourcePolicy:ResourcePolicy", { policy: document });
const allow = (principal: unknown) =>
  json({ Statement: [{ Effect: "Allow", Principal: principal, Action: "glue:*" }] });
const placed = (subnetId: unknown, connectionType?: string) =>
  connection({}, connectionType, { physicalConnectionRequirements: { subnetId } });
const subnet = (properties: Properties = {}) => resource("aws:ec2/subnet:Subnet", properties, { name: "subnet" });
const brew = (state: unknown, typeName: unknown = "AWS::DataBrew::Job") =>
  resource("aws:cloudcontrol/resource:Resource", { typeName, desiredState: state });
const encryptedJob = {
  EncryptionMode: "SSE-KMS",
  EncryptionKeyArn: "arn:aws:kms:a:1:key/b",
  LogSubscription: "ENABLE",
};

export const glueCases: ServiceCases = {
  "glue-catalog-encrypted": [
    pass("both, with keys", catalog("SSE-KMS", true, { sseAwsKmsKeyId: unknown }, "key")),
    pass("by a role of the catalog", catalog("SSE-KMS-WITH-SERVICE-ROLE", true)),
    fault("metadata in clear text", catalog("DISABLED", true)),
    fault("passwords in clear text", catalog("SSE-KMS", false)),
    fault("AWS's own key", catalog("SSE-KMS", true, { sseAwsKmsKeyId: "alias/aws/glue" })),
    fault("AWS's own key for passwords", catalog("SSE-KMS", true, {}, "alias/aws/glue")),
    fault("nothing said", catalog(undefined, undefined)),
    undecided("known on update", catalog(unknown, true)),
    fault("passwords in clear text beside an unknown", catalog(unknown, false)),
  ],
  "glue-catalog-encryption-present": [
    pass("settings", [database(), { ...catalog("SSE-KMS", true), name: "settings" }]),
    pass("no databases", catalog("SSE-KMS", true)),
    fault("none", database()),
    fault("none for two databases", [database(), database("second")]),
  ],
  "glue-connection-ssl": [
    pass("JDBC with TLS", connection({ JDBC_ENFORCE_SSL: "true" })),
    pass("JDBC with TLS, said so", connection({ JDBC_ENFORCE_SSL: true }, "JDBC")),
    pass("Kafka, nothing said, which means TLS", connection({}, "KAFKA")),
    pass("MongoDB with TLS", connection({ CONNECTION_URL: "mongodb://a:27017/b?tls=true" }, "MONGODB")),
    pass("MongoDB by DNS", connection({ CONNECTION_URL: "mongodb+srv://a/b" }, "MONGODB")),
    pass("a network", connection({}, "NETWORK")),
    fault("JDBC, nothing said", connection({ JDBC_CONNECTION_URL: "jdbc:mysql://a/b" })),
    fault("JDBC without TLS", connection({ JDBC_ENFORCE_SSL: "false" }, "JDBC")),
    fault(
      "JDBC with any certificate",
      connection({ JDBC_ENFORCE_SSL: "true", SKIP_CUSTOM_JDBC_CERT_VALIDATION: "true" }),
    ),
    fault("Kafka without TLS", connection({ KAFKA_SSL_ENABLED: "false" }, "KAFKA")),
    fault("MongoDB without TLS", connection({ CONNECTION_URL: "mongodb://a:27017/b" }, "MONGODB")),
    undecided("a value known on update", connection({ JDBC_ENFORCE_SSL: unknown })),
    undecided("all of it known on update", connection(unknown, "JDBC")),
    undecided("a type known on update", connection({}, unknown)),
    fault("no properties, of JDBC by default", connection(undefined)),
    pass("no properties of a network", connection(undefined, "NETWORK")),
  ],
  "glue-connection-secret": [
    pass("a secret", connection({ SECRET_ID: unknown })),
    pass("no properties", connection(undefined)),
    fault("a password", connection({ USERNAME: "a", PASSWORD: "x" })),
    fault("a password known on update", connection({ PASSWORD: unknown })),
    fault("a password of Kafka", connection({ KAFKA_SASL_SCRAM_PASSWORD: "x" }, "KAFKA")),
    undecided("all of it known on update", connection(unknown)),
  ],
  "glue-security-configuration": [
    pass("all three", configuration("SSE-KMS", "SSE-KMS", "CSE-KMS")),
    pass("data under the key of Amazon S3", configuration("SSE-S3", "SSE-KMS", "CSE-KMS")),
    fault("data in clear text", configuration("DISABLED", "SSE-KMS", "CSE-KMS")),
    fault("logs in clear text", configuration("SSE-KMS", "DISABLED", "CSE-KMS")),
    fault("bookmarks in clear text", configuration("SSE-KMS", "SSE-KMS", undefined)),
    undecided("known on update", configuration(unknown, "SSE-KMS", "CSE-KMS")),
    fault("logs in clear text beside an unknown", configuration(unknown, "DISABLED", "CSE-KMS")),
    fault("nothing said of data", configuration(undefined, "SSE-KMS", "CSE-KMS")),
    fault("nothing said of logs", configuration("SSE-KMS", undefined, "CSE-KMS")),
  ],
  "glue-jobs-use-security-configuration": [
    pass("a configuration", job({ securityConfiguration: "records", defaultArguments: { "--TempDir": "s3://a/b" } })),
    pass("a wired one of a crawler", resource("aws:glue/crawler:Crawler", { securityConfiguration: unknown })),
    fault("none", job({})),
    fault("a development endpoint without one", resource("aws:glue/devEndpoint:DevEndpoint", {})),
    fault(
      "a password among the arguments",
      job({ securityConfiguration: "a", defaultArguments: { "--db_password": "hunter2!" } }),
    ),
    pass(
      "a way to a password",
      job({ securityConfiguration: "a", defaultArguments: { "--db_password": "/db/password" } }),
    ),
    undecided(
      "a value known on update",
      job({ securityConfiguration: "a", defaultArguments: { "--db_password": unknown } }),
    ),
  ],
  "glue-resource-policy": [
    pass("one account", policy(allow({ AWS: "111122223333" }))),
    pass("a denial for everyone", policy(json({ Statement: [{ Effect: "Deny", Principal: "*", Action: "glue:*" }] }))),
    fault("everyone", policy(allow("*"))),
    fault("everyone in a list", policy(allow({ AWS: ["*"] }))),
    undecided("known on update", policy(unknown)),
    pass("no document, which AWS does not accept", policy(undefined)),
  ],
  "glue-connection-private-subnet": [
    pass("a private subnet", [placed(ref("subnet")), subnet()]),
    pass("a network connection without one", connection({}, "NETWORK")),
    fault("a public subnet", [placed(ref("subnet"), "KAFKA"), subnet({ tags: { "hipaa:tier": "public" } })]),
    fault("none", connection({}, "JDBC")),
    pass("a subnet of another stack, judged there", placed("subnet-1")),
    undecided("a subnet known on update", placed(unknown)),
  ],
  "glue-lake-formation-defaults": [
    pass("nothing said", lakeSettings({})),
    pass(
      "no default grants",
      lakeSettings({ createTableDefaultPermissions: [], createDatabaseDefaultPermissions: [] }),
    ),
    pass(
      "a role",
      lakeSettings({ createTableDefaultPermissions: [{ principal: "arn:aws:iam::111122223333:role/etl" }] }),
    ),
    fault("all tables", lakeSettings({ createTableDefaultPermissions: [everyone] })),
    fault("all databases", lakeSettings({ createDatabaseDefaultPermissions: [everyone] })),
    fault(
      "beside a role known on update",
      lakeSettings({ createTableDefaultPermissions: [{ principal: unknown }, everyone] }),
    ),
    undecided("known on update", lakeSettings({ createTableDefaultPermissions: unknown })),
    undecided("somebody known on update", lakeSettings({ createDatabaseDefaultPermissions: [{ principal: unknown }] })),
  ],
  "databrew-encrypted-jobs": [
    pass("a key", brew(json(encryptedJob))),
    fault("no encryption", brew(json({ LogSubscription: "ENABLE" }))),
    fault("no key", brew(json({ ...encryptedJob, EncryptionKeyArn: undefined }))),
    fault("no logs", brew(json({ ...encryptedJob, LogSubscription: "DISABLE" }))),
    notApplicable("another type", brew(json({}), "AWS::DataBrew::Dataset")),
    undecided("known on update", brew(unknown)),
    fault("no state at all", brew(undefined)),
    notApplicable(
      "no type, which AWS does not accept",
      resource("aws:cloudcontrol/resource:Resource", { desiredState: json(encryptedJob) }),
    ),
  ],
};
