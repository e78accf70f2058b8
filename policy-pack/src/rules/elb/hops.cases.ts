import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const group = (name: string, protocol?: unknown, lb = "lb") =>
  resource(`aws:${lb}/targetGroup:TargetGroup`, { protocol, targetType: "ip" }, { name });
const listener = (properties: Record<string, unknown>, name = "listener", lb = "lb") =>
  resource(`aws:${lb}/listener:Listener`, properties, { name });
const rule = (properties: Record<string, unknown>, name = "rule", lb = "lb") =>
  resource(`aws:${lb}/listenerRule:ListenerRule`, properties, { name });
const forward = (arn: unknown) => ({ type: "forward", targetGroupArn: arn });
const weighted = (...arns: readonly unknown[]) => ({
  type: "forward",
  forward: { targetGroups: arns.map((arn) => ({ arn, weight: 1 })) },
});
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } };
const keepsHttp = { type: "redirect", redirect: { path: "/new", statusCode: "HTTP_301" } };
const fixed = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } };
const elsewhere = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/other/0123456789abcdef";
const tls = (...defaultActions: readonly unknown[]) => listener({ port: 443, protocol: "TLS", defaultActions });
const redirecting = listener({ port: 80, protocol: "HTTP", defaultActions: [redirect] });
const secure = listener({ port: 443, protocol: "HTTPS", defaultActions: [fixed] });
const ruleOf = (listenerArn: unknown, ...actions: readonly unknown[]) => rule({ listenerArn, actions });
const here = ref("listener", "arn");

export const hopCases: ServiceCases = {
  "elb-nlb-tls-backend-encrypted": [
    pass("TLS to TLS", [tls(forward(ref("tls", "arn"))), group("tls", "TLS")]),
    pass("TLS to TLS, weighted", [
      tls(weighted(ref("a", "arn"), ref("b", "arn"))),
      group("a", "TLS"),
      group("b", "TLS"),
    ]),
    pass("TCP passed through", [
      listener({ port: 443, protocol: "TCP", defaultActions: [forward(ref("tcp", "arn"))] }),
      group("tcp", "TCP"),
    ]),
    pass("HTTPS to HTTPS", [
      listener({ port: 443, protocol: "HTTPS", defaultActions: [forward(ref("https", "arn"))] }),
      group("https", "HTTPS"),
    ]),
    pass("TLS to UDP, which the group's own rule reports", [tls(forward(ref("udp", "arn"))), group("udp", "TCP_UDP")]),
    fault("TLS to TCP", [tls(forward(ref("tcp", "arn"))), group("tcp", "TCP")], { at: ["listener"] }),
    fault("TLS to TCP, the id instead of the ARN", [tls(forward(ref("tcp"))), group("tcp", "tcp")], {
      at: ["listener"],
    }),
    fault("one of two weighted groups", [
      tls(weighted(ref("a", "arn"), ref("b", "arn"))),
      group("a", "TLS"),
      group("b", "TCP"),
    ]),
    fault("twin tokens", [
      listener({ port: 443, protocol: "tls", defaultActions: [forward(ref("tcp", "arn"))] }, "listener", "alb"),
      group("tcp", "TCP", "alb"),
    ]),
    fault(
      "the second of two listeners",
      [
        tls(forward(ref("tls", "arn"))),
        listener({ port: 8443, protocol: "TLS", defaultActions: [forward(ref("tcp", "arn"))] }, "second"),
        group("tls", "TLS"),
        group("tcp", "TCP"),
      ],
      { at: ["second"] },
    ),
    fault("a TCP group beside one of another stack", [
      tls(weighted(ref("tcp", "arn"), elsewhere)),
      group("tcp", "TCP"),
    ]),
    undecided("a group of another stack", [tls(forward(elsewhere)), group("tcp", "TCP")]),
    undecided("a group of another stack beside a TLS group", [
      tls(weighted(ref("a", "arn"), elsewhere)),
      group("a", "TLS"),
    ]),
    undecided("a group known on update", [tls(forward(unknown)), group("tcp", "TCP")]),
    undecided("a group known on update beside a TLS group", [
      tls(weighted(ref("a", "arn"), unknown)),
      group("a", "TLS"),
    ]),
    undecided("actions known on update", tls(unknown)),
    undecided("the protocol of the group known on update", [tls(forward(ref("tcp", "arn"))), group("tcp", unknown)]),
    pass("no action, which AWS does not accept", [tls(), group("tcp", "TCP")]),
  ],
  "elb-listener-rule-plaintext-forward": [
    pass("a rule of an HTTPS listener", [ruleOf(here, forward(elsewhere)), secure]),
    pass("a redirect beside the redirect", [ruleOf(here, redirect), redirecting]),
    pass("a fixed response", [ruleOf(here, fixed), redirecting]),
    pass("a redirect of a listener of another stack", ruleOf(elsewhere, redirect)),
    pass("a listener that fails by itself", [
      ruleOf(here, forward(elsewhere)),
      listener({ port: 80, protocol: "HTTP", defaultActions: [forward(elsewhere)] }),
    ]),
    fault("forward past the redirect", [ruleOf(here, forward(elsewhere)), redirecting]),
    fault("weighted forward past the redirect", [ruleOf(here, weighted(elsewhere)), redirecting]),
    fault("forward after sign-in", [
      ruleOf(here, { type: "authenticate-oidc", authenticateOidc: {} }, forward(elsewhere)),
      redirecting,
    ]),
    fault("a redirect that keeps HTTP", [ruleOf(here, keepsHttp), redirecting]),
    fault("a listener that names no protocol", [
      ruleOf(here, forward(elsewhere)),
      listener({ port: 80, defaultActions: [redirect] }),
    ]),
    fault("past a fixed response", [
      ruleOf(here, forward(elsewhere)),
      listener({ port: 80, protocol: "http", defaultActions: [fixed] }),
    ]),
    fault("default actions known on update", [
      ruleOf(here, forward(elsewhere)),
      listener({ port: 80, protocol: "HTTP", defaultActions: unknown }),
    ]),
    fault("twin tokens", [
      rule({ listenerArn: here, actions: [forward(elsewhere)] }, "rule", "alb"),
      listener({ port: 80, protocol: "HTTP", defaultActions: [redirect] }, "listener", "alb"),
    ]),
    fault("twin tokens, mixed", [
      rule({ listenerArn: here, actions: [forward(elsewhere)] }, "rule", "alb"),
      redirecting,
    ]),
    undecided("a listener of another stack", [ruleOf(elsewhere, forward(elsewhere)), redirecting]),
    undecided("a listener known on update", [ruleOf(unknown, forward(elsewhere)), redirecting]),
    undecided("a protocol known on update", [
      ruleOf(here, forward(elsewhere)),
      listener({ port: 80, protocol: unknown, defaultActions: [redirect] }),
      resource("aws:ssm/parameter:Parameter", {}, { name: "parameter" }),
    ]),
    undecided("actions known on update", [ruleOf(here, unknown), redirecting]),
    fault("no action, which is no redirect", [rule({ listenerArn: here }), redirecting], { at: ["rule"] }),
  ],
};
