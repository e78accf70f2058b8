import { fault, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const group = (properties: Record<string, unknown>) => resource("aws:lb/targetGroup:TargetGroup", properties);
const albGroup = (properties: Record<string, unknown>) => resource("aws:alb/targetGroup:TargetGroup", properties);
const checked = (healthCheck: unknown, protocol = "HTTPS") => group({ protocol, healthCheck });

export const targetGroupCases: ServiceCases = {
  "elb-target-group-encrypted": [
    pass("HTTPS", group({ port: 8443, protocol: "HTTPS", targetType: "ip" })),
    pass("HTTP/2 and gRPC over HTTPS", albGroup({ protocol: "https", protocolVersion: "GRPC" })),
    pass("TLS", group({ protocol: "TLS" })),
    pass("TCP, which may pass TLS through", group({ protocol: "TCP" })),
    pass("QUIC", group({ protocol: "QUIC" })),
    pass("the tunnel to inspection appliances", group({ protocol: "GENEVE" })),
    pass("Lambda functions", group({ targetType: "lambda" })),
    fault("HTTP", group({ port: 443, protocol: "HTTP" })),
    fault("HTTP, twin token", albGroup({ protocol: "HTTP", targetType: "ip" })),
    fault("UDP", group({ protocol: "UDP" })),
    fault("TCP_UDP", group({ protocol: "TCP_UDP" })),
    fault("none", group({ targetType: "instance" })),
    undecided("a protocol known on update", group({ protocol: unknown })),
    undecided("a kind of target known on update", group({ targetType: unknown })),
    pass("Lambda functions whatever the protocol", group({ targetType: "lambda", protocol: unknown })),
  ],
  "elb-target-health-check-encrypted": [
    pass("HTTPS", checked({ protocol: "HTTPS" })),
    pass("TCP", checked({ protocol: "TCP" }, "TLS")),
    pass("TCP by default", checked(undefined, "TLS")),
    fault("HTTP", checked({ protocol: "HTTP" })),
    fault("HTTP by default", checked(undefined)),
    fault("a block that says nothing", checked({ path: "/healthz" })),
    fault("a block that says nothing for TLS", checked({ port: "8080" }, "TLS")),
    notApplicable("HTTP groups", checked({ protocol: "HTTP" }, "HTTP")),
    notApplicable("Lambda functions", group({ targetType: "lambda", protocol: "HTTPS" })),
    undecided("known on update", checked(unknown)),
    undecided("a protocol known on update", checked({ protocol: unknown })),
  ],
  "elb-target-health-check-on": [
    pass("on by default", group({ protocol: "HTTPS" })),
    pass("on", albGroup({ protocol: "HTTPS", healthCheck: { enabled: true } })),
    fault("off", group({ protocol: "HTTPS", healthCheck: { enabled: false } })),
    fault("off as text, twin token", albGroup({ healthCheck: { enabled: "false" } })),
    notApplicable("Lambda functions", group({ targetType: "lambda", healthCheck: { enabled: false } })),
    undecided("known on update", group({ healthCheck: { enabled: unknown } })),
  ],
};
