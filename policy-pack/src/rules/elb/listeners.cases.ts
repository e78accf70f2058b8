import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const listener = (properties: Record<string, unknown>) => resource("aws:lb/listener:Listener", properties);
const albListener = (properties: Record<string, unknown>) => resource("aws:alb/listener:Listener", properties);
const rule = (properties: Record<string, unknown>) => resource("aws:lb/listenerRule:ListenerRule", properties);
const forward = [{ type: "forward", targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:tg/a" }];
const weighted = [{ type: "forward", forward: { targetGroups: [{ arn: "arn:a" }, { arn: "arn:b" }] } }];
const redirect = (protocol?: unknown) => [{ type: "redirect", redirect: { protocol, statusCode: "HTTP_301" } }];
const fixed = [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }];
const http = { port: 80, protocol: "HTTP" };
const https = { port: 443, protocol: "HTTPS" };
const policy = (sslPolicy: unknown, protocol = "HTTPS") => listener({ port: 443, protocol, sslPolicy });
const signIn = (sessionTimeout?: unknown) => ({ type: "authenticate-oidc", authenticateOidc: { sessionTimeout } });
const cognito = (sessionTimeout?: unknown) => ({
  type: "authenticate-cognito",
  authenticateCognito: { sessionTimeout },
});
const hsts = (header: unknown, server: unknown, more: Record<string, unknown> = https) =>
  listener({
    ...more,
    routingHttpResponseStrictTransportSecurityHeaderValue: header,
    routingHttpResponseServerEnabled: server,
  });
const hidden = (header: unknown) => hsts(header, false);
const year = "max-age=31536000; includeSubDomains";

export const listenerCases: ServiceCases = {
  "elb-listener-encrypted": [
    pass("HTTPS", listener({ ...https, defaultActions: forward })),
    pass("https in lower case, twin token", albListener({ port: 443, protocol: "https", defaultActions: forward })),
    pass("TLS", listener({ port: 443, protocol: "TLS", defaultActions: forward })),
    pass("QUIC", listener({ port: 443, protocol: "TCP_QUIC", defaultActions: forward })),
    pass("TCP, which another rule judges", listener({ port: 443, protocol: "TCP", defaultActions: forward })),
    pass("port 80 that only redirects to HTTPS", listener({ ...http, defaultActions: redirect("HTTPS") })),
    pass(
      "the redirect of a listener that names no protocol",
      listener({ port: 80, defaultActions: redirect("HTTPS") }),
    ),
    pass("a fixed response on port 80", listener({ ...http, defaultActions: fixed })),
    pass("a gateway balancer's, without port and protocol", listener({ defaultActions: forward })),
    pass(
      "a redirect whatever the protocol",
      listener({ port: 80, protocol: unknown, defaultActions: redirect("HTTPS") }),
    ),
    fault("forward on HTTP", listener({ ...http, defaultActions: forward })),
    fault("forward on HTTP, twin token", albListener({ ...http, defaultActions: forward })),
    fault("weighted forward on HTTP", listener({ ...http, defaultActions: weighted })),
    fault("forward on a port without protocol", listener({ port: 8080, defaultActions: forward })),
    fault("a redirect that keeps HTTP by default", listener({ ...http, defaultActions: redirect() })),
    fault("a redirect that keeps HTTP", listener({ ...http, defaultActions: redirect("#{protocol}") })),
    fault("a redirect to HTTP", listener({ ...http, defaultActions: redirect("HTTP") })),
    fault("sign-in on HTTP", listener({ ...http, defaultActions: [signIn(900), ...forward] })),
    fault("one of two actions", listener({ ...http, defaultActions: [...redirect("HTTPS"), ...forward] })),
    fault("a certain fault beside an unknown", listener({ ...http, defaultActions: [unknown, ...forward] })),
    fault("no action", listener(http)),
    undecided("a protocol known on update", listener({ port: 80, protocol: unknown, defaultActions: forward })),
    undecided("actions known on update", listener({ ...http, defaultActions: unknown })),
    undecided("a redirect known on update", listener({ ...http, defaultActions: redirect(unknown) })),
  ],
  "elb-listener-tls-policy": [
    pass("TLS 1.2 and 1.3", policy("ELBSecurityPolicy-TLS13-1-2-2021-06")),
    pass("TLS 1.3 only", policy("ELBSecurityPolicy-TLS13-1-3-2021-06", "TLS")),
    pass("FIPS and post-quantum", policy("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09")),
    pass("the older TLS 1.2 policy", policy("ELBSecurityPolicy-TLS-1-2-Ext-2018-06")),
    pass("forward secrecy from TLS 1.2", policy("ELBSecurityPolicy-FS-1-2-Res-2020-10")),
    fault("none, which means TLS 1.0", listener(https)),
    fault("the default by name", policy("ELBSecurityPolicy-2016-08")),
    fault("TLS 1.3 with a floor of 1.0", policy("ELBSecurityPolicy-TLS13-1-0-2021-06")),
    fault("TLS 1.3 with a floor of 1.1", policy("ELBSecurityPolicy-TLS13-1-1-2021-06", "TLS")),
    fault("FIPS with a floor of 1.0", policy("ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04")),
    fault("forward secrecy with a floor of 1.1", policy("ELBSecurityPolicy-FS-1-1-2019-08")),
    fault("forward secrecy without a floor", policy("ELBSecurityPolicy-FS-2018-06")),
    fault("a name of no known form", policy("my-ELBSecurityPolicy-TLS13-1-2-2021-06")),
    fault("the twin token", albListener({ ...https, sslPolicy: "ELBSecurityPolicy-2016-08" })),
    notApplicable("HTTP", listener(http)),
    notApplicable("TCP", listener({ port: 443, protocol: "TCP" })),
    undecided("a policy known on update", policy(unknown)),
    undecided("a protocol known on update", listener({ protocol: unknown, sslPolicy: "ELBSecurityPolicy-2016-08" })),
  ],
  "elb-listener-certificate": [
    pass("a certificate of ACM", listener({ ...https, certificateArn: "arn:aws:acm:us-east-1:1:certificate/a" })),
    pass("a wired certificate", listener({ ...https, certificateArn: unknown })),
    pass("a server certificate of IAM", listener({ ...https, certificateArn: "arn:aws:iam::1:server-certificate/a" })),
    fault("none on HTTPS", listener(https)),
    fault("none on TLS, twin token", albListener({ port: 443, protocol: "TLS" })),
    fault("an empty one", listener({ ...https, certificateArn: "" })),
    notApplicable("TCP", listener({ port: 443, protocol: "TCP" })),
    undecided("a protocol known on update", listener({ port: 443, protocol: unknown })),
  ],
  "elb-alb-auth-session-timeout": [
    pass("fifteen minutes", listener({ ...https, defaultActions: [signIn(900), ...forward] })),
    pass("fifteen minutes in a rule", rule({ actions: [cognito(600), ...forward] })),
    pass("no sign-in", listener({ ...https, defaultActions: forward })),
    pass("an hour, as configured", rule({ actions: [signIn(3600)] }), { config: { idleMinutes: 60 } }),
    fault("the default of seven days", listener({ ...https, defaultActions: [signIn(), ...forward] })),
    fault("an hour", listener({ ...https, defaultActions: [cognito(3600), ...forward] })),
    fault("a second more", rule({ actions: [signIn(901), ...forward] })),
    fault("an hour in a rule, twin token", resource("aws:alb/listenerRule:ListenerRule", { actions: [cognito(3600)] })),
    undecided("a time known on update", rule({ actions: [signIn(unknown)] })),
    undecided("actions known on update", listener({ defaultActions: unknown })),
  ],
  "elb-hsts-header": [
    pass("a year, no server header", hidden(year)),
    pass("two years, quoted", hidden('includeSubDomains; max-age="63072000"')),
    fault("no header", hidden(undefined)),
    fault("a day", hidden("max-age=86400")),
    fault("no age", hidden("includeSubDomains")),
    fault("another directive that ends in max-age", hidden("x-max-age=31536000")),
    fault("the server header", hsts(year, true)),
    fault("the server header by default", hsts(year, undefined)),
    notApplicable("TLS", hsts(year, false, { port: 443, protocol: "TLS" })),
    undecided("a header known on update", hidden(unknown)),
  ],
};
