import type { Mutation } from "./workload";

/** One way to break the workload on purpose, and what the pack must say of it. */
export interface Break {
  readonly title: string;
  readonly mutation: Mutation;
  /** The rule that must find it, and the resource at which. */
  readonly rule: string;
  readonly at: string;
}

const withInput = (key: string, value: unknown) => (inputs: Record<string, unknown>) => ({ ...inputs, [key]: value });

const document = (statement: Record<string, unknown>) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

/** Every fault that the architecture exists to prevent, one at a time. */
export const breaks: readonly Break[] = [
  {
    title: "an HTTP target group",
    mutation: {
      type: "aws:lb/targetGroup:TargetGroup",
      name: "clinic-app-tg",
      change: (inputs) => ({ ...inputs, protocol: "HTTP", port: 8080 }),
    },
    rule: "elb-target-group-encrypted",
    at: "clinic-app-tg",
  },
  {
    title: "storageEncrypted: false",
    mutation: {
      type: "aws:rds/instance:Instance",
      change: (inputs) => ({ ...inputs, storageEncrypted: false, kmsKeyId: undefined }),
    },
    rule: "rds-storage-encrypted",
    at: "clinic-database",
  },
  {
    title: "a security group open to the world",
    mutation: {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      name: "clinic-app-accept-database-database",
      change: (inputs) => ({ ...inputs, referencedSecurityGroupId: undefined, cidrIpv4: "0.0.0.0/0" }),
    },
    rule: "vpc-sg-no-open-ingress",
    at: "clinic-app-accept-database-database",
  },
  {
    title: "a missing flow log",
    mutation: {
      type: "aws:ec2/flowLog:FlowLog",
      change: withInput("vpcId", "vpc-0123456789abcdef0"),
    },
    rule: "vpc-flow-logs-enabled",
    at: "clinic-network",
  },
  {
    title: "a wildcard IAM statement",
    mutation: {
      type: "aws:iam/policy:Policy",
      name: "clinic-app-task-policy",
      change: withInput("policy", document({ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" })),
    },
    rule: "iam-no-admin-star",
    at: "clinic-app-task-policy",
  },
  {
    title: "a log bucket without TLS-only policy",
    mutation: {
      type: "aws:s3/bucketPolicy:BucketPolicy",
      name: "clinic-elb-logs-policy",
      change: withInput(
        "policy",
        document({
          Sid: "Delivery",
          Effect: "Allow",
          Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: "arn:aws:s3:::clinic-elb-logs/*",
        }),
      ),
    },
    rule: "s3-policy-tls-statement",
    at: "clinic-elb-logs-policy",
  },
  {
    title: "publiclyAccessible: true",
    mutation: { type: "aws:rds/instance:Instance", change: withInput("publiclyAccessible", true) },
    rule: "rds-not-public",
    at: "clinic-database",
  },
  {
    title: "an unencrypted cache",
    mutation: {
      type: "aws:elasticache/replicationGroup:ReplicationGroup",
      change: (inputs) => ({ ...inputs, atRestEncryptionEnabled: false, kmsKeyId: undefined }),
    },
    rule: "elasticache-at-rest-encrypted",
    at: "clinic-cache",
  },
];
