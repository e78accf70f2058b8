import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, tags } from "@hipaa-aws/foundation";
import { createDeploymentAlarms, createUtilizationAlarms } from "./alarms";
import { createEcsService } from "./ecs-service";
import type { FargateServiceArgs } from "./fargate-service-args";
import { componentInputs } from "./fargate-service-inputs";
import { createImageVerifier } from "./deployment-hooks";
import { createRouting, rulesOf } from "./routing";
import { createScaling, requestTargets } from "./scaling";
import { createServiceConnect } from "./service-connect";
import { planService } from "./service-plan";
import { createTaskParts } from "./task-parts";
import { certificateGrants, listeningContainer, tlsExtras } from "./tls-container";
import { createTrafficShift } from "./traffic-shift";

/**
 * A service on Fargate behind an HTTPS load balancer: TLS to the container, no root, read-only images, secrets by
 * reference, roles that reach named resources only, a security group without open rules, logs kept six years.
 *
 * Safeguards: 45 CFR 164.312(a)(1) access control, 164.312(b) audit controls, 164.312(e)(1) transmission security,
 * 164.308(a)(4)(ii)(B) access authorization.
 *
 * Cost in us-east-1 (list prices, November 2026, without data): two tasks of 0.5 vCPU and 1 GiB on ARM64 about 29 USD a
 * month; alarms 0.10 USD each.
 *
 * @throws ArgumentError when arguments do not fit; the message names them and the mend.
 */
export class FargateService extends pulumi.ComponentResource {
  /** Security group of the tasks. */
  public readonly securityGroupId!: pulumi.Output<string>;
  public readonly serviceName!: pulumi.Output<string>;
  public readonly serviceArn!: pulumi.Output<string>;
  /** Role of the application, for resource policies that name it. */
  public readonly taskRoleArn!: pulumi.Output<string>;
  public readonly taskRoleName!: pulumi.Output<string>;
  public readonly targetGroupArn!: pulumi.Output<string>;
  /** Last part of the target group's ARN, as CloudWatch names it. */
  public readonly targetGroupArnSuffix!: pulumi.Output<string>;
  /** The target group that deployments move requests to and from; empty where they replace tasks. */
  public readonly alternateTargetGroupArn!: pulumi.Output<string>;
  /** Log group of every container of the tasks. */
  public readonly logGroupName!: pulumi.Output<string>;

  constructor(name: string, args: FargateServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planService(name, args);
    super("service:index:FargateService", name, componentInputs(args), opts);

    const environment = awsEnvironment(this);
    const plainTags = tags({}, args.tags);

    const task = createTaskParts(name, `Tasks of the service ${name}`, args, plan, environment, this, {
      roles: {
        ...(args.proxyImage === undefined ? {} : { images: { proxyImage: args.proxyImage } }),
        grants: certificateGrants(args, plan, environment),
      },
      containers: tlsExtras(args, plan, environment),
      loadBalancer: { securityGroupId: args.loadBalancer.securityGroupId, port: plan.port },
    });
    const routing = createRouting(
      name,
      args,
      plan,
      { vpcId: args.network.vpcId, type: "ip", port: plan.port },
      plainTags,
      this,
      plan.shift,
    );
    const alarms = createDeploymentAlarms(name, args, routing, plainTags, this);
    const serviceConnect = createServiceConnect(name, args, plan, environment, task.logs.name, plainTags, this);
    const verifier = createImageVerifier(name, args, environment, plainTags, this);
    const shift = createTrafficShift(name, args, plan.shift, routing, environment, plainTags, this);
    const service = createEcsService(
      name,
      args,
      plan,
      {
        task,
        routing: {
          targetGroupArn: routing.targetGroup.arn,
          rules: rulesOf(routing),
          shift,
          container: listeningContainer(plan),
          port: plan.port,
          gracePeriod: plan.gracePeriod,
        },
        alarms,
        serviceConnect,
        hooks: [...verifier, ...(shift?.hooks ?? [])],
        configuration: plan.shift?.configuration,
      },
      tags({ tier: plan.tier }, args.tags),
      this,
    );
    createScaling(name, args, plan, service, requestTargets(args, plan, routing.targetGroup), plainTags, this);
    createUtilizationAlarms(name, args, service, plainTags, this);

    this.securityGroupId = task.security.group.id;
    this.serviceName = service.name;
    this.serviceArn = service.arn;
    this.taskRoleArn = task.roles.task.arn;
    this.taskRoleName = task.roles.task.name;
    this.targetGroupArn = routing.targetGroup.arn;
    this.targetGroupArnSuffix = routing.targetGroup.arnSuffix;
    this.alternateTargetGroupArn = routing.alternate?.arn ?? pulumi.output("");
    this.logGroupName = task.logs.name;
    this.registerOutputs({
      securityGroupId: this.securityGroupId,
      serviceName: this.serviceName,
      serviceArn: this.serviceArn,
      taskRoleArn: this.taskRoleArn,
      taskRoleName: this.taskRoleName,
      targetGroupArn: this.targetGroupArn,
      targetGroupArnSuffix: this.targetGroupArnSuffix,
      alternateTargetGroupArn: this.alternateTargetGroupArn,
      logGroupName: this.logGroupName,
    });
  }
}
