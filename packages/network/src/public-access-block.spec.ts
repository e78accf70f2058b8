import assert from "node:assert/strict";
import { record, refusal } from "@hipaa-aws/component-testing";
import { PublicAccessBlock, PublicAccessBlockMode, Vpc } from "./index";
import { flowLogBucket } from "./testing/graph";

const type = "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions";

describe("PublicAccessBlock", () => {
  for (const [region, mode] of [
    ["us-east-1", "preview"],
    ["us-gov-west-1", "update"],
    ["cn-north-1", "update"],
  ] as const) {
    it(`vpc-block-public-access: both ways, for the whole account in ${region} (${mode})`, async () => {
      const graph = await record(() => void new PublicAccessBlock("account"), mode, region);
      assert.deepEqual(graph.names, [`${type} account`, "network:index:PublicAccessBlock account"]);
      assert.equal(graph.one(type).inputs["internetGatewayBlockMode"], "block-bidirectional");
      assert.deepEqual(graph.one("network:index:PublicAccessBlock").outputs, { mode: "block-bidirectional" });
    });
  }

  it("lets NAT gateways out where that is asked for", async () => {
    const args = { mode: PublicAccessBlockMode.Ingress };
    const graph = await record(() => void new PublicAccessBlock("account", args), "update");
    assert.equal(graph.one(type).inputs["internetGatewayBlockMode"], "block-ingress");
  });

  it("comes after what it is to depend on: exemptions of what is in use", async () => {
    const graph = await record(() => {
      const args = { publicAccessExemption: true, cidrBlock: "10.20.0.0/16", flowLogBucket };
      new PublicAccessBlock("account", {}, { dependsOn: [new Vpc("main", args)] });
    }, "update");
    const exempt = graph.all("aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion");
    assert.equal(exempt.length, 3);
    for (const { urn } of exempt) assert.ok(graph.one(type).dependencies.includes(urn), urn);
  });

  it("refuses to be off", async () => {
    const args = { mode: "off" as PublicAccessBlockMode };
    assert.match(
      await refusal(() => void new PublicAccessBlock("account", args)),
      /mode is "off", which is not a choice/,
    );
  });
});
