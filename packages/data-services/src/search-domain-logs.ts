import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, policyDocument } from "@hipaa-aws/foundation";
import type { SearchDomainArgs } from "./search-domain-args";
import type { SearchDomainSettings } from "./search-domain-settings";

/** Log groups of a domain, and the policy without which the service could not write to them. */
export interface SearchDomainLogs {
  readonly audit: cloudwatch.LogGroup;
  readonly errors: cloudwatch.LogGroup;
  readonly policy: cloudwatch.LogResourcePolicy;
}

// Slow logs are left out: they hold queries, and so what was searched for.
/** Who did what, and errors of the engine, both under the key. */
export function createSearchDomainLogs(
  name: string,
  args: SearchDomainArgs,
  settings: SearchDomainSettings,
  parent: pulumi.Resource,
): SearchDomainLogs {
  const logGroup = (suffix: string) =>
    new cloudwatch.LogGroup(
      `${name}-${suffix}`,
      { kmsKeyId: pulumi.output(args.logsKey).arn, retentionInDays: settings.logRetentionDays, tags: args.tags },
      { parent },
    );
  const [audit, errors] = [logGroup("audit"), logGroup("errors")];
  const { accountId } = awsEnvironment(parent);
  const policyText = policyDocument([
    {
      sid: "WriteLogs",
      principals: { services: ["es.amazonaws.com"] },
      actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
      resources: [audit, errors].map((group) => pulumi.interpolate`${group.arn}:*`),
      conditions: { StringEquals: { "aws:SourceAccount": [accountId] } },
    },
  ]);
  const policy = new cloudwatch.LogResourcePolicy(
    `${name}-logs`,
    { policyName: audit.name, policyDocument: policyText },
    { parent },
  );
  return { audit, errors, policy };
}
