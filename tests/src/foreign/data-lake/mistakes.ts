import type { Mistake } from "../../support/foreign";

/** What is wrong in the careless lake, in its order. */
export const mistakes: readonly Mistake[] = [
  { what: "zones without versions", foundBy: ["s3-versioning at raw", "s3-versioning at curated"] },
  { what: "zones whose readers nobody records", foundBy: ["s3-access-logging at raw", "s3-access-logging at curated"] },
  { what: "zones without a key", foundBy: ["s3-default-encryption at raw", "s3-default-encryption at curated"] },
  { what: "zones over plain HTTP", foundBy: ["s3-policy-tls-statement at raw", "s3-policy-tls-statement at curated"] },
  { what: "a block of public access with holes", foundBy: ["s3-public-access-block-settings at raw"] },
  { what: "raw data for everyone", foundBy: ["s3-policy-no-public-principal at raw"] },
  { what: "all buckets for the jobs", foundBy: ["iam-no-full-access-managed-policy at glue-s3"] },
  { what: "all keys for the jobs", foundBy: ["iam-kms-actions-scoped at glue-all"] },
  { what: "any role for the jobs", foundBy: ["iam-no-privilege-escalation at glue-all"] },
  { what: "a security configuration that secures nothing", foundBy: ["glue-security-configuration at none"] },
  { what: "a catalog in clear", foundBy: ["glue-catalog-encrypted at catalog"] },
  { what: "a password in a connection", foundBy: ["glue-connection-secret at ehr"] },
  { what: "a source without TLS", foundBy: ["glue-connection-ssl at ehr"] },
  { what: "a job without a security configuration", foundBy: ["glue-jobs-use-security-configuration at curate"] },
  { what: "new tables for whoever has IAM rights", foundBy: ["glue-lake-formation-defaults at lake"] },
  { what: "query results in clear", foundBy: ["athena-workgroup-encrypted at analysts"] },
  { what: "query results wherever the client says", foundBy: ["athena-workgroup-enforced at analysts"] },
  { what: "a warehouse open to the internet", foundBy: ["vpc-sg-no-open-ingress at warehouse-in"] },
  { what: "a warehouse with a public address", foundBy: ["redshift-not-public at warehouse"] },
  { what: "a warehouse whose clients need no TLS", foundBy: ["redshift-require-ssl at warehouse"] },
  { what: "a warehouse in clear", foundBy: ["redshift-encrypted at warehouse"] },
  { what: "a warehouse that loads past the VPC", foundBy: ["redshift-enhanced-vpc-routing at warehouse"] },
  { what: "a warehouse with its password in the code", foundBy: ["redshift-managed-password at warehouse"] },
  {
    what: "a warehouse whose use nobody records",
    foundBy: ["redshift-audit-logging at warehouse", "redshift-user-activity-logging at warehouse"],
  },
  {
    what: "a warehouse without snapshots",
    foundBy: ["redshift-snapshots at warehouse", "redshift-final-snapshot at warehouse"],
  },
];
