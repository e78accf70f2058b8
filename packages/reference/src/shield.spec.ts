import assert from "node:assert/strict";
import type { HipaaWebApplicationArgs } from "./args";
import { HipaaWebApplicationShieldAction, type HipaaWebApplicationShieldArgs } from "./shield-args";
import { record } from "./testing/example";
import { frontExample } from "./testing/front-example";
import { inputsOf, named, nameOf, ofType } from "./testing/find";

const healthCheckArn = "arn:aws:route53:::healthcheck/0a1b2c3d-1111-2222-3333-444455556666";
const contacts = [{ email: "on-call@clinic.example", phone: "+15555550100", notes: "Day and night." }];
const protectionType = "aws:shield/protection:Protection";
const responseType = "aws:shield/applicationLayerAutomaticResponse:ApplicationLayerAutomaticResponse";
const engagementType = "aws:shield/proactiveEngagement:ProactiveEngagement";
const recorded = (shield: HipaaWebApplicationShieldArgs, args: Partial<HipaaWebApplicationArgs> = {}) =>
  record({ shield, ...args });

describe("HipaaWebApplication with AWS Shield Advanced", () => {
  it("has none by default, and never subscribes", async () => {
    for (const args of [{}, { shield: { automaticResponse: HipaaWebApplicationShieldAction.Block } }]) {
      const shielded = (await record(args)).filter(({ type }) => type.startsWith("aws:shield/"));
      assert.equal(shielded.length, "shield" in args ? 2 : 0);
      assert.ok(shielded.every(({ type }) => !type.includes("ubscription")));
    }
  });

  it("protects the public load balancer, and knows its health", async () => {
    const resources = await recorded({ healthCheckArn });
    const protection = named(resources, protectionType, "clinic-edge-shield");
    const balancer = named(resources, "aws:lb/loadBalancer:LoadBalancer", "clinic-edge");
    assert.equal(protection.inputs["resourceArn"], balancer.outputs["arn"]);
    const associationType = "aws:shield/protectionHealthCheckAssociation:ProtectionHealthCheckAssociation";
    const [association] = inputsOf(resources, associationType);
    assert.deepEqual(
      [association?.["healthCheckArn"], association?.["shieldProtectionId"]],
      [healthCheckArn, protection.id],
    );
    assert.equal(ofType(resources, responseType).length, 0);
    assert.equal(ofType(resources, engagementType).length, 0);
  });

  it("protects the distribution where it is the front, whose web ACL has room for the answer", async () => {
    const action = { automaticResponse: HipaaWebApplicationShieldAction.Block };
    const resources = await recorded(action, frontExample);
    const { arn } = named(resources, "aws:cloudfront/distribution:Distribution", "clinic-front").outputs;
    assert.deepEqual(
      inputsOf(resources, protectionType).map(({ resourceArn }) => resourceArn),
      [arn],
    );
    assert.deepEqual(
      inputsOf(resources, responseType).map(({ action: does, resourceArn }) => [does, resourceArn]),
      [["BLOCK", arn]],
    );
    const firewall = ofType(resources, "edge:index:WebApplicationFirewall").find(
      (one) => nameOf(one) === "clinic-front",
    );
    assert.equal(firewall?.inputs["reservedCapacity"], 150);
  });

  it("counts where that is asked for", async () => {
    const [response] = inputsOf(
      await recorded({ automaticResponse: HipaaWebApplicationShieldAction.Count }),
      responseType,
    );
    assert.equal(response?.["action"], "COUNT");
  });

  it("has the response team call those on duty, in preview too", async () => {
    for (const mode of ["preview", "update"] as const) {
      const resources = await record({ shield: { healthCheckArn, contacts } }, { mode });
      const engagement = named(resources, engagementType, "clinic-shield-engagement").inputs;
      assert.deepEqual(engagement["emergencyContacts"], [
        { emailAddress: "on-call@clinic.example", phoneNumber: "+15555550100", contactNotes: "Day and night." },
      ]);
    }
  });

  const refused: readonly (readonly [string, object, RegExp])[] = [
    ["contacts that nobody calls", { contacts }, /shield\.contacts are given without a health check/],
    ["nobody on duty", { healthCheckArn, contacts: [] }, /contacts has 0 element/],
    ["an answer that is none", { automaticResponse: "allow" }, /shield\.automaticResponse is "allow"/],
  ];
  for (const [title, shield, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(recorded(shield), message);
    });
  }
});
