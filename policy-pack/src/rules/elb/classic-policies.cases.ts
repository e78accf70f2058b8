import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const balancer = (listeners: unknown) =>
  resource("aws:elb/loadBalancer:LoadBalancer", { listeners }, { name: "balancer" });
const https = (lbPort: unknown = 443) => ({
  lbPort,
  lbProtocol: "https",
  instancePort: 8443,
  instanceProtocol: "https",
});
const plain = { lbPort: 80, lbProtocol: "http", instancePort: 8080, instanceProtocol: "http" };
const here = ref("balancer", "name");
const attributes = (values: Record<string, unknown>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
const reference = (policy: unknown) => attributes({ "Reference-Security-Policy": policy });
const modern = reference("ELBSecurityPolicy-TLS-1-2-2017-01");
const negotiation = (list: unknown, lbPort: unknown = 443, loadBalancer: unknown = here) =>
  resource(
    "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy",
    { loadBalancer, lbPort, attributes: list },
    { name: "negotiation" },
  );
const policy = (name: string, policyTypeName: string, policyAttributes: unknown) =>
  resource(
    "aws:elb/loadBalancerPolicy:LoadBalancerPolicy",
    { loadBalancerName: here, policyName: name, policyTypeName, policyAttributes },
    { name },
  );
const onListener = (policyNames: unknown, loadBalancerPort: unknown = 443) =>
  resource(
    "aws:elb/listenerPolicy:ListenerPolicy",
    { loadBalancerName: here, loadBalancerPort, policyNames },
    { name: "listenerPolicy" },
  );
const onBackend = (policyNames: unknown, instancePort: unknown = 8443, loadBalancerName: unknown = here) =>
  resource(
    "aws:elb/loadBalancerBackendServerPolicy:LoadBalancerBackendServerPolicy",
    { loadBalancerName, instancePort, policyNames },
    { name: "backend" },
  );
const ssl = "SSLNegotiationPolicyType";
const backend = policy("auth", "BackendServerAuthenticationPolicyType", attributes({ PublicKeyPolicyName: "key" }));
const key = policy("key", "PublicKeyPolicyType", attributes({ PublicKey: "MII" }));

export const classicPolicyCases: ServiceCases = {
  "elb-classic-negotiation-policy": [
    pass("a predefined policy", [balancer([https()]), negotiation(modern)]),
    pass("TLS 1.2 alone", [
      balancer([https()]),
      negotiation(
        attributes({ "Protocol-TLSv1.2": "true", "Protocol-TLSv1.1": "false", "ECDHE-RSA-AES128-GCM-SHA256": "true" }),
      ),
    ]),
    pass("a policy by name", [balancer([https()]), onListener(["tls"]), policy("tls", ssl, modern)]),
    pass("a wired policy", [balancer([https()]), onListener([ref("tls", "policyName")]), policy("tls", ssl, modern)]),
    pass("a predefined policy by its own name", [
      balancer([https()]),
      onListener(["ELBSecurityPolicy-TLS-1-2-2017-01"]),
    ]),
    pass("a predefined policy beside one for cookies", [
      balancer([https()]),
      onListener(["ELBSecurityPolicy-TLS-1-2-2017-01", "sticky"]),
    ]),
    pass("a policy by name beside one for cookies", [
      balancer([https()]),
      onListener(["tls", "sticky"]),
      policy("tls", ssl, modern),
      policy("sticky", "LBCookieStickinessPolicyType", []),
    ]),
    pass("no TLS, which another rule reports", balancer([plain])),
    fault("none", balancer([https()])),
    fault("the default by name", [balancer([https()]), negotiation(reference("ELBSecurityPolicy-2016-08"))]),
    fault("TLS 1.1 beside 1.2", [
      balancer([https()]),
      negotiation(attributes({ "Protocol-TLSv1.2": "true", "Protocol-TLSv1.1": "true" })),
    ]),
    fault("no version", [balancer([https()]), negotiation([])]),
    fault("another port", [balancer([https()]), negotiation(modern, 8443)]),
    fault("one of two listeners", [balancer([https(), https(8443)]), negotiation(modern)]),
    fault("another balancer", [balancer([https()]), negotiation(modern, 443, "other")]),
    fault("a policy by name that allows TLS 1.0", [
      balancer([https()]),
      onListener(["tls"]),
      policy("tls", ssl, attributes({ "Protocol-TLSv1": "true", "Protocol-TLSv1.2": "true" })),
    ]),
    undecided("a policy known on update", [balancer([https()]), negotiation(reference(unknown))]),
    undecided("a policy whose balancer is known on update", [balancer([https()]), negotiation(modern, 443, unknown)]),
    undecided("a port known on update", [balancer([https()]), negotiation(modern, unknown)]),
    undecided("listeners known on update", balancer(unknown)),
  ],
  "elb-classic-backend-authentication": [
    pass("a public key", [balancer([https()]), onBackend(["auth"]), backend, key]),
    pass("a wired public key", [balancer([https()]), onBackend([ref("auth", "policyName")]), backend, key]),
    pass(
      "plain traffic to the instances, which another rule reports",
      balancer([{ ...https(), instanceProtocol: "http" }]),
    ),
    pass("nothing to authenticate", balancer([plain])),
    fault("none", balancer([https()])),
    fault("another port", [balancer([https()]), onBackend(["auth"], 9443), backend, key]),
    fault("the key's policy without its wrapper", [balancer([https()]), onBackend(["key"]), key]),
    fault("a wrapper without a key", [
      balancer([https()]),
      onBackend(["auth"]),
      policy("auth", "BackendServerAuthenticationPolicyType", []),
    ]),
    fault("a wrapper with another attribute", [
      balancer([https()]),
      onBackend(["auth"]),
      policy("auth", "BackendServerAuthenticationPolicyType", attributes({ Other: "key" })),
    ]),
    fault("no policy", [balancer([https()]), onBackend([])]),
    undecided("a policy known on update", [balancer([https()]), onBackend([unknown])]),
    undecided("a balancer known on update", [balancer([https()]), onBackend(["auth"], 8443, unknown), backend, key]),
  ],
};
