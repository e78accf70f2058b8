import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, tags } from "@hipaa-aws/foundation";
import { createDeploymentAlarms, createUtilizationAlarms } from "./alarms";
import { createAuditLogGroup } from "./audit-log-group";
import { createEcsService } from "./ecs-service";
import type { FargateServiceArgs } from "./fargate-service-args";
import { componentInputs } from "./fargate-service-inputs";
import { createImageVerifier } from "./image-verifier";
import { createRouting } from "./routing";
import { createScaling } from "./scaling";
import { createSecurityGroup } from "./security-group";
import { createServiceConnect } from "./service-connect";
import { planService } from "./service-plan";
import { createTaskDefinition } from "./task-definition";
import { taskConnections } from "./task-plan";
import { createTaskRoles } from "./task-roles";
import { certificateGrants, tlsExtras } from "./tls-container";

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
  /** Log group of every container of the tasks. */
  public readonly logGroupName!: pulumi.Output<string>;

  constructor(name: string, args: FargateServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planService(name, args);
    super("service:index:FargateService", name, componentInputs(args), opts);

    const environment = awsEnvironment(this);
    const plainTags = tags({}, args.tags);
    const tierTags = tags({ tier: plan.tier }, args.tags);
    const groupTags = tags({ tier: plan.tier }, args.tags, name);

    const logs = createAuditLogGroup(`${name}-logs`, args.logsKey, args.deletionProtection ?? true, args.tags, this);
    const roles = createTaskRoles(name, args, plan, environment, logs.arn, plainTags, this, {
      ...(args.proxyImage === undefined ? {} : { images: { proxyImage: args.proxyImage } }),
      grants: certificateGrants(args, plan, environment),
    });
    const taskDefinition = createTaskDefinition(
      name,
      args,
      plan,
      environment,
      logs.name,
      roles,
      tierTags,
      this,
      tlsExtras(args, plan, environment),
    );
    const security = createSecurityGroup(
      name,
      {
        description: `Tasks of the service ${name}`,
        network: args.network,
        loadBalancer: { securityGroupId: args.loadBalancer.securityGroupId, port: plan.port },
        connections: taskConnections(args),
      },
      groupTags,
      plainTags,
      this,
    );
    const routing = createRouting(name, args, plan, plainTags, this);
    const alarms = createDeploymentAlarms(name, args, routing.targetGroup, plainTags, this);
    const service = createEcsService(
      name,
      args,
      plan,
      {
        security,
        taskDefinition,
        roles,
        routing,
        alarms,
        serviceConnect: createServiceConnect(name, args, plan, environment, logs.name, plainTags, this),
        verifier: createImageVerifier(
          name,
          args.imageVerifierArn,
          args.permissionsBoundaryArn,
          environment,
          plainTags,
          this,
        ),
      },
      tierTags,
      this,
    );
    createScaling(name, args, plan, service, routing.targetGroup, plainTags, this);
    createUtilizationAlarms(name, args, service, plainTags, this);

    this.securityGroupId = security.group.id;
    this.serviceName = service.name;
    this.serviceArn = service.arn;
    this.taskRoleArn = roles.task.arn;
    this.taskRoleName = roles.task.name;
    this.targetGroupArn = routing.targetGroup.arn;
    this.targetGroupArnSuffix = routing.targetGroup.arnSuffix;
    this.logGroupName = logs.name;
    this.registerOutputs({
      securityGroupId: this.securityGroupId,
      serviceName: this.serviceName,
      serviceArn: this.serviceArn,
      taskRoleArn: this.taskRoleArn,
      taskRoleName: this.taskRoleName,
      targetGroupArn: this.targetGroupArn,
      targetGroupArnSuffix: this.targetGroupArnSuffix,
      logGroupName: this.logGroupName,
    });
  }
}
