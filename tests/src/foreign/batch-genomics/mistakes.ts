import type { Mistake } from "../../support/foreign";

/** What is wrong in the careless pipelines, in its order. */
export const mistakes: readonly Mistake[] = [
  {
    what: "the default VPC",
    foundBy: [
      "vpc-no-default-vpc at default",
      "vpc-no-default-vpc at default-a",
      "vpc-subnet-no-auto-public-ip at default-a",
    ],
  },
  { what: "traffic that nothing records", foundBy: ["vpc-flow-logs-enabled at default"] },
  { what: "genomes for everyone", foundBy: ["s3-no-public-acl at reads"] },
  { what: "genomes that go with the stack", foundBy: ["s3-force-destroy-off at reads"] },
  { what: "results on a web site", foundBy: ["s3-no-website-hosting at results"] },
  { what: "results for the scripts of any page", foundBy: ["s3-cors-restricted at results"] },
  {
    what: "buckets over plain HTTP",
    foundBy: ["s3-deny-insecure-transport at reads", "s3-deny-insecure-transport at results"],
  },
  { what: "buckets without versions", foundBy: ["s3-versioning at reads", "s3-versioning at results"] },
  {
    what: "buckets without a public access block",
    foundBy: ["s3-public-access-block at reads", "s3-public-access-block at results"],
  },
  { what: "SSH from everywhere", foundBy: ["vpc-sg-no-admin-ports at batch"] },
  { what: "file systems from everywhere", foundBy: ["vpc-sg-no-open-ingress at batch"] },
  { what: "scratch storage without a key", foundBy: ["fsx-lustre-persistent at scratch"] },
  { what: "EFS in clear", foundBy: ["efs-encrypted at reference"] },
  { what: "EFS without backups", foundBy: ["efs-backup at reference"] },
  { what: "EFS that lets clients in without TLS", foundBy: ["efs-tls-enforced at reference"] },
  { what: "instances that administer the account", foundBy: ["iam-no-admin-managed-policy at instance"] },
  { what: "IMDSv1", foundBy: ["ec2-imdsv2-required at batch"] },
  { what: "volumes in clear", foundBy: ["ec2-data-volumes-encrypted at batch"] },
  { what: "an access key in the user data", foundBy: ["ec2-no-secrets-or-phi-in-user-data at batch"] },
  { what: "privileged jobs", foundBy: ["batch-no-privileged-containers at align"], onUpdateOnly: true },
  { what: "a password in a job definition", foundBy: ["batch-no-phi-in-definitions at align"], onUpdateOnly: true },
  { what: "a mount without TLS", foundBy: ["batch-job-hardening at align"], onUpdateOnly: true },
  { what: "jobs without logs", foundBy: ["batch-job-logs at align"], onUpdateOnly: true },
  { what: "jobs with public addresses", foundBy: ["batch-no-public-ip at report"] },
  { what: "everything in Batch", foundBy: ["iam-no-service-wildcard at flow"] },
  { what: "any role to any service", foundBy: ["iam-no-privilege-escalation at flow"] },
  { what: "samples in the log", foundBy: ["sfn-no-execution-data-in-logs at germline"] },
];
