import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type RuleCase,
  type ServiceCases,
} from "../testing/cases";
import { a, network, subnetOf } from "../testing/vpc";

type Properties = Record<string, unknown>;
const job = (properties: Properties = {}) =>
  resource("aws:batch/jobDefinition:JobDefinition", { type: "container", ...properties });
const container = (properties: Properties) => job({ containerProperties: json({ image: "job", ...properties }) });
const jobsOn = (platformCapabilities: unknown, containerProperties: unknown) =>
  job({ platformCapabilities, containerProperties });
const inTask = (task: Properties) => job({ ecsProperties: json({ taskProperties: [task] }) });
const onNodes = (...ranges: Properties[]) =>
  job({ type: "multinode", nodeProperties: json({ numNodes: 2, mainNode: 0, nodeRangeProperties: ranges }) });
const pod = (podProperties: Properties) => job({ eksProperties: { podProperties } });

const volume = (efs: unknown) => ({ volumes: [{ name: "scratch" }, { name: "data", efsVolumeConfiguration: efs }] });
const tls = volume({ fileSystemId: "fs-1", transitEncryption: "ENABLED" });
const plain = volume({ fileSystemId: "fs-1" });
const address = (assignPublicIp: unknown) => ({ networkConfiguration: { assignPublicIp } });
const driver = (logDriver: string) => ({ logConfiguration: { logDriver } });
const variable = (name: unknown, value: unknown) => ({ environment: [{ name, value }] });

/** What holds of every rule that reads the JSON texts. */
const texts: readonly RuleCase[] = [
  pass("no properties", job()),
  undecided("properties known on update", job({ containerProperties: unknown })),
  undecided(
    "properties that name another resource",
    [
      job({ containerProperties: json({ image: "job", jobRoleArn: ref("role", "arn") }) }),
      resource("aws:iam/role:Role", {}, { name: "role" }),
    ],
    { afterUpdate: "pass" },
  ),
  undecided("tasks known on update", job({ ecsProperties: unknown })),
  undecided("nodes known on update", job({ nodeProperties: unknown })),
  undecided("text that is no JSON", job({ containerProperties: "{" })),
];

const environment = (computeResources?: unknown) =>
  resource(
    "aws:batch/computeEnvironment:ComputeEnvironment",
    computeResources === undefined ? {} : { computeResources },
  );
const fargate = { type: "FARGATE", subnets: [ref("a")] };

