import * as pulumi from "@pulumi/pulumi";
import type { AwsEnvironment } from "./aws-environment";

/** Who a statement of a resource policy is about. */
export interface PolicyPrincipals {
  /** ARNs or account ids, or `*`. */
  aws?: pulumi.Input<pulumi.Input<string>[]>;
  /** Service principals, for example `logs.amazonaws.com`. */
  services?: pulumi.Input<pulumi.Input<string>[]>;
}

/** operator → condition key → values, for example `{ Bool: { "aws:SecureTransport": ["false"] } }`. */
export type PolicyConditions = Record<string, Record<string, pulumi.Input<pulumi.Input<string>[]>>>;

/** One statement of a policy, with lists everywhere. */
export interface PolicyStatement {
  /** Letters and digits only, unique in its document: findings and reviews name it. */
  sid: string;
  /** Default: Allow. */
  effect?: "Allow" | "Deny";
  actions: string[];
  /** Left out in trust policies only; a key policy says `*`, which stands for its own key. */
  resources?: pulumi.Input<pulumi.Input<string>[]>;
  /** `"*"` for everyone; only ever in a Deny, or narrowed by a condition. Left out in identity policies. */
  principals?: PolicyPrincipals | "*";
  conditions?: PolicyConditions;
}

/**
 * The JSON text of a policy. It is resolved as one output, so the policy depends on exactly the resources whose ARNs
 * it names.
 */
export function policyDocument(statements: pulumi.Input<PolicyStatement>[]): pulumi.Output<string> {
  return pulumi.output(statements).apply((resolved) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: resolved.map((statement) => ({
        Sid: statement.sid,
        Effect: statement.effect ?? "Allow",
        ...(statement.principals ? { Principal: principal(statement.principals) } : {}),
        Action: single(statement.actions),
        ...(statement.resources ? { Resource: single(statement.resources) } : {}),
        ...(statement.conditions ? { Condition: conditions(statement.conditions) } : {}),
      })),
    }),
  );
}

/** Denies every request to `resources` that does not use TLS. `service` is the IAM prefix, for example `s3`. */
export function denyInsecureTransport(
  service: string,
  resources: pulumi.Input<pulumi.Input<string>[]>,
): PolicyStatement {
  return {
    sid: "DenyInsecureTransport",
    effect: "Deny",
    principals: "*",
    actions: [`${service}:*`],
    resources,
    conditions: { Bool: { "aws:SecureTransport": ["false"] } },
  };
}

/**
 * Trust policy that lets one AWS service assume a role, and only on behalf of this account (the confused-deputy
 * guard of the IAM User Guide).
 */
export function serviceTrust(environment: AwsEnvironment, service: string): pulumi.Output<string> {
  return policyDocument([
    {
      sid: "AssumeByService",
      principals: { services: [service] },
      actions: ["sts:AssumeRole"],
      conditions: { StringEquals: { "aws:SourceAccount": [environment.accountId] } },
    },
  ]);
}

function principal(principals: pulumi.Unwrap<PolicyPrincipals> | "*"): unknown {
  if (principals === "*") return "*";
  return {
    ...(principals.aws ? { AWS: single(principals.aws) } : {}),
    ...(principals.services ? { Service: single(principals.services) } : {}),
  };
}

function conditions(blocks: Record<string, Record<string, readonly string[]>>): unknown {
  return Object.fromEntries(
    Object.entries(blocks).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, single(values)])),
    ]),
  );
}

// AWS writes one value without a list; doing the same keeps refreshes free of drift.
function single(values: readonly string[]): string | readonly string[] {
  const only = values[0];
  return values.length === 1 && only !== undefined ? only : values;
}
