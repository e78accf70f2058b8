import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const balancer = (properties: Record<string, unknown> = {}, name = "balancer") =>
  resource("aws:lb/loadBalancer:LoadBalancer", properties, { name });
const listener = (properties: Record<string, unknown>) =>
  resource("aws:lb/listener:Listener", properties, { name: "listener" });
const group = (protocol: unknown) => resource("aws:lb/targetGroup:TargetGroup", { protocol }, { name: "group" });
const subnet = (properties: Record<string, unknown>) =>
  resource("aws:ec2/subnet:Subnet", properties, { name: "subnet" });
const tier = (name: string) => ({ tags: { "hipaa:tier": name } });
const passthrough = { tags: { "hipaa:tls": "passthrough" } };
const forward = [{ type: "forward", targetGroupArn: ref("group", "arn") }];
const tcp = (properties: Record<string, unknown> = passthrough) =>
  listener({ port: 443, protocol: "TCP", defaultActions: forward, ...properties });
const redirect = [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }];
const fixed = [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }];
const at = (properties: Record<string, unknown>) =>
  listener({ loadBalancerArn: ref("balancer", "arn"), ...properties });
const https = { port: 443, protocol: "HTTPS", defaultActions: fixed };
const subnets = { subnets: [ref("subnet")] };
const second = balancer(tier("public"), "second");

export const exposureCases: ServiceCases = {
  "elb-nlb-tcp-passthrough": [
    pass("tagged, on 443, to TCP", [tcp(), group("TCP")]),
    pass("a TLS listener", [listener({ port: 443, protocol: "TLS", defaultActions: forward }), group("TLS")]),
    pass("another port, as configured", [tcp({ ...passthrough, port: 9443 }), group("TCP")], {
      config: { tlsPorts: [9443] },
    }),
    fault("no tag", [tcp({}), group("TCP")]),
    fault("port 80", [tcp({ ...passthrough, port: 80 }), group("TCP")]),
    fault("a TLS group", [tcp(), group("TLS")]),
    fault("another tag", [tcp({ tags: { "hipaa:tls": "none" } }), group("TCP")]),
    undecided("tags known on update", [tcp({ tags: unknown }), group("TCP")]),
    undecided(
      "a port known on update",
      [
        tcp({ ...passthrough, port: ref("parameter", "value") }),
        group("TCP"),
        resource("aws:ssm/parameter:Parameter", {}, { name: "parameter" }),
      ],
      { afterUpdate: "fault" },
    ),
    pass("no protocol, as of a gateway load balancer", [tcp({ protocol: undefined }), group("TCP")]),
  ],
  "elb-inner-tiers-internal": [
    pass("internal in a private subnet", [balancer({ internal: true, ...subnets }), subnet(tier("app"))]),
    pass("the edge in a public subnet", [balancer({ ...tier("public"), ...subnets }), subnet(tier("public"))]),
    pass("two edges, as configured", [balancer(tier("public")), second], { config: { maxInternetFacing: 2 } }),
    pass("an internal classic balancer", resource("aws:elb/loadBalancer:LoadBalancer", { internal: true })),
    pass("the internal balancer of the public tier", [
      balancer({ internal: true, ...tier("public"), ...subnets }),
      subnet(tier("public")),
    ]),
    fault("internet-facing by default", balancer()),
    fault("internet-facing and of the app tier", balancer({ internal: false, ...tier("app") })),
    fault("a classic balancer", resource("aws:elb/loadBalancer:LoadBalancer", {})),
    fault("two edges", [balancer(tier("public")), second], { at: ["balancer", "second"] }),
    fault("internal in a public subnet", [balancer({ internal: true, ...subnets }), subnet(tier("public"))]),
    fault("internal in a subnet that gives out public addresses", [
      balancer({ internal: true, ...subnets }),
      subnet({ mapPublicIpOnLaunch: true }),
    ]),
    fault("the edge in a private subnet", [balancer({ ...tier("public"), ...subnets }), subnet(tier("web"))]),
    undecided("tags known on update", balancer({ tags: unknown })),
  ],
  "elb-edge-single-https-listener": [
    pass("HTTPS on 443", [at(https), balancer()]),
    pass("TLS on 443 of a network balancer", [
      at({ ...https, protocol: "TLS" }),
      balancer({ loadBalancerType: "network" }),
    ]),
    pass("a redirect on 80", [at({ port: 80, protocol: "HTTP", defaultActions: redirect }), balancer()]),
    pass("another port of an internal balancer", [at({ ...https, port: 8443 }), balancer({ internal: true })]),
    pass(
      "a listener of another stack's balancer",
      listener({ ...https, port: 8443, loadBalancerArn: "arn:elsewhere" }),
    ),
    fault("HTTPS on another port", [at({ ...https, port: 8443 }), balancer()]),
    fault("HTTP on 443", [at({ ...https, protocol: "HTTP" }), balancer()]),
    fault("a fixed response beside the redirect on 80", [
      at({ port: 80, protocol: "HTTP", defaultActions: [...redirect, ...fixed] }),
      balancer(),
    ]),
    fault("a fixed response on 80", [at({ port: 80, protocol: "HTTP", defaultActions: fixed }), balancer()]),
    fault("twin tokens", [
      resource(
        "aws:alb/listener:Listener",
        { ...https, port: 8443, loadBalancerArn: ref("balancer", "arn") },
        { name: "listener" },
      ),
      resource("aws:alb/loadBalancer:LoadBalancer", {}, { name: "balancer" }),
    ]),
    undecided("a balancer known on update", [listener({ ...https, port: 8443, loadBalancerArn: unknown }), balancer()]),
    undecided("actions known on update", [at({ port: 80, protocol: "HTTP", defaultActions: unknown }), balancer()]),
    fault("no port", [at({ ...https, port: undefined }), balancer()]),
    pass("a listener of no balancer, which AWS does not accept", [listener({ ...https, port: 8443 }), balancer()]),
  ],
};
