import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

export const service = (properties: Record<string, unknown> = {}) => resource("aws:ecs/service:Service", properties);
export const taskSet = (properties: Record<string, unknown>) => resource("aws:ecs/taskSet:TaskSet", properties);
export const eventTarget = (ecsTarget: Record<string, unknown>) =>
  resource("aws:cloudwatch/eventTarget:EventTarget", { ecsTarget });
export const schedule = (ecsParameters: Record<string, unknown>) =>
  resource("aws:scheduler/schedule:Schedule", { target: { ecsParameters } });

const network = (assignPublicIp: unknown) => ({ networkConfiguration: { subnets: ["subnet-1"], assignPublicIp } });
const volume = (managedEbsVolume: unknown) => ({ volumeConfiguration: { name: "scratch", managedEbsVolume } });

const connect = (...services: unknown[]) => ({ serviceConnectConfiguration: { enabled: true, services } });

const cluster = (properties: Record<string, unknown> = {}) =>
  resource("aws:ecs/cluster:Cluster", properties, { name: "cluster" });
const letsIn = { enableExecuteCommand: true };
const serviceOf = (properties: Record<string, unknown> = {}, name = "service") =>
  resource("aws:ecs/service:Service", { cluster: ref("cluster", "arn"), ...properties }, { name });
const sessions = (logConfiguration: unknown) => ({
  configuration: { executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration } },
});

export const serviceCases: ServiceCases = {
  "ecs-service-private": [
    pass("no public address", service(network(false))),
    pass("nothing said, which means none", service({ networkConfiguration: { subnets: ["subnet-1"] } })),
    pass("no network of its own", service()),
    fault("a public address", service(network(true))),
    fault("a public address as text", service(network("true"))),
    fault("a task set with a public address", taskSet(network(true))),
    fault("a scheduled task of EventBridge with a public address", eventTarget(network(true))),
    fault("a task of EventBridge Scheduler with a public address", schedule(network(true))),
    pass("a target that is no task", resource("aws:cloudwatch/eventTarget:EventTarget", { arn: "arn" })),
    undecided("known on update", service(network(unknown))),
    undecided("the whole network known on update", service({ networkConfiguration: unknown })),
    undecided("a schedule's parameters known on update", schedule({ networkConfiguration: unknown })),
    pass(
      "a task of EventBridge Scheduler, nothing said",
      schedule({ networkConfiguration: { subnets: ["subnet-1"] } }),
    ),
  ],
  "ecs-inter-container-tls": [
    pass("no Service Connect", service()),
    pass("TLS", service(connect({ tls: { issuerCertAuthority: { awsPcaAuthorityArn: "arn" } } }))),
    pass("a client only", service({ serviceConnectConfiguration: { enabled: true } })),
    pass("switched off", service({ serviceConnectConfiguration: { enabled: false, services: [{ portName: "web" }] } })),
    fault("no TLS", service(connect({}))),
    fault("TLS without an authority", service(connect({ tls: { kmsKey: "key" } }))),
    fault("the second endpoint", service(connect({ tls: { issuerCertAuthority: {} } }, {}))),
    notApplicable("a service without PHI", service({ ...connect({}), tags: { "hipaa:phi": "false" } })),
    undecided(
      "switched on or off on update",
      service({ serviceConnectConfiguration: { enabled: unknown, services: [{}] } }),
    ),
    undecided(
      "endpoints known on update",
      service({ serviceConnectConfiguration: { enabled: true, services: unknown } }),
    ),
  ],
  "fargate-platform-version": [
    pass("nothing said, which means the latest", service()),
    pass("the latest", service({ platformVersion: "LATEST" })),
    pass("the first that encrypts", service({ platformVersion: "1.4.0" })),
    pass("a later one", taskSet({ platformVersion: "1.10.0" })),
    fault("the one before", service({ platformVersion: "1.3.0" })),
    fault("a task set on an old one", taskSet({ platformVersion: "1.3.0" })),
    fault("a scheduled task of EventBridge on an old one", eventTarget({ platformVersion: "1.3.0" })),
    fault("a task of EventBridge Scheduler on an old one", schedule({ platformVersion: "1.3.0" })),
    undecided("known on update", service({ platformVersion: unknown })),
    pass("a scheduled task of EventBridge, nothing said", eventTarget({ taskCount: 1 })),
  ],
  "ecs-exec-audited": [
    pass("a service that lets nobody in", [cluster(), serviceOf()]),
    pass("sessions logged to a group", [cluster(sessions({ cloudWatchLogGroupName: "sessions" })), serviceOf(letsIn)]),
    pass("sessions logged to a bucket", [cluster(sessions({ s3BucketName: "sessions" })), serviceOf(letsIn)]),
    fault("no configuration", [cluster(), serviceOf(letsIn)]),
    fault("the log of the container, as far as it has one", [
      cluster({ configuration: { executeCommandConfiguration: { logging: "DEFAULT" } } }),
      serviceOf(letsIn),
    ]),
    fault("no log", [
      cluster({ configuration: { executeCommandConfiguration: { logging: "NONE" } } }),
      serviceOf(letsIn),
    ]),
    fault("a log without a name", [cluster(sessions({})), serviceOf(letsIn)]),
    fault("one of two services", [cluster(), serviceOf({}, "other"), serviceOf(letsIn)]),
    fault("a cluster by its name", [cluster({ name: "apps" }), serviceOf({ ...letsIn, cluster: "apps" })]),
    pass("a cluster of another stack", [cluster(), serviceOf({ ...letsIn, cluster: "others" })]),
    undecided("known on update whether it lets anyone in", [cluster(), serviceOf({ enableExecuteCommand: unknown })]),
    undecided("a cluster known on update", serviceOf({ ...letsIn, cluster: unknown }), { at: ["service"] }),
    undecided("a log known on update", [
      cluster({
        configuration: {
          executeCommandConfiguration: { logging: unknown, logConfiguration: { s3BucketName: "sessions" } },
        },
      }),
      serviceOf(letsIn),
    ]),
  ],
  "ecs-managed-volumes-encrypted": [
    pass("encrypted", service(volume({ encrypted: true }))),
    pass("nothing said, which means encrypted", service(volume({ sizeInGb: 20 }))),
    pass("no volume", service()),
    fault("not encrypted", service(volume({ encrypted: false }))),
    fault("not encrypted, as text", service(volume({ encrypted: "false" }))),
    undecided("known on update", service(volume({ encrypted: unknown }))),
    undecided("the whole block known on update", service({ volumeConfiguration: unknown })),
  ],
};
