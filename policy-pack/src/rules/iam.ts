import type { Rule } from "../authoring/rule";
import { deputyRules } from "./iam/deputies";
import { groupRules } from "./iam/groups";
import { managedPolicyRules } from "./iam/managed-policies";
import { scopeRules } from "./iam/scope";
import { sessionRules } from "./iam/sessions";
import { permissionRules } from "./iam/permissions";
import { trustRules } from "./iam/trust";
import { userRules } from "./iam/users";

/** Rules on AWS IAM: what policies allow, who may assume roles, users, passwords and sessions. */
export const iamRules: readonly Rule[] = [
  ...permissionRules,
  ...managedPolicyRules,
  ...trustRules,
  ...deputyRules,
  ...userRules,
  ...sessionRules,
  ...scopeRules,
  ...groupRules,
];
