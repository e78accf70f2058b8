import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";

const tlsStrict = resourceRule("appmesh-tls-strict", {
  check: (resource) => {
    resource.expect(
      resource.get("spec.listeners").every((listener) => listener.get("tls.mode").isOneOf("STRICT")),
      "a listener takes connections without TLS",
    );
    resource.expect(callsWithTls(resource), "calls to backends go without TLS");
  },
});

/** Every backend is called with TLS, by the policy for all or by its own. A gateway's backends are its routes. */
function callsWithTls(resource: ResourceCheck): Truth {
  const byDefault = enforcesTls(resource.get("spec.backendDefaults.clientPolicy"));
  if (resource.type === "aws:appmesh/virtualGateway:VirtualGateway") return byDefault;
  return resource.get("spec.backends").every((backend) => {
    const own = backend.get("virtualService.clientPolicy");
    const inherits = own.get("tls").isGiven().not();
    return enforcesTls(own).or(inherits.and(byDefault));
  });
}

function enforcesTls(policy: Value): Truth {
  const tls = policy.get("tls");
  return Truth.all([
    tls.isUnknown ? tls.asUnknown() : tls.get("validation").isGiven(),
    tls.get("enforce").isFalse().not(),
  ]);
}

const accessLog = resourceRule("appmesh-no-phi-in-names", {
  check: (node) =>
    node.expect(
      node.get("spec.logging.accessLog").whenKnown(() => true),
      "the node writes no access log",
    ),
});

/** Rules on AWS App Mesh. */
export const appmeshRules: readonly Rule[] = [tlsStrict, accessLog];
