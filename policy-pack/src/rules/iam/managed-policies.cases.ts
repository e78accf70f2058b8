import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { roleOf } from "../../testing/iam";

type Properties = Record<string, unknown>;

const aws = (name: string, partition = "aws") => `arn:${partition}:iam::aws:policy/${name}`;
const attachment = (kind: "group" | "role" | "user", properties: Properties) => {
  const type = `${kind}PolicyAttachment`;
  return resource(`aws:iam/${type}:${type.charAt(0).toUpperCase()}${type.slice(1)}`, properties);
};
const attached = (policyArn: unknown, role: unknown = "app") => attachment("role", { role, policyArn });
const toSeveral = (properties: Properties) => resource("aws:iam/policyAttachment:PolicyAttachment", properties);
const toPermissionSet = (managedPolicyArn: unknown) =>
  resource("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", { managedPolicyArn });
const list = (kind: "group" | "role" | "user", properties: Properties) => {
  const type = `${kind}PolicyAttachmentsExclusive`;
  return resource(`aws:iam/${type}:${type.charAt(0).toUpperCase()}${type.slice(1)}`, properties);
};
const setList = (managedPolicyArns: unknown) =>
  resource("aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", { managedPolicyArns });
const own = resource("aws:iam/policy:Policy", {}, { name: "own" });
const approved = { config: { approvedRoles: ["deploy-*", "break-glass"] } };
const administrator = aws("AdministratorAccess");

export const managedPolicyCases: ServiceCases = {
  "iam-no-admin-managed-policy": [
    pass("a customer's policy", [attached(ref("own", "arn")), own]),
    pass("another policy of AWS", attached(aws("service-role/AmazonRDSEnhancedMonitoringRole"))),
    pass("a customer's policy of the same name", attached("arn:aws:iam::111122223333:policy/AdministratorAccess")),
    pass("administration of one service, which another rule reports", attached(aws("AdministratorAccess-Amplify"))),
    pass("an approved role", attached(administrator, "deploy-1f2e3d4"), approved),
    pass(
      "an approved role that attaches it itself",
      roleOf({ managedPolicyArns: [administrator] }, "break-glass"),
      approved,
    ),
    pass(
      "several approved roles",
      toSeveral({ policyArn: administrator, roles: ["deploy-a", "break-glass"] }),
      approved,
    ),
    pass("a role without managed policies", roleOf({})),
    pass("a customer's policy among those of a role", [roleOf({ managedPolicyArns: [ref("own", "arn")] }), own]),
    fault("administrator", attached(administrator)),
    fault("administrator in GovCloud", attached(aws("AdministratorAccess", "aws-us-gov"))),
    fault("power user", attachment("user", { user: "a", policyArn: aws("PowerUserAccess") })),
    fault("all of IAM", attachment("group", { group: "a", policyArn: aws("IAMFullAccess") })),
    fault("another role than the approved", attached(administrator, "app"), approved),
    fault(
      "an approved role and another",
      toSeveral({ policyArn: administrator, roles: ["deploy-a", "app"] }),
      approved,
    ),
    fault(
      "an approved role and a group",
      toSeveral({ policyArn: administrator, roles: ["deploy-a"], groups: ["g"] }),
      approved,
    ),
    fault("a role that attaches it itself", roleOf({ managedPolicyArns: [unknown, administrator] })),
    fault("a permission set", toPermissionSet(administrator)),
    fault("a role's exclusive list", list("role", { roleName: "app", policyArns: [administrator] })),
    fault("a user's exclusive list", list("user", { userName: "a", policyArns: [administrator] })),
    fault("a group's exclusive list", list("group", { groupName: "a", policyArns: [administrator] })),
    fault("a permission set's exclusive list", setList([administrator])),
    fault("no policy", attached(undefined)),
    undecided("a permission set whose policy is known on update", toPermissionSet(unknown)),
    undecided("a role known on update, when some are approved", attached(administrator, unknown), approved),
    fault("a role known on update, when none is approved", attached(administrator, unknown)),
    fault("a permission set without a policy", toPermissionSet(undefined)),
    pass("an exclusive list that allows none", list("role", { roleName: "app", policyArns: [] })),
  ],
  "iam-no-full-access-managed-policy": [
    pass("read only", attached(aws("AmazonS3ReadOnlyAccess"))),
    pass("a customer's policy", [attached(ref("own", "arn")), own]),
    pass("all of IAM, which another rule reports", attached(aws("IAMFullAccess"))),
    pass("a customer's policy of such a name", attached("arn:aws:iam::111122223333:policy/AmazonS3FullAccess")),
    pass("a role without managed policies", roleOf({})),
    fault("all of S3", attached(aws("AmazonS3FullAccess"))),
    fault("a second version", attachment("group", { group: "a", policyArn: aws("AmazonDynamoDBFullAccess_v2") })),
    fault("with an underscore", attachment("user", { user: "a", policyArn: aws("AWSLambda_FullAccess") })),
    fault("under a path", attached(aws("service-role/AWSSomethingFullAccess"))),
    fault("administration of one service", attached(aws("AdministratorAccess-Amplify"))),
    fault("a role that attaches it itself", roleOf({ managedPolicyArns: [aws("AmazonSQSFullAccess", "aws-cn")] })),
    fault("several at once", toSeveral({ policyArn: aws("CloudWatchFullAccessV2"), roles: ["a"] })),
    fault("a permission set", toPermissionSet(aws("AmazonRDSFullAccess"))),
    fault("an exclusive list", list("role", { roleName: "app", policyArns: [aws("AmazonSNSFullAccess")] })),
    undecided("a permission set whose policy is known on update", toPermissionSet(unknown)),
    pass("no policy, which another rule reports", attached(undefined)),
    pass("a permission set without a policy, which another rule reports", toPermissionSet(undefined)),
  ],
};
