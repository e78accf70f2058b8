import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";
import type { HipaaWebApplicationArgs } from "./args";
import { functionImage, image, record } from "./testing/example";
import { environmentOf, named, ofType, permissionsOf, statementsOf } from "./testing/find";

const notify = { name: "notify", imageUri: functionImage("notify"), timeoutSeconds: 20 };
const audit = { name: "audit", imageUri: functionImage("audit") };
const results = { name: "results", target: "notify" };
const worker = { image: image("worker") };
const queueType = "aws:sqs/queue:Queue";
const recorded = (args: Partial<HipaaWebApplicationArgs> = {}) =>
  record({ functions: [notify], topic: { queues: [results] }, ...args });

/** Statements of the policy of a queue, which is no queue of dead letters. */
const policyOf = (resources: readonly ResourceState[], queue: string) =>
  statementsOf(named(resources, "aws:sqs/queuePolicy:QueuePolicy", `${queue}-policy`).inputs["policy"]);

describe("HipaaWebApplication with a topic", () => {
  it("delivers to a queue of each reader, and the function works off its own", async () => {
    const queues = [results, { name: "claims", target: "audit" }];
    const resources = await recorded({ functions: [notify, audit], topic: { queues } });
    const topic = named(resources, "aws:sns/topic:Topic", "clinic-topic");
    for (const { name, target } of queues) {
      const { arn } = named(resources, queueType, `clinic-${name}`).outputs;
      const subscription = named(resources, "aws:sns/topicSubscription:TopicSubscription", `clinic-topic-${name}`);
      assert.deepEqual([subscription.inputs["topic"], subscription.inputs["endpoint"]], [topic.outputs["arn"], arn]);
      const mapping = named(resources, "aws:lambda/eventSourceMapping:EventSourceMapping", `clinic-${target}-${name}`);
      assert.equal(mapping.inputs["eventSourceArn"], arn);
    }
  });

  it("lets the topic alone into its queues, which are under the key of messages as the topic is", async () => {
    const resources = await recorded();
    const topic = named(resources, "aws:sns/topic:Topic", "clinic-topic");
    const sender = policyOf(resources, "clinic-results")["AllowSender1"];
    assert.deepEqual(sender?.Condition, {
      ArnLike: { "aws:SourceArn": "arn:aws:sns:us-east-1:111122223333:clinic-topic-*" },
      StringEquals: { "aws:SourceAccount": "111122223333" },
    });
    assert.match(topic.outputs["arn"] as string, /^arn:aws:sns:us-east-1:111122223333:clinic-topic-/);
    const key = named(resources, "aws:kms/key:Key", "clinic-keys-messaging").outputs["arn"];
    for (const queue of ["clinic-results", "clinic-results-dead-letters"]) {
      assert.equal(named(resources, queueType, queue).inputs["kmsMasterKeyId"], key, queue);
    }
    assert.equal(topic.inputs["kmsMasterKeyId"], key);
  });

  it("hides a message for six times the time of its function, and tells of what nobody could process", async () => {
    const resources = await recorded({
      functions: [notify, audit],
      topic: { queues: [results, { name: "claims", target: "audit" }] },
    });
    const hidden = (queue: string) => named(resources, queueType, queue).inputs["visibilityTimeoutSeconds"];
    assert.deepEqual([hidden("clinic-results"), hidden("clinic-claims")], [120, 180]);
    const alerts = named(resources, "aws:sns/topic:Topic", "clinic-alerts").outputs["arn"];
    for (const alarm of ["clinic-results-age", "clinic-results-dead-letters-depth", "clinic-topic-failed"]) {
      const { inputs } = named(resources, "aws:cloudwatch/metricAlarm:MetricAlarm", alarm);
      assert.deepEqual(inputs["alarmActions"], [alerts], alarm);
    }
  });

  it("lets app, worker and functions that say so publish, by an endpoint in the network", async () => {
    const publisher = { ...audit, access: { publishesMessages: true } };
    const resources = await recorded({ functions: [notify, publisher], jobs: { worker } });
    const topic = named(resources, "aws:sns/topic:Topic", "clinic-topic").outputs["arn"];
    for (const program of ["app", "worker"]) {
      assert.equal(environmentOf(resources, `clinic-${program}-task`)["TOPIC_ARN"], topic);
      const granted = permissionsOf(resources, `clinic-${program}`);
      const publish = Object.values(granted).find(({ Action }) => Action === "sns:Publish");
      assert.equal(publish?.Resource, topic, program);
    }
    assert.equal(environmentOf(resources, "clinic-web-task")["TOPIC_ARN"], undefined);
    const policyOfRole = (fn: string) =>
      statementsOf(named(resources, "aws:iam/rolePolicy:RolePolicy", `clinic-${fn}`).inputs["policy"]);
    assert.equal(policyOfRole("audit")["GrantPublishToTopic"]?.Resource, topic);
    assert.deepEqual(policyOfRole("audit")["GrantUseTopicKeyTopic"]?.Condition, {
      StringEquals: { "kms:ViaService": "sns.us-east-1.amazonaws.com" },
    });
    assert.equal(policyOfRole("notify")["GrantPublishToTopic"], undefined);
    const variables = (fn: string) =>
      (
        named(resources, "aws:lambda/function:Function", `clinic-${fn}`).inputs["environment"] as
          { variables: Record<string, string> } | undefined
      )?.variables ?? {};
    assert.deepEqual([variables("audit")["TOPIC_ARN"], variables("notify")["TOPIC_ARN"]], [topic, undefined]);
    named(resources, "aws:ec2/vpcEndpoint:VpcEndpoint", "clinic-network-sns");
  });

  it("puts messages into the queue of jobs where that is asked for, and lets the topic into it only then", async () => {
    const resources = await record({ jobs: { worker }, topic: { jobs: true } });
    const subscription = named(resources, "aws:sns/topicSubscription:TopicSubscription", "clinic-topic-jobs");
    assert.equal(subscription.inputs["endpoint"], named(resources, queueType, "clinic-jobs").outputs["arn"]);
    assert.ok(policyOf(resources, "clinic-jobs")["AllowSender1"]);
    const apart = await recorded({ jobs: { worker } });
    assert.equal(policyOf(apart, "clinic-jobs")["AllowSender1"], undefined);
  });

  it("keeps the order of messages in the topic and in each of its queues", async () => {
    const resources = await recorded({ topic: { queues: [results], fifo: true } });
    assert.equal(named(resources, "aws:sns/topic:Topic", "clinic-topic").inputs["fifoTopic"], true);
    for (const queue of ["clinic-results", "clinic-results-dead-letters"]) {
      assert.equal(named(resources, queueType, queue).inputs["fifoQueue"], true, queue);
    }
  });

  it("has the same children at preview, and shows the topic", async () => {
    const args = { functions: [notify], topic: { queues: [results], jobs: true }, jobs: { worker } };
    const urns = (resources: readonly ResourceState[]) => resources.map(({ urn }) => urn).sort();
    const updated = await record(args);
    assert.deepEqual(urns(await record(args, { mode: "preview" })), urns(updated));
    const [application] = ofType(updated, "reference:index:HipaaWebApplication");
    const topic = named(updated, "aws:sns/topic:Topic", "clinic-topic").outputs["arn"];
    assert.equal(application?.outputs["topicArn"], topic);
    assert.equal(ofType(await record(), "reference:index:HipaaWebApplication")[0]?.outputs["topicArn"], "");
  });

  const refused: readonly (readonly [string, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["a topic that nobody reads", { topic: {} }, /topic has nobody who reads it/],
    ["the queue of jobs where there is none", { topic: { jobs: true } }, /topic\.jobs is given without jobs/],
    [
      "order in the queue of jobs",
      { jobs: { worker }, topic: { jobs: true, fifo: true } },
      /topic\.jobs and topic\.fifo contradict each other/,
    ],
    [
      "a reader that is no function",
      { functions: [], topic: { queues: [results] } },
      /topic\.queues\[\]\.target is "notify"/,
    ],
    ["two queues of one name", { topic: { queues: [results, results] } }, /topic\.queues holds "results" twice/],
    [
      "two queues of one function",
      { topic: { queues: [results, { name: "claims", target: "notify" }] } },
      /topic\.queues\[\]\.target holds "notify" twice/,
    ],
    [
      "a function that gets each message by the queue of jobs too",
      {
        functions: [{ ...notify, worksJobs: true }],
        jobs: {},
        topic: { queues: [results], jobs: true },
      },
      /give "notify" each message twice/,
    ],
    ["a name with a hyphen", { topic: { queues: [{ ...results, name: "lab-results" }] } }, /name is "lab-results"/],
    ["a name of a child", { topic: { queues: [{ ...results, name: "jobs" }] } }, /topic\.queues holds "jobs", a name/],
    [
      "more than ten queues",
      { topic: { queues: Array.from({ length: 11 }, (_, index) => ({ ...results, name: `q${index}` })) } },
      /topic\.queues has 11 elements/,
    ],
    [
      "a publisher without a topic",
      { topic: undefined, functions: [{ ...notify, access: { publishesMessages: true } }] },
      /functions "notify"\.access\.publishesMessages is given without a topic/,
    ],
    ["a function of its name", { functions: [{ ...notify, name: "topic" }] }, /functions holds "topic"/],
    ["a table of its name", { tables: [{ name: "topic", partitionKey: "id" }] }, /tables holds "topic"/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(recorded(args), message);
    });
  }
});
