import assert from "node:assert/strict";
import { recordProgram, type RecordOptions, type ResourceState } from "@hipaa-aws/simulated-aws";
import { AlertTopic } from "./alert-topic";
import type { AlertTopicArgs } from "./alert-topic-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";

async function record(args: Partial<AlertTopicArgs> = {}, options: RecordOptions = {}): Promise<ResourceState[]> {
  const program = () => {
    new AlertTopic("alerts", { key: { arn }, ...args });
  };
  const { resources } = await recordProgram(program, { mode: "update", ...options });
  return resources.filter(({ type }) => !type.startsWith("pulumi:"));
}

const ofType = (resources: readonly ResourceState[], type: string) => resources.filter((one) => one.type === type);

describe("AlertTopic", () => {
  it("is encrypted under the key that was given, and signs with SHA-256", async () => {
    const [topic] = ofType(await record(), "aws:sns/topic:Topic");
    assert.equal(topic?.inputs["kmsMasterKeyId"], arn);
    assert.equal(topic?.inputs["signatureVersion"], 2);
    assert.equal((topic?.inputs["tags"] as Record<string, string>)["hipaa:phi"], "false");
  });

  it("lets services of this account publish, over TLS only", async () => {
    const [policy] = ofType(await record(), "aws:sns/topicPolicy:TopicPolicy");
    const document = JSON.parse(policy?.inputs["policy"] as string) as { Statement: Record<string, unknown>[] };
    const [allow, deny] = document.Statement;
    assert.deepEqual(allow?.["Condition"], { StringEquals: { "aws:SourceAccount": "111122223333" } });
    assert.equal(allow?.["Action"], "sns:Publish");
    assert.deepEqual(
      [deny?.["Effect"], deny?.["Principal"], deny?.["Condition"]],
      ["Deny", "*", { Bool: { "aws:SecureTransport": "false" } }],
    );
  });

  it("hands out its ARN once the policy is in place", async () => {
    const program = () => {
      const topic = new AlertTopic("alerts", { key: { arn } });
      return { arn: topic.topicArn };
    };
    const { resources } = await recordProgram(program, { mode: "update" });
    assert.match(
      JSON.stringify(resources.find(({ type }) => type === "messaging:index:AlertTopic")?.outputs["topicArn"]),
      /^"arn:aws:sns:/,
    );
  });

  it("subscribes each address under a name of its own, whatever the order", async () => {
    const forwards = await record({
      emails: ["a@clinic.example", "b@clinic.example"],
      webhooks: ["https://page.example/x"],
    });
    const backwards = await record({
      emails: ["b@clinic.example", "a@clinic.example"],
      webhooks: ["https://page.example/x"],
    });
    const urns = (list: readonly ResourceState[]) => list.map(({ urn }) => urn).sort();
    assert.deepEqual(urns(forwards), urns(backwards));
    assert.equal(ofType(forwards, "aws:sns/topicSubscription:TopicSubscription").length, 3);
  });

  it("is made at preview too", async () => {
    assert.deepEqual(
      (await record({}, { mode: "preview" })).map(({ urn }) => urn.split("::").slice(2).join("::")),
      [
        "messaging:index:AlertTopic::alerts",
        "messaging:index:AlertTopic$aws:sns/topic:Topic::alerts",
        "messaging:index:AlertTopic$aws:sns/topicPolicy:TopicPolicy::alerts-policy",
      ],
    );
  });

  const refused: readonly (readonly [string, Partial<AlertTopicArgs>, RegExp])[] = [
    ["no address", { emails: ["on-call"] }, /emails is "on-call"\. It must be an e-mail address/],
    [
      "a plain address",
      { webhooks: ["http://page.example"] },
      /webhooks holds an address that is no https:\/\/ address/,
    ],
    [
      "a password in an address, without repeating it",
      { webhooks: ["https://u:p@page.example"] },
      /^(?!.*u:p).*without a user/,
    ],
    ["an address twice", { emails: ["a@b.example", "a@b.example"] }, /emails holds "a@b\.example" twice/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.rejects(record(args), message));
  }
});
