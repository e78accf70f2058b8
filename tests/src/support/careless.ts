import type { Mutation } from "./workload";

/** A change that a rule at the level `remediate` takes back. */
export interface Carelessness {
  readonly mutation: Mutation & { readonly name: string };
  readonly rule: string;
  /** What the remediation writes, as `path change`. */
  readonly wrote: readonly string[];
}

const withInputs = (changes: Record<string, unknown>) => (inputs: Record<string, unknown>) => ({
  ...inputs,
  ...changes,
});

/** The workload's safeguards, each switched off behind its component's back. */
export const carelessness: readonly Carelessness[] = [
  {
    mutation: {
      type: "aws:kms/key:Key",
      name: "clinic-keys-database",
      change: withInputs({ enableKeyRotation: false }),
    },
    rule: "kms-key-rotation-enabled",
    wrote: ["enableKeyRotation changed"],
  },
  {
    mutation: {
      type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      name: "clinic-documents-public-access",
      change: withInputs({ blockPublicPolicy: false, restrictPublicBuckets: undefined }),
    },
    rule: "s3-public-access-block-settings",
    wrote: ["blockPublicPolicy changed", "restrictPublicBuckets added"],
  },
  {
    mutation: {
      type: "aws:lb/listener:Listener",
      name: "clinic-edge-https",
      change: withInputs({ sslPolicy: "ELBSecurityPolicy-2016-08" }),
    },
    rule: "elb-listener-tls-policy",
    wrote: ["sslPolicy changed"],
  },
  {
    mutation: {
      type: "aws:rds/instance:Instance",
      name: "clinic-database",
      change: withInputs({ publiclyAccessible: true }),
    },
    rule: "rds-not-public",
    wrote: ["publiclyAccessible changed"],
  },
  {
    mutation: {
      type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
      name: "clinic-network-default",
      change: withInputs({ ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] }),
    },
    rule: "vpc-default-security-group-empty",
    wrote: ["ingress changed"],
  },
  {
    mutation: {
      type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      name: "clinic-documents-encryption",
      change: ({ rules, ...inputs }) => ({
        ...inputs,
        rules: (rules as Record<string, unknown>[]).map((rule) => ({ ...rule, bucketKeyEnabled: undefined })),
      }),
    },
    rule: "s3-bucket-key",
    wrote: ["rules[0].bucketKeyEnabled added"],
  },
];
