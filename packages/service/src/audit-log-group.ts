import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { auditRetentionDays, tags } from "@hipaa-aws/foundation";

/**
 * A log group that counts as audit record: under a customer-managed key, kept six years (45 CFR 164.316(b)(2)(i)), and
 * deleted by nobody in passing.
 */
export function createAuditLogGroup(
  name: string,
  key: pulumi.Input<{ arn: pulumi.Input<string> }>,
  deletionProtection: boolean,
  own: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined,
  parent: pulumi.Resource,
): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(
    name,
    {
      kmsKeyId: pulumi.output(key).apply(({ arn }) => arn),
      retentionInDays: auditRetentionDays,
      deletionProtectionEnabled: deletionProtection,
      tags: tags({ purpose: "audit" }, own),
    },
    { parent },
  );
}
