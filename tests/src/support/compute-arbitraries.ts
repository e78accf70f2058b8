import {
  HipaaWebApplicationApiMethod,
  type HipaaWebApplicationApiAuthorizer,
  HipaaWebApplicationFunctionLevel,
  HipaaWebApplicationWorkflowType,
  type HipaaWebApplicationArgs,
} from "@hipaa-aws/reference";
import * as fc from "fast-check";
import { optional } from "./arbitraries";
import { image } from "./task-arbitraries";

const level = fc.constantFrom(...Object.values(HipaaWebApplicationFunctionLevel));
/** An image for functions, by its digest. */
export const imageUri = (name: string) => `${image(name).replace(/[:@].*$/, "")}@sha256:${"0".repeat(64)}`;
const code = fc.constantFrom(
  { imageUri: imageUri("intake") },
  {
    package: { bucket: "packages", key: "intake.zip", objectVersion: "3sL4kqtJlcpXroDTDmJ" },
    runtime: "nodejs24.x",
    handler: "index.handler",
  },
);

/** What may be chosen of functions, the API before them and the workflow over them. */
export const computeChoices = fc.record({
  code,
  database: optional(fc.boolean()),
  cache: optional(fc.boolean()),
  documents: optional(level),
  tableLevel: optional(level),
  sendsJobs: fc.boolean(),
  putsEvents: fc.boolean(),
  received: fc.boolean(),
  worksJobs: fc.boolean(),
  calledByApp: optional(fc.boolean()),
  timeoutSeconds: optional(fc.integer({ min: 1, max: 50 })),
  authorizer: fc.constantFrom<HipaaWebApplicationApiAuthorizer | undefined>(
    undefined,
    { target: "authorize" },
    { userPoolArns: ["arn:aws:cognito-idp:us-east-1:111122223333:userpool/us-east-1_AbCdEfGhI"] },
  ),
  method: fc.constantFrom(...Object.values(HipaaWebApplicationApiMethod)),
  signed: optional(fc.boolean()),
  accountLogRole: optional(fc.boolean()),
  publishesMessages: fc.boolean(),
  topic: optional(fc.record({ toJobs: fc.boolean() })),
  hasApi: fc.boolean(),
  hasWorkflow: fc.boolean(),
  type: optional(fc.constantFrom(...Object.values(HipaaWebApplicationWorkflowType))),
});

export type ComputeChoices = typeof computeChoices extends fc.Arbitrary<infer T> ? T : never;

/** What becomes of the choices in an application with this rest: no access to what it does not have. */
export function withCompute(
  chosen: ComputeChoices | undefined,
  rest: HipaaWebApplicationArgs,
): HipaaWebApplicationArgs {
  return chosen === undefined ? rest : { ...rest, ...computeOf(chosen, rest) };
}

function computeOf(
  chosen: ComputeChoices,
  { jobs, events, tables }: HipaaWebApplicationArgs,
): Partial<HipaaWebApplicationArgs> {
  const { database, cache, documents, tableLevel, calledByApp, timeoutSeconds, worksJobs, type } = chosen;
  const works = worksJobs && jobs !== undefined;
  const [table] = tables ?? [];
  const intake = {
    name: "intake",
    ...chosen.code,
    timeoutSeconds,
    access: {
      database,
      cache,
      documents,
      tables: table && tableLevel ? [{ name: table.name, level: tableLevel }] : [],
      sendsJobs: chosen.sendsJobs && jobs !== undefined,
      putsEvents: chosen.putsEvents && events !== undefined,
      publishesMessages: chosen.publishesMessages && chosen.topic !== undefined,
    },
    ...(chosen.received && events && { events: { sources: ["clinic.intake"], detailTypes: ["Arrived"] } }),
    worksJobs: works,
    calledByApp,
  };
  const { authorizer, method, signed, accountLogRole } = chosen;
  const routes = [{ path: "/visits/{visitId}", method, target: "intake", ...(authorizer && { signed }) }];
  const definition = JSON.stringify({
    StartAt: "Intake",
    States: { Intake: { Type: "Task", Resource: "${intake}", End: true } },
  });
  const toJobs = (chosen.topic?.toJobs ?? false) && jobs !== undefined;
  const topic = { queues: [{ name: "results", target: "authorize" }], jobs: toJobs };
  return {
    functions: [intake, { name: "authorize", imageUri: imageUri("authorize") }],
    ...(works && { jobs: { ...jobs, worker: undefined } }),
    ...(chosen.topic && { topic }),
    ...(chosen.hasApi && { api: { domainName: "api.clinic.example.com", routes, authorizer, accountLogRole } }),
    ...(chosen.hasWorkflow && { workflow: { definition, type } }),
  };
}
