import type * as pulumi from "@pulumi/pulumi";
import { ShieldAutomaticResponse, ShieldResponse, shieldResponseCapacity, type ShieldArgs } from "@hipaa-aws/edge";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { HipaaWebApplicationArgs } from "./args";
import { HipaaWebApplicationShieldAction } from "./shield-args";

/** The 1500 units of the basic price have no room left for the answer beside the application's own rules. */
const capacityBudget = 2000;

/** Checks what Shield Advanced is told, as far as no component does. */
export function checkShield(checks: ArgumentChecks, { shield }: HipaaWebApplicationArgs): void {
  if (shield === undefined) return;
  const { automaticResponse, healthCheckArn, contacts } = shield;
  if (automaticResponse !== undefined) {
    checks.oneOf("shield.automaticResponse", automaticResponse, Object.values(HipaaWebApplicationShieldAction));
  }
  if (contacts !== undefined && healthCheckArn === undefined) {
    checks.fail(
      "shield.contacts",
      "are given without a health check, and the response team calls when one fails",
      "Give shield.healthCheckArn",
    );
  }
}

/** What the front is told of Shield Advanced. */
export function shieldOf({ shield }: HipaaWebApplicationArgs): ShieldArgs {
  if (shield === undefined) return {};
  const { automaticResponse, healthCheckArn } = shield;
  return {
    shieldAdvanced: true,
    ...(automaticResponse && { shieldAutomaticResponse: actions[automaticResponse] }),
    ...(healthCheckArn !== undefined && { shieldHealthCheckArn: healthCheckArn }),
  };
}

/** Units that the web ACL before the front may take, the answer included. */
export function shieldBudget({ shield }: HipaaWebApplicationArgs): { webAclCapacityBudget?: number } {
  return shield?.automaticResponse === undefined ? {} : { webAclCapacityBudget: capacityBudget };
}

/** The same, and the units that the web ACL of a distribution keeps free, which no front counts for it. */
export function shieldCapacity(args: HipaaWebApplicationArgs): {
  webAclCapacityBudget?: number;
  reservedCapacity?: number;
} {
  if (args.shield?.automaticResponse === undefined) return {};
  return { ...shieldBudget(args), reservedCapacity: shieldResponseCapacity };
}

/** Tells the response team whom to call, where this stack is the one of the account to do so. */
export function createShieldResponse(name: string, { shield }: HipaaWebApplicationArgs, parent: pulumi.Resource): void {
  if (shield?.contacts === undefined) return;
  new ShieldResponse(`${name}-shield`, { contacts: shield.contacts }, { parent });
}

const actions: Readonly<Record<HipaaWebApplicationShieldAction, ShieldAutomaticResponse>> = {
  [HipaaWebApplicationShieldAction.Count]: ShieldAutomaticResponse.Count,
  [HipaaWebApplicationShieldAction.Block]: ShieldAutomaticResponse.Block,
};
