import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { hasTls12Floor, loadBalancerPolicyFloor } from "../../knowledge/tls-policies";
import { classicBalancer } from "./balancers";
import { isTlsListener, isTlsToInstances } from "./classic";

const negotiationPolicy = "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy";
const balancerPolicy = "aws:elb/loadBalancerPolicy:LoadBalancerPolicy";
const listenerPolicy = "aws:elb/listenerPolicy:ListenerPolicy";
const backendPolicy = "aws:elb/loadBalancerBackendServerPolicy:LoadBalancerBackendServerPolicy";

/** Resources of a type that belong to a balancer and one of its ports, and what may. */
function onPort(
  graph: StackGraph,
  balancer: GraphResource,
  [type, link, portPath]: readonly [type: string, link: string, port: string],
  port: Value,
): { readonly certain: GraphResource[]; readonly open: Truth[] } {
  const name = type.slice(type.lastIndexOf(":") + 1);
  const certain: GraphResource[] = [];
  const open = graph.unresolvedReferrers(type, link, classicBalancer).map(() => Truth.unknown(`${name}.${link}`));
  for (const each of graph.referrers(balancer, type, link)) {
    const other = each.get(portPath);
    if (other.isUnknown || port.isUnknown) open.push(Truth.unknown(`${name}.${portPath}`));
    else if (other.number !== undefined && other.number === port.number) certain.push(each);
  }
  return { certain, open };
}

/** The policies that a list of policy names stands for: by dependency, or by name on the same balancer. */
function policiesNamed(graph: StackGraph, from: GraphResource): GraphResource[] {
  const wired = graph.references(from, "policyNames", balancerPolicy).targets;
  const names = from
    .get("policyNames")
    .items()
    .map((name) => name.text);
  const named = graph.ofType(balancerPolicy).filter((policy) => names.includes(policy.get("policyName").text ?? ""));
  return [...new Set([...wired, ...named])];
}

/** Whether the attributes of a negotiation policy allow TLS 1.2 and nothing older. */
function isModern(attributes: Value): Truth {
  const value = (name: string): Truth =>
    attributes.some((attribute) => attribute.get("name").isOneOf(name).and(attribute.get("value").isTrue()));
  const reference = attributes.some((attribute) =>
    attribute
      .get("name")
      .isOneOf("Reference-Security-Policy")
      .and(hasTls12Floor(attribute.get("value"), loadBalancerPolicyFloor)),
  );
  const older = ["Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"].map(value);
  return reference.or(value("Protocol-TLSv1.2").and(Truth.any(older).not()));
}

const negotiation = stackRule("elb-classic-negotiation-policy", {
  check: (stack, graph) => {
    for (const balancer of graph.ofType(classicBalancer)) {
      for (const listener of balancer.get("listeners").items()) {
        const port = listener.get("lbPort");
        const own = onPort(graph, balancer, [negotiationPolicy, "loadBalancer", "lbPort"], port);
        const named = onPort(graph, balancer, [listenerPolicy, "loadBalancerName", "loadBalancerPort"], port);
        const judged = [
          ...own.certain.map((policy) => isModern(policy.get("attributes"))),
          ...named.certain.map((policy) => namesModernPolicy(graph, policy)),
        ];
        const isBound = Truth.any([...judged.map(() => Truth.yes), ...own.open, ...named.open]);
        const isEnough = isBound.and(...judged);
        stack.expect(
          balancer,
          isTlsListener(listener).not().or(isEnough),
          "a listener has no negotiation policy that refuses versions older than TLS 1.2",
        );
      }
    }
  },
});

/** A predefined policy may be named as it is, too. A name that is known on update may be that of any policy. */
function namesModernPolicy(graph: StackGraph, from: GraphResource): Truth {
  const names = from.get("policyNames");
  const policies = policiesNamed(graph, from).map((policy) => isModern(policy.get("policyAttributes")));
  const predefined = names.some((name) => hasTls12Floor(name, loadBalancerPolicyFloor));
  if (policies.length === 0) return predefined;
  const wired = graph.references(from, "policyNames", balancerPolicy).targets.length;
  const open = names
    .items()
    .filter((name) => name.isUnknown)
    .slice(wired);
  return Truth.any([...policies, ...open.map((name) => name.asUnknown())]);
}

const backendAuthentication = stackRule("elb-classic-backend-authentication", {
  check: (stack, graph) => {
    for (const balancer of graph.ofType(classicBalancer)) {
      for (const listener of balancer.get("listeners").items()) {
        const reEncrypts = isTlsListener(listener).and(isTlsToInstances(listener));
        const link = [backendPolicy, "loadBalancerName", "instancePort"] as const;
        const { certain, open } = onPort(graph, balancer, link, listener.get("instancePort"));
        stack.expect(
          balancer,
          reEncrypts.not().or(Truth.any([...certain.map((each) => authenticates(graph, each)), ...open])),
          "the instances do not have to prove who they are by a public key",
        );
      }
    }
  },
});

function authenticates(graph: StackGraph, from: GraphResource): Truth {
  const policies = policiesNamed(graph, from);
  if (
    policies.length === 0 &&
    from
      .get("policyNames")
      .items()
      .some((name) => name.isUnknown)
  ) {
    return Truth.unknown("policyNames");
  }
  return Truth.any(
    policies.map((policy) =>
      policy
        .get("policyTypeName")
        .isOneOf("BackendServerAuthenticationPolicyType")
        .and(
          policy
            .get("policyAttributes")
            .some((attribute) =>
              attribute.get("name").isOneOf("PublicKeyPolicyName").and(attribute.get("value").isGiven()),
            ),
        ),
    ),
  );
}

export const classicPolicyRules: readonly Rule[] = [negotiation, backendAuthentication];
