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
 * Statements of one managed policy. What they take in characters is known too late to decide how many policies there are,
 * so their number does: at this one, a policy of the usual statements stays well below what IAM takes.
 */
const statementsOfPolicy = 12;
/** Managed policies that IAM attaches to a role. Source: "IAM and AWS STS quotas". */
const policiesOfRole = 10;

/**
 * The role `<name>-role`, its permissions as managed policies `<name>-policy`, `<name>-policy-2` and so on: reviewed,
 * versioned, and what AWS Config's HIPAA pack asks for. Without statements there is no policy.
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
  const most = policiesOfRole * statementsOfPolicy;
  if (statements.length > most) {
    checks?.fail("access and grants", `make ${statements.length} statements, and a role has room for ${most}`, split);
  }
  const attachments = chunks(statements, statementsOfPolicy).map((some, index) => {
    const suffix = index === 0 ? "" : `-${index + 1}`;
    const document = policyDocument([...some]);
    const policy = new iam.Policy(
      `${name}-policy${suffix}`,
      { description, policy: checks === undefined ? document : document.apply((text) => fitting(checks, text)), tags },
      { parent },
    );
    return new iam.RolePolicyAttachment(
      `${name}-attachment${suffix}`,
      { role: role.name, policyArn: policy.arn },
      { parent },
    );
  });
  return { role, attachments };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}

const split = "Join grants, name fewer resources, or split the program in two";

/** Characters that IAM takes in a managed policy, white space left out. Source: "IAM and AWS STS quotas". */
const policyLimit = 6144;

function fitting(checks: ArgumentChecks, text: string): string {
  if (text.length <= policyLimit) return text;
  return checks.fail(
    "access and grants",
    `make a policy of ${text.length} characters, and IAM takes ${policyLimit}`,
    split,
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
