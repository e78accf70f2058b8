import type * as cloudfront from "@pulumi/aws/cloudfront";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { arn, auditRetentionDays, awsEnvironment, policyDocument } from "@hipaa-aws/foundation";
import { cloudFrontRegion } from "./regions";

/**
 * Fields of the access log: who asked for what, when, with which TLS parameters and what came of it. Query strings,
 * cookies and referrers are left out, since they may hold PHI.
 * Source: Amazon CloudFront Developer Guide, "Standard logging reference".
 */
const recordFields = [
  "date",
  "time",
  "x-edge-location",
  "sc-bytes",
  "c-ip",
  "c-port",
  "cs-method",
  "cs(Host)",
  "x-host-header",
  "cs-uri-stem",
  "sc-status",
  "cs(User-Agent)",
  "x-edge-result-type",
  "x-edge-response-result-type",
  "x-edge-detailed-result-type",
  "x-edge-request-id",
  "cs-protocol",
  "cs-protocol-version",
  "cs-bytes",
  "time-taken",
  "ssl-protocol",
  "ssl-cipher",
  "fle-status",
];

/** Where the access log goes. */
export interface DistributionLogSettings {
  keyArn: pulumi.Input<string>;
  deletionProtection: boolean;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** Standard logging, version 2: from the distribution to an encrypted log group that is kept for six years. */
export function distributionLog(
  name: string,
  distribution: cloudfront.Distribution,
  settings: DistributionLogSettings,
  parent: pulumi.Resource,
): cloudwatch.LogGroup {
  const place = { region: cloudFrontRegion };
  const logGroup = new cloudwatch.LogGroup(
    `${name}-access-log`,
    {
      ...place,
      kmsKeyId: settings.keyArn,
      retentionInDays: auditRetentionDays,
      deletionProtectionEnabled: settings.deletionProtection,
      tags: pulumi.output(settings.tags).apply((own) => ({ "hipaa:purpose": "audit", ...own })),
    },
    { parent },
  );
  const policy = new cloudwatch.LogResourcePolicy(
    `${name}-access-log`,
    {
      ...place,
      policyName: `${pulumi.getStack()}-${name}-access-log`,
      policyDocument: deliveryPolicy(logGroup, parent),
    },
    { parent },
  );
  const tagged = settings.tags === undefined ? {} : { tags: settings.tags };
  const source = new cloudwatch.LogDeliverySource(
    `${name}-access-log`,
    { ...place, logType: "ACCESS_LOGS", resourceArn: distribution.arn, ...tagged },
    { parent },
  );
  const destination = new cloudwatch.LogDeliveryDestination(
    `${name}-access-log`,
    {
      ...place,
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: logGroup.arn },
      ...tagged,
    },
    { parent },
  );
  new cloudwatch.LogDelivery(
    `${name}-access-log`,
    {
      ...place,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      recordFields,
      ...tagged,
    },
    { parent, dependsOn: [policy] },
  );
  return logGroup;
}

// The service that delivers may write to this group, for this account's sources alone.
function deliveryPolicy(logGroup: cloudwatch.LogGroup, parent: pulumi.Resource): pulumi.Output<string> {
  const environment = awsEnvironment(parent);
  return policyDocument([
    {
      sid: "LogDelivery",
      principals: { services: ["delivery.logs.amazonaws.com"] },
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${logGroup.arn}:log-stream:*`],
      conditions: {
        StringEquals: { "aws:SourceAccount": [environment.accountId] },
        ArnLike: { "aws:SourceArn": [arn(environment, "logs", "*", { region: cloudFrontRegion })] },
      },
    },
  ]);
}
