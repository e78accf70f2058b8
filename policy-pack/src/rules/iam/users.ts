import { forbidden, required } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import { globMatches } from "../../knowledge/glob";
import { allowList, isApproved, ownName } from "./roles";

/** Where a type says that it hands a policy to users; the types without an entry do nothing else. */
const userLists: Readonly<Record<string, string>> = {
  "aws:iam/policyAttachment:PolicyAttachment": "users",
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
};

const noUserAttachedPolicies = resourceRule("iam-no-user-attached-policies", {
  // An exclusive list of a user's attachments attaches what it names.
  types: [
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    ...Object.keys(userLists),
  ],
  faultsOnPresence: true,
  check: (resource) => {
    const list = userLists[resource.type];
    const attaches = list === undefined ? Truth.yes : resource.get(list).isGiven();
    resource.expect(attaches.not(), "a policy is attached to a user instead of a group, a role or a permission set");
  },
});

const machineUsers = allowList(
  "machineUsers",
  "Names of users that programs outside AWS need, with a documented rotation; * and ? stand for any text.",
);

const noLongLivedAccessKeys = resourceRule("iam-no-long-lived-access-keys", {
  config: machineUsers,
  faultsOnPresence: true,
  check: (resource) => {
    const user = resource.get(resource.type === "aws:iam/accessKey:AccessKey" ? "user" : "userName");
    resource.expect(
      isApproved(user, resource.setting("machineUsers")),
      "a credential that does not expire is created for a user that is not on the list",
    );
  },
});

const genericNames =
  /^(admin(istrator)?|dev(eloper)?s?|guest|operator|ops|root|service|shared|support|team|test(er)?|user)$/i;

const noSharedUsers = resourceRule("iam-no-shared-users", {
  config: machineUsers,
  faultsOnPresence: true,
  check: (resource) => {
    const name = ownName(resource);
    resource.expect(
      isApproved(name, resource.setting("machineUsers")),
      "an IAM user is declared that is not on the list of machine users",
    );
    resource.expect(
      // Autonaming puts seven hexadecimal digits behind the logical name.
      name.whenKnown((raw) => genericNames.test(asText(raw).replace(/-[0-9a-f]{7}$/, ""))).not(),
      "the user has a generic name, so that what is done under it cannot be told to be anyone's",
    );
  },
});

const noConsoleLogin = resourceRule("iam-no-console-login-profile", {
  config: allowList("consoleUsers", "Names of users that may sign in to the console with a password."),
  faultsOnPresence: true,
  check: (resource) =>
    resource.expect(
      isApproved(resource.get("user"), resource.setting("consoleUsers")),
      "a console password is created for an IAM user",
    ),
});

const permissionsBoundary = resourceRule("iam-permissions-boundary", {
  config: {
    permissionsBoundaryArn: {
      type: "string",
      description: "ARN of the organization's permissions boundary; * and ? stand for any text. Empty: not judged.",
      default: "",
    },
  },
  check: (resource) => {
    const wanted = resource.setting<string>("permissionsBoundaryArn");
    resource.onlyWhen(Truth.of(wanted !== ""), "permissionsBoundaryArn is not configured");
    required("permissionsBoundary", "there is no permissions boundary")(resource);
    resource.expect(isAbsentOrLike(resource.get("permissionsBoundary"), wanted), "it is another permissions boundary");
  },
});

// A wired boundary counts: it is declared in the same stack, where it can be read.
function isAbsentOrLike(boundary: Value, wanted: string): Truth {
  if (boundary.text === undefined) return Truth.yes;
  return Truth.of(globMatches(wanted, boundary.text));
}

const noInlinePolicies = resourceRule("iam-no-inline-policies", {
  // Without the inline policies of users: the mandatory rule on policies of users reports them already.
  types: ["aws:iam/rolePolicy:RolePolicy", "aws:iam/groupPolicy:GroupPolicy", "aws:iam/role:Role"],
  faultsOnPresence: true,
  check: (resource) => {
    const fault = "the policy is inline instead of a managed one that has versions";
    if (resource.type === "aws:iam/role:Role") forbidden("inlinePolicies", fault)(resource);
    else resource.fault(fault);
  },
});

const serverCertificate = resourceRule("iam-server-certificate-tls", {
  // Whether the private key was wrapped as a secret cannot be seen: a policy receives secrets unwrapped.
  config: allowList("certificateNames", "Names of server certificates that AWS Certificate Manager cannot hold."),
  faultsOnPresence: true,
  check: (resource) =>
    resource.expect(
      isApproved(ownName(resource), resource.setting("certificateNames")),
      "a certificate is uploaded to IAM instead of AWS Certificate Manager",
    ),
});

/** Rules on IAM users and what hangs on them. */
export const userRules: readonly Rule[] = [
  noUserAttachedPolicies,
  noLongLivedAccessKeys,
  noSharedUsers,
  noConsoleLogin,
  permissionsBoundary,
  noInlinePolicies,
  serverCertificate,
];
