import * as iam from "@pulumi/aws/iam";
import { awsEnvironment, policyDocument, serviceTrust, type ArgumentChecks } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseInstanceEngine, type DatabaseInstanceSqlServer } from "./args";
import type { EnginePreset } from "./preset";

/** Hours that audit files stay on the instance after they were uploaded: a week. */
export const auditRetentionHours = 168;

/**
 * SQL Server 2019 and 2022.
 * Sources: "Configuring SQL Server security protocols and ciphers", "Using SSL with a Microsoft SQL Server DB
 * instance", "SQL Server Audit" and "HIPAA support for Microsoft SQL Server DB instances" in the RDS User Guide.
 */
export const sqlServer: EnginePreset = {
  what: "SQL Server database",
  port: 1433,
  majors: ["16.00", "15.00"],
  majorOf: (version) => version.split(".").slice(0, 2).join("."),
  // RDS writes the family with one digit after the point.
  family: (engine, major) => `${engine}-${major.slice(0, -1)}`,
  instanceClass: "db.m6i.xlarge",
  storage: { largest: 16_384, provisionedFrom: 20, iops: [3_000, 16_000], throughput: [125, 1_000] },
  logs: ["agent", "error"],
  parameters: {
    locked: {
      // 45 CFR 164.312(e)(1): no connection without TLS 1.2, by validated modules and without broken ciphers.
      "rds.force_ssl": "1",
      "rds.tls10": "disabled",
      "rds.tls11": "disabled",
      "rds.rc4": "disabled",
      "rds.3des168": "disabled",
      "rds.fips": "1",
      // 164.312(b): the value that AWS asks for where SQL Server holds PHI.
      "rds.sqlserver_audit": "fedramp_hipaa",
    },
    changeable: {},
    atReboot: new Set([
      "rds.force_ssl",
      "rds.tls10",
      "rds.tls11",
      "rds.rc4",
      "rds.3des168",
      "rds.fips",
      "rds.sqlserver_audit",
    ]),
    refused: [
      [/^rds\.(tls|diffie|curve)/, "would change how TLS is negotiated"],
      [/^c2 audit mode$|^common criteria/, "would change the audit record"],
    ],
  },
  iamSignIn: false,
  extendedSupport: false,
  user: {
    form: /^[a-z][a-z0-9]{0,127}$/,
    words: "a lower-case letter, then up to 127 lower-case letters and digits",
    standard: "dbadmin",
    reserved: ["sa", "rdsa", "rdsadmin", "admin", "administrator", "root", "guest", "public", "dbo"],
  },
};

/**
 * Checks what only SQL Server has.
 *
 * @param major for example `16.00`
 * @returns the prefix of the audit files
 * @throws ArgumentError where the audit has no place to go, or the edition lacks what is asked for.
 */
export function checkSqlServer(
  checks: ArgumentChecks,
  engine: DatabaseInstanceEngine,
  major: string,
  multiAz: boolean,
  given: DatabaseInstanceSqlServer | undefined,
): string {
  if (given === undefined)
    return checks.fail("sqlServer", "is missing", "Give sqlServer.auditBucket and sqlServer.auditBucketKey");
  const { auditBucket, auditBucketKey, auditPrefix } = given;
  for (const [argument, value] of Object.entries({ auditBucket, auditBucketKey }))
    if (value === undefined) checks.fail(`sqlServer.${argument}`, "is missing", "Give it");
  if (engine === DatabaseInstanceEngine.SqlServerWeb) {
    if (given.transparentDataEncryption)
      checks.fail(
        "engine and sqlServer.transparentDataEncryption",
        "do not fit: Web Edition has no Transparent Data Encryption",
        "Leave it out or choose another edition",
      );
    if (multiAz && major === "15.00")
      checks.fail(
        "engine, engineVersion and multiAz",
        "do not fit: Web Edition has a standby from version 16.00 on",
        "Give engineVersion 16.00, choose another edition, or set multiAz to false",
      );
  }
  const form = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/;
  return checks.matches(
    "sqlServer.auditPrefix",
    auditPrefix ?? "sqlserver-audit",
    form,
    "letters, digits, hyphens and underscores, with single slashes between them",
  );
}

/** The role by which RDS uploads audit files, and the attachment that the option group waits for. */
export interface AuditUpload {
  role: iam.Role;
  attachment: iam.RolePolicyAttachment;
}

/** A role that only RDS in this account assumes, for the one bucket and its key. Source: "SQL Server Audit", IAM role. */
export function createAuditUpload(
  name: string,
  given: DatabaseInstanceSqlServer,
  prefix: string,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  component: pulumi.Resource,
): AuditUpload {
  const options = { parent: component };
  const { bucketArn } = given.auditBucket;
  const role = new iam.Role(
    `${name}-audit`,
    {
      description: "Lets Amazon RDS upload SQL Server audit files",
      assumeRolePolicy: serviceTrust(awsEnvironment(component), "rds.amazonaws.com"),
      tags,
    },
    options,
  );
  const policy = new iam.Policy(
    `${name}-audit`,
    {
      description: "Lets Amazon RDS upload SQL Server audit files to one bucket",
      tags,
      policy: policyDocument([
        // Takes no resource. RDS looks the bucket up before it takes the option.
        { sid: "FindBucket", actions: ["s3:ListAllMyBuckets"], resources: ["*"] },
        {
          sid: "ReadBucketSettings",
          actions: ["s3:ListBucket", "s3:GetBucketAcl", "s3:GetBucketLocation"],
          resources: [bucketArn],
        },
        {
          sid: "UploadAuditFiles",
          actions: ["s3:PutObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"],
          resources: [pulumi.interpolate`${bucketArn}/${prefix}/*`],
        },
        {
          sid: "EncryptAuditFiles",
          actions: ["kms:GenerateDataKey", "kms:Decrypt"],
          resources: [pulumi.output(given.auditBucketKey).arn],
        },
      ]),
    },
    options,
  );
  const attachment = new iam.RolePolicyAttachment(`${name}-audit`, { role: role.name, policyArn: policy.arn }, options);
  return { role, attachment };
}
