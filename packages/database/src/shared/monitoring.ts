import * as iam from "@pulumi/aws/iam";
import { awsEnvironment, managedPolicyArn, serviceTrust } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";

/** The role by which RDS writes Enhanced Monitoring metrics, and the attachment that the instance waits for. */
export interface Monitoring {
  role: iam.Role;
  attachment: iam.RolePolicyAttachment;
}

/** A role that only RDS monitoring in this account assumes, with the one policy AWS keeps for it. */
export function createMonitoring(
  name: string,
  args: { tags?: pulumi.Input<Record<string, pulumi.Input<string>>> },
  component: pulumi.Resource,
  options: pulumi.CustomResourceOptions,
): Monitoring {
  const environment = awsEnvironment(component);
  const role = new iam.Role(
    `${name}-monitoring`,
    {
      description: "Lets Amazon RDS write Enhanced Monitoring metrics to CloudWatch Logs",
      assumeRolePolicy: serviceTrust(environment, "monitoring.rds.amazonaws.com"),
      tags: args.tags,
    },
    options,
  );
  const attachment = new iam.RolePolicyAttachment(
    `${name}-monitoring`,
    {
      role: role.name,
      policyArn: managedPolicyArn(environment, "service-role/AmazonRDSEnhancedMonitoringRole"),
    },
    options,
  );
  return { role, attachment };
}
