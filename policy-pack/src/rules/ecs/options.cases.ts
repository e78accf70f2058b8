import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { template } from "../../testing/ec2";
import { logs, noContainers, task } from "./tasks.cases";
import { service } from "./services.cases";

const cluster = (properties: Record<string, unknown> = {}) => resource("aws:ecs/cluster:Cluster", properties);
const exec = (executeCommandConfiguration: unknown) => cluster({ configuration: { executeCommandConfiguration } });
const fireLens = (options: Record<string, unknown>) =>
  task([{ logConfiguration: { logDriver: "awsfirelens", options } }]);
const roles = {
  taskRoleArn: "arn:aws:iam::111122223333:role/task",
  executionRoleArn: "arn:aws:iam::111122223333:role/ecs",
};
const volume = (managedEbsVolume: unknown) => service({ volumeConfiguration: { managedEbsVolume } });
const insights = (value: unknown) => cluster({ settings: [{ name: "containerInsights", value }] });

const provider = resource("aws:ecs/capacityProvider:CapacityProvider", {
  autoScalingGroupProvider: { autoScalingGroupArn: ref("group", "arn") },
});
const group = (properties: Record<string, unknown> = { launchTemplate: { id: ref("template") } }) =>
  resource("aws:autoscaling/group:Group", properties, { name: "group" });
const templateOf = (properties: Record<string, unknown>) => ({ ...template(properties), name: "template" });
const tokens = { metadataOptions: { httpTokens: "required" } };

