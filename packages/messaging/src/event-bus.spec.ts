import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { EventBus } from "./event-bus";
import type { EventBusArgs } from "./event-bus-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const busType = "aws:cloudwatch/eventBus:EventBus";
const archiveType = "aws:cloudwatch/eventArchive:EventArchive";

const bus = (args: Partial<EventBusArgs> = {}) => new EventBus("events", { key: { arn }, ...args });
const recorded = (args: Partial<EventBusArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void bus(args), mode);

describe("EventBus", () => {
  it("eventbridge-bus-encrypted: bus and archive are under the key, and logs hold no event", async () => {
    const graph = await recorded();
    assert.equal(graph.one(busType).inputs["kmsKeyIdentifier"], arn);
    assert.equal(graph.one(archiveType).inputs["kmsKeyIdentifier"], arn);
    assert.deepEqual(graph.one(busType).inputs["logConfig"], { level: "ERROR", includeDetail: "NONE" });
  });

  it("keeps what it could not deliver in an encrypted queue that EventBridge alone writes to", async () => {
    const graph = await recorded();
    const queue = graph.one("aws:sqs/queue:Queue", "events-undelivered");
    assert.deepEqual(graph.one(busType).inputs["deadLetterConfig"], { arn: queue.outputs["arn"] });
    const policy = text(graph.one("aws:sqs/queuePolicy:QueuePolicy", "events-undelivered-policy").inputs["policy"]);
    assert.match(policy, /"Service":"events.amazonaws.com"/);
    assert.match(policy, /arn:aws:events:us-east-1:111122223333:\*/);
  });

  it("keeps 35 days for replay, as many as are asked for, or none", async () => {
    assert.equal((await recorded()).one(archiveType).inputs["retentionDays"], 35);
    assert.equal((await recorded({ archiveDays: 400 })).one(archiveType).inputs["retentionDays"], 400);
    assert.deepEqual((await recorded({ archiveDays: 0 })).all(archiveType), []);
  });

  it("eventbridge-policy-scoped: admits the organization that is given, and nobody where none is", async () => {
    const type = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
    assert.deepEqual((await recorded()).all(type), []);
    const policy = text((await recorded({ organizationId: "o-clinic" })).one(type).inputs["policy"]);
    assert.match(policy, /"StringEquals":\{"aws:PrincipalOrgID":"o-clinic"\}/);
  });

  it("has these children, at preview too", async () => {
    const graph = await recorded({ organizationId: "o-clinic" }, "preview");
    assert.deepEqual(
      graph.names.filter((name) => name.startsWith("aws:cloudwatch")),
      [
        "aws:cloudwatch/eventArchive:EventArchive events-archive",
        "aws:cloudwatch/eventBus:EventBus events",
        "aws:cloudwatch/eventBusPolicy:EventBusPolicy events-policy",
      ],
    );
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void bus(), "update", region);
      const policy = graph.one("aws:sqs/queuePolicy:QueuePolicy", "events-undelivered-policy").inputs["policy"];
      assert.ok(text(policy).includes(`arn:${partition}:events:${region}:`));
    });
  }

  it("refuses more than ten years of archive", async () => {
    assert.match(await refusal(() => void bus({ archiveDays: 3651 })), /archiveDays is 3651/);
  });

  it("refuses a name that leaves no room for its archive", async () => {
    const long = "b".repeat(34);
    assert.match(await refusal(() => void new EventBus(long, { key: { arn } })), /name is too long.*48 characters/);
  });
});
