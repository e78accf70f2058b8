import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { arn, awsEnvironment, checksFor, policyDocument } from "@hipaa-aws/foundation";
import type { EventBusArgs } from "./event-bus-args";
import { PhiQueue } from "./phi-queue";

const defaultArchiveDays = 35;

/**
 * An Amazon EventBridge bus under a customer managed key, with an archive for replay and a dead-letter queue, open to
 * this account or organization alone.
 *
 * Events carry references, never PHI: rules, targets and their logs see the whole event. Source: Architecting for HIPAA
 * Security and Compliance on AWS, "Amazon EventBridge"; 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.308(a)(7)(ii)(A).
 *
 * Cost, list prices of November 2026: 1.00 USD for a million events, 0.10 USD for each GiB archived.
 *
 * @throws ArgumentError for a number of days that EventBridge does not take.
 */
export class EventBus extends pulumi.ComponentResource {
  /** Name, for rules and for `PutEvents`; known once the policy is in place. */
  public readonly eventBusName!: pulumi.Output<string>;
  /** ARN, known once the policy is in place. */
  public readonly eventBusArn!: pulumi.Output<string>;
  /** ARN of the archive; empty without one. */
  public readonly archiveArn!: pulumi.Output<string>;
  /** ARN of the queue of events that could not be delivered. */
  public readonly deadLetterQueueArn!: pulumi.Output<string>;

  constructor(name: string, args: EventBusArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("EventBus", name);
    const archiveDays = checks.integer("archiveDays", args.archiveDays ?? defaultArchiveDays, 0, 3650);
    // The archive's name has the lowest limit of all of them.
    checks.fitsAutoname(`${name}-archive`, 48, "an archive");
    super("messaging:index:EventBus", name, args, opts);

    const environment = awsEnvironment(this);
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    const undelivered = new PhiQueue(
      `${name}-undelivered`,
      {
        key: args.key,
        // The source is any rule or bus of this account: the bus is made after the queue that it names.
        senders: [{ service: "events.amazonaws.com", sourceArn: arn(environment, "events", "*") }],
        retentionDays: 14,
        alarmTopicArn: args.alarmTopicArn,
        organizationId: args.organizationId,
        tags: args.tags,
      },
      { parent: this },
    );
    const bus = new cloudwatch.EventBus(
      name,
      {
        kmsKeyIdentifier: keyArn,
        deadLetterConfig: { arn: undelivered.queueArn },
        // Errors only, and without the events themselves.
        logConfig: { level: "ERROR", includeDetail: "NONE" },
        tags: args.tags,
      },
      { parent: this },
    );
    // Without an organization there is no policy: then nobody outside this account gets in to begin with.
    const policy = args.organizationId === undefined ? undefined : admit(name, bus, args.organizationId, this);
    const archive =
      archiveDays === 0
        ? undefined
        : new cloudwatch.EventArchive(
            `${name}-archive`,
            { eventSourceArn: bus.arn, retentionDays: archiveDays, kmsKeyIdentifier: keyArn },
            { parent: this },
          );

    this.eventBusName = pulumi.all([bus.name, policy?.id]).apply(([busName]) => busName);
    this.eventBusArn = pulumi.all([bus.arn, policy?.id]).apply(([busArn]) => busArn);
    this.archiveArn = pulumi.output(archive?.arn ?? "");
    this.deadLetterQueueArn = undelivered.queueArn;
    this.registerOutputs({
      eventBusName: this.eventBusName,
      eventBusArn: this.eventBusArn,
      archiveArn: this.archiveArn,
      deadLetterQueueArn: this.deadLetterQueueArn,
    });
  }
}

/** Accounts of the organization may put events, and nothing else. */
function admit(
  name: string,
  bus: cloudwatch.EventBus,
  organizationId: string,
  parent: pulumi.Resource,
): cloudwatch.EventBusPolicy {
  const policy = policyDocument([
    {
      sid: "AllowOrganization",
      principals: "*",
      actions: ["events:PutEvents"],
      resources: [bus.arn],
      conditions: { StringEquals: { "aws:PrincipalOrgID": [organizationId] } },
    },
  ]);
  return new cloudwatch.EventBusPolicy(`${name}-policy`, { eventBusName: bus.name, policy }, { parent });
}