export const optionCases: ServiceCases = {
  "ecs-firelens-no-file-buffer": [
    pass("another driver", task([logs])),
    pass("an output of AWS", fireLens({ Name: "cloudwatch_logs" })),
    pass("an output elsewhere with TLS", fireLens({ Name: "datadog", TLS: "on" })),
    pass("outputs of a configuration file", fireLens({})),
    fault("a buffer on disk", fireLens({ Name: "s3", "storage.type": "filesystem" })),
    fault("an output elsewhere without TLS", fireLens({ Name: "datadog" })),
    fault("an output elsewhere with TLS off", fireLens({ Name: "http", tls: "off" })),
    undecided("definitions known on update", fireLens({ Name: unknown })),
    pass("no containers, which AWS does not accept", noContainers),
  ],
  "ecs-task-isolation": [
    pass("a network interface of its own", task([logs], { networkMode: "awsvpc" })),
    pass(
      "an interface of its own, for a container that other rules judge",
      task([{ privileged: true }], { networkMode: "awsvpc" }),
    ),
    fault("nothing said", task([logs])),
    fault("the host's", task([logs], { networkMode: "host" })),
    undecided("known on update", task([logs], { networkMode: unknown })),
  ],
  "ecs-readonly-root-filesystem": [
    pass("read only", task([{ readonlyRootFilesystem: true }])),
    pass(
      "every one of two containers",
      task([{ readonlyRootFilesystem: true }, { name: "logs", readonlyRootFilesystem: true }]),
    ),
    fault("nothing said", task([logs])),
    fault("the second container", task([{ readonlyRootFilesystem: true }, { readonlyRootFilesystem: false }])),
    undecided("definitions known on update", task([{ readonlyRootFilesystem: unknown }])),
    pass("no containers, which AWS does not accept", noContainers),
  ],
  "ecs-task-roles": [
    pass("two roles", task([logs], roles)),
    pass(
      "no execution role, and no need of one",
      task([{ image: "public.ecr.aws/app" }], { taskRoleArn: roles.taskRoleArn }),
    ),
    fault("no task role", task([logs], { executionRoleArn: roles.executionRoleArn })),
    fault("no execution role for the logs", task([logs], { taskRoleArn: roles.taskRoleArn })),
    fault("no execution role for secrets", task([{ secrets: [{ name: "A" }] }], { taskRoleArn: roles.taskRoleArn })),
    fault(
      "no execution role for a private image",
      task([{ image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/app" }], { taskRoleArn: roles.taskRoleArn }),
    ),
    fault("one role for both", task([logs], { taskRoleArn: roles.taskRoleArn, executionRoleArn: roles.taskRoleArn })),
    undecided(
      "wired roles",
      [
        task([logs], { taskRoleArn: ref("task", "arn"), executionRoleArn: ref("ecs", "arn") }),
        resource("aws:iam/role:Role", {}, { name: "task" }),
        resource("aws:iam/role:Role", {}, { name: "ecs" }),
      ],
      { afterUpdate: "pass" },
    ),
    undecided(
      "one wired role for both",
      [
        task([logs], { taskRoleArn: ref("task", "arn"), executionRoleArn: ref("task", "arn") }),
        resource("aws:iam/role:Role", {}, { name: "task" }),
      ],
      { afterUpdate: "fault" },
    ),
  ],
  "ecs-storage-cmk": [
    pass(
      "a key for Fargate",
      cluster({ configuration: { managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: "key-1" } } }),
    ),
    fault("no key for Fargate", cluster()),
    pass("a key for the volume", volume({ kmsKeyId: unknown })),
    pass("no volume", service()),
    fault("no key for the volume", volume({ sizeInGb: 20 })),
    fault("AWS's own key for the volume", volume({ kmsKeyId: "alias/aws/ebs" })),
    pass("a volume without encryption, which another rule reports", volume({ encrypted: false })),
    undecided("encryption known on update", volume({ encrypted: unknown })),
  ],
  "ecs-exec-cmk": [
    pass("nothing said of sessions", cluster()),
    pass(
      "a key and an encrypted group",
      exec({
        kmsKeyId: unknown,
        logConfiguration: { cloudWatchLogGroupName: "sessions", cloudWatchEncryptionEnabled: true },
      }),
    ),
    fault("no key", exec({ logging: "OVERRIDE" })),
    fault(
      "a group that is not encrypted",
      exec({ kmsKeyId: "key-1", logConfiguration: { cloudWatchLogGroupName: "sessions" } }),
    ),
    fault(
      "a bucket that is not encrypted",
      exec({ kmsKeyId: "key-1", logConfiguration: { s3BucketName: "sessions", s3BucketEncryptionEnabled: false } }),
    ),
    undecided(
      "encryption of the group known on update",
      exec({
        kmsKeyId: "key-1",
        logConfiguration: { cloudWatchLogGroupName: "sessions", cloudWatchEncryptionEnabled: unknown },
      }),
    ),
  ],
  "ecs-container-insights": [
    pass("on", insights("enabled")),
    pass("on, with more detail", insights("enhanced")),
    fault("off", insights("disabled")),
    fault("nothing said", cluster()),
    undecided("known on update", insights(unknown)),
  ],
  "ecs-ec2-hosts-follow-ec2-rules": [
    pass("a sound template", [
      provider,
      group(),
      templateOf({ ...tokens, blockDeviceMappings: [{ ebs: { encrypted: "true" } }] }),
    ]),
    fault("volumes that are not encrypted", [
      provider,
      group(),
      templateOf({ ...tokens, blockDeviceMappings: [{ ebs: {} }] }),
    ]),
    fault("metadata without tokens", [provider, group(), templateOf({})]),
    fault("a template of a mixed policy", [
      provider,
      group({
        mixedInstancesPolicy: {
          launchTemplate: { launchTemplateSpecification: { launchTemplateId: ref("template") } },
        },
      }),
      templateOf({}),
    ]),
    fault("a launch configuration", [provider, group({ launchConfiguration: "hosts" })]),
    pass(
      "a group of another stack",
      resource("aws:ecs/capacityProvider:CapacityProvider", {
        autoScalingGroupProvider: {
          autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:hosts",
        },
      }),
    ),
    undecided(
      "a group known on update",
      resource("aws:ecs/capacityProvider:CapacityProvider", {
        autoScalingGroupProvider: { autoScalingGroupArn: unknown },
      }),
    ),
    pass("managed instances, which have no group", [
      resource("aws:ecs/capacityProvider:CapacityProvider", { managedInstancesProvider: {} }),
      group(),
      templateOf({}),
    ]),
  ],
};
