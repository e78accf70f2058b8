import { ineligibleActions } from "@hipaa-aws/controls";
import { resourceRule, type Rule } from "../../authoring/rule";
import { actionMeets, allowsOnUnnamed } from "../../knowledge/permissions";
import type { Statement } from "../../knowledge/policy-document";
import { identityPolicies, identityPolicyTypes } from "../../knowledge/policy-homes";
import { anyStatement } from "../../knowledge/policy-statements";

const ineligibleServiceActions = resourceRule("iam-ineligible-service-actions", {
  // With inline policies and permission sets, and with the trust policies of roles.
  types: identityPolicyTypes,
  check: (resource) => {
    for (const [prefix, instead] of ineligibleActions()) {
      for (const policy of identityPolicies(resource)) {
        resource.expect(
          anyStatement(policy, (statement) => allowsService(statement, prefix)).not(),
          `a statement allows actions of ${prefix}, which is not HIPAA-eligible or has ended; ${instead}`,
        );
      }
    }
    resource.expect(
      anyStatement(resource.get("assumeRolePolicy"), (statement) => trustsService(statement, "robomaker")).not(),
      "the trust policy lets RoboMaker in, which has ended",
    );
  },
});

// A pattern that stands for services of any name is another rule's.
function allowsService({ effect, actions }: Statement, prefix: string): boolean {
  return (
    effect === "Allow" && actions.some((action) => !/^[^:]*[*?]/.test(action) && actionMeets(action, [`${prefix}:*`]))
  );
}

function trustsService({ effect, principals }: Statement, service: string): boolean {
  return effect === "Allow" && (principals?.services ?? []).includes(`${service}.amazonaws.com`);
}

/** Actions that change or read something and that take a resource, in services that a workload uses. */
const restrictableActions = [
  "backup:DeleteRecoveryPoint",
  "backup:StartRestoreJob",
  "cloudformation:DeleteStack",
  "cloudformation:UpdateStack",
  "cloudtrail:DeleteTrail",
  "cloudtrail:StopLogging",
  "codebuild:StartBuild",
  "cognito-idp:AdminGetUser",
  "cognito-idp:AdminUpdateUserAttributes",
  "ec2:AttachVolume",
  "ec2:CreateSnapshot",
  "ec2:DeleteSnapshot",
  "ec2:DeleteVolume",
  "ec2:ModifySnapshotAttribute",
  "ec2:StartInstances",
  "ec2:StopInstances",
  "ec2:TerminateInstances",
  "ecr:PutImage",
  "ecs:ExecuteCommand",
  "ecs:RunTask",
  "ecs:StopTask",
  "ecs:UpdateService",
  "elasticache:Connect",
  "elasticache:DeleteReplicationGroup",
  "elasticfilesystem:ClientMount",
  "elasticfilesystem:ClientWrite",
  "elasticfilesystem:DeleteFileSystem",
  "events:DeleteRule",
  "events:PutEvents",
  "events:PutRule",
  "events:PutTargets",
  "firehose:PutRecord",
  "firehose:PutRecordBatch",
  "iam:CreateRole",
  "iam:DeleteRole",
  "iam:DeleteRolePolicy",
  "kms:CreateGrant",
  "kms:DisableKey",
  "kms:Encrypt",
  "kms:ScheduleKeyDeletion",
  "lambda:DeleteFunction",
  "lambda:InvokeFunction",
  "lambda:UpdateFunctionCode",
  "logs:CreateLogStream",
  "logs:DeleteLogGroup",
  "logs:GetLogEvents",
  "logs:PutLogEvents",
  "rds:CopyDBSnapshot",
  "rds:CreateDBSnapshot",
  "rds:DeleteDBCluster",
  "rds:DeleteDBInstance",
  "rds:ModifyDBInstance",
  "rds:ModifyDBSnapshotAttribute",
  "s3:DeleteBucket",
  "s3:ListBucket",
  "s3:PutBucketLogging",
  "s3:PutBucketVersioning",
  "s3:PutEncryptionConfiguration",
  "s3:PutLifecycleConfiguration",
  "secretsmanager:DeleteSecret",
  "secretsmanager:PutSecretValue",
  "secretsmanager:UpdateSecret",
  "sns:DeleteTopic",
  "sns:Publish",
  "sns:Subscribe",
  "sqs:DeleteMessage",
  "sqs:DeleteQueue",
  "sqs:PurgeQueue",
  "ssm:DeleteParameter",
  "ssm:PutParameter",
  "ssm:SendCommand",
  "ssm:StartSession",
  "states:StartExecution",
];

const writeActionsScoped = resourceRule("iam-write-actions-scoped", {
  // A permission is the same wherever it stands.
  types: identityPolicyTypes,
  check: (resource) => {
    for (const policy of identityPolicies(resource)) {
      resource.expect(
        anyStatement(policy, allowsOnAny).not(),
        "a statement allows actions on every resource that could be allowed on named ones",
      );
    }
  },
});

function allowsOnAny(statement: Statement): boolean {
  return (
    statement.conditions.size === 0 &&
    statement.resources.some((resource) => /^\*+$/.test(resource)) &&
    allowsOnUnnamed(statement, restrictableActions)
  );
}

/** Rules on which services policies name, and on actions that could name their resources. */
export const scopeRules: readonly Rule[] = [ineligibleServiceActions, writeActionsScoped];
