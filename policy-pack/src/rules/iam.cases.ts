import type { ServiceCases } from "../testing/cases";
import { deputyCases } from "./iam/deputies.cases";
import { groupCases } from "./iam/groups.cases";
import { managedPolicyCases } from "./iam/managed-policies.cases";
import { permissionCases } from "./iam/permissions.cases";
import { scopeCases } from "./iam/scope.cases";
import { sessionCases } from "./iam/sessions.cases";
import { trustCases } from "./iam/trust.cases";
import { userCases } from "./iam/users.cases";

/** Cases of the rules on AWS IAM. */
export const iamCases: ServiceCases = {
  ...permissionCases,
  ...managedPolicyCases,
  ...trustCases,
  ...deputyCases,
  ...userCases,
  ...sessionCases,
  ...scopeCases,
  ...groupCases,
};
