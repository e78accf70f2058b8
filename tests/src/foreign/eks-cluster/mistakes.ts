import type { Mistake } from "../../support/foreign";

/** What is wrong in the careless cluster, in its order. */
export const mistakes: readonly Mistake[] = [
  { what: "every port from everywhere", foundBy: ["vpc-sg-no-admin-ports at cluster"] },
  { what: "an API server on the internet", foundBy: ["eks-endpoint-private at clinic"] },
  { what: "an API server only there", foundBy: ["eks-endpoint-private-access at clinic"] },
  { what: "no audit log", foundBy: ["eks-control-plane-logs at clinic"] },
  { what: "secrets without a key", foundBy: ["eks-secrets-encryption at clinic"] },
  { what: "a role for every service account", foundBy: ["iam-oidc-trust-scoped at app"], onUpdateOnly: true },
  { what: "all rights on everything", foundBy: ["iam-no-admin-star at app"] },
  { what: "all buckets for every pod", foundBy: ["iam-no-full-access-managed-policy at nodes-AmazonS3FullAccess"] },
  { what: "IMDSv1", foundBy: ["ec2-imdsv2-required at nodes"] },
  { what: "nodes with volumes in clear", foundBy: ["ec2-data-volumes-encrypted at nodes"] },
  { what: "SSH to nodes from everywhere", foundBy: ["eks-node-remote-access at debug"] },
  { what: "nodes without a template", foundBy: ["eks-nodes-private-encrypted at debug"] },
  { what: "a volume in clear", foundBy: ["ebs-volume-encrypted at postgres"] },
  { what: "a volume that nothing backs up", foundBy: ["ebs-volumes-backed-up at postgres"] },
  { what: "images that may be replaced", foundBy: ["ecr-immutable-tags at app"] },
  { what: "images that nobody scans", foundBy: ["ecr-scan-on-push at app"] },
  { what: "images for everyone", foundBy: ["ecr-policy-not-public at app"] },
];
