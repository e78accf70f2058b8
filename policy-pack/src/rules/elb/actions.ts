import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { HasInputs } from "./balancers";

/** A redirect to HTTPS. The default, `#{protocol}`, keeps HTTP on an HTTP listener. */
export function redirectsToHttps(action: Value): Truth {
  return action.get("type").isOneOf("redirect").and(action.get("redirect.protocol").isOneOf("HTTPS"));
}

/** Whether all actions only answer in the balancer's own name, by a redirect to HTTPS or a fixed response. */
export function answersWithoutTarget(actions: Value): Truth {
  const each = actions.every((action) => redirectsToHttps(action).or(action.get("type").isOneOf("fixed-response")));
  return actions.isGiven().and(each);
}

/** The target group ARNs of forward actions, in both forms. An action that is not known yet counts as one. */
export function targetGroupArns(actions: Value): Value[] {
  return actions.items().flatMap((action) => {
    if (action.isUnknown) return [action];
    const weighted = action.get("forward.targetGroups").items();
    const arns = weighted.map((group) => (group.isUnknown ? group : group.get("arn")));
    return [action.get("targetGroupArn"), ...arns].filter((arn) => !arn.isGiven().isNo);
  });
}

/** Whether a listener ends the TLS sessions of its clients. */
export function endsTls(listener: HasInputs): Truth {
  return listener.get("protocol").isOneOf("HTTPS", "TLS");
}

/**
 * Whether a listener takes plain HTTP. A listener of an application balancer that names a port and no protocol does;
 * one of a gateway balancer names neither.
 */
export function takesPlainHttp(protocol: Value, port: Value): Truth {
  if (protocol.isAbsent) return port.isGiven();
  const known = ["HTTPS", "TLS", "QUIC", "TCP_QUIC", "TCP", "UDP", "TCP_UDP", "GENEVE"];
  return protocol.isOneOf(...known).not();
}
