import {
  fault,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type RuleCase,
  type ServiceCases,
} from "../../testing/cases";
import { allow, allowing, documentOf, elsewhere, managed, roleOf } from "../../testing/iam";

type Properties = Record<string, unknown>;

const bucket = resource("aws:s3/bucket:Bucket", {}, { name: "bucket" });
const deny = (Action: unknown) => ({ Effect: "Deny", Action, Resource: "*" });
const key = "arn:aws:kms:us-east-1:111122223333:key/k";
const policy = (value: unknown) => resource("aws:iam/policy:Policy", { policy: value });

const emptyPermissionSet = resource("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", {});

/** The same fault in every place where an identity's policy may stand. */
const everywhere = (statement: Properties): RuleCase[] =>
  elsewhere(statement).map((holder) => fault(`the same in ${holder.type.split(":").at(-1) ?? ""}`, holder));

const notKnown: readonly RuleCase[] = [
  undecided("a policy known on update", policy(unknown)),
  undecided("text that is no policy", policy("{")),
  undecided("inline policies known on update", roleOf({ inlinePolicies: unknown })),
];

export const permissionCases: ServiceCases = {
  "iam-no-admin-star": [
    pass("named actions on a named bucket", allowing("s3:GetObject", "arn:aws:s3:::records/*")),
    undecided("named actions on a wired bucket", [allowing("s3:GetObject", ref("bucket", "arn")), bucket], {
      afterUpdate: "pass",
    }),
    pass("a role without inline policies", roleOf({})),
    pass("a deny of everything", managed(deny("*"))),
    pass("everything on one bucket, which another rule looks at", allowing("*", "arn:aws:s3:::records/*")),
    pass("a deny of all but some", managed({ Effect: "Deny", NotAction: "iam:*", Resource: "*" })),
    pass("all but everything, which is nothing", managed({ Effect: "Allow", NotAction: "*", Resource: "*" })),
    fault("everything on everything", allowing("*")),
    fault("in lists", allowing(["s3:GetObject", "*"], ["arn:aws:s3:::a/*", "*"])),
    fault("every action of every service", allowing("*:*")),
    fault("two stars", allowing("**")),
    fault("every ARN", allowing("*", "arn:*")),
    fault("every ARN of a partition", allowing("*", "arn:aws-us-gov:*:*:*:*")),
    fault("every ARN of an account", allowing("*", "arn:aws:*:*:111122223333:*")),
    fault("all actions but some", managed({ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" })),
    fault("all resources but some", managed({ Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::a" })),
    fault(
      "a condition does not excuse it",
      allowing("*", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ),
    fault("element names in other cases", policy({ statement: { effect: "allow", action: "*", resource: "*" } })),
    fault("one statement of several", managed(deny("iam:*"), allow("s3:GetObject", "arn:aws:s3:::a/*"), allow("*"))),
    fault(
      "a certain fault beside a statement known on update",
      policy({ Statement: [allow("s3:GetObject", unknown), allow("*")] }),
    ),
    fault("no document", policy(undefined)),
    ...everywhere(allow("*")),
    ...notKnown,
    fault(
      "a permission set without a document",
      resource("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", {}),
    ),
  ],
  "iam-no-service-wildcard": [
    pass("enumerated actions of a service that takes no resource", allowing(["comprehend:DetectPiiEntities"])),
    pass("all actions on one bucket", allowing("s3:*", ["arn:aws:s3:::records", "arn:aws:s3:::records/*"])),
    pass("all actions on tables whose names begin alike", allowing("dynamodb:*", "arn:aws:dynamodb:*:*:table/app-*")),
    pass("some actions of a service", allowing("logs:Describe*")),
    pass("a deny", managed(deny("s3:*"))),
    pass("everything on everything, which another rule reports", allowing("*")),
    pass("all of KMS, which another rule reports", allowing("kms:*")),
    pass("everything on all keys, which another rule reports", allowing("*", "arn:aws:kms:us-east-1:1:key/*")),
    pass("a wildcard of one service beside all of another's", [
      allowing(["s3:*", "dynamodb:Query"], ["arn:aws:s3:::records/*", "arn:aws:dynamodb:us-east-1:1:table/*"]),
    ]),
    notApplicable(
      "an approved role",
      resource("aws:iam/rolePolicy:RolePolicy", { role: "deploy-1f", policy: documentOf(allow("s3:*")) }),
      {
        config: { approvedRoles: ["deploy-*"] },
      },
    ),
    fault("all of S3", allowing("s3:*")),
    fault("in capitals, with two stars", allowing("S3:**")),
    fault("with a question mark", allowing("dynamodb:?*")),
    fault("all of two services beginning alike", allowing("rds*:*")),
    fault("all buckets", allowing("s3:*", "arn:aws:s3:::*")),
    fault("all objects of all buckets", allowing("s3:*", "arn:aws:s3:::*/*")),
    fault("all tables", allowing("dynamodb:*", "arn:aws:dynamodb:us-east-1:111122223333:table/*")),
    fault("all ARNs of the service", allowing("lambda:*", "arn:aws:lambda:*")),
    fault("the data API of all clusters", allowing("rds-data:*", "arn:aws:rds:us-east-1:111122223333:cluster:*")),
    fault("all resources but some", managed({ Effect: "Allow", Action: "s3:*", NotResource: "arn:aws:s3:::a/*" })),
    fault(
      "all actions but some, on all buckets",
      managed({ Effect: "Allow", NotAction: "s3:Delete*", Resource: "arn:aws:s3:::*" }),
    ),
    fault("everything on all buckets", allowing("*", "arn:aws:s3:::*")),
    fault("a service beside all keys", allowing(["kms:*", "sqs:*"])),
    fault(
      "another role than the approved",
      resource("aws:iam/rolePolicy:RolePolicy", { role: "app", policy: documentOf(allow("s3:*")) }),
      {
        config: { approvedRoles: ["deploy-*"] },
      },
    ),
    ...everywhere(allow("lambda:*")),
    ...notKnown,
    pass("a role without inline policies", roleOf({})),
    pass("no document, which another rule reports", policy(undefined)),
    pass("a permission set without a document, which another rule reports", emptyPermissionSet),
  ],
  "iam-phi-data-actions-scoped": [
    pass("one prefix of one bucket", allowing("s3:GetObject", "arn:aws:s3:::records/app/*")),
    pass(
      "one secret with any suffix",
      allowing("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:1:secret:db-*"),
    ),
    pass("parameters under a path", allowing("ssm:GetParameter*", "arn:aws:ssm:us-east-1:1:parameter/app/*")),
    pass("one user of one database", allowing("rds-db:connect", "arn:aws:rds-db:us-east-1:1:dbuser:db-A/app")),
    pass("listing stores, which takes no resource", allowing(["healthlake:ListFHIRDatastores", "s3:ListAllMyBuckets"])),
    pass("all of a service, which another rule reports", allowing("s3:*")),
    pass("everything, which another rule reports", allowing("*")),
    pass(
      "tagged resources",
      allowing("dynamodb:Query", "*", { Condition: { StringEquals: { "aws:ResourceTag/app": "a" } } }),
    ),
    pass(
      "through one endpoint",
      allowing("s3:GetObject", "*", { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }),
    ),
    pass("a deny", managed(deny("s3:GetObject"))),
    fault("objects of any bucket", allowing("s3:GetObject")),
    fault("by a pattern", allowing("s3:Get*")),
    fault("by a pattern that begins with a star", allowing("dynamodb:*Item")),
    fault("by a pattern over services", allowing("*:Get*")),
    fault("all objects of all buckets", allowing("s3:PutObjectAcl", "arn:aws:s3:::*/*")),
    fault("all tables", allowing("dynamodb:Query", "arn:aws:dynamodb:*:*:table/*")),
    fault("all indexes", allowing("dynamodb:Query", "arn:aws:dynamodb:us-east-1:1:table/*/index/*")),
    fault("all secrets", allowing("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:1:secret:*")),
    fault("all parameters", allowing("ssm:GetParametersByPath", "arn:aws:ssm:us-east-1:1:parameter/*")),
    fault("all queues", allowing("sqs:ReceiveMessage", "arn:aws:sqs:us-east-1:1:*")),
    fault("all clusters", allowing("rds-data:ExecuteStatement", "arn:aws:rds:us-east-1:1:cluster:*")),
    fault("all buckets but one", managed({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::a/*" })),
    fault(
      "tagged in any way",
      allowing("s3:GetObject", "*", { Condition: { StringLike: { "aws:ResourceTag/app": "*" } } }),
    ),
    fault(
      "tagged if at all",
      allowing("s3:GetObject", "*", { Condition: { StringEqualsIfExists: { "aws:ResourceTag/app": "a" } } }),
    ),
    fault(
      "a condition on something else",
      allowing("s3:GetObject", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ),
    fault("beside a named action", allowing(["s3:*", "sqs:SendMessage"])),
    ...everywhere(allow("secretsmanager:GetSecretValue")),
    ...notKnown,
    pass("a role without inline policies", roleOf({})),
    pass("no document, which another rule reports", policy(undefined)),
    pass("a permission set without a document, which another rule reports", emptyPermissionSet),
  ],
  "iam-kms-actions-scoped": [
    pass("a named key", allowing(["kms:Decrypt", "kms:GenerateDataKey*"], key)),
    pass("a wired key", [
      resource("aws:iam/policy:Policy", {
        policy: documentOf(allow("kms:Decrypt", key), allow("s3:GetObject", "arn:aws:s3:::a/*")),
      }),
    ]),
    pass("listing keys", allowing(["kms:ListAliases", "kms:DescribeKey"])),
    pass(
      "keys with an alias",
      allowing("kms:Decrypt", "*", {
        Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } },
      }),
    ),
    pass("tagged keys", allowing("kms:Decrypt", "*", { Condition: { StringEquals: { "aws:ResourceTag/app": "a" } } })),
    pass("through a service of one account", [
      allowing("kms:Decrypt", "*", {
        Condition: {
          StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:CallerAccount": "111122223333" },
        },
      }),
    ]),
    pass("everything, which another rule reports", allowing("*")),
    pass("a deny", managed(deny("kms:Decrypt"))),
    fault("decrypting with any key", allowing("kms:Decrypt")),
    fault("all of KMS", allowing("kms:*")),
    fault("all keys", allowing("kms:Decrypt", "arn:aws:kms:us-east-1:111122223333:key/*")),
    fault("all aliases", allowing("kms:Decrypt", "arn:aws:kms:*:*:alias/*")),
    fault("by a pattern", allowing("kms:De*")),
    fault("by a pattern in capitals", allowing("KMS:GENERATE*")),
    fault("everything on all keys", allowing("*", "arn:aws:kms:us-east-1:1:key/*")),
    fault(
      "all actions but some",
      managed({ Effect: "Allow", NotAction: "kms:Delete*", Resource: "arn:aws:kms:us-east-1:1:key/*" }),
    ),
    fault("all keys but one", managed({ Effect: "Allow", Action: "kms:Decrypt", NotResource: key })),
    fault(
      "through any service",
      allowing("kms:Decrypt", "*", { Condition: { StringLike: { "kms:ViaService": "*" } } }),
    ),
    fault(
      "not through a service",
      allowing("kms:Decrypt", "*", {
        Condition: { StringNotEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
      }),
    ),
    ...everywhere(allow("kms:ReEncryptFrom")),
    ...notKnown,
    pass("a role without inline policies", roleOf({})),
    pass("no document, which another rule reports", policy(undefined)),
    pass("a permission set without a document, which another rule reports", emptyPermissionSet),
  ],
  "iam-no-privilege-escalation": [
    pass("passing one role", allowing("iam:PassRole", "arn:aws:iam::111122223333:role/task")),
    pass("passing roles to one service", [
      allowing("iam:PassRole", "*", {
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      }),
    ]),
    pass("passing roles to one service, where it says to which", [
      allowing("iam:PassRole", "*", {
        Condition: { StringEqualsIfExists: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      }),
    ]),
    pass("own access keys", allowing("iam:CreateAccessKey", "arn:aws:iam::*:user/${aws:username}")),
    pass("reading IAM", allowing(["iam:Get*", "iam:List*"])),
    pass(
      "within a boundary",
      allowing("iam:AttachRolePolicy", "*", {
        Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::1:policy/b" } },
      }),
    ),
    pass("all of IAM, which another rule reports", allowing("iam:*")),
    pass("a deny", managed(deny("iam:PassRole"))),
    fault("passing any role", allowing("iam:PassRole")),
    fault("passing any role, by a pattern", allowing("iam:Pass*")),
    fault("passing any role of the account", allowing("iam:PassRole", "arn:aws:iam::111122223333:role/*")),
    fault(
      "passing any role to any service",
      allowing("iam:PassRole", "*", { Condition: { StringLike: { "iam:PassedToService": "*" } } }),
    ),
    fault("new versions of any policy", allowing("iam:CreatePolicyVersion")),
    fault("attaching any policy", allowing("iam:Attach*")),
    fault("changing any trust", allowing("iam:UpdateAssumeRolePolicy", "arn:aws:iam::*:role/*")),
    fault("assuming any role", allowing("sts:AssumeRole")),
    fault("assuming any role, by ARN", allowing("sts:AssumeRole", "arn:aws:iam::*:role/*")),
    fault("keys for any user", allowing("iam:Create*Key")),
    fault("any bucket's policy", allowing("s3:PutBucket*", "arn:aws:s3:::*")),
    fault("lifting any boundary", allowing("iam:DeleteRolePermissionsBoundary")),
    ...everywhere(allow("kms:PutKeyPolicy")),
    ...notKnown,
  ],
  "iam-no-marketplace-subscribe-wildcard": [
    pass("looking at subscriptions", allowing("aws-marketplace:ViewSubscriptions")),
    pass(
      "one product",
      allowing("aws-marketplace:Subscribe", "*", {
        Condition: { "ForAnyValue:StringEquals": { "aws-marketplace:ProductId": "p" } },
      }),
    ),
    pass("a deny", managed(deny("aws-marketplace:*"))),
    fault("any product", allowing("aws-marketplace:Subscribe")),
    fault("everything of the Marketplace", allowing("aws-marketplace:*")),
    fault("by a pattern", allowing("aws-marketplace:Sub*")),
    ...everywhere(allow("aws-marketplace:Subscribe")),
    ...notKnown,
  ],
};