export const batchCases: ServiceCases = {
  "batch-job-hardening": [
    ...texts,
    pass("TLS", container(tls)),
    pass(
      "TLS in another case of letters",
      container({ Volumes: [{ EfsVolumeConfiguration: { TransitEncryption: "ENABLED" } }] }),
    ),
    pass("a volume of the host", container({ volumes: [{ name: "scratch", host: { sourcePath: "/tmp" } }] })),
    pass("TLS in a task", inTask(tls)),
    pass("TLS on the nodes", onNodes({ container: tls })),
    fault("nothing said, which means none", container(plain)),
    fault("none", container(volume({ transitEncryption: "DISABLED" }))),
    fault("none in a task", inTask(plain)),
    fault("none on the nodes", onNodes({ container: plain })),
    fault("none on the second kind of node", onNodes({ container: tls }, { container: plain })),
    fault("none in a task on the nodes", onNodes({ ecsProperties: { taskProperties: [plain] } })),
    fault(
      "none beside an unknown",
      job({ containerProperties: unknown, ecsProperties: json({ taskProperties: [plain] }) }),
    ),
    pass("a pod, which mounts no such volume", pod({ containers: [{ image: "job" }] })),
  ],
  "batch-no-public-ip": [
    ...texts,
    pass("nothing said, which means none", container({})),
    pass("none", container(address("DISABLED"))),
    fault("a public address", container(address("ENABLED"))),
    fault("a public address on Fargate", jobsOn(["FARGATE"], json(address("ENABLED")))),
    notApplicable("jobs on instances", jobsOn(["EC2"], unknown)),
    undecided("jobs on Fargate, known on update", jobsOn(["FARGATE"], unknown)),
    undecided("platforms known on update", jobsOn(unknown, unknown)),
    fault("a public address in lower case", container(address("enabled"))),
    fault("a public address for a task", inTask(address("ENABLED"))),
    fault("public addresses for nodes", onNodes({ container: address("ENABLED") })),
    fault("public addresses for tasks on nodes", onNodes({ ecsProperties: { taskProperties: [address("ENABLED")] } })),
  ],
  "batch-no-privileged-containers": [
    ...texts,
    pass("not privileged", container({ privileged: false })),
    fault("privileged", container({ privileged: true })),
    fault("privileged on the nodes", onNodes({ container: { privileged: true } })),
    fault("one of a task's containers", inTask({ containers: [{ image: "a" }, { image: "b", privileged: true }] })),
    pass("a pod", pod({ containers: [{ image: "job", securityContext: { privileged: false } }] })),
    fault("a privileged pod", pod({ containers: [{ image: "job", securityContext: { privileged: true } }] })),
    fault(
      "a privileged container that runs first",
      pod({ initContainers: [{ securityContext: { privileged: true } }] }),
    ),
    fault(
      "a privileged pod on the nodes",
      onNodes({ eksProperties: { podProperties: { containers: [{ securityContext: { privileged: true } }] } } }),
    ),
    undecided("a pod known on update", job({ eksProperties: unknown })),
  ],
  "batch-job-logs": [
    ...texts,
    pass("nothing said, which means CloudWatch", container({})),
    pass("CloudWatch", container(driver("awslogs"))),
    pass("Splunk", container(driver("splunk"))),
    fault("none", container(driver("none"))),
    fault("files on the host", container(driver("json-file"))),
    fault("one of a task's containers", inTask({ containers: [{}, driver("none")] })),
    fault("none on the nodes", onNodes({ container: driver("none") })),
  ],
  "batch-no-phi-in-definitions": [
    ...texts,
    pass("a harmless variable", container(variable("STAGE", "production"))),
    pass("a secret by its ARN", container({ secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:ssm:x" }] })),
    fault("a password", container(variable("DB_PASSWORD", "correct horse"))),
    fault("a password in a task", inTask({ containers: [variable("DB_PASSWORD", "correct horse")] })),
    fault("a password on the nodes", onNodes({ container: variable("DB_PASSWORD", "correct horse") })),
    fault("a password in a pod", pod({ containers: [{ envs: [{ name: "DB_PASSWORD", value: "correct horse" }] }] })),
    fault("a token on the command line", container({ command: ["fetch", `ghp_${"a1B2".repeat(9)}`] })),
    fault("a token among the parameters", job({ parameters: { source: `ghp_${"a1B2".repeat(9)}` } })),
    fault("a URL with a password", container(variable("DATABASE", "postgres://app:correct-horse@db:5432/app"))),
    fault("a number of a patient in a task", inTask({ containers: [{ command: ["report", "MRN-0012345"] }] })),
    fault("a deny-word in a pod", pod({ containers: [{ args: ["oncology"] }] }), {
      config: { denyWords: ["oncology"] },
    }),
    pass(
      "the number of a patient in the container, which the general rule reports",
      container({ command: ["MRN-0012345"] }),
    ),
    undecided("parameters known on update", job({ parameters: unknown })),
    undecided(
      "a value in a pod known on update",
      pod({ containers: [{ envs: [{ name: "DB_PASSWORD", value: unknown }] }] }),
    ),
  ],
  "batch-compute-private": [
    pass("Fargate in a private subnet", [environment(fargate), network, a]),
    pass("instances with a launch template", [
      environment({ ...fargate, type: "EC2", launchTemplate: { launchTemplateId: "lt-1" } }),
      network,
      a,
    ]),
    pass("resources that Batch does not manage", environment()),
    fault("a public subnet", [environment(fargate), network, subnetOf("a", "public")]),
    fault("a subnet that hands out public addresses", [
      environment(fargate),
      network,
      subnetOf("a", undefined, { mapPublicIpOnLaunch: true }),
    ]),
    fault("instances without a launch template", [environment({ ...fargate, type: "EC2" }), network, a]),
    fault("spot instances without a launch template", [environment({ ...fargate, type: "SPOT" }), network, a]),
    undecided("subnets of another stack", environment({ type: "FARGATE", subnets: unknown })),
    undecided("a type known on update", [environment({ ...fargate, type: unknown }), network, a]),
    undecided("all known on update", environment(unknown)),
  ],
};
