import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, tags } from "@hipaa-aws/foundation";
import { createDeploymentAlarms } from "./alarms";
import { createAuditLogGroup } from "./audit-log-group";
import { allConnections } from "./connections";
import { createAgentAssociations, createAgentConfiguration } from "./instance-agent";
import { createInstanceAlarms } from "./instance-alarms";
import { createInstanceGroup, createInstanceScaling } from "./instance-group";
import { planInstances } from "./instance-plan";
import { createInstanceRole } from "./instance-role";
import { createLaunchTemplate } from "./instance-template";
import type { InstanceTierArgs } from "./instance-tier-args";
import { instanceInputs } from "./instance-tier-inputs";
import { createRouting } from "./routing";
import { createSecurityGroup } from "./security-group";

/**
 * A tier of EC2 instances behind an HTTPS load balancer, for programs that do not run in containers: encrypted volumes,
 * metadata by session token only, no public address, no key pair, a closed security group, sessions and patches by
 * Systems Manager, logs shipped and kept six years, TLS to the instance.
 *
 * Each instance makes a certificate at its first start, in `/etc/pki/instance-tls`, readable by the group `tls`; the
 * program listens with it.
 *
 * Safeguards: 45 CFR 164.312(a)(1) access control, 164.312(a)(2)(iv) encryption, 164.312(b) audit controls, 164.312(e)(1)
 * transmission security, 164.308(a)(4)(ii)(B) access authorization.
 *
 * Cost in us-east-1 (list prices, November 2026, without data): two m7g.large about 119 USD a month, their root volumes
 * 3.20; detailed monitoring 4.20; alarms 0.10 USD each.
 *
 * @throws ArgumentError when arguments do not fit; the message names them and the mend.
 */
export class InstanceTier extends pulumi.ComponentResource {
  /** Security group of the instances. */
  public readonly securityGroupId!: pulumi.Output<string>;
  public readonly autoScalingGroupName!: pulumi.Output<string>;
  public readonly autoScalingGroupArn!: pulumi.Output<string>;
  public readonly launchTemplateId!: pulumi.Output<string>;
  /** Role of the instances, for resource policies that name it. */
  public readonly roleArn!: pulumi.Output<string>;
  public readonly roleName!: pulumi.Output<string>;
  public readonly targetGroupArn!: pulumi.Output<string>;
  /** Last part of the target group's ARN, as CloudWatch names it. */
  public readonly targetGroupArnSuffix!: pulumi.Output<string>;
  /** Log group of every file that the agent ships. */
  public readonly logGroupName!: pulumi.Output<string>;

  constructor(name: string, args: InstanceTierArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planInstances(name, args);
    super("service:index:InstanceTier", name, instanceInputs(args), opts);

    const environment = awsEnvironment(this);
    const plainTags = tags({}, args.tags);
    const tierTags = tags({ tier: plan.tier }, args.tags, name);

    const logs = createAuditLogGroup(`${name}-logs`, args.logsKey, args.deletionProtection ?? true, args.tags, this);
    const agent = createAgentConfiguration(name, logs.name, plan.logFiles, plainTags, this);
    const role = createInstanceRole(name, args, plan, environment, logs.arn, agent.arn, plainTags, this);
    const security = createSecurityGroup(
      name,
      {
        description: `Instances of ${name}`,
        network: args.network,
        loadBalancer: { securityGroupId: args.loadBalancer.securityGroupId, port: plan.port },
        connections: allConnections(args),
        usesTables: (args.access?.tables ?? []).length > 0,
      },
      tierTags,
      plainTags,
      this,
    );
    const target = { vpcId: args.network.vpcId, type: "instance", port: plan.port } as const;
    const routing = createRouting(name, args, plan, target, plainTags, this);
    const alarms = createDeploymentAlarms(name, args, routing, plainTags, this);
    const template = createLaunchTemplate(name, args, plan, security, role, tierTags, this);
    const group = createInstanceGroup(
      name,
      args,
      plan,
      {
        template,
        targetGroup: routing.targetGroup,
        alarms,
        before: [routing.rule, ...role.attachments, ...security.rules],
      },
      tierTags,
      this,
    );
    createInstanceScaling(name, args, plan, group, routing.targetGroup, this);
    createAgentAssociations(name, group, agent, plainTags, this);
    createInstanceAlarms(name, args, group, plainTags, this);

    this.securityGroupId = security.group.id;
    this.autoScalingGroupName = group.name;
    this.autoScalingGroupArn = group.arn;
    this.launchTemplateId = template.id;
    this.roleArn = role.role.arn;
    this.roleName = role.role.name;
    this.targetGroupArn = routing.targetGroup.arn;
    this.targetGroupArnSuffix = routing.targetGroup.arnSuffix;
    this.logGroupName = logs.name;
    this.registerOutputs({
      securityGroupId: this.securityGroupId,
      autoScalingGroupName: this.autoScalingGroupName,
      autoScalingGroupArn: this.autoScalingGroupArn,
      launchTemplateId: this.launchTemplateId,
      roleArn: this.roleArn,
      roleName: this.roleName,
      targetGroupArn: this.targetGroupArn,
      targetGroupArnSuffix: this.targetGroupArnSuffix,
      logGroupName: this.logGroupName,
    });
  }
}
