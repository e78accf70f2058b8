import { checksFor, logRetention, type ArgumentChecks } from "@hipaa-aws/foundation";
import { checkGrants } from "./grants";
import { PhiWorkflowType, type PhiWorkflowArgs } from "./phi-workflow-args";

/** What steers a PhiWorkflow, checked and with defaults. */
export interface PhiWorkflowSettings {
  readonly type: PhiWorkflowType;
  readonly dataKeyReuseSeconds: number;
  readonly logRetentionDays: number;
}

/** Checks the plain arguments of a PhiWorkflow. Limits: AWS Step Functions Developer Guide, "Quotas". */
export function readPhiWorkflowSettings(name: string, args: PhiWorkflowArgs): PhiWorkflowSettings {
  const checks = checksFor("PhiWorkflow", name);
  // The role's limit is lower than the workflow's own 80.
  checks.fitsAutoname(name, 64, "a role");
  if (typeof args.definition === "string") checkDefinition(checks, args.definition);
  if (args.functionArns !== undefined) {
    for (const arn of checks.atLeast("functionArns", args.functionArns, 1)) {
      if (typeof arn !== "string") continue;
      checks.matches("functionArns[]", arn, /^arn:aws[a-z-]*:lambda:[^*]+:function:[^*:]+$/, "the ARN of a function");
    }
  }
  checkGrants(checks, args.grants);
  return {
    type: checks.oneOf("type", args.type ?? PhiWorkflowType.Standard, Object.values(PhiWorkflowType)),
    dataKeyReuseSeconds: checks.integer("dataKeyReuseSeconds", args.dataKeyReuseSeconds ?? 300, 60, 900),
    logRetentionDays: logRetention(checks, args.logRetentionDays),
  };
}

/** Refuses what is no workflow. The text is not printed: it may hold what should not be in it. */
export function checkDefinition(checks: ArgumentChecks, definition: string): string {
  const bytes = Buffer.byteLength(definition);
  if (bytes > 1_048_576) checks.fail("definition", `has ${String(bytes)} bytes`, "Keep it within 1 MB");
  let parsed: unknown;
  try {
    parsed = JSON.parse(definition);
  } catch {
    checks.fail("definition", "is no JSON", "Write it with JSON.stringify");
  }
  const isWhole = typeof parsed === "object" && parsed !== null && "StartAt" in parsed && "States" in parsed;
  if (!isWhole) checks.fail("definition", "has no StartAt and States", "Give a workflow of Amazon States Language");
  return definition;
}
