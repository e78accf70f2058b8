import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import {
  awsEnvironment,
  checksFor,
  policyDocument,
  tags,
  type AwsEnvironment,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import type { AlertTopicArgs } from "./alert-topic-args";

/** Services that raise alarms and events for this account. */
const publishers = [
  "backup.amazonaws.com",
  "cloudwatch.amazonaws.com",
  "events.amazonaws.com",
  "events.rds.amazonaws.com",
];

/**
 * An Amazon SNS topic for alarms: encrypted under a customer managed key, closed to all but the services of this
 * account that raise alarms, and closed to plain transport.
 *
 * Cost, list prices of November 2026: nothing worth counting; e-mails and HTTPS deliveries are billed by the million.
 *
 * @throws ArgumentError for an address that is none.
 * Source: 45 CFR 164.308(a)(6)(ii), 164.312(a)(2)(iv), 164.312(e)(1).
 */
export class AlertTopic extends pulumi.ComponentResource {
  /** ARN of the topic, known once its policy lets services publish. */
  public readonly topicArn!: pulumi.Output<string>;

  constructor(name: string, args: AlertTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    checkAddresses(name, args);
    super("messaging:index:AlertTopic", name, args, opts);

    const topic = new sns.Topic(
      name,
      {
        kmsMasterKeyId: pulumi.output(args.key).apply((key) => key.arn),
        // Messages are signed with SHA-256 instead of SHA-1.
        signatureVersion: 2,
        tags: tags({ phi: false }, args.tags),
      },
      { parent: this },
    );
    const policy = new sns.TopicPolicy(
      `${name}-policy`,
      { arn: topic.arn, policy: policyDocument(statements(topic, awsEnvironment(this))) },
      { parent: this },
    );
    subscribe(name, topic, args, this);

    this.topicArn = pulumi.all([topic.arn, policy.id]).apply(([arn]) => arn);
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

// Topic policies take the actions of topics one by one; `sns:*` is refused as out of scope.
function statements(topic: sns.Topic, environment: AwsEnvironment): PolicyStatement[] {
  const publish = { actions: ["sns:Publish"], resources: [topic.arn] };
  return [
    {
      sid: "AllowAlarms",
      principals: { services: publishers },
      ...publish,
      conditions: { StringEquals: { "aws:SourceAccount": [environment.accountId] } },
    },
    {
      sid: "DenyInsecureTransport",
      effect: "Deny",
      principals: "*",
      ...publish,
      conditions: { Bool: { "aws:SecureTransport": ["false"] } },
    },
  ];
}

function subscribe(name: string, topic: sns.Topic, args: AlertTopicArgs, parent: pulumi.Resource): void {
  const subscriptions = [
    ...(args.emails ?? []).map((endpoint) => ({ protocol: "email", endpoint })),
    ...(args.webhooks ?? []).map((endpoint) => ({ protocol: "https", endpoint })),
  ];
  for (const { protocol, endpoint } of subscriptions) {
    // Named after the address, so that another order of the list moves nothing.
    const suffix = endpoint.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    new sns.TopicSubscription(`${name}-${protocol}-${suffix}`, { topic: topic.arn, protocol, endpoint }, { parent });
  }
}

function checkAddresses(name: string, { emails = [], webhooks = [] }: AlertTopicArgs): void {
  const checks = checksFor("AlertTopic", name);
  for (const email of emails) checks.matches("emails", email, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, "an e-mail address");
  // An address may hold a token, so the message does not repeat it.
  if (!webhooks.every((url) => /^https:\/\/[^\s/@]+(\/\S*)?$/.test(url))) {
    checks.fail(
      "webhooks",
      "holds an address that is no https:// address without a user",
      "Give it as https://host/path",
    );
  }
  checks.unique("emails", emails);
  if (new Set(webhooks).size < webhooks.length) checks.fail("webhooks", "holds an address twice", "Give each once");
}
