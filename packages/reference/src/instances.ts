import * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment } from "@hipaa-aws/foundation";
import type { KeyRingUsers } from "@hipaa-aws/keys";
import { InstanceTier, ServiceTier, type FargateServiceConnectionArgs } from "@hipaa-aws/service";
import type { HipaaWebApplicationArgs } from "./args";
import type { HipaaWebApplicationInstancesArgs } from "./instances-args";
import type { ServiceSurroundings } from "./services";

/** What a web tier of instances is wired to, and what its program is told. */
export interface InstanceSurroundings extends Pick<
  ServiceSurroundings,
  "network" | "keys" | "front" | "alarmTopicArn"
> {
  readonly connections: FargateServiceConnectionArgs[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Creates the web tier on instances. */
export function createInstances(
  name: string,
  args: HipaaWebApplicationArgs,
  { userData, ...size }: HipaaWebApplicationInstancesArgs,
  { network, keys, front, alarmTopicArn, connections, environment }: InstanceSurroundings,
  parent: pulumi.Resource,
): InstanceTier {
  const { deletionProtection = true, tags } = args;
  return new InstanceTier(
    `${name}-web`,
    {
      ...size,
      network,
      tier: ServiceTier.Web,
      volumesKey: keys.volumes,
      logsKey: keys.logs,
      userData: pulumi.output(userData).apply((lines = "") => `${environmentFile(environment)}${lines}`),
      connections,
      loadBalancer: front.loadBalancer,
      hostNames: front.hostNames,
      rulePriority: 100,
      deletionProtection,
      alarmTopicArn,
      tags,
    },
    { parent },
  );
}

/** Shell that writes what the program is told, in the form that systemd reads. */
function environmentFile(environment: Readonly<Record<string, string>>): string {
  const lines = Object.entries(environment).map(([variable, value]) => `${variable}=${value}`);
  return `cat > /etc/application.env <<'END'\n${lines.join("\n")}\nEND\n`;
}

/** AWS services that work on instances, and not on tasks. */
export const instanceEndpoints: readonly string[] = ["ec2", "ec2messages", "monitoring", "ssm", "ssmmessages"];

/** Volumes of instances are made by auto scaling, by a role of its own. */
export function instanceKeyUsers(
  { webInstances }: HipaaWebApplicationArgs,
  parent: pulumi.Resource,
): { users?: KeyRingUsers } {
  if (webInstances === undefined) return {};
  const role = "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
  return { users: { volumes: [arn(awsEnvironment(parent), "iam", role, { region: "" })] } };
}
