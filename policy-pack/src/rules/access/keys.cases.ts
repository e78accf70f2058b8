import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseResource,
  type ServiceCases,
} from "../../testing/cases";
import {
  account,
  attachmentOf,
  bucketUnder,
  databaseUnder,
  groupOf,
  inlineOf,
  key,
  keyAllows,
  keyArn,
  managedOf,
  noPhi,
  roleArn,
  roleOfService,
  root,
  toIam,
  userOf,
} from "../../testing/access";
import { allow, documentOf } from "../../testing/iam";

const ops = roleOfService("ops", "ec2");
const manages = keyAllows({ AWS: roleArn("ops") }, ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]);
const decrypts = keyAllows({ AWS: roleArn("ops") }, "kms:Decrypt");
const viaS3 = { Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } };
const decryptNamed = allow(["kms:Decrypt", "s3:GetObject"], keyArn());
const boundary = (statement: Record<string, unknown>): CaseResource => managedOf("boundary", statement);
const bounded = roleOfService("ops", "ec2", { permissionsBoundary: ref("boundary", "arn") });

export const keyCases: ServiceCases = {
  "access-key-administrators-are-not-users": [
    pass("AWS's default policy", [key(), ops]),
    pass("everything left to IAM, with a role that decrypts", [key([toIam]), ops, inlineOf("ops", decryptNamed)]),
    pass("administrators apart from users", [
      key([toIam, manages, keyAllows({ AWS: roleArn("app") }, "kms:Decrypt")]),
      ops,
      roleOfService("app"),
    ]),
    pass("an administrator who is denied use", [
      key([toIam, manages, decrypts, { ...keyAllows({ AWS: roleArn("ops") }, "kms:Decrypt"), Effect: "Deny" }]),
      ops,
    ]),
    pass("an administrator by name, where IAM decides nothing on use", [
      key([keyAllows({ AWS: root }, ["kms:Put*", "kms:Describe*"]), manages]),
      ops,
      inlineOf("ops", decryptNamed),
    ]),
    pass(
      "an administrator whose boundary leaves no use",
      [key([toIam, manages]), bounded, inlineOf("ops", decryptNamed), boundary(allow("kms:PutKeyPolicy"))],
      { afterUpdate: "pass" },
    ),
    pass("one statement for both, which another rule reports", [
      key([toIam, keyAllows({ AWS: roleArn("ops") }, ["kms:PutKeyPolicy", "kms:Decrypt"])]),
      ops,
    ]),
    pass("a key for everyone, which another rule reports", [key([keyAllows("*", "kms:*")]), ops]),
    pass("decryption for everyone, which another rule reports", [
      key([toIam, manages, keyAllows("*", "kms:Decrypt")]),
      ops,
    ]),
    pass("a policy on all keys, which another rule reports", [
      key([toIam, manages]),
      ops,
      inlineOf("ops", allow("kms:Decrypt")),
    ]),
    pass("an administrator of everything, whom another rule reports", [key([toIam]), ops, inlineOf("ops", allow("*"))]),
    pass("AWS's policy for administrators, which another rule reports", [
      key([toIam]),
      roleOfService("ops", "ec2", { managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }),
    ]),
    pass("a role for emergencies", [
      key([toIam, manages, decrypts]),
      roleOfService("ops", "ec2", { tags: { "hipaa:purpose": "break-glass" } }),
    ]),
    undecided("a role that may be for emergencies", [
      key([toIam, manages, decrypts]),
      roleOfService("ops", "ec2", { tags: unknown }),
    ]),
    undecided("a policy known on update, which may name principals of another stack", [
      key(undefined, { policy: unknown }),
    ]),
    pass("a role on the list", [key([toIam, manages, decrypts]), ops], { config: { approvedRoles: ["op*"] } }),
    pass("a key that holds no PHI", [key([toIam, manages, decrypts], noPhi), ops]),
    pass("another key of the same name in another account", [
      key([toIam, manages]),
      ops,
      inlineOf("ops", allow("kms:Decrypt", keyArn().replace(account, "444455556666"))),
    ]),
    pass("decryption of keys that are tagged otherwise", [
      key([toIam, manages], { tags: { class: "logs" } }),
      ops,
      inlineOf(
        "ops",
        allow("kms:Decrypt", keyArn(), { Condition: { StringEquals: { "aws:ResourceTag/class": "data" } } }),
      ),
    ]),
    fault("decryption of keys that are tagged so", [
      key([toIam, manages], { tags: { Class: "data" } }),
      ops,
      inlineOf(
        "ops",
        allow("kms:Decrypt", keyArn(), { Condition: { StringEquals: { "aws:ResourceTag/class": "data" } } }),
      ),
    ]),
    fault("two statements of the key's policy", [key([toIam, manages, decrypts]), ops]),
    fault("use for everyone of the account, by a condition", [
      key([
        toIam,
        manages,
        keyAllows("*", "kms:Decrypt", { Condition: { StringEquals: { "kms:CallerAccount": account } } }),
      ]),
      ops,
    ]),
    fault("a policy of its own, named", [key([toIam, manages]), ops, inlineOf("ops", decryptNamed)]),
    fault("a policy of its own, through a service", [
      key([toIam, manages]),
      ops,
      inlineOf("ops", allow("kms:Decrypt", keyArn(), viaS3)),
    ]),
    fault("re-encryption under another key", [
      key([toIam, manages]),
      ops,
      inlineOf("ops", allow("kms:ReEncrypt*", keyArn())),
    ]),
    fault("both by policies of its own, under AWS's default", [
      key(),
      ops,
      inlineOf("ops", allow(["kms:DisableKey", "kms:Decrypt"], keyArn())),
    ]),
    fault("a managed policy that is attached", [
      key([toIam, manages]),
      ops,
      managedOf("use", decryptNamed),
      attachmentOf("role", "ops", "use"),
    ]),
    fault("a managed policy that is attached to several", [
      key([toIam, manages]),
      ops,
      managedOf("use", decryptNamed),
      resource(
        "aws:iam/policyAttachment:PolicyAttachment",
        { roles: [ref("ops", "name")], policyArn: ref("use", "arn") },
        { name: "use-all" },
      ),
    ]),
    fault("a managed policy in the role's list", [
      key([toIam, manages]),
      roleOfService("ops", "ec2", { managedPolicyArns: [ref("use", "arn")] }),
      managedOf("use", decryptNamed),
    ]),
    fault("an exclusive list of attachments", [
      key([toIam, manages]),
      ops,
      managedOf("use", decryptNamed),
      resource(
        "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
        { roleName: ref("ops", "name"), policyArns: [ref("use", "arn")] },
        { name: "use-all" },
      ),
    ]),
    fault("an inline policy in the role itself", [
      key([toIam, manages]),
      roleOfService("ops", "ec2", { inlinePolicies: [{ name: "use", policy: documentOf(decryptNamed) }] }),
    ]),
    fault("a user of a group", [
      key([toIam, keyAllows({ AWS: `arn:aws:iam::${account}:user/ann` }, "kms:PutKeyPolicy")]),
      userOf("ann"),
      groupOf("staff"),
      managedOf("use", decryptNamed),
      attachmentOf("group", "staff", "use"),
      resource(
        "aws:iam/groupMembership:GroupMembership",
        { group: ref("staff", "name"), users: [ref("ann", "name")] },
        { name: "members" },
      ),
    ]),
    fault("a user of a group that the user names", [
      key([toIam, keyAllows({ AWS: `arn:aws:iam::${account}:user/ann` }, "kms:PutKeyPolicy")]),
      userOf("ann"),
      groupOf("staff"),
      resource(
        "aws:iam/groupPolicy:GroupPolicy",
        { group: ref("staff", "name"), policy: documentOf(decryptNamed) },
        { name: "staff-inline" },
      ),
      resource(
        "aws:iam/userGroupMembership:UserGroupMembership",
        { user: ref("ann", "name"), groups: [ref("staff", "name")] },
        { name: "groups" },
      ),
    ]),
    fault("a user with a policy of his own", [
      key([toIam, keyAllows({ AWS: `arn:aws:iam::${account}:user/ann` }, "kms:PutKeyPolicy")]),
      userOf("ann"),
      resource(
        "aws:iam/userPolicy:UserPolicy",
        { user: ref("ann", "name"), policy: documentOf(decryptNamed) },
        { name: "ann-inline" },
      ),
    ]),
    fault("a principal of another stack that two statements name", [key([toIam, manages, decrypts])]),
    pass("a principal of another stack that a deny keeps from use", [
      key([toIam, manages, decrypts, { ...keyAllows("*", "kms:Decrypt"), Effect: "Deny" }]),
    ]),
    pass("principals of another stack, one for each duty", [
      key([toIam, manages, keyAllows({ AWS: roleArn("app") }, "kms:Decrypt")]),
    ]),
    fault("a grant", [
      key([toIam, manages]),
      ops,
      resource(
        "aws:kms/grant:Grant",
        { keyId: ref("data", "keyId"), granteePrincipal: roleArn("ops"), operations: ["Decrypt", "DescribeKey"] },
        { name: "lent" },
      ),
    ]),
    pass("a grant that decrypts nothing", [
      key([toIam, manages]),
      ops,
      resource(
        "aws:kms/grant:Grant",
        { keyId: ref("data", "keyId"), granteePrincipal: roleArn("ops"), operations: ["Encrypt"] },
        { name: "lent" },
      ),
    ]),
    fault("a key policy of its own resource", [
      key(),
      resource(
        "aws:kms/keyPolicy:KeyPolicy",
        { keyId: ref("data", "id"), policy: documentOf(toIam, manages, decrypts) },
        { name: "policy" },
      ),
      ops,
    ]),
    fault("a boundary that leaves use", [
      key([toIam, manages]),
      bounded,
      inlineOf("ops", decryptNamed),
      boundary(allow("*")),
    ]),
    undecided(
      "a key policy that names the role as it will be",
      [key([toIam, keyAllows({ AWS: ref("ops", "arn") }, "kms:PutKeyPolicy"), decrypts]), roleOfService("ops", "ec2")],
      { afterUpdate: "pass" },
    ),
    undecided(
      "wired throughout",
      [
        resource(
          "aws:kms/key:Key",
          { policy: documentOf(toIam, keyAllows({ AWS: ref("ops", "arn") }, "kms:PutKeyPolicy")) },
          { name: "data" },
        ),
        resource("aws:iam/role:Role", { assumeRolePolicy: documentOf() }, { name: "ops" }),
        inlineOf("ops", allow("kms:Decrypt", ref("data", "arn"))),
      ],
      { afterUpdate: "fault" },
    ),
    undecided("a policy known on update", [
      key([toIam, manages]),
      ops,
      resource("aws:iam/rolePolicy:RolePolicy", { role: ref("ops", "name"), policy: unknown }, { name: "ops-inline" }),
    ]),
    undecided("a policy of which role is known on update", [
      key([toIam, manages]),
      ops,
      resource(
        "aws:iam/rolePolicy:RolePolicy",
        { role: unknown, policy: documentOf(decryptNamed) },
        { name: "someones" },
      ),
    ]),
    pass("a policy of which role is known on update, that decrypts nothing", [
      key([toIam, manages]),
      ops,
      resource(
        "aws:iam/rolePolicy:RolePolicy",
        { role: unknown, policy: documentOf(allow("s3:ListBucket")) },
        { name: "someones" },
      ),
    ]),
    undecided("tags known on update", [key([toIam, manages, decrypts], { tags: unknown }), ops]),
  ],
  "access-phi-store-key-open-to-wildcard-role": [
    pass("a role with a named key", [databaseUnder(), key(), ops, inlineOf("ops", decryptNamed)]),
    pass("a key that leaves use to nobody", [
      databaseUnder(),
      key([keyAllows({ AWS: root }, ["kms:Put*", "kms:Describe*"])]),
      ops,
      inlineOf("ops", allow("kms:Decrypt")),
    ]),
    pass("a key that leaves use to another service", [
      databaseUnder(),
      key([
        keyAllows({ AWS: root }, "kms:*", {
          Condition: { StringEquals: { "kms:ViaService": "rds.us-east-1.amazonaws.com" } },
        }),
      ]),
      ops,
      inlineOf("ops", allow("kms:Decrypt", "*", viaS3)),
    ]),
    pass("a store without a key of the stack", [
      databaseUnder(keyArn("other")),
      key(),
      ops,
      inlineOf("ops", allow("kms:Decrypt")),
    ]),
    pass("a store that holds no PHI", [
      databaseUnder(ref("data", "arn"), noPhi),
      key(),
      ops,
      inlineOf("ops", allow("kms:Decrypt")),
    ]),
    pass("a role on the list", [databaseUnder(), key(), ops, inlineOf("ops", allow("kms:Decrypt"))], {
      config: { approvedRoles: ["ops"] },
    }),
    pass("a deny of decryption", [
      databaseUnder(),
      key(),
      ops,
      inlineOf("ops", allow("kms:*"), { ...allow("kms:Decrypt"), Effect: "Deny" }),
    ]),
    fault("all keys, under AWS's default", [databaseUnder(), key(), ops, inlineOf("ops", allow("kms:Decrypt"))]),
    fault("all keys of the account", [
      databaseUnder(),
      key([toIam]),
      ops,
      inlineOf("ops", allow("kms:*", `arn:aws:kms:us-east-1:${account}:key/*`)),
    ]),
    fault("all keys through a service that the key's policy lets in", [
      databaseUnder(),
      key([keyAllows({ AWS: root }, "kms:*", viaS3)]),
      ops,
      inlineOf("ops", allow("kms:Decrypt", "*", viaS3)),
    ]),
    fault("a bucket by its encryption configuration", [
      ...bucketUnder("scans"),
      key([toIam]),
      ops,
      inlineOf("ops", allow("kms:Decrypt")),
    ]),
    fault("a table by an alias", [
      resource(
        "aws:dynamodb/table:Table",
        { serverSideEncryption: { enabled: true, kmsKeyArn: ref("data-alias", "arn") } },
        { name: "visits" },
      ),
      resource("aws:kms/alias:Alias", { name: "alias/data", targetKeyId: ref("data", "id") }, { name: "data-alias" }),
      key([toIam]),
      ops,
      inlineOf("ops", allow("kms:Decrypt")),
    ]),
    fault("AWS's policy for administrators", [
      databaseUnder(),
      key(),
      roleOfService("ops", "ec2", { managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] }),
    ]),
    undecided("a store whose key is known on update", [
      databaseUnder(unknown),
      key(),
      ops,
      inlineOf("ops", allow("kms:Decrypt")),
    ]),
    undecided("a policy known on update", [
      databaseUnder(),
      key(),
      ops,
      resource("aws:iam/rolePolicy:RolePolicy", { role: ref("ops", "name"), policy: unknown }, { name: "p" }),
    ]),
  ],
};
