import { viaServices, type ArgumentChecks, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import type * as pulumi from "@pulumi/pulumi";

/** One statement of a role, as users give it. */
export interface Grant {
  readonly name: string;
  readonly actions: string[];
  readonly resources: pulumi.Input<string>[];
  /** For KMS actions: the services through which alone the key may be used. */
  readonly viaServices?: string[];
}

/** Refuses grants with wildcards, and two of one name. */
export function checkGrants(checks: ArgumentChecks, grants: readonly Grant[] = []): void {
  checks.unique(
    "grants",
    grants.map((grant) => grant.name),
  );
  for (const { name, actions, resources, viaServices: services } of grants) {
    checks.matches("grants[].name", name, /^[A-Za-z0-9]+$/, "letters and digits");
    checks.atLeast("grants[].actions", actions, 1);
    for (const action of actions) {
      checks.matches("grants[].actions", action, /^[a-z0-9-]+:[A-Za-z0-9]+$/, "service:Action, without wildcards");
    }
    if (checks.atLeast("grants[].resources", resources, 1).includes("*")) {
      checks.fail("grants[].resources", "holds *, which is every resource there is", "Give ARNs");
    }
    if (services === undefined) continue;
    for (const service of checks.atLeast("grants[].viaServices", services, 1)) {
      checks.matches("grants[].viaServices", service, /^[a-z0-9-]+$/, "the IAM prefix of a service, for example s3");
    }
    if (actions.some((action) => !action.startsWith("kms:"))) {
      const problem = "is given beside actions of other services";
      checks.fail("grants[].viaServices", problem, "Give KMS a grant of its own");
    }
  }
}

/** The statements of a role's policy, one for each grant. */
export function grantStatements(environment: AwsEnvironment, grants: readonly Grant[] = []): PolicyStatement[] {
  return grants.map(({ name, actions, resources, viaServices: services }) => ({
    sid: `Grant${name}`,
    actions,
    resources,
    ...(services === undefined
      ? {}
      : { conditions: { StringEquals: { "kms:ViaService": viaServices(environment, services) } } }),
  }));
}
