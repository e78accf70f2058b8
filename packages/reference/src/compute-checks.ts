import type { ArgumentChecks } from "@hipaa-aws/foundation";
import { HipaaWebApplicationApiMethod } from "./api-args";
import type { HipaaWebApplicationArgs } from "./args";
import {
  HipaaWebApplicationFunctionLevel,
  HipaaWebApplicationWorkflowType,
  type HipaaWebApplicationFunctionArgs,
} from "./compute-args";
import { leastHiddenSeconds, timeoutOf } from "./queue-visibility";
import { defaultVisibilitySeconds } from "./stores";
import { refuseTaken, takenByFunctions } from "./taken-names";
import { functionsOf } from "./workflow";

const mostFunctions = 10;

/** Checks functions and the workflow against the rest of the application. */
export function checkCompute(checks: ArgumentChecks, args: HipaaWebApplicationArgs): void {
  checkNames(checks, args.functions ?? []);
  for (const own of args.functions ?? []) checkFunction(checks, args, own);
  checkJobs(checks, args);
  checkWorkflow(checks, args);
  checkApi(checks, args);
}

function checkNames(checks: ArgumentChecks, functions: readonly HipaaWebApplicationFunctionArgs[]): void {
  const names = functions.map(({ name }) => name);
  checks.atMost("functions", names, mostFunctions);
  for (const name of names) {
    checks.matches(
      "functions[].name",
      name,
      /^(?=.{1,30}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
      "30 lower-case letters, digits and single hyphens at most, beginning with a letter",
    );
  }
  checks.unique("functions", names);
  refuseTaken(checks, "functions", names, takenByFunctions);
}

function checkFunction(
  checks: ArgumentChecks,
  { tables = [], jobs, events }: HipaaWebApplicationArgs,
  { name, access = {}, worksJobs, events: received }: HipaaWebApplicationFunctionArgs,
): void {
  const of = (argument: string) => `functions "${name}".${argument}`;
  const levels = Object.values(HipaaWebApplicationFunctionLevel);
  if (access.documents !== undefined) checks.oneOf(of("access.documents"), access.documents, levels);
  const used = access.tables ?? [];
  const known = tables.map((table) => table.name);
  for (const table of used) {
    checks.oneOf(of("access.tables"), table.name, known);
    checks.oneOf(of("access.tables level"), table.level, levels);
  }
  checks.unique(
    of("access.tables"),
    used.map((table) => table.name),
  );
  const needs = { "access.sendsJobs": access.sendsJobs, worksJobs };
  for (const [argument, value] of Object.entries(needs)) {
    if (value && jobs === undefined) checks.fail(of(argument), "is given without jobs", "Give jobs as well");
  }
  if (events === undefined && (access.putsEvents || received !== undefined)) {
    const argument = received === undefined ? "access.putsEvents" : "events";
    checks.fail(of(argument), "is given without a bus", "Give the application events as well");
  }
  if (received === undefined) return;
  checks.atLeast(of("events.sources"), received.sources, 1);
  if (received.detailTypes !== undefined) checks.atLeast(of("events.detailTypes"), received.detailTypes, 1);
}

/** One program works the queue off: two kinds of them would take each other's messages. */
function checkJobs(checks: ArgumentChecks, { jobs, functions = [] }: HipaaWebApplicationArgs): void {
  if (jobs === undefined) return;
  const [worker, ...others] = functions.filter(({ worksJobs = false }) => worksJobs);
  if (jobs.worker === undefined && worker === undefined) {
    checks.fail("jobs", "has nobody who works them off", "Give jobs.worker, or a function with worksJobs");
  }
  if (worker === undefined) return;
  if (jobs.worker !== undefined || others.length > 0) {
    checks.fail(
      "jobs",
      `is worked off by "${worker.name}" and somebody else, who would take each other's messages`,
      "Let one function, or jobs.worker, do it",
    );
  }
  const least = leastHiddenSeconds(worker);
  const hidden = jobs.visibilityTimeoutSeconds ?? defaultVisibilitySeconds;
  if (hidden < least) {
    checks.fail(
      `jobs.visibilityTimeoutSeconds and functions "${worker.name}".timeoutSeconds`,
      `are ${hidden} and ${timeoutOf(worker)}: a message comes back while the function may still be at it`,
      `Hide messages for ${least} seconds or more`,
    );
  }
}

function checkApi(checks: ArgumentChecks, args: HipaaWebApplicationArgs): void {
  const { api, functions = [], domainName, internalDomainName, distribution } = args;
  if (api === undefined) return;
  if ([domainName, internalDomainName, distribution?.originDomainName].includes(api.domainName)) {
    checks.fail("api.domainName", "is a name that the application has already", "Give the API a name of its own");
  }
  const known = functions.map(({ name }) => name);
  for (const { target, method } of api.routes) {
    checks.oneOf("api.routes[].target", target, known);
    checks.oneOf("api.routes[].method", method, Object.values(HipaaWebApplicationApiMethod));
  }
  if (api.authorizer?.target !== undefined) checks.oneOf("api.authorizer.target", api.authorizer.target, known);
}

// The text is not printed: it may hold what should not be in it.
function checkWorkflow(checks: ArgumentChecks, { workflow, functions = [] }: HipaaWebApplicationArgs): void {
  if (workflow === undefined) return;
  const { definition, type } = workflow;
  if (type !== undefined) checks.oneOf("workflow.type", type, Object.values(HipaaWebApplicationWorkflowType));
  const known = functions.map(({ name }) => name);
  const unknown = functionsOf(definition).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    checks.fail("workflow.definition", `names "${unknown}", which is none of functions`, "Name one of them");
  }
}
