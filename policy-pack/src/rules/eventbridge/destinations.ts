import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import { hasCustomerKey, streamingStores } from "../../knowledge/store-keys";

const eventTarget = "aws:cloudwatch/eventTarget:EventTarget";

const vendors = resourceRule("eventbridge-api-destination-vendor", {
  config: {
    approvedVendors: {
      type: "array",
      items: { type: "string" },
      description: "Hosts of vendors with a business associate agreement; names below them are approved with them.",
      default: [],
    },
  },
  check: (resource) => {
    const approved = resource.setting<readonly string[]>("approvedVendors").map((host) => host.toLowerCase());
    resource.expect(
      resource.get("invocationEndpoint").whenKnown((raw) => {
        const host = /^[a-z]+:\/\/(?:[^/?#]*@)?([^/:?#]+)/i.exec(asText(raw))?.[1]?.toLowerCase() ?? "";
        return approved.some((one) => host === one || host.endsWith(`.${one}`));
      }),
      "the API destination belongs to no vendor on the list of business associates",
    );
  },
});

const targetsEncrypted = stackRule("eventbridge-targets-encrypted", {
  check: (stack, graph) => {
    for (const from of graph.ofType(eventTarget)) {
      const reached = ["arn", "deadLetterConfig"].flatMap(
        (path) => graph.references(from, path === "arn" ? path : `${path}.arn`, ...streamingStores).targets,
      );
      // What is within PHI scope is judged by its own rules.
      stack.expect(
        from,
        Truth.all(reached.map((store) => store.mayHoldPhi().or(hasCustomerKey(store)))),
        "events go to a store that is left out of PHI scope and is not encrypted under a customer-managed key",
      );
    }
  },
});

export const destinationRules: readonly Rule[] = [vendors, targetsEncrypted];
