import type * as autoscaling from "@pulumi/aws/autoscaling";
import * as ssm from "@pulumi/aws/ssm";
import type * as pulumi from "@pulumi/pulumi";

/** The configuration of the CloudWatch agent: the files that it ships, and how full memory and disks are. */
export function createAgentConfiguration(
  name: string,
  logGroupName: pulumi.Output<string>,
  logFiles: readonly string[],
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ssm.Parameter {
  const value = logGroupName.apply((group) =>
    JSON.stringify({
      agent: { metrics_collection_interval: 60 },
      logs: {
        logs_collected: {
          files: {
            collect_list: logFiles.map((file) => ({
              file_path: file,
              log_group_name: group,
              log_stream_name: `{instance_id}${file.replaceAll("*", "all")}`,
              timezone: "UTC",
            })),
          },
        },
      },
      metrics: {
        namespace: "CWAgent",
        append_dimensions: { AutoScalingGroupName: "${aws:AutoScalingGroupName}" },
        // Instances come and go: alarms watch the group.
        aggregation_dimensions: [["AutoScalingGroupName"]],
        metrics_collected: {
          mem: { measurement: ["mem_used_percent"] },
          disk: { measurement: ["used_percent"], resources: ["*"], drop_device: true },
        },
      },
    }),
  );
  return new ssm.Parameter(
    `${name}-agent`,
    { description: `CloudWatch agent of instances of ${name}`, type: "String", value, tags },
    { parent },
  );
}

/** Has Systems Manager install the agent on every instance of the group and keep it running with its configuration. */
export function createAgentAssociations(
  name: string,
  group: autoscaling.Group,
  configuration: ssm.Parameter,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): void {
  const targets = [{ key: "tag:aws:autoscaling:groupName", values: [group.name] }];
  // New instances are served at once. The schedule repairs what was stopped or came before the package.
  const common = { targets, scheduleExpression: "rate(30 minutes)", complianceSeverity: "HIGH", tags };
  new ssm.Association(
    `${name}-agent-install`,
    {
      ...common,
      name: "AWS-ConfigureAWSPackage",
      parameters: { action: "Install", name: "AmazonCloudWatchAgent" },
    },
    { parent },
  );
  new ssm.Association(
    `${name}-agent-configure`,
    {
      ...common,
      name: "AmazonCloudWatch-ManageAgent",
      parameters: {
        action: "configure",
        mode: "ec2",
        optionalConfigurationSource: "ssm",
        optionalConfigurationLocation: configuration.name,
        optionalRestart: "yes",
      },
    },
    { parent },
  );
}
