import assert from "node:assert/strict";
import { PublicEdge, ShieldAutomaticResponse, type PublicEdgeArgs } from "./index";
import { edgeArgs } from "./testing/example";
import { record, refusal } from "./testing/graph";

const healthCheck = "arn:aws:route53:::healthcheck/0a1b2c3d-0000-4000-8000-000000000000";
const build = (more: Partial<PublicEdgeArgs>) => record(() => new PublicEdge("edge", edgeArgs(more)));
const refuse = (more: Partial<PublicEdgeArgs>) => refusal(() => new PublicEdge("edge", edgeArgs(more)));
const response = { shieldAdvanced: true, shieldAutomaticResponse: ShieldAutomaticResponse.Block };

describe("Shield Advanced", () => {
  it("shield-advanced-option: protects the load balancer on request, by health where a check is given", async () => {
    const graph = await build({ shieldAdvanced: true, shieldHealthCheckArn: healthCheck });
    const protection = graph.one("Protection");
    assert.equal(protection.inputs.resourceArn, graph.one("LoadBalancer").outputs.arn);
    const { inputs } = graph.one("ProtectionHealthCheckAssociation", "edge-shield");
    assert.deepEqual(inputs, { healthCheckArn: healthCheck, shieldProtectionId: protection.id });
    assert.deepEqual(graph.all("ApplicationLayerAutomaticResponse"), []);
  });

  it("is off by default", async () => {
    assert.deepEqual((await build({})).all("Protection"), []);
  });

  it("answers attacks by itself on request, in a web ACL that has room for it", async () => {
    const graph = await build({ ...response, webAclCapacityBudget: 2000 });
    const { inputs, dependencies } = graph.one("ApplicationLayerAutomaticResponse");
    assert.deepEqual(inputs, { resourceArn: graph.one("LoadBalancer").outputs.arn, action: "BLOCK" });
    assert.ok(dependencies.includes(graph.one("Protection").urn));
    assert.equal(graph.one("PublicEdge").outputs.webAclCapacity, 1443 + 150);
    assert.match(await refuse(response), /takes 1593 capacity units of the 1500/);
  });

  const refused: [string, Partial<PublicEdgeArgs>, RegExp][] = [
    [
      "a health check alone",
      { shieldHealthCheckArn: healthCheck },
      /shieldHealthCheckArn is given, but shieldAdvanced/,
    ],
    [
      "an automatic response alone",
      { shieldAutomaticResponse: ShieldAutomaticResponse.Count },
      /shieldAutomaticResponse is given, but shieldAdvanced is off/,
    ],
    [
      "a response that is none",
      { shieldAdvanced: true, shieldAutomaticResponse: "CAPTCHA" as ShieldAutomaticResponse },
      /shieldAutomaticResponse is "CAPTCHA"/,
    ],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }
});
