import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const config = (properties: Record<string, unknown>) =>
  resource("aws:xray/encryptionConfig:EncryptionConfig", properties);
const sampling = (properties: Record<string, unknown>) => resource("aws:xray/samplingRule:SamplingRule", properties);
const group = (filterExpression: unknown) => resource("aws:xray/group:Group", { filterExpression });
const key = resource("aws:kms/key:Key", {}, { name: "key" });

const baseline = { config: { accountBaseline: true } };
const tracing = (mode: unknown) => resource("aws:lambda/function:Function", { tracingConfig: { mode } });

export const xrayCases: ServiceCases = {
  "xray-encryption": [
    pass("a wired key", [config({ type: "KMS", keyId: ref("key", "arn") }), key]),
    pass("a customer's alias", config({ type: "KMS", keyId: "alias/traces" })),
    fault("a key of AWS's own", config({ type: "NONE" })),
    fault("KMS without a key", config({ type: "KMS" })),
    fault("AWS's own alias", config({ type: "KMS", keyId: "alias/aws/xray" })),
    undecided("known on update", config({ type: unknown, keyId: unknown })),
    fault("nothing said", config({ keyId: "alias/traces" })),
  ],
  "xray-encryption-present": [
    pass("tracing with a key for it", [tracing("Active"), { ...config({ type: "KMS" }), name: "config" }], baseline),
    pass("no tracing", tracing("PassThrough"), baseline),
    pass("tracing in a stack that is no baseline", tracing("Active")),
    fault("a function that traces", tracing("Active"), baseline),
    fault("a stage that traces", resource("aws:apigateway/stage:Stage", { xrayTracingEnabled: true }), baseline),
    fault(
      "a state machine that traces",
      resource("aws:sfn/stateMachine:StateMachine", { tracingConfiguration: { enabled: true } }),
      baseline,
    ),
    undecided("known on update", tracing(unknown), baseline),
  ],
  "xray-no-phi-in-traces": [
    pass("a plain path", sampling({ urlPath: "/api/*" })),
    pass("a plain filter", group("responsetime > 5")),
    fault("a record number in the path", sampling({ urlPath: "/charts/MRN0012345" })),
    fault("a record number in an attribute", sampling({ urlPath: "*", attributes: { chart: "MRN0012345" } })),
    fault("a date of birth in the filter", group('annotation.dob = "dob=1980-02-03"')),
    fault("a configured word", sampling({ urlPath: "/oncology/*" }), { config: { denyWords: ["oncology"] } }),
    undecided("known on update", sampling({ urlPath: unknown })),
    pass("no path", sampling({})),
    pass("no filter", group(undefined)),
  ],
};
