import * as pulumi from "@pulumi/pulumi";
import {
  viaServices,
  type ArgumentChecks,
  type AwsEnvironment,
  type PolicyConditions,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import type { FargateServiceGrantArgs } from "./task-args";

/** A grant, and what only grants of this package's own making need. */
export interface Grant extends FargateServiceGrantArgs {
  readonly conditions?: PolicyConditions;
}

const statementName = /^[A-Za-z][A-Za-z0-9]*$/;
// Most actions begin with a capital; `rds-db:connect` does not.
const actionForm = /^[a-z0-9-]+:[A-Za-z][A-Za-z0-9]*$/;
const arnForm = /^arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]*):(\d{12}|aws|):(.+)$/;

/** Checks all of a grant that is known when the graph is built. */
export function checkGrants(checks: ArgumentChecks, grants: readonly FargateServiceGrantArgs[]): void {
  checks.unique(
    "grants",
    grants.map((grant) => grant.name),
  );
  for (const grant of grants) {
    checks.matches("grants name", grant.name, statementName, "letters and digits, for it names a policy statement");
    const argument = `grants "${grant.name}"`;
    checks.atLeast(`${argument}.actions`, grant.actions, 1);
    if (grant.resources.length === 0) checks.fail(`${argument}.resources`, "is empty", "Name one resource or more");
    for (const action of grant.actions) {
      checks.matches(`${argument}.actions`, action, actionForm, "one action of one service, without wildcards");
    }
    for (const resource of grant.resources) {
      if (typeof resource === "string") checkGrantResource(checks, argument, resource);
    }
    if (grant.viaServices !== undefined && !grant.actions.every((action) => action.startsWith("kms:"))) {
      checks.fail(
        `${argument}.viaServices`,
        "is given beside actions of other services",
        "Give KMS a grant of its own",
      );
    }
  }
}

/**
 * Refuses what is not the ARN of a named resource. A wildcard may only be the whole last part, and only below a name: the
 * objects of a bucket, the indexes of a table.
 */
export function checkGrantResource(checks: ArgumentChecks, argument: string, resource: string): void {
  const match = arnForm.exec(resource);
  const [service, region, account, path] = [match?.[1], match?.[2], match?.[3], match?.[4]];
  const fail = (problem: string): never =>
    checks.fail(`${argument}.resources`, `holds "${resource}", ${problem}`, "Name the one resource the code uses");
  if (service === undefined || path === undefined) return fail("which is not the ARN of a resource");
  const parts = path.split(/[/:]/);
  const wildcards = parts.map((part) => /[*?]/.test(part));
  if (!wildcards.includes(true)) return;
  // A bucket is the one kind of resource whose ARN has neither Region, account nor type before the name.
  const named = service === "s3" && region === "" && account === "" ? 1 : 2;
  const last = parts.length - 1;
  if (wildcards.indexOf(true) < last || parts[last] !== "*" || last < named) {
    fail("which reaches more than one named resource");
  }
}

/** The statements of the task role's policy, one for each grant. */
export function grantStatements(
  checks: ArgumentChecks,
  environment: AwsEnvironment,
  grants: readonly Grant[],
): PolicyStatement[] {
  return grants.map((grant) => ({
    sid: grant.name,
    actions: grant.actions,
    resources: pulumi.all(grant.resources).apply((resources) => {
      for (const resource of resources) checkGrantResource(checks, `grants "${grant.name}"`, resource);
      return resources;
    }),
    ...grantConditions(environment, grant),
  }));
}

function grantConditions(environment: AwsEnvironment, grant: Grant): Pick<PolicyStatement, "conditions"> {
  if (grant.viaServices !== undefined) {
    return { conditions: { StringEquals: { "kms:ViaService": viaServices(environment, grant.viaServices) } } };
  }
  return grant.conditions === undefined ? {} : { conditions: grant.conditions };
}
