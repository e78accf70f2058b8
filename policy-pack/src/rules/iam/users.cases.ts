import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { roleOf } from "../../testing/iam";

type Properties = Record<string, unknown>;

const user = (properties: Properties = {}, name = "subject") => resource("aws:iam/user:User", properties, { name });
const userPolicy = (properties: Properties) => resource("aws:iam/userPolicy:UserPolicy", properties);
const userAttachment = (properties: Properties) =>
  resource("aws:iam/userPolicyAttachment:UserPolicyAttachment", properties);
const attachment = (properties: Properties) => resource("aws:iam/policyAttachment:PolicyAttachment", properties);
const exclusive = (policyArns: unknown) =>
  resource("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", { userName: "a", policyArns });
const accessKey = (name: unknown) => resource("aws:iam/accessKey:AccessKey", { user: name });
const credential = (userName: unknown) =>
  resource("aws:iam/serviceSpecificCredential:ServiceSpecificCredential", { userName });
const signing = (userName: unknown) => resource("aws:iam/signingCertificate:SigningCertificate", { userName });
const login = (name: unknown) => resource("aws:iam/userLoginProfile:UserLoginProfile", { user: name });
const certificate = (properties: Properties) => resource("aws:iam/serverCertificate:ServerCertificate", properties);
const machine = { config: { machineUsers: ["smtp-*"] } };
const arn = "arn:aws:iam::111122223333:policy/boundary";
const bounded = { config: { permissionsBoundaryArn: arn } };

export const userCases: ServiceCases = {
  "iam-no-user-attached-policies": [
    pass("groups and roles", attachment({ groups: ["staff"], roles: ["app"], policyArn: arn })),
    pass("an empty list of users", attachment({ users: [], groups: ["staff"], policyArn: arn })),
    pass("an exclusive list that allows none", exclusive([])),
    fault("a policy in a user", userPolicy({ user: "a", policy: "{}" })),
    fault("a policy attached to a user", userAttachment({ user: "a", policyArn: arn })),
    fault("a policy attached to a user known on update", userAttachment({ user: unknown, policyArn: unknown })),
    fault("a user beside a group", attachment({ users: ["a"], groups: ["staff"], policyArn: arn })),
    fault("users known on update", attachment({ users: unknown, policyArn: arn })),
    fault("an exclusive list", exclusive([arn])),
    fault("an empty policy in a user", userPolicy({ user: "a" })),
    fault("no policy attached to a user", userAttachment({ user: "a" })),
  ],
  "iam-no-long-lived-access-keys": [
    pass("a machine user on the list", accessKey("smtp-relay"), machine),
    pass("a credential of a machine user on the list", credential("smtp-relay"), machine),
    fault("an access key", accessKey("a")),
    fault("an access key of a user known on update", accessKey(unknown)),
    fault("an access key of another user", accessKey("a"), machine),
    fault("a credential for one service", credential("a")),
    fault("a signing certificate", signing("a")),
    fault("no user", accessKey(undefined), machine),
    undecided("a user known on update, when some are on the list", accessKey(unknown), machine),
    undecided("a wired user, when some are on the list", [accessKey(ref("smtp-user", "name")), user({}, "smtp-user")], {
      ...machine,
      afterUpdate: "pass",
    }),
    fault("a credential of nobody", credential(undefined), machine),
  ],
  "iam-no-shared-users": [
    pass("a machine user on the list", user({ name: "smtp-relay" }), machine),
    pass("a machine user whose name is left to Pulumi", user({}, "smtp-relay"), machine),
    fault("a person", user({ name: "jane" })),
    fault("another user than those on the list", user({ name: "jane" }), machine),
    fault("a generic name, on the list or not", user({ name: "Admin" }), { config: { machineUsers: ["*"] } }),
    fault("a generic name that Pulumi made", user({ name: "shared-1f2e3d4" }), { config: { machineUsers: ["*"] } }),
    fault("a name known on update, when none is on the list", user({ name: unknown })),
    undecided("a name known on update, when some are", user({ name: unknown }), machine),
  ],
  "iam-no-console-login-profile": [
    pass("a user on the list", login("break-glass"), { config: { consoleUsers: ["break-glass"] } }),
    pass("a user by a pattern of the list", login("break-glass-1"), {
      config: { consoleUsers: ["ops", "break-glass-1"] },
    }),
    fault("a user", login("a")),
    fault("another user than those on the list", login("a"), { config: { consoleUsers: ["break-glass"] } }),
    fault("a user known on update, when none is on the list", login(unknown)),
    undecided("a user known on update, when some are", login(unknown), { config: { consoleUsers: ["break-glass"] } }),
    fault("nobody named, who is on no list", login(undefined), { config: { consoleUsers: ["break-glass"] } }),
  ],
  "iam-permissions-boundary": [
    pass("a role with the boundary", roleOf({ permissionsBoundary: arn }), bounded),
    pass("a wired boundary", roleOf({ permissionsBoundary: unknown }), bounded),
    pass("a pattern of boundaries", user({ permissionsBoundary: arn }), {
      config: { permissionsBoundaryArn: "arn:*:policy/bound*" },
    }),
    fault("a role without one", roleOf({}), bounded),
    fault("a user without one", user({}), bounded),
    fault("an empty one", roleOf({ permissionsBoundary: "" }), bounded),
    fault("another one", roleOf({ permissionsBoundary: `${arn}-2` }), bounded),
    notApplicable("no boundary configured", roleOf({})),
  ],
  "iam-no-inline-policies": [
    pass("a role without inline policies", roleOf({})),
    pass("an empty list", roleOf({ inlinePolicies: [] })),
    fault("a role's inline policy", roleOf({ inlinePolicies: [{ name: "a", policy: "{}" }] })),
    fault("inline policies known on update", roleOf({ inlinePolicies: unknown })),
    fault("a policy of a role", resource("aws:iam/rolePolicy:RolePolicy", { role: "a" })),
    fault("a policy of a group", resource("aws:iam/groupPolicy:GroupPolicy", { group: unknown })),
    fault("a policy of no role", resource("aws:iam/rolePolicy:RolePolicy", {})),
    fault("a policy of no group", resource("aws:iam/groupPolicy:GroupPolicy", {})),
  ],
  "iam-server-certificate-tls": [
    pass("a certificate on the list", certificate({ name: "partner" }), { config: { certificateNames: ["partner"] } }),
    pass("a certificate among several on the list", certificate({ name: "partner" }), {
      config: { certificateNames: ["web", "partner"] },
    }),
    fault("a certificate", certificate({ name: "partner" })),
    fault("another certificate", certificate({ name: "web" }), { config: { certificateNames: ["partner"] } }),
    undecided("a name known on update, when some are on the list", certificate({ name: unknown }), {
      config: { certificateNames: ["partner"] },
    }),
    fault(
      "a certificate with its key, which AWS then holds outside of ACM",
      certificate({ name: "partner", privateKey: unknown }),
    ),
    fault("a certificate without a name, which no list holds", certificate({}), {
      config: { certificateNames: ["partner"] },
    }),
  ],
};
