import * as athena from "@pulumi/aws/athena";
import * as ec2 from "@pulumi/aws/ec2";
import * as glue from "@pulumi/aws/glue";
import * as iam from "@pulumi/aws/iam";
import * as lakeformation from "@pulumi/aws/lakeformation";
import * as redshift from "@pulumi/aws/redshift";
import * as s3 from "@pulumi/aws/s3";

const vpcId = "vpc-0a1b2c3d4e5f60718";
const subnetIds = ["subnet-0aa11bb22cc33dd44", "subnet-0ee55ff66aa77bb88"];

/** A lake that grew by itself. Comments say where it went wrong. */
export function carelessDataLake(): void {
  // MISTAKE no versions, no access log, default keys and plain HTTP for all zones.
  const raw = new s3.Bucket("raw", { bucket: "claims-raw-zone" });
  const curated = new s3.Bucket("curated", { bucket: "claims-curated-zone" });
  new s3.BucketPublicAccessBlock("raw", {
    bucket: raw.id,
    blockPublicAcls: true,
    // MISTAKE public policies are let through.
    blockPublicPolicy: false,
    ignorePublicAcls: true,
    restrictPublicBuckets: false,
  });
  new s3.BucketPolicy("raw", {
    bucket: raw.id,
    // MISTAKE a partner "just needs to read": so does everyone.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::claims-raw-zone/*" },
      ],
    }),
  });
  new s3.BucketPublicAccessBlock("curated", {
    bucket: curated.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new s3.BucketPolicy("curated", {
    bucket: curated.id,
    // MISTAKE a partner account may do everything.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "arn:aws:iam::999988887777:root" },
          Action: "s3:*",
          Resource: ["arn:aws:s3:::claims-curated-zone", "arn:aws:s3:::claims-curated-zone/*"],
        },
      ],
    }),
  });

  const role = new iam.Role("glue", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  });
  // MISTAKE every bucket of the account.
  new iam.RolePolicyAttachment("glue-s3", { role: role.name, policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" });
  new iam.RolePolicy("glue-all", {
    role: role.id,
    // MISTAKE all keys, and any role may be passed.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: "*" },
        { Effect: "Allow", Action: "iam:PassRole", Resource: "*" },
      ],
    }),
  });

  const database = new glue.CatalogDatabase("claims", { name: "claims" });
  // MISTAKE a security configuration that encrypts nothing.
  const security = new glue.SecurityConfiguration("none", {
    encryptionConfiguration: {
      cloudwatchEncryption: { cloudwatchEncryptionMode: "DISABLED" },
      jobBookmarksEncryption: { jobBookmarksEncryptionMode: "DISABLED" },
      s3Encryption: { s3EncryptionMode: "DISABLED" },
    },
  });
  new glue.DataCatalogEncryptionSettings("catalog", {
    // MISTAKE the catalog and its connection passwords stand in clear.
    dataCatalogEncryptionSettings: {
      encryptionAtRest: { catalogEncryptionMode: "DISABLED" },
      connectionPasswordEncryption: { returnConnectionPasswordEncrypted: false },
    },
  });
  new glue.Connection("ehr", {
    name: "ehr",
    connectionType: "JDBC",
    connectionProperties: {
      JDBC_CONNECTION_URL: "jdbc:postgresql://ehr.internal:5432/ehr",
      USERNAME: "etl",
      // MISTAKE the password in the code, and MISTAKE no TLS to the source.
      PASSWORD: "Winter-2025!",
    },
  });
  new glue.Crawler("raw", {
    databaseName: database.name,
    role: role.arn,
    securityConfiguration: security.name,
    s3Targets: [{ path: "s3://claims-raw-zone/claims/" }],
  });
  new glue.Job("curate", {
    roleArn: role.arn,
    glueVersion: "4.0",
    workerType: "G.1X",
    numberOfWorkers: 2,
    // MISTAKE a job without a security configuration.
    command: { name: "glueetl", scriptLocation: "s3://claims-curated-zone/scripts/curate.py", pythonVersion: "3" },
  });

  new lakeformation.DataLakeSettings("lake", {
    admins: ["arn:aws:iam::111122223333:role/lake-admin"],
    // MISTAKE whoever has IAM rights sees all new tables.
    createTableDefaultPermissions: [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] }],
    createDatabaseDefaultPermissions: [{ principal: "IAM_ALLOWED_PRINCIPALS", permissions: ["ALL"] }],
  });

  // MISTAKE query results in clear, wherever the client says.
  new athena.Workgroup("analysts", {
    configuration: {
      enforceWorkgroupConfiguration: false,
      resultConfiguration: { outputLocation: "s3://claims-curated-zone/athena/" },
    },
  });

  const group = new ec2.SecurityGroup("warehouse", { vpcId, description: "redshift" });
  new ec2.SecurityGroupRule("warehouse-in", {
    securityGroupId: group.id,
    type: "ingress",
    protocol: "tcp",
    fromPort: 5439,
    toPort: 5439,
    // MISTAKE the warehouse is open to the internet.
    cidrBlocks: ["0.0.0.0/0"],
    ipv6CidrBlocks: ["::/0"],
  });
  const subnets = new redshift.SubnetGroup("warehouse", { subnetIds });
  const parameters = new redshift.ParameterGroup("warehouse", {
    family: "redshift-1.0",
    // MISTAKE TLS is left to the client.
    parameters: [{ name: "require_ssl", value: "false" }],
  });
  new redshift.Cluster("warehouse", {
    clusterIdentifier: "claims",
    clusterType: "single-node",
    nodeType: "ra3.large",
    databaseName: "claims",
    masterUsername: "admin",
    // MISTAKE the password in the code.
    masterPassword: "Winter-2025!x",
    // MISTAKE in clear, with a public address, past the VPC, without audit log or snapshots.
    encrypted: "false",
    publiclyAccessible: true,
    enhancedVpcRouting: false,
    automatedSnapshotRetentionPeriod: 0,
    skipFinalSnapshot: true,
    clusterSubnetGroupName: subnets.name,
    clusterParameterGroupName: parameters.name,
    vpcSecurityGroupIds: [group.id],
  });
}
