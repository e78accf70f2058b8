import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { account, attachmentOf, inlineOf, managedOf, roleArn, roleOfService, userOf } from "../../testing/access";
import { allow } from "../../testing/iam";

const api = roleOfService("api");
const etl = (service = "lambda") => roleOfService("etl", service);
const pass1 = allow("iam:PassRole", roleArn("etl"));
const policyArn = `arn:aws:iam::${account}:policy/own`;
const own = { ...managedOf("own", allow("s3:ListBucket", "arn:aws:s3:::a")), computed: { arn: policyArn } };
const attachesOwn = resource(
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  { role: ref("api", "name"), policyArn },
  { name: "attachment" },
);

export const escalationCases: ServiceCases = {
  "access-role-can-escalate": [
    pass("a role with data actions", [api, inlineOf("api", allow("s3:GetObject", "arn:aws:s3:::a/*"))]),
    pass("a role for deployment", [
      roleOfService("api", "codebuild"),
      etl(),
      inlineOf("api", pass1, allow("lambda:CreateFunction")),
    ]),
    pass("passing a role without what starts programs", [api, etl(), inlineOf("api", pass1)]),
    pass("running tasks that are defined", [
      api,
      etl("ecs-tasks"),
      inlineOf("api", pass1, allow("ecs:RunTask", `arn:aws:ecs:us-east-1:${account}:task-definition/etl:*`)),
    ]),
    pass("starting programs under another role than the one that is passed", [
      api,
      etl("glue"),
      inlineOf("api", pass1, allow("lambda:CreateFunction")),
    ]),
    pass("passing to another service", [
      api,
      etl(),
      inlineOf(
        "api",
        allow("iam:PassRole", roleArn("etl"), {
          Condition: { StringEquals: { "iam:PassedToService": "states.amazonaws.com" } },
        }),
        allow("lambda:CreateFunction"),
      ),
    ]),
    pass("passing itself", [
      api,
      inlineOf("api", allow("iam:PassRole", roleArn("api")), allow("lambda:CreateFunction")),
    ]),
    pass("passing any role to any service, which another rule reports", [
      api,
      etl(),
      inlineOf("api", allow("iam:PassRole"), allow("lambda:CreateFunction")),
    ]),
    pass("any role's policies, which another rule reports", [api, inlineOf("api", allow("iam:PutRolePolicy"))]),
    pass("its policies, within a boundary", [
      api,
      inlineOf(
        "api",
        allow("iam:AttachRolePolicy", roleArn("api"), {
          Condition: { ArnEquals: { "iam:PolicyARN": `arn:aws:iam::${account}:policy/reader` } },
        }),
      ),
    ]),
    pass("its policies, which a boundary takes back", [
      roleOfService("api", "lambda", { permissionsBoundary: ref("boundary", "arn") }),
      inlineOf("api", allow("iam:PutRolePolicy", roleArn("api"))),
      managedOf("boundary", allow("s3:*")),
    ]),
    pass("the policies of another role", [api, etl(), inlineOf("api", allow("iam:PutRolePolicy", roleArn("other")))]),
    pass("code of a function of its own", [
      api,
      resource(
        "aws:lambda/function:Function",
        { role: ref("api", "arn") },
        { name: "worker", computed: { arn: `arn:aws:lambda:us-east-1:${account}:function:worker` } },
      ),
      inlineOf("api", allow("lambda:UpdateFunctionCode", `arn:aws:lambda:us-east-1:${account}:function:worker`)),
    ]),
    fault("its own policies", [api, inlineOf("api", allow("iam:PutRolePolicy", roleArn("api")))]),
    fault("its own policies, by a pattern", [api, inlineOf("api", allow("iam:Attach*", roleArn("ap?")))]),
    fault("versions of a policy of its own", [
      api,
      own,
      attachesOwn,
      inlineOf("api", allow("iam:CreatePolicyVersion", policyArn)),
    ]),
    fault("its own boundary", [
      roleOfService("api", "lambda", { permissionsBoundary: ref("boundary", "arn") }),
      managedOf("boundary", allow("iam:*")),
      inlineOf("api", allow("iam:DeleteRolePermissionsBoundary", roleArn("api"))),
    ]),
    fault("the trust of another role", [
      api,
      etl(),
      inlineOf("api", allow("iam:UpdateAssumeRolePolicy", roleArn("etl"))),
    ]),
    fault("keys of a user", [
      api,
      userOf("mailer"),
      inlineOf("api", allow("iam:CreateAccessKey", `arn:aws:iam::${account}:user/mailer`)),
    ]),
    fault("code of a function of another role", [
      api,
      etl(),
      resource(
        "aws:lambda/function:Function",
        { role: ref("etl", "arn") },
        { name: "worker", computed: { arn: `arn:aws:lambda:us-east-1:${account}:function:worker` } },
      ),
      inlineOf("api", allow("lambda:Update*", `arn:aws:lambda:us-east-1:${account}:function:*r`)),
    ]),
    fault("a function under a role that it passes", [
      api,
      etl(),
      inlineOf("api", pass1, allow("lambda:CreateFunction")),
    ]),
    fault("a function under any role, passed to Lambda only", [
      api,
      etl(),
      inlineOf(
        "api",
        allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } } }),
        allow("lambda:CreateFunction"),
      ),
    ]),
    fault("tasks that it defines", [
      api,
      etl("ecs-tasks"),
      inlineOf("api", pass1, allow(["ecs:RegisterTaskDefinition", "ecs:RunTask"])),
    ]),
    fault("instances, by two policies", [
      api,
      etl("ec2"),
      inlineOf("api", pass1),
      managedOf("instances", allow("ec2:RunInstances")),
      attachmentOf("role", "api", "instances"),
    ]),
    undecided(
      "its own policies, by an ARN that is known on update",
      [
        resource("aws:iam/role:Role", { assumeRolePolicy: api.properties["assumeRolePolicy"] }, { name: "api" }),
        inlineOf("api", allow("iam:PutRolePolicy", ref("api", "arn"))),
      ],
      { afterUpdate: "fault" },
    ),
    undecided("a policy known on update", [
      api,
      resource("aws:iam/rolePolicy:RolePolicy", { role: ref("api", "name"), policy: unknown }, { name: "p" }),
    ]),
    pass("a role that nothing may assume", [
      resource("aws:iam/role:Role", { name: "api" }, { name: "api", computed: { arn: roleArn("api") } }),
      inlineOf("api", allow("iam:*")),
    ]),
  ],
};
