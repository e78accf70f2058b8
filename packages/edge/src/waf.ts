import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as lb from "@pulumi/aws/lb";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import { auditRetentionDays } from "@hipaa-aws/foundation";
import { visibility, type WafRule } from "./waf-rules";

/** Headers that carry credentials. */
const secretHeaders: readonly string[] = ["authorization", "cookie"];

/** The web ACL in front of a load balancer. */
export interface WebAclParts {
  webAcl: wafv2.WebAcl;
  association: wafv2.WebAclAssociation;
  logGroup: cloudwatch.LogGroup;
}

/** Settings of the web ACL's log group and tags. */
export interface WebAclOptions {
  keyArn: pulumi.Input<string>;
  deletionProtection: boolean;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** A web ACL with these rules, its log, and its association with the load balancer. */
export function webAcl(
  name: string,
  rules: readonly WafRule[],
  balancer: lb.LoadBalancer,
  options: WebAclOptions,
  parent: pulumi.Resource,
): WebAclParts {
  const acl = new wafv2.WebAcl(
    `${name}-waf`,
    {
      scope: "REGIONAL",
      description: `Web ACL of ${name}`,
      defaultAction: { allow: {} },
      rules: rules.map(({ rule }) => rule),
      visibilityConfig: visibility(`${name}-waf`),
      dataProtectionConfig: { dataProtections: dataProtections() },
      ...(options.tags === undefined ? {} : { tags: options.tags }),
    },
    { parent },
  );
  const logGroup = wafLogGroup(name, options, parent);
  const logging = new wafv2.WebAclLoggingConfiguration(
    `${name}-waf-logging`,
    {
      resourceArn: acl.arn,
      logDestinationConfigs: [logGroup.arn],
      redactedFields: [...secretHeaders.map((header) => ({ singleHeader: { name: header } })), { queryString: {} }],
    },
    { parent },
  );
  return {
    webAcl: acl,
    logGroup,
    // Logging first: no request is judged without a record of it.
    association: new wafv2.WebAclAssociation(
      `${name}-waf`,
      { resourceArn: balancer.arn, webAclArn: acl.arn },
      { parent, dependsOn: [logging] },
    ),
  };
}

// AWS WAF writes only to log groups whose name begins so; Pulumi makes the name from the logical one.
function wafLogGroup(name: string, options: WebAclOptions, parent: pulumi.Resource): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(
    `aws-waf-logs-${name}`,
    {
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
function dataProtections() {
  return [
    { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: [...secretHeaders] } },
    { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
    { action: "SUBSTITUTION", field: { fieldType: "BODY" } },
  ];
}
