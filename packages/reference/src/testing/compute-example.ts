import { HipaaWebApplicationApiMethod } from "../api-args";
import type { HipaaWebApplicationArgs } from "../args";
import { HipaaWebApplicationFunctionLevel } from "../compute-args";
import { functionImage } from "./example";

/** Functions with every kind of access and every caller, an API before them and a workflow over them. */
export const computeExample: Pick<HipaaWebApplicationArgs, "functions" | "api" | "workflow"> = {
  functions: [
    {
      name: "intake",
      imageUri: functionImage("intake"),
      access: {
        database: true,
        cache: true,
        documents: HipaaWebApplicationFunctionLevel.Read,
        tables: [{ name: "consents", level: HipaaWebApplicationFunctionLevel.ReadWrite }],
        sendsJobs: true,
        putsEvents: true,
      },
      calledByApp: true,
    },
    { name: "audit", imageUri: functionImage("audit"), events: { sources: ["clinic.intake"] } },
  ],
  api: {
    domainName: "api.clinic.example.com",
    routes: [{ path: "/visits/{visitId}", method: HipaaWebApplicationApiMethod.Put, target: "intake" }],
    accountLogRole: true,
  },
  workflow: {
    definition: JSON.stringify({
      StartAt: "Intake",
      States: {
        Intake: { Type: "Task", Resource: "${intake}", Next: "Audit" },
        Audit: { Type: "Task", Resource: "${audit}", End: true },
      },
    }),
  },
};
