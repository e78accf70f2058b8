import assert from "node:assert/strict";
import { ShieldResponse, type ShieldResponseArgs } from "./index";
import { record, refusal } from "./testing/graph";

const onDuty = { email: "on-call@clinic.example", phone: "+15555550100", notes: "Day and night, ask for network." };
const build = (args: ShieldResponseArgs, mode: "preview" | "update" = "update", partition = "aws") =>
  record(() => new ShieldResponse("ddos", args), { mode, environment: { partition } });
const refuse = (contacts: unknown) => refusal(() => new ShieldResponse("ddos", { contacts } as ShieldResponseArgs));

describe("ShieldResponse", () => {
  for (const partition of ["aws", "aws-us-gov", "aws-cn"]) {
    it(`shield-advanced-option: has the response team call those on duty, in ${partition}`, async () => {
      const children = [
        "aws:shield/proactiveEngagement:ProactiveEngagement ddos-engagement",
        "edge:index:ShieldResponse ddos",
      ];
      for (const mode of ["preview", "update"] as const) {
        assert.deepEqual((await build({ contacts: [onDuty] }, mode, partition)).names, children);
      }
      const second = { email: "second@clinic.example" };
      const graph = await build({ contacts: [onDuty, second] }, "update", partition);
      const engagement = graph.one("ProactiveEngagement");
      assert.equal(engagement.parent, graph.one("ShieldResponse").urn);
      assert.equal(engagement.inputs.enabled, true);
      assert.deepEqual(engagement.inputs.emergencyContacts, [
        { emailAddress: onDuty.email, phoneNumber: onDuty.phone, contactNotes: onDuty.notes },
        { emailAddress: second.email },
      ]);
      assert.deepEqual(graph.one("ShieldResponse").outputs, { accountId: engagement.id });
    });
  }

  const refused: [string, unknown, RegExp][] = [
    ["nobody", [], /contacts has 0 element/],
    ["nobody at all", undefined, /contacts has 0 element/],
    ["more than AWS takes", Array.from({ length: 11 }, () => onDuty), /contacts has 11 elements/],
    ["nobody with a telephone", [{ email: onDuty.email }], /contacts have no telephone number/],
    ["an address that is none", [{ ...onDuty, email: "on-call" }], /contacts.email is "on-call"/],
    ["a number with spaces", [{ ...onDuty, phone: "+1 555 555 0100" }], /contacts.phone is/],
    ["notes with markup", [{ ...onDuty, notes: "<b>now</b>" }], /contacts.notes is/],
  ];
  for (const [what, contacts, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(contacts), message));
  }
});
