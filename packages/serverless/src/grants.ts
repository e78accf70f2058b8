import type { ArgumentChecks, PolicyStatement } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";

/** One statement of a role, as users give it. */
export interface Grant {
  readonly name: string;
  readonly actions: string[];
  readonly resources: pulumi.Input<string>[];
}

/** Refuses grants with wildcards, and two of one name. */
export function checkGrants(checks: ArgumentChecks, grants: readonly Grant[] = []): void {
  checks.unique(
    "grants",
    grants.map((grant) => grant.name),
  );
  for (const { name, actions, resources } of grants) {
    checks.matches("grants[].name", name, /^[A-Za-z0-9]+$/, "letters and digits");
    checks.atLeast("grants[].actions", actions, 1);
    for (const action of actions) {
      checks.matches("grants[].actions", action, /^[a-z0-9-]+:[A-Za-z0-9]+$/, "service:Action, without wildcards");
    }
    if (checks.atLeast("grants[].resources", resources, 1).includes("*")) {
      checks.fail("grants[].resources", "holds *, which is every resource there is", "Give ARNs");
    }
  }
}

/** The statements of a role's policy, one for each grant. */
export function grantStatements(grants: readonly Grant[] = []): PolicyStatement[] {
  return grants.map(({ name, actions, resources }) => ({ sid: `Grant${name}`, actions, resources }));
}
