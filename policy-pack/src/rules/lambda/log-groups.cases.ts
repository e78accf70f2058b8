import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const fn = (properties: Record<string, unknown> = {}, name = "fn") =>
  resource("aws:lambda/function:Function", properties, { name });
const group = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudwatch/logGroup:LogGroup", properties, { name: "logs" });
const named = (logGroup: unknown) => ({ name: "intake", loggingConfig: { logFormat: "JSON", logGroup } });

export const logGroupCases: ServiceCases = {
  "lambda-log-group": [
    pass("a wired group", [fn(named(ref("logs", "name"))), group()]),
    pass("a literal group of the stack", [fn(named("/clinic/intake")), group({ name: "/clinic/intake" })]),
    pass("a group that somebody declared elsewhere", fn(named("/clinic/shared"))),
    pass("a group by Lambda's own name", [fn({ name: "intake" }), group({ name: "/aws/lambda/intake" })]),
    pass("a group whose name is put together from the function's", [fn(), group({ name: ref("fn", "name") })]),
    fault("no group", fn({ name: "intake" })),
    fault("a group of another function", [fn({ name: "intake" }), group({ name: "/aws/lambda/other" })]),
    fault("a name of Lambda's own that nobody declares", fn(named("/aws/lambda/intake"))),
    fault("a group wired to another function", [
      fn({ name: "intake" }),
      group({ name: ref("other", "name") }),
      fn({ name: "other" }, "other"),
    ]),
    fault("logging that names no group", fn({ name: "intake", loggingConfig: { logFormat: "JSON" } })),
    undecided("a group known on update", fn(named(unknown))),
    undecided("a group whose name is known on update", [fn({ name: "intake" }), group({ name: unknown })]),
    undecided("a function whose name is known on update", [
      fn({ name: unknown }),
      group({ name: "/aws/lambda/intake" }),
    ]),
  ],
};
