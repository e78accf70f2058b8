import * as pulumi from "@pulumi/pulumi";
import * as athena from "@pulumi/aws/athena";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as glue from "@pulumi/aws/glue";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as lakeformation from "@pulumi/aws/lakeformation";
import { Provider } from "@pulumi/aws/provider";
import * as redshift from "@pulumi/aws/redshift";
import * as s3 from "@pulumi/aws/s3";
import * as vpc from "@pulumi/aws/vpc";

const accountId = "111122223333";
const region = "us-east-1";
// The network is another team's stack.
const network = {
  vpcId: "vpc-0a1b2c3d4e5f60718",
  privateSubnetIds: ["subnet-0aa11bb22cc33dd44", "subnet-0ee55ff66aa77bb88"],
};

/** A claims data lake: zones in S3, catalog and jobs in Glue, grants in Lake Formation, Athena and Redshift on top. */
export function compliantDataLake(): void {
  const provider = new Provider("lake", {
    region,
    allowedAccountIds: [accountId],
    defaultTags: {
      tags: { product: "claims-lake", owner: "data-engineering", environment: "prod", confidentiality: "high" },
    },
  });
  const opts: pulumi.CustomResourceOptions = { provider };

  // ---- key ------------------------------------------------------------------------------------------------------
  const cmk = new kms.Key(
    "lake",
    {
      description: "Claims lake",
      enableKeyRotation: true,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "EnableIAMUserPermissions",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${accountId}:root` },
            Action: "kms:*",
            Resource: "*",
          },
          {
            Sid: "AllowCloudWatchLogs",
            Effect: "Allow",
            Principal: { Service: `logs.${region}.amazonaws.com` },
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
            Resource: "*",
            Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:*` } },
          },
        ],
      }),
    },
    opts,
  );
  new kms.Alias("lake", { name: "alias/claims-lake", targetKeyId: cmk.keyId }, opts);

  // ---- buckets ---------------------------------------------------------------------------------------------------
  const secureBucket = (name: string, purpose: "zone" | "access-logs" | "redshift-logs"): s3.Bucket => {
    const bucketName = `claims-lake-${name}-${accountId}`;
    const bucket = new s3.Bucket(name, { bucket: bucketName }, { ...opts, protect: true });
    new s3.BucketPublicAccessBlock(
      name,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      opts,
    );
    new s3.BucketOwnershipControls(name, { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } }, opts);
    new s3.BucketVersioning(name, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }, opts);
    new s3.BucketServerSideEncryptionConfiguration(
      name,
      {
        bucket: bucket.id,
        rules: [
          {
            applyServerSideEncryptionByDefault:
              purpose === "zone" ? { sseAlgorithm: "aws:kms", kmsMasterKeyId: cmk.arn } : { sseAlgorithm: "AES256" },
            bucketKeyEnabled: purpose === "zone",
          },
        ],
      },
      opts,
    );
    new s3.BucketLifecycleConfiguration(
      name,
      {
        bucket: bucket.id,
        rules:
          purpose === "zone"
            ? [
                {
                  id: "tiering",
                  status: "Enabled",
                  filter: {},
                  transitions: [{ days: 30, storageClass: "INTELLIGENT_TIERING" }],
                  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
                },
              ]
            : [{ id: "retention", status: "Enabled", filter: {}, expiration: { days: 2192 } }],
      },
      opts,
    );
    const objects = [`arn:aws:s3:::${bucketName}`, `arn:aws:s3:::${bucketName}/*`];
    const delivery = {
      "access-logs": {
        Sid: "ServerAccessLogs",
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `arn:aws:s3:::${bucketName}/*`,
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
      "redshift-logs": {
        Sid: "RedshiftAuditLogs",
        Effect: "Allow",
        Principal: { Service: "redshift.amazonaws.com" },
        Action: ["s3:PutObject", "s3:GetBucketAcl"],
        Resource: objects,
        Condition: {
          StringEquals: { "aws:SourceArn": `arn:aws:redshift:${region}:${accountId}:cluster:claims-warehouse` },
        },
      },
    };
    new s3.BucketPolicy(
      name,
      {
        bucket: bucket.id,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "DenyInsecureTransport",
              Effect: "Deny",
              Principal: "*",
              Action: "s3:*",
              Resource: objects,
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            ...(purpose === "zone" ? [] : [delivery[purpose]]),
          ],
        }),
      },
      opts,
    );
    return bucket;
  };
  const accessLogs = secureBucket("access-logs", "access-logs");
  const zone = (name: string): s3.Bucket => {
    const bucket = secureBucket(name, "zone");
    new s3.BucketLogging(name, { bucket: bucket.id, targetBucket: accessLogs.id, targetPrefix: `${name}/` }, opts);
    return bucket;
  };
  const raw = zone("raw");
  const curated = zone("curated");
  const results = zone("athena-results");

  // ---- Glue ---------------------------------------------------------------------------------------------------------
  new glue.DataCatalogEncryptionSettings(
    "lake",
    {
      dataCatalogEncryptionSettings: {
        encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: cmk.arn },
        connectionPasswordEncryption: { awsKmsKeyId: cmk.arn, returnConnectionPasswordEncrypted: true },
      },
    },
    opts,
  );
  const security = new glue.SecurityConfiguration(
    "lake",
    {
      encryptionConfiguration: {
        cloudwatchEncryption: { cloudwatchEncryptionMode: "SSE-KMS", kmsKeyArn: cmk.arn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: "CSE-KMS", kmsKeyArn: cmk.arn },
        s3Encryption: { s3EncryptionMode: "SSE-KMS", kmsKeyArn: cmk.arn },
      },
    },
    opts,
  );
  const glueRole = new iam.Role(
    "lake-glue",
    {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    },
    opts,
  );
  new iam.RolePolicyAttachment(
    "lake-glue-service",
    { role: glueRole.name, policyArn: "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole" },
    opts,
  );
  new iam.RolePolicy(
    "lake-glue",
    {
      role: glueRole.id,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate`${raw.arn}/*` },
          {
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
            Resource: pulumi.interpolate`${curated.arn}/*`,
          },
          { Effect: "Allow", Action: "s3:ListBucket", Resource: [raw.arn, curated.arn] },
          { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: cmk.arn },
          { Effect: "Allow", Action: "lakeformation:GetDataAccess", Resource: "*" },
        ],
      }),
    },
    opts,
  );
  const database = new glue.CatalogDatabase("claims", { name: "claims" }, opts);
  new glue.CatalogTable(
    "claims-header",
    {
      name: "claims_header",
      databaseName: database.name,
      tableType: "EXTERNAL_TABLE",
      parameters: { classification: "parquet" },
      storageDescriptor: {
        location: pulumi.interpolate`s3://${curated.bucket}/claims_header/`,
        inputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
        outputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
        serDeInfo: { serializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe" },
        columns: [
          { name: "claim_id", type: "string" },
          { name: "member_key", type: "string" },
          { name: "service_date", type: "date" },
        ],
      },
    },
    opts,
  );
  new glue.Crawler(
    "raw",
    {
      name: "claims-raw",
      databaseName: database.name,
      role: glueRole.arn,
      securityConfiguration: security.name,
      s3Targets: [{ path: pulumi.interpolate`s3://${raw.bucket}/claims/` }],
      lakeFormationConfiguration: { useLakeFormationCredentials: true },
      schedule: "cron(0 3 * * ? *)",
    },
    opts,
  );
  new glue.Job(
    "curate",
    {
      name: "claims-curate",
      roleArn: glueRole.arn,
      glueVersion: "5.0",
      workerType: "G.1X",
      numberOfWorkers: 10,
      securityConfiguration: security.name,
      command: {
        name: "glueetl",
        scriptLocation: `s3://claims-lake-artifacts-${accountId}/curate.py`,
        pythonVersion: "3",
      },
      defaultArguments: {
        "--enable-continuous-cloudwatch-log": "true",
        "--job-bookmark-option": "job-bookmark-enable",
        "--SOURCE": pulumi.interpolate`s3://${raw.bucket}/claims/`,
        "--TARGET": pulumi.interpolate`s3://${curated.bucket}/claims_header/`,
      },
    },
    opts,
  );

  // ---- Lake Formation --------------------------------------------------------------------------------------------------
  const registrar = new iam.Role(
    "lake-registrar",
    {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { Service: "lakeformation.amazonaws.com" }, Action: "sts:AssumeRole" },
        ],
      }),
    },
    opts,
  );
  new iam.RolePolicy(
    "lake-registrar",
    {
      role: registrar.id,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
            Resource: pulumi.interpolate`${curated.arn}/*`,
          },
          { Effect: "Allow", Action: "s3:ListBucket", Resource: curated.arn },
          { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: cmk.arn },
        ],
      }),
    },
    opts,
  );
  new lakeformation.DataLakeSettings(
    "lake",
    {
      admins: [`arn:aws:iam::${accountId}:role/lake-admin`],
      createDatabaseDefaultPermissions: [],
      createTableDefaultPermissions: [],
      allowExternalDataFiltering: false,
    },
    opts,
  );
  new lakeformation.Resource("curated", { arn: curated.arn, roleArn: registrar.arn }, opts);
  const analysts = new iam.Role(
    "lake-analysts",
    {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: `arn:aws:iam::${accountId}:saml-provider/corporate` },
            Action: "sts:AssumeRoleWithSAML",
            Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
          },
        ],
      }),
      maxSessionDuration: 3600,
    },
    opts,
  );
  new lakeformation.Permissions(
    "analysts-claims",
    {
      principal: analysts.arn,
      permissions: ["SELECT"],
      tableWithColumns: {
        databaseName: database.name,
        name: "claims_header",
        columnNames: ["claim_id", "service_date"],
      },
    },
    opts,
  );

  // ---- Athena ----------------------------------------------------------------------------------------------------------
  new athena.Workgroup(
    "analysts",
    {
      name: "claims-analysts",
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 1024 ** 4,
        resultConfiguration: {
          outputLocation: pulumi.interpolate`s3://${results.bucket}/analysts/`,
          expectedBucketOwner: accountId,
          encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: cmk.arn },
        },
      },
    },
    opts,
  );

  // ---- Redshift --------------------------------------------------------------------------------------------------------
  const auditLogs = secureBucket("redshift-logs", "redshift-logs");
  const group = new ec2.SecurityGroup("warehouse", { vpcId: network.vpcId, description: "Claims warehouse" }, opts);
  new vpc.SecurityGroupIngressRule(
    "warehouse-bi",
    {
      securityGroupId: group.id,
      description: "BI servers",
      ipProtocol: "tcp",
      fromPort: 5439,
      toPort: 5439,
      referencedSecurityGroupId: "sg-0b1c2d3e4f5061728",
    },
    opts,
  );
  const subnets = new redshift.SubnetGroup("warehouse", { subnetIds: network.privateSubnetIds }, opts);
  const parameters = new redshift.ParameterGroup(
    "warehouse",
    {
      family: "redshift-2.0",
      parameters: [
        { name: "require_ssl", value: "true" },
        { name: "enable_user_activity_logging", value: "true" },
        { name: "use_fips_ssl", value: "true" },
      ],
    },
    opts,
  );
  const warehouse = new redshift.Cluster(
    "warehouse",
    {
      clusterIdentifier: "claims-warehouse",
      clusterType: "multi-node",
      nodeType: "ra3.xlplus",
      numberOfNodes: 2,
      databaseName: "claims",
      masterUsername: "lakeadmin",
      manageMasterPassword: true,
      masterPasswordSecretKmsKeyId: cmk.keyId,
      encrypted: "true",
      kmsKeyId: cmk.arn,
      publiclyAccessible: false,
      enhancedVpcRouting: true,
      clusterSubnetGroupName: subnets.name,
      clusterParameterGroupName: parameters.name,
      vpcSecurityGroupIds: [group.id],
      automatedSnapshotRetentionPeriod: 35,
      availabilityZoneRelocationEnabled: true,
      allowVersionUpgrade: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "claims-warehouse-final",
    },
    { ...opts, protect: true },
  );
  new redshift.Logging(
    "warehouse",
    { clusterIdentifier: warehouse.id, logDestinationType: "s3", bucketName: auditLogs.id, s3KeyPrefix: "audit/" },
    opts,
  );
  new cloudwatch.LogGroup(
    "lake-jobs",
    { name: "/aws-glue/jobs/logs-v2", retentionInDays: 2192, kmsKeyId: cmk.arn },
    opts,
  );
}
