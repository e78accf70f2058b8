import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import {
  allowsOnUnnamed,
  allowsWholeService,
  demands,
  isAdministration,
  usesAllKeys,
} from "../../knowledge/permissions";
import type { Statement } from "../../knowledge/policy-document";
import { identityPolicies, identityPolicyTypes } from "../../knowledge/policy-homes";
import { anyStatement } from "../../knowledge/policy-statements";
import { approvedRoles, isApproved, roleOf } from "./roles";

/** The catalogue names these types for some rules and fewer for others; a permission is the same wherever it stands. */
const types = identityPolicyTypes;

/** No statement of any policy that the resource holds may meet the condition. */
export function expectNone(resource: ResourceCheck, isFault: (one: Statement) => boolean, fault: string): void {
  for (const policy of identityPolicies(resource)) resource.expect(anyStatement(policy, isFault).not(), fault);
}

const noAdminStar = resourceRule("iam-no-admin-star", {
  types,
  check: (resource) => {
    for (const policy of identityPolicies(resource)) {
      resource.expect(policy.isGiven(), "there is no policy document");
    }
    expectNone(resource, isAdministration, "a statement allows every action, or all but some, on every resource");
  },
});

const noServiceWildcard = resourceRule("iam-no-service-wildcard", {
  types,
  config: approvedRoles,
  check: (resource) => {
    const judged = isApproved(roleOf(resource), resource.setting("approvedRoles")).not();
    resource.onlyWhen(judged, "belongs to an approved role");
    expectNone(
      resource,
      allowsWholeService,
      "a statement allows every action of a service without naming the service's resources",
    );
  },
});

const kmsActionsScoped = resourceRule("iam-kms-actions-scoped", {
  types,
  check: (resource) =>
    expectNone(resource, usesAllKeys, "a statement allows decrypting with any key instead of named ones"),
});

/** Actions that read or write what a PHI store holds. */
export const phiActions: readonly string[] = [
  "dynamodb:Batch*",
  "dynamodb:Delete*",
  "dynamodb:Get*",
  "dynamodb:PartiQL*",
  "dynamodb:Put*",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:Update*",
  "es:ESHttp*",
  // HealthLake's other actions, such as listing the stores, take no resource.
  "healthlake:CreateResource",
  "healthlake:DeleteResource",
  "healthlake:GetHistory*",
  "healthlake:ProcessBundle",
  "healthlake:ReadResource",
  "healthlake:Search*",
  "healthlake:StartFHIR*",
  "healthlake:UpdateResource",
  "healthlake:VersionReadResource",
  "kinesis:Get*",
  "kinesis:Put*",
  "neptune-db:*",
  "rds-data:*",
  "rds-db:connect",
  "s3:DeleteObject*",
  "s3:GetObject*",
  "s3:PutObject*",
  "secretsmanager:GetSecretValue",
  "sqs:ReceiveMessage",
  "sqs:SendMessage*",
  "ssm:GetParameter*",
];

/** Condition keys that say which items are meant, where the resource does not. */
const narrowingKeys = /^(aws:sourcevpce|s3:prefix|s3:dataaccesspointarn|(aws:|secretsmanager:|ssm:)resourcetag\/.+)$/;

/** Whether an Allow gives stored data without naming the stores, and no condition says which. */
export function reachesAnyPhi(statement: Statement): boolean {
  return allowsOnUnnamed(statement, phiActions) && !demands(statement, (key) => narrowingKeys.test(key));
}

const phiDataActionsScoped = resourceRule("iam-phi-data-actions-scoped", {
  types,
  check: (resource) =>
    expectNone(resource, reachesAnyPhi, "a statement allows reading or writing stored data without naming the stores"),
});

/** Actions by which someone gets more rights, or someone else's. */
export const escalatingActions: readonly string[] = [
  "iam:AddUserToGroup",
  "iam:Attach*Policy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteUserPermissionsBoundary",
  "iam:Put*Policy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutUserPermissionsBoundary",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
  "kms:PutKeyPolicy",
  "s3:PutBucketPolicy",
  "secretsmanager:PutResourcePolicy",
  "sts:AssumeRole",
];

const escalationKeys = /^(iam:permissionsboundary|iam:policyarn|(aws|iam|secretsmanager):resourcetag\/.+)$/;

/** Whether an Allow changes rights or takes those of others without naming whose. */
export function escalates(statement: Statement): boolean {
  return allowsOnUnnamed(statement, escalatingActions) && !demands(statement, (key) => escalationKeys.test(key));
}

/** Whether an Allow hands any role to any service. */
export function passesAnyRole(statement: Statement): boolean {
  return allowsOnUnnamed(statement, ["iam:PassRole"]) && !fixesReceiver(statement);
}

// The key is part of every request to pass a role, so the IfExists forms fix the receiver as well.
function fixesReceiver({ conditions }: Statement): boolean {
  return [...conditions].some(([operator, keys]) => {
    const values = keys.get("iam:passedtoservice") ?? [];
    const isPositive = /^(foranyvalue:)?string(equals|equalsignorecase|like)(ifexists)?$/.test(operator);
    return isPositive && values.length > 0 && !values.some((value) => /^[*?]*$/.test(value));
  });
}

const noPrivilegeEscalation = resourceRule("iam-no-privilege-escalation", {
  types,
  check: (resource) => {
    expectNone(
      resource,
      escalates,
      "a statement allows changing policies, trust or credentials, or assuming roles, without naming which",
    );
    expectNone(resource, passesAnyRole, "a statement allows handing any role to any service");
  },
});

const noMarketplaceSubscribe = resourceRule("iam-no-marketplace-subscribe-wildcard", {
  types,
  check: (resource) =>
    expectNone(resource, subscribesToAnything, "a statement allows subscribing to any product of the Marketplace"),
});

function subscribesToAnything(statement: Statement): boolean {
  const subscribes = statement.actions.some((action) => /^aws-marketplace:(subscribe|\*+|s[a-z]*\*+)$/i.test(action));
  const open = statement.effect === "Allow" && !isAdministration(statement);
  return open && subscribes && !demands(statement, (key) => key === "aws-marketplace:productid");
}

export const permissionRules: readonly Rule[] = [
  noAdminStar,
  noServiceWildcard,
  phiDataActionsScoped,
  kmsActionsScoped,
  noPrivilegeEscalation,
  noMarketplaceSubscribe,
];
