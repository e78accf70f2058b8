import * as shield from "@pulumi/aws/shield";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { ShieldAutomaticResponse, type ShieldArgs } from "./shield-args";
import { shieldResponseCapacity } from "./waf-groups";

/** Checks the arguments about Shield Advanced and returns the capacity units that it will add to the web ACL. */
export function checkShield(checks: ArgumentChecks, args: ShieldArgs): number {
  if (args.shieldAutomaticResponse !== undefined) {
    checks.oneOf("shieldAutomaticResponse", args.shieldAutomaticResponse, Object.values(ShieldAutomaticResponse));
  }
  if (args.shieldAdvanced) return args.shieldAutomaticResponse === undefined ? 0 : shieldResponseCapacity;
  for (const argument of ["shieldHealthCheckArn", "shieldAutomaticResponse"] as const) {
    if (args[argument] === undefined) continue;
    checks.fail(argument, "is given, but shieldAdvanced is off", "Set shieldAdvanced to true, or leave it out");
  }
  return 0;
}

/** Shield Advanced for one resource, behind a web ACL that is associated with it already. */
export function shieldProtection(
  name: string,
  args: ShieldArgs,
  resourceArn: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  if (!args.shieldAdvanced) return;
  const protection = new shield.Protection(`${name}-shield`, { resourceArn }, opts);
  if (args.shieldHealthCheckArn !== undefined) {
    new shield.ProtectionHealthCheckAssociation(
      `${name}-shield`,
      { healthCheckArn: args.shieldHealthCheckArn, shieldProtectionId: protection.id },
      opts,
    );
  }
  if (args.shieldAutomaticResponse !== undefined) {
    new shield.ApplicationLayerAutomaticResponse(
      `${name}-shield`,
      { resourceArn, action: args.shieldAutomaticResponse },
      { ...opts, dependsOn: [protection] },
    );
  }
}
