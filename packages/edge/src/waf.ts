import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import { auditRetentionDays } from "@hipaa-aws/foundation";
import { addressSets } from "./waf-address-sets";
import { visibility, wafRules, type WafSettings } from "./waf-rules";

/** Headers that carry credentials. */
const secretHeaders: readonly string[] = ["authorization", "cookie"];

/** A web ACL and its log, which is in place before the web ACL is used. */
export interface WebAclParts {
  webAcl: wafv2.WebAcl;
  logGroup: cloudwatch.LogGroup;
  logging: wafv2.WebAclLoggingConfiguration;
}

/** Settings of the web ACL beside its rules. */
export interface WebAclOptions {
  scope: "REGIONAL" | "CLOUDFRONT";
  /** Where every resource is: nothing for the Region of the provider. */
  place: { region?: pulumi.Input<string> };
  keyArn: pulumi.Input<string>;
  deletionProtection: boolean;
  /** Kilobytes of a body that CloudFront hands over; 16 where nothing is said. */
  bodyKilobytes?: number | undefined;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** A web ACL with these rules, and its log. */
export function webAcl(
  name: string,
  settings: WafSettings,
  options: WebAclOptions,
  parent: pulumi.Resource,
): WebAclParts {
  const blocked = addressSets(name, "blocked-networks", settings.blockedNetworks, options, parent);
  const allowed = addressSets(name, "allowed-networks", settings.allowedNetworks, options, parent);
  const headers = [...secretHeaders, ...settings.redactedHeaders];
  const acl = new wafv2.WebAcl(
    `${name}-waf`,
    {
      scope: options.scope,
      ...options.place,
      description: `Web ACL of ${name}`,
      defaultAction: { allow: {} },
      rules: wafRules(name, settings, { allowed, blocked }).map(({ rule }) => rule),
      visibilityConfig: visibility(`${name}-waf`),
      dataProtectionConfig: { dataProtections: dataProtections(headers) },
      ...inspectedBody(options.bodyKilobytes),
      ...(options.tags === undefined ? {} : { tags: options.tags }),
    },
    { parent },
  );
  const logGroup = wafLogGroup(name, options, parent);
  const logging = new wafv2.WebAclLoggingConfiguration(
    `${name}-waf-logging`,
    {
      ...options.place,
      resourceArn: acl.arn,
      logDestinationConfigs: [logGroup.arn],
      redactedFields: [...headers.map((header) => ({ singleHeader: { name: header } })), { queryString: {} }],
    },
    { parent },
  );
  return { webAcl: acl, logGroup, logging };
}

// AWS WAF writes only to log groups whose name begins so; Pulumi makes the name from the logical one.
function wafLogGroup(name: string, options: WebAclOptions, parent: pulumi.Resource): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(
    `aws-waf-logs-${name}`,
    {
      ...options.place,
      kmsKeyId: options.keyArn,
      retentionInDays: auditRetentionDays,
      deletionProtectionEnabled: options.deletionProtection,
      tags: pulumi.output(options.tags).apply((own) => ({ "hipaa:purpose": "audit", ...own })),
    },
    { parent },
  );
}

// Redaction covers the log; data protection covers every other place where AWS WAF shows a request, matched data
// included.
function dataProtections(headers: readonly string[]) {
  return [
    { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: [...headers] } },
    { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
    { action: "SUBSTITUTION", field: { fieldType: "BODY" } },
  ];
}

function inspectedBody(kilobytes: number | undefined) {
  if (kilobytes === undefined) return {};
  const cloudfront = { defaultSizeInspectionLimit: `KB_${String(kilobytes)}` };
  return { associationConfig: { requestBodies: [{ cloudfront }] } };
}

/** The log is written before the first request is judged. */
export function loggedArn({ webAcl: acl, logging }: WebAclParts): pulumi.Output<string> {
  return pulumi.all([acl.arn, logging.resourceArn]).apply(([arn]) => arn);
}
