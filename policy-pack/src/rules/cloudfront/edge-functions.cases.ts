import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const type = "aws:cloudfront/distribution:Distribution";
const distribution = (associations: unknown, more: Record<string, unknown> = {}) =>
  resource(
    type,
    { defaultCacheBehavior: { lambdaFunctionAssociations: associations }, ...more },
    { name: "distribution" },
  );
const edge = (includeBody?: unknown) => ({ eventType: "viewer-request", lambdaArn: "arn:a:1", includeBody });
const calls = (lambdaArn: unknown) => distribution([{ eventType: "origin-request", lambdaArn }]);
const edgeFunction = (name: unknown) => resource("aws:lambda/function:Function", { name }, { name: "function" });
const group = (name: unknown) => resource("aws:cloudwatch/logGroup:LogGroup", { name }, { name: "group" });
const version = ref("function", "qualifiedArn");
const atFunction = { at: ["function"] };

export const edgeFunctionCases: ServiceCases = {
  "lambda-edge-association-safe": [
    pass("no body by default", distribution([edge()])),
    pass("no body", distribution([edge(false)])),
    pass("no function", distribution(undefined)),
    pass("a body, as tagged", distribution([edge(true)], { tags: { "hipaa:edge-body": "true" } })),
    fault("a body", distribution([edge(true)])),
    fault("a body for the second function", distribution([edge(), edge("true")])),
    fault(
      "a body on one path",
      distribution([], {
        orderedCacheBehaviors: [{ lambdaFunctionAssociations: [edge(true)] }],
      }),
    ),
    fault(
      "a body on a path of a multi-tenant distribution",
      resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", {
        defaultCacheBehavior: {},
        cacheBehaviors: [{ lambdaFunctionAssociations: [edge(true)] }],
      }),
    ),
    undecided("known on update", distribution([edge(unknown)])),
    undecided("functions known on update", distribution(unknown)),
    undecided("tags known on update", distribution([edge(true)], { tags: unknown })),
  ],
  "lambda-edge-log-groups": [
    pass("a group by name", [calls(version), edgeFunction("redirect"), group("/aws/lambda/us-east-1.redirect")]),
    undecided(
      "a group whose name is known on update",
      [calls(version), edgeFunction("redirect"), group(ref("function", "name"))],
      { ...atFunction, afterUpdate: "fault" },
    ),
    pass("no edge function", [distribution([]), edgeFunction("api")]),
    fault("none", [calls(version), edgeFunction("redirect")], atFunction),
    fault(
      "the group of a regional function",
      [calls(version), edgeFunction("redirect"), group("/aws/lambda/redirect")],
      atFunction,
    ),
    fault(
      "the group of another function",
      [calls(version), edgeFunction("redirect"), group("/aws/lambda/us-east-1.redirects")],
      atFunction,
    ),
    undecided("a function of another stack", calls("arn:aws:lambda:us-east-1:111122223333:function:redirect:1")),
    undecided("a function known on update", [calls(unknown), edgeFunction("redirect")]),
    undecided(
      "a function whose name is known on update",
      [
        calls(version),
        { ...edgeFunction("x"), properties: { name: ref("parameter", "value") } },
        group("/aws/lambda/us-east-1.redirect"),
        resource("aws:ssm/parameter:Parameter", {}, { name: "parameter" }),
      ],
      { ...atFunction, afterUpdate: "fault" },
    ),
  ],
};
