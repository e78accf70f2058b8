import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const listener = (protocol: unknown, ...ranges: readonly (readonly [unknown, unknown])[]) =>
  resource("aws:globalaccelerator/listener:Listener", {
    protocol,
    portRanges: ranges.map(([fromPort, toPort]) => ({ fromPort, toPort })),
  });
const group = (endpointId: unknown, more: Record<string, unknown> = {}) =>
  resource(
    "aws:globalaccelerator/endpointGroup:EndpointGroup",
    { endpointConfigurations: [{ endpointId, weight: 100 }], ...more },
    { name: "group" },
  );
const balancer = (lb = "lb") => resource(`aws:${lb}/loadBalancer:LoadBalancer`, {}, { name: "balancer" });
const address = resource("aws:ec2/eip:Eip", {}, { name: "address" });
const accelerator = (attributes: unknown, kind = "accelerator:Accelerator") =>
  resource(`aws:globalaccelerator/${kind}`, { attributes });
const balancerArn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/edge/0123456789abcdef";

export const globalacceleratorCases: ServiceCases = {
  "globalaccelerator-tls-ports": [
    pass("443", listener("TCP", [443, 443])),
    pass("443 and 8443", listener("tcp", [443, 443], [8443, 8443])),
    pass("80, as configured", listener("TCP", [80, 80], [443, 443]), { config: { tlsPorts: [80, 443] } }),
    fault("UDP", listener("UDP", [443, 443])),
    fault("80", listener("TCP", [80, 80])),
    fault("the second of two ranges", listener("TCP", [443, 443], [8080, 8080])),
    fault("a range between two ports of TLS", listener("TCP", [443, 8443])),
    fault("no range", listener("TCP")),
    fault("no protocol", listener(undefined, [443, 443])),
    fault("a certain fault beside an unknown", listener("TCP", [unknown, unknown], [80, 80])),
    undecided("ports known on update", listener("TCP", [unknown, unknown])),
    undecided("a protocol known on update", listener(unknown, [443, 443])),
  ],
  "globalaccelerator-endpoints-encrypted": [
    pass("a balancer", [group(ref("balancer", "arn")), balancer()]),
    pass("a balancer, twin token", [group(ref("balancer", "arn"), { healthCheckProtocol: "HTTPS" }), balancer("alb")]),
    pass("a balancer of another stack", group(balancerArn)),
    fault("an address", [group(ref("address")), address]),
    fault("an address beside a balancer", [
      group(undefined, { endpointConfigurations: [{ endpointId: balancerArn }, { endpointId: "eipalloc-1" }] }),
    ]),
    fault("an address by id", group("eipalloc-0123456789abcdef0")),
    fault("an instance by id", group("i-0123456789abcdef0")),
    fault("no endpoint named", group(undefined)),
    fault("health checks by HTTP", [group(ref("balancer", "arn"), { healthCheckProtocol: "HTTP" }), balancer()]),
    undecided("known on update", group(unknown)),
    undecided("health checks known on update", [
      group(ref("balancer", "arn"), { healthCheckProtocol: unknown }),
      balancer(),
    ]),
  ],
  "globalaccelerator-flow-logs": [
    pass("on", accelerator({ flowLogsEnabled: true, flowLogsS3Bucket: "logs", flowLogsS3Prefix: "ga" })),
    pass(
      "on, custom routing, wired bucket",
      accelerator(
        { flowLogsEnabled: true, flowLogsS3Bucket: unknown },
        "customRoutingAccelerator:CustomRoutingAccelerator",
      ),
    ),
    fault("none", accelerator(undefined)),
    fault("off", accelerator({ flowLogsEnabled: false, flowLogsS3Bucket: "logs" })),
    fault("no bucket", accelerator({ flowLogsEnabled: true })),
    undecided("known on update", accelerator({ flowLogsEnabled: unknown, flowLogsS3Bucket: "logs" })),
  ],
};
