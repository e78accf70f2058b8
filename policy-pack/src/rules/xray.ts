import { both, customerKey, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { accountBaseline, expectInBaseline } from "../knowledge/account-baseline";
import { holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const encryption = resourceRule("xray-encryption", {
  check: both(
    oneOf("type", ["KMS"], "traces are encrypted under a key of AWS's own"),
    customerKey("keyId", "traces are not encrypted under a customer-managed key"),
  ),
});

const noPhiInTraces = resourceRule("xray-no-phi-in-traces", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that sampling rules and filters must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    for (const [path, what] of [
      ["attributes", "an attribute of the sampling rule"],
      ["urlPath", "the path of the sampling rule"],
      ["filterExpression", "the filter of the group"],
    ] as const) {
      resource.expect(
        noText(resource.get(path), (text) => holdsPhi(text, words)),
        `${what} holds what looks like an identifier of a person`,
      );
    }
  },
});

/** Where each kind of resource switches tracing on. */
const traced: readonly (readonly [type: string, path: string, on: string])[] = [
  ["aws:lambda/function:Function", "tracingConfig.mode", "Active"],
  ["aws:apigateway/stage:Stage", "xrayTracingEnabled", "true"],
  ["aws:sfn/stateMachine:StateMachine", "tracingConfiguration.enabled", "true"],
];

const encryptionPresent = stackRule("xray-encryption-present", {
  config: accountBaseline,
  check: (stack, graph) => {
    if (graph.ofType("aws:xray/encryptionConfig:EncryptionConfig").length > 0) return;
    const tracing = traced.flatMap(([type, path, on]) =>
      graph.ofType(type).map((at) => ({ at, isOn: at.get(path).isOneOf(on) })),
    );
    // One finding for the account, at the first resource that certainly traces.
    const found = tracing.find(({ isOn }) => isOn.isYes) ?? tracing.find(({ isOn }) => isOn.isUnknown);
    expectInBaseline(stack, graph, () =>
      found
        ? {
            at: found.at,
            fault: "traces are sent and the account's baseline names no key for them",
            unless: found.isOn.not(),
          }
        : undefined,
    );
  },
});

/** Rules on AWS X-Ray. */
export const xrayRules: readonly Rule[] = [encryption, encryptionPresent, noPhiInTraces];
