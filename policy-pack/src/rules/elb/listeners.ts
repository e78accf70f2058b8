import { resourceRule, type Rule } from "../../authoring/rule";
import type { Value } from "../../authoring/value";
import { hasTls12Floor, loadBalancerPolicyFloor } from "../../knowledge/tls-policies";
import { answersWithoutTarget, endsTls, takesPlainHttp } from "./actions";

const listenerEncrypted = resourceRule("elb-listener-encrypted", {
  // A fixed response on port 80 reaches no target, like the redirect; what TCP carries is elb-nlb-tcp-passthrough's.
  check: (listener) =>
    listener.expect(
      takesPlainHttp(listener.get("protocol"), listener.get("port"))
        .not()
        .or(answersWithoutTarget(listener.get("defaultActions"))),
      "the listener takes plain HTTP and does more than redirect to HTTPS",
    ),
});

const tlsPolicy = resourceRule("elb-listener-tls-policy", {
  check: (listener) => {
    listener.onlyWhen(endsTls(listener), "does not end TLS");
    const policy = listener.get("sslPolicy");
    listener.expect(
      policy.isGiven().not().or(hasTls12Floor(policy, loadBalancerPolicyFloor)),
      "the security policy accepts versions older than TLS 1.2, or is none that is known not to",
    );
    listener.expect(policy.isGiven(), "no security policy is named, and the default accepts TLS 1.0");
  },
});

const certificate = resourceRule("elb-listener-certificate", {
  check: (listener) => {
    listener.onlyWhen(endsTls(listener), "does not end TLS");
    listener.expect(listener.get("certificateArn").isGiven(), "the listener has no certificate");
  },
});

const sessionTimeout = resourceRule("elb-alb-auth-session-timeout", {
  config: {
    idleMinutes: {
      type: "integer",
      description: "The longest session of a user whom the balancer authenticates, in minutes.",
      default: 15,
      minimum: 1,
      maximum: 10080,
    },
  },
  check: (resource) => {
    const longest = resource.setting<number>("idleMinutes") * 60;
    const isBounded = (block: Value) => block.isGiven().not().or(block.get("sessionTimeout").isAtMost(longest));
    // A listener names them defaultActions, a rule actions.
    for (const actions of [resource.get("defaultActions"), resource.get("actions")]) {
      for (const block of ["authenticateCognito", "authenticateOidc"]) {
        resource.expect(
          actions.every((action) => isBounded(action.get(block))),
          "the session of a user whom the balancer authenticates lasts too long",
        );
      }
    }
  },
});

const oneYear = 31536000;

const hstsHeader = resourceRule("elb-hsts-header", {
  check: (listener) => {
    listener.onlyWhen(listener.get("protocol").isOneOf("HTTPS"), "is no HTTPS listener");
    listener.expect(
      listener
        .get("routingHttpResponseStrictTransportSecurityHeaderValue")
        .whenKnown((raw) => typeof raw === "string" && maxAge(raw) >= oneYear),
      "responses do not tell browsers to use HTTPS for at least a year",
    );
    listener.expect(
      listener.get("routingHttpResponseServerEnabled").isFalse(),
      "responses carry the header that names the server",
    );
  },
});

function maxAge(header: string): number {
  return Number(/(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(header)?.[1] ?? Number.NaN);
}

export const listenerRules: readonly Rule[] = [listenerEncrypted, tlsPolicy, certificate, sessionTimeout, hstsHeader];
