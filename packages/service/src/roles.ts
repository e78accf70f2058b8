import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import {
  arn,
  policyDocument,
  type ArgumentChecks,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";

/** What a role is for and what it may do. */
export interface RoleParts {
  readonly description: string;
  readonly trust: pulumi.Output<string>;
  readonly statements: readonly PolicyStatement[];
  readonly permissionsBoundaryArn: pulumi.Input<string> | undefined;
  readonly tags: pulumi.Output<Record<string, string>>;
  /** Checks the size of the policy, where users give what is in it. */
  readonly checks?: ArgumentChecks;
}

/** A role, and what must exist before the role can do its work. */
export interface CreatedRole {
  readonly role: iam.Role;
  readonly attachments: pulumi.Resource[];
}

/**
 * The role `<name>-role`, its permissions as managed policy `<name>-policy`: reviewed, versioned, and what AWS Config's
 * HIPAA pack asks for. Without statements there is no policy.
 */
export function createRole(name: string, parts: RoleParts, parent: pulumi.Resource): CreatedRole {
  const { description, trust, statements, permissionsBoundaryArn, tags, checks } = parts;
  const role = new iam.Role(
    `${name}-role`,
    {
      description,
      assumeRolePolicy: trust,
      ...(permissionsBoundaryArn === undefined ? {} : { permissionsBoundary: permissionsBoundaryArn }),
      tags,
    },
    { parent },
  );
  if (statements.length === 0) return { role, attachments: [] };
  const document = policyDocument([...statements]);
  const policy = new iam.Policy(
    `${name}-policy`,
    { description, policy: checks === undefined ? document : document.apply((text) => fitting(checks, text)), tags },
    { parent },
  );
  const attachment = new iam.RolePolicyAttachment(
    `${name}-attachment`,
    { role: role.name, policyArn: policy.arn },
    { parent },
  );
  return { role, attachments: [attachment] };
}

/** Characters that IAM takes in a managed policy, white space left out. Source: "IAM and AWS STS quotas". */
const policyLimit = 6144;

function fitting(checks: ArgumentChecks, text: string): string {
  if (text.length <= policyLimit) return text;
  return checks.fail(
    "access and grants",
    `make a policy of ${text.length} characters, and IAM takes ${policyLimit}`,
    "Join grants, name fewer resources, or split the program in two",
  );
}

/**
 * Tasks of this account in this Region, and nothing else, assume the role. Source: "Task IAM role" in the Amazon ECS
 * Developer Guide.
 */
export function taskTrust(environment: AwsEnvironment): pulumi.Output<string> {
  return trustFor(environment, "ecs-tasks.amazonaws.com", "AssumeByTasks");
}

/** ECS itself, for what it does around tasks, on behalf of this account in this Region. */
export function ecsTrust(environment: AwsEnvironment): pulumi.Output<string> {
  return trustFor(environment, "ecs.amazonaws.com", "AssumeByEcs");
}

function trustFor(environment: AwsEnvironment, service: string, sid: string): pulumi.Output<string> {
  return policyDocument([
    {
      sid,
      principals: { services: [service] },
      actions: ["sts:AssumeRole"],
      conditions: {
        StringEquals: { "aws:SourceAccount": [environment.accountId] },
        ArnLike: { "aws:SourceArn": [arn(environment, "ecs", "*")] },
      },
    },
  ]);
}
