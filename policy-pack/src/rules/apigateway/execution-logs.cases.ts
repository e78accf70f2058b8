import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const stage = (properties: Record<string, unknown> = {}) =>
  resource("aws:apigateway/stage:Stage", { restApi: "a1b2c3", stageName: "prod", ...properties }, { name: "stage" });
const logged = { accessLogSettings: { destinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api" } };
const settings = (values: Record<string, unknown> = {}, properties: Record<string, unknown> = {}, name = "settings") =>
  resource(
    "aws:apigateway/methodSettings:MethodSettings",
    { restApi: "a1b2c3", stageName: "prod", methodPath: "*/*", settings: values, ...properties },
    { name },
  );
const api = resource("aws:apigateway/restApi:RestApi", {}, { name: "api" });
const info = { loggingLevel: "INFO" };

export const executionLogCases: ServiceCases = {
  "apigateway-execution-logging-present": [
    pass("settings by the same names", [stage(logged), settings(info)]),
    pass("settings wired to the stage", [
      stage({ ...logged, restApi: ref("api", "id") }),
      settings({ loggingLevel: "ERROR" }, { restApi: ref("api", "id"), stageName: ref("stage", "stageName") }),
      api,
    ]),
    pass("a literal stage name of the same wired API", [
      stage({ ...logged, restApi: ref("api", "id") }),
      settings(info, { restApi: ref("api", "id") }),
      api,
    ]),
    pass("a stage without access logs, which another rule judges", stage()),
    fault("no settings", stage(logged)),
    fault("settings that log nothing", [stage(logged), settings({ metricsEnabled: true })]),
    fault("settings of some methods only", [stage(logged), settings(info, { methodPath: "visits/GET" })]),
    fault("settings of another stage", [stage(logged), settings(info, { stageName: "test" })]),
    fault("settings of another API", [stage(logged), settings(info, { restApi: "z9y8x7" })]),
    fault(
      "some methods switched off",
      [stage(logged), settings(info), settings({ loggingLevel: "OFF" }, { methodPath: "visits/GET" }, "off")],
      { at: ["off"] },
    ),
    undecided("settings whose level is known on update", [stage(logged), settings({ loggingLevel: unknown })]),
    undecided("settings whose stage is known on update", [stage(logged), settings(info, { stageName: unknown })]),
  ],
  "apigateway-cache-settings-present": [
    pass("no cache", stage()),
    pass("a cache with settings", [stage({ cacheClusterEnabled: true }), settings({ cacheDataEncrypted: true })]),
    pass("a cache switched off", stage({ cacheClusterEnabled: false })),
    fault("a cache without settings", stage({ cacheClusterEnabled: true })),
    fault("a cache with settings of another stage", [
      stage({ cacheClusterEnabled: "true" }),
      settings({}, { stageName: "test" }),
    ]),
    undecided("a cache known on update", stage({ cacheClusterEnabled: unknown })),
    undecided("settings whose API is known on update", [
      stage({ cacheClusterEnabled: true }),
      settings({}, { restApi: unknown }),
    ]),
  ],
};
