import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, managedPolicyArn, serviceTrust } from "@hipaa-aws/foundation";

/** The role as which AWS Backup works. */
export interface BackupRole {
  readonly role: iam.Role;
  /** Without these the first jobs are refused. */
  readonly attachments: pulumi.Resource[];
}

/**
 * AWS's own policies, since AWS Backup needs more rights with each service and each release. Buckets have a policy of
 * their own. Neither restores anything. Source: AWS Backup Developer Guide, "Managed policies for AWS Backup".
 */
export const managedPolicies: Readonly<Record<string, string>> = {
  backup: "service-role/AWSBackupServiceRolePolicyForBackup",
  "s3-backup": "AWSBackupServiceRolePolicyForS3Backup",
};

/** A role that AWS Backup assumes on behalf of this account only. */
export function createRole(
  name: string,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): BackupRole {
  const environment = awsEnvironment(parent);
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `Backs up the resources of the plan ${name}`,
      assumeRolePolicy: serviceTrust(environment, "backup.amazonaws.com"),
      tags,
    },
    { parent },
  );
  const attachments = Object.entries(managedPolicies).map(
    ([suffix, path]) =>
      new iam.RolePolicyAttachment(
        `${name}-${suffix}`,
        { role: role.name, policyArn: managedPolicyArn(environment, path) },
        { parent },
      ),
  );
  return { role, attachments };
}
