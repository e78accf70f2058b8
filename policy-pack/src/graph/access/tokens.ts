/** Types of the AWS provider that say who may do what. */
export const role = "aws:iam/role:Role";
export const user = "aws:iam/user:User";
export const group = "aws:iam/group:Group";
export const managedPolicy = "aws:iam/policy:Policy";
export const policyAttachment = "aws:iam/policyAttachment:PolicyAttachment";
export const groupMembership = "aws:iam/groupMembership:GroupMembership";
export const userGroupMembership = "aws:iam/userGroupMembership:UserGroupMembership";
export const instanceProfile = "aws:iam/instanceProfile:InstanceProfile";

export const keyTypes = [
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
] as const;
export const alias = "aws:kms/alias:Alias";
export const keyPolicy = "aws:kms/keyPolicy:KeyPolicy";
export const grant = "aws:kms/grant:Grant";
