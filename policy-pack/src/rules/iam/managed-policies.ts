import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { approvedRoles, isApproved, roleOf } from "./roles";

const permissionSet = "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment";
const permissionSetList = "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive";

/** Where each type names the managed policies that it attaches. */
const paths: Readonly<Record<string, string>> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "policyArn",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": "policyArn",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": "policyArn",
  "aws:iam/policyAttachment:PolicyAttachment": "policyArn",
  "aws:iam/role:Role": "managedPolicyArns",
  [permissionSet]: "managedPolicyArn",
  [permissionSetList]: "managedPolicyArns",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": "policyArns",
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": "policyArns",
};

const administrative = /^arn:aws[\w-]*:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;
const fullAccess =
  /^arn:aws[\w-]*:iam::aws:policy\/([\w-]+\/)*(?!IAMFullAccess$)[\w-]*(FullAccess|AdministratorAccess-)[\w-]*$/;

/** Whether a resource attaches a managed policy of AWS whose ARN matches. */
function attaches(resource: ResourceCheck, pattern: RegExp): Truth {
  return Truth.any(attached(resource).map((arn) => matchesNow(resource, arn, pattern)));
}

// An ARN that is an output of another resource is a customer's policy, which is judged where it is declared. What a
// permission set attaches is always one of AWS's own, and may be the output of a look-up.
function matchesNow(resource: ResourceCheck, arn: Value, pattern: RegExp): Truth {
  return arn.isUnknown && !resource.type.startsWith("aws:ssoadmin/") ? Truth.no : arn.matches(pattern);
}

function attached(resource: ResourceCheck): Value[] {
  return resource.get(paths[resource.type] ?? "policyArn").items();
}

/** Where a policy may go to several roles at once, each has to be approved and nobody else may get it. */
function goesToApproved(resource: ResourceCheck): Truth {
  const list = resource.setting<readonly string[]>("approvedRoles");
  if (resource.type !== "aws:iam/policyAttachment:PolicyAttachment") return isApproved(roleOf(resource), list);
  const others = resource.get("users").isGiven().or(resource.get("groups").isGiven());
  const roles = resource.get("roles");
  return Truth.all([others.not(), roles.isGiven(), roles.every((role) => isApproved(role, list))]);
}

const noAdminManagedPolicy = resourceRule("iam-no-admin-managed-policy", {
  // The lists of attachments that Pulumi keeps exclusive attach policies as well, those of permission sets too.
  types: Object.keys(paths),
  config: approvedRoles,
  check: (resource) => {
    const isList = ["aws:iam/role:Role"].includes(resource.type) || resource.type.includes("Exclusive");
    if (!isList) resource.expect(Truth.of(attached(resource).length > 0), "the attachment names no policy");
    resource.expect(
      attaches(resource, administrative).not().or(goesToApproved(resource)),
      "AWS's policy for administrators is attached outside the list of approved roles",
    );
  },
});

const noFullAccessManagedPolicy = resourceRule("iam-no-full-access-managed-policy", {
  // As above.
  types: Object.keys(paths),
  check: (resource) =>
    resource.expect(
      attaches(resource, fullAccess).not(),
      "AWS's policy for everything in a service is attached instead of a scoped one",
    ),
});

/** Rules on the policies of AWS's own that are attached. */
export const managedPolicyRules: readonly Rule[] = [noAdminManagedPolicy, noFullAccessManagedPolicy];
