import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

export const service = (properties: Record<string, unknown> = {}) => resource("aws:ecs/service:Service", properties);
export const taskSet = (properties: Record<string, unknown>) => resource("aws:ecs/taskSet:TaskSet", properties);
export const eventTarget = (ecsTarget: Record<string, unknown>) =>
  resource("aws:cloudwatch/eventTarget:EventTarget", { ecsTarget });
export const schedule = (ecsParameters: Record<string, unknown>) =>
  resource("aws:scheduler/schedule:Schedule", { target: { ecsParameters } });

const network = (assignPublicIp: unknown) => ({ networkConfiguration: { subnets: ["subnet-1"], assignPublicIp } });
const volume = (managedEbsVolume: unknown) => ({ volumeConfiguration: { name: "scratch", managedEbsVolume } });

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
