import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

export const task = (containers: unknown, properties: Record<string, unknown> = {}) =>
  resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: json(containers), ...properties });

const daemon = (...containerDefinitions: unknown[]) =>
  resource("aws:ecs/daemonTaskDefinition:DaemonTaskDefinition", { containerDefinitions });

/** A task definition that leaves its containers out. */
export const noContainers = resource("aws:ecs/taskDefinition:TaskDefinition", { family: "app" });

export const logs = { logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "app" } } };
const vendorToken = ["ghp", "0123456789abcdefghijABCDEFGHIJ012345"].join("_");
const environment = (name: string, value: unknown) => task([{ ...logs, environment: [{ name, value }] }]);
const group = resource("aws:cloudwatch/logGroup:LogGroup", {}, { name: "group" });

export const taskCases: ServiceCases = {
  "ecs-task-logs": [
    pass("awslogs", task([{ name: "app", ...logs }])),
    pass("FireLens", task([{ logConfiguration: { logDriver: "awsfirelens" } }])),
    pass("a sidecar that is not essential and says nothing", task([logs, { name: "init", essential: false }])),
    pass("keys in another case, which the provider takes", task([{ LogConfiguration: { LogDriver: "awslogs" } }])),
    fault("a container that says nothing", task([{ name: "app" }])),
    fault("a second container that says nothing", task([logs, { name: "sidecar" }])),
    fault("an essential container that says so", task([{ essential: true }])),
    fault("a driver that drops everything", task([{ logConfiguration: { logDriver: "none" } }])),
    fault("a driver that writes to the host", task([{ logConfiguration: { logDriver: "json-file" } }])),
    fault("a block without a driver", task([{ logConfiguration: {} }])),
    undecided("definitions known on update", task([{ ...logs, image: unknown }])),
    undecided(
      "the group's name known on update",
      [
        task([{ logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": ref("group", "name") } } }]),
        group,
      ],
      { afterUpdate: "pass" },
    ),
    undecided("text that is no JSON", resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: "[" })),
    pass("a daemon's container", daemon(logs)),
    fault("a daemon's container that says nothing", daemon(logs, {})),
    undecided("a daemon's driver known on update", daemon({ logConfiguration: { logDriver: unknown } })),
    fault("a daemon's silent container beside one not known yet", daemon({}, unknown)),
    pass("no containers, which AWS does not accept", noContainers),
  ],
  "ecs-secrets-not-plain-env": [
    pass("secrets by reference", task([{ ...logs, secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:ssm:::p" }] }])),
    pass("no environment", task([logs])),
    pass("the ARN of a secret", environment("DB_SECRET", "arn:aws:secretsmanager:us-east-1:111122223333:secret:db")),
    pass("the path of a parameter", environment("DB_PASSWORD", "/prod/db/password")),
    pass("a number under a telling name", environment("MAX_TOKEN", "4096")),
    pass("a telling name in the middle", environment("PASSWORD_MIN_LENGTH", "twelve")),
    pass("a URL of a token endpoint", environment("OAUTH_TOKEN", "https://login.example.com/token")),
    fault("a literal password", environment("DB_PASSWORD", "hunter2!")),
    fault("a literal key under a joined name", environment("STRIPE_APIKEY", "abc123def")),
    fault(
      "a secret access key, which may look like a path",
      environment("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY"),
    ),
    fault("a vendor's token under any name", environment("CONFIG", `{"github":"${vendorToken}"}`)),
    fault("a URL with a password", environment("DATABASE_URL", "postgres://app:hunter2@db/app")),
    fault("keys in another case", task([{ Environment: [{ Name: "DB_PASSWORD", Value: "hunter2!" }] }])),
    fault("a token in the command", task([{ command: ["agent", `--token=${vendorToken}`] }])),
    fault(
      "a vendor's token among the log options",
      task([{ logConfiguration: { logDriver: "splunk", options: { "splunk-token": "2f3d-11" } } }]),
    ),
    fault("a second container", task([logs, { environment: [{ name: "API_KEY", value: "abc123def" }] }])),
    undecided("definitions known on update", environment("DB_HOST", unknown)),
    undecided("a wired secret ARN", [environment("DB_SECRET", ref("group", "arn")), group], { afterUpdate: "pass" }),
    fault("a daemon's literal password", daemon({ environments: [{ name: "DB_PASSWORD", value: "hunter2!" }] })),
    undecided("a daemon's value known on update", daemon({ environments: [{ name: "DB_PASSWORD", value: unknown }] })),
    pass("no containers, which AWS does not accept", noContainers),
  ],
  "ecs-efs-transit-encryption": [
    pass("no volumes", task([logs])),
    pass("another kind of volume", task([logs], { volumes: [{ name: "scratch" }] })),
    pass("TLS on", task([logs], { volumes: [efs({ transitEncryption: "ENABLED" })] })),
    fault("TLS off", task([logs], { volumes: [efs({ transitEncryption: "DISABLED" })] })),
    fault("nothing said, which means off", task([logs], { volumes: [efs({})] })),
    fault("off on the second volume", task([logs], { volumes: [efs({ transitEncryption: "ENABLED" }), efs({})] })),
    undecided("known on update", task([logs], { volumes: [efs({ transitEncryption: unknown })] })),
    undecided("the whole list known on update", task([logs], { volumes: unknown })),
    fault("off beside a volume not known yet", task([logs], { volumes: [unknown, efs({})] })),
  ],
  "ecs-efs-iam-authorization": [
    pass("no volumes", task([logs])),
    pass("an identity and an access point", task([logs], { volumes: [efs(authorized())] })),
    pass("a wired access point", [
      task([logs], { volumes: [efs(authorized({ accessPointId: ref("point") }))] }),
      resource("aws:efs/accessPoint:AccessPoint", {}, { name: "point" }),
    ]),
    fault("no authorization", task([logs], { volumes: [efs({})] })),
    fault("identity switched off", task([logs], { volumes: [efs(authorized({ iam: "DISABLED" }))] })),
    fault("no access point", task([logs], { volumes: [efs(authorized({ accessPointId: undefined }))] })),
    fault("the second volume", task([logs], { volumes: [efs(authorized()), efs({})] })),
    undecided("identity known on update", task([logs], { volumes: [efs(authorized({ iam: unknown }))] })),
  ],
  "ecs-no-host-namespaces": [
    pass("nothing said", task([logs])),
    pass("namespaces of the task", task([logs], { pidMode: "task", ipcMode: "none" })),
    fault("the host's processes", task([logs], { pidMode: "host" })),
    fault("the host's memory", task([logs], { ipcMode: "host" })),
    undecided("known on update", task([logs], { pidMode: unknown })),
    fault("the host's memory beside an unknown", task([logs], { pidMode: unknown, ipcMode: "host" })),
  ],
  "ecs-no-privileged-containers": [
    pass("nothing said", task([logs])),
    pass("not privileged", task([{ privileged: false }])),
    fault("privileged", task([{ privileged: true }])),
    fault("the second container", task([logs, { Privileged: true }])),
    undecided("definitions known on update", task([{ privileged: unknown }])),
    fault("a privileged daemon", daemon({ privileged: true })),
    pass("a daemon that is not", daemon({ privileged: false })),
    pass("no containers, which AWS does not accept", noContainers),
  ],
  "ecs-host-mode-user": [
    pass("a network of its own, and no user", task([logs], { networkMode: "awsvpc" })),
    pass("nothing said, which means bridge", task([logs])),
    pass("a user on the host network", task([{ user: "10001:10001" }], { networkMode: "host" })),
    pass("a name that only begins like root", task([{ user: "rootless" }], { networkMode: "host" })),
    fault("no user on the host network", task([logs], { networkMode: "host" })),
    fault("root by name", task([{ user: "root" }], { networkMode: "host" })),
    fault("root by number, with a group", task([{ user: "0:1000" }], { networkMode: "host" })),
    fault("root in the second container", task([{ user: "app" }, { user: "0" }], { networkMode: "host" })),
    undecided("a mode known on update", task([logs], { networkMode: unknown })),
    pass("a mode known on update, and users anyway", task([{ user: "app" }], { networkMode: unknown })),
    undecided("definitions known on update", task([{ user: unknown }], { networkMode: "host" })),
  ],
};

function authorized(changed: Record<string, unknown> = {}): Record<string, unknown> {
  return { authorizationConfig: { iam: "ENABLED", accessPointId: "fsap-1", ...changed } };
}

function efs(configuration: Record<string, unknown>): unknown {
  return { name: "files", efsVolumeConfiguration: { fileSystemId: "fs-1", ...configuration } };
}
