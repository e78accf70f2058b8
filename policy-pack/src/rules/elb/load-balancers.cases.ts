import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const balancer = (properties: Record<string, unknown> = {}, name = "balancer") =>
  resource("aws:lb/loadBalancer:LoadBalancer", properties, { name });
const albBalancer = (properties: Record<string, unknown> = {}) =>
  resource("aws:alb/loadBalancer:LoadBalancer", properties, { name: "balancer" });
const classic = (properties: Record<string, unknown> = {}) =>
  resource("aws:elb/loadBalancer:LoadBalancer", properties, { name: "balancer" });
const network = { loadBalancerType: "network" };
const gateway = { loadBalancerType: "gateway" };
const logs = (enabled: unknown = true, bucket: unknown = "logs") => ({ accessLogs: { enabled, bucket } });
const listener = (protocol: unknown, loadBalancerArn: unknown = ref("balancer", "arn")) =>
  resource("aws:lb/listener:Listener", { port: 443, protocol, loadBalancerArn }, { name: "listener" });
const bucket = resource("aws:s3/bucket:Bucket", {}, { name: "bucket" });

export const loadBalancerCases: ServiceCases = {
  "elb-access-logs": [
    pass("an application balancer that logs", balancer(logs())),
    pass("the bucket by a wired name", [balancer(logs(true, ref("bucket", "bucket"))), bucket]),
    pass("the flag as text, twin token", albBalancer(logs("true"))),
    pass("a classic balancer, which logs by default", classic({ accessLogs: { bucket: "logs" } })),
    pass("a network balancer with a TLS listener that logs", [balancer({ ...network, ...logs() }), listener("TLS")]),
    pass("a network balancer that passes TLS through", [balancer(network), listener("TCP")]),
    pass("a gateway balancer", balancer(gateway)),
    fault("no logs", balancer()),
    fault("a bucket without the flag", balancer({ accessLogs: { bucket: "logs" } })),
    fault("off", balancer(logs(false))),
    fault("no bucket", albBalancer({ accessLogs: { enabled: true } })),
    fault("an empty bucket", balancer(logs(true, ""))),
    fault("a classic balancer without logs", classic()),
    fault("a classic balancer with logs off", classic(logs(false))),
    fault("a network balancer with a TLS listener", [balancer(network), listener("TLS")]),
    fault("a network balancer with a TLS listener beside a TCP one", [
      balancer(network),
      { ...listener("TCP"), name: "tcp" },
      listener("TLS"),
    ]),
    fault("off, with an unknown bucket", balancer(logs(false, unknown))),
    undecided("a flag known on update", balancer(logs(unknown))),
    undecided("a kind known on update", balancer({ loadBalancerType: unknown })),
    undecided("a listener whose balancer is known on update", [balancer(network), listener("TLS", unknown)]),
    undecided("a listener whose protocol is known on update", [balancer(network), listener(ref("bucket")), bucket], {
      afterUpdate: "pass",
    }),
  ],
  "elb-connection-logs": [
    pass("on", balancer({ connectionLogs: { enabled: true, bucket: "logs" } })),
    fault("none", balancer()),
    fault("off, twin token", albBalancer({ connectionLogs: { enabled: false, bucket: "logs" } })),
    notApplicable("a network balancer", balancer(network)),
    notApplicable("a gateway balancer", balancer(gateway)),
    undecided("known on update", balancer({ connectionLogs: { enabled: unknown } })),
  ],
  "elb-drop-invalid-headers": [
    pass("dropped", balancer({ dropInvalidHeaderFields: true })),
    fault("kept by default", balancer()),
    fault("kept, twin token", albBalancer({ dropInvalidHeaderFields: false, loadBalancerType: "application" })),
    notApplicable("a network balancer, with the default that the provider fills in", [
      balancer({ ...network, dropInvalidHeaderFields: false }),
    ]),
    notApplicable("a gateway balancer", balancer(gateway)),
    undecided("known on update", balancer({ dropInvalidHeaderFields: unknown })),
    undecided("a kind known on update", balancer({ loadBalancerType: unknown })),
  ],
  "elb-desync-mitigation": [
    pass("defensive by default", balancer()),
    pass("strictest", albBalancer({ desyncMitigationMode: "strictest" })),
    pass("defensive on a classic balancer", classic({ desyncMitigationMode: "defensive" })),
    fault("monitor", balancer({ desyncMitigationMode: "monitor" })),
    fault("monitor on a classic balancer", classic({ desyncMitigationMode: "monitor" })),
    undecided("known on update", balancer({ desyncMitigationMode: unknown })),
  ],
  "elb-deletion-protection": [
    pass("protected", balancer({ enableDeletionProtection: true })),
    pass("the flag as text, twin token", albBalancer({ enableDeletionProtection: "true" })),
    fault("not by default", balancer()),
    fault("not protected", albBalancer({ enableDeletionProtection: false })),
    fault("not protected, by the default that the provider fills in", balancer({ enableDeletionProtection: "false" })),
    undecided("known on update", balancer({ enableDeletionProtection: unknown })),
  ],
  "elb-multi-az": [
    pass("two subnets", balancer({ subnets: ["subnet-a", "subnet-b"] })),
    pass("two subnets known on update", balancer({ subnets: [unknown, unknown] })),
    pass("two mappings", albBalancer({ subnetMappings: [{ subnetId: "subnet-a" }, { subnetId: unknown }] })),
    pass("two zones on a classic balancer", classic({ availabilityZones: ["us-east-1a", "us-east-1b"] })),
    fault("one subnet", balancer({ subnets: ["subnet-a"] })),
    fault("one mapping", albBalancer({ subnetMappings: [{ subnetId: "subnet-a" }] })),
    fault("one zone on a classic balancer", classic({ availabilityZones: ["us-east-1a"] })),
    fault("nothing", balancer()),
    undecided("subnets known on update", balancer({ subnets: unknown })),
  ],
  "elb-cross-zone": [
    pass("a network balancer that spreads", balancer({ ...network, enableCrossZoneLoadBalancing: true })),
    pass("a classic balancer by default", classic()),
    fault("a network balancer by default", balancer(network)),
    fault("a gateway balancer", albBalancer({ ...gateway, enableCrossZoneLoadBalancing: false })),
    fault("a classic balancer that does not", classic({ crossZoneLoadBalancing: false })),
    notApplicable("an application balancer", balancer({ enableCrossZoneLoadBalancing: false })),
    undecided("known on update", balancer({ ...network, enableCrossZoneLoadBalancing: unknown })),
  ],
};
