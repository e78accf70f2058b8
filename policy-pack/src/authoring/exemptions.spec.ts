import assert from "node:assert/strict";
import { resourceRule } from "./rule";
import { findExemption, matchesUrn } from "./exemptions";
import { mustNotBeTrue } from "./conditions";
import { evaluate } from "../testing/evaluate";
import { resource, unknown } from "../testing/cases";

const urn = "urn:pulumi:prod::shop::aws:rds/instance:Instance::legacy";
const today = new Date("2026-11-22T12:00:00Z");
const good = {
  resource: "*::aws:rds/instance:Instance::legacy",
  reason: "Vendor migration ends in spring",
  owner: "data-platform",
  ticket: "SEC-41",
  expires: "2027-03-31",
  compensatingControl: "The vendor signs in by VPN and certificate",
};

describe("exemptions", () => {
  it("match a URN as a whole, with * for any run of characters", () => {
    assert.ok(matchesUrn(good.resource, urn));
    assert.ok(!matchesUrn("legacy", urn));
    assert.ok(!matchesUrn("*::aws:rds/instance:Instance::leg", urn));
    assert.ok(!matchesUrn("urn:pulumi:prod::shop::aws.rds/instance:Instance::legacy", urn));
  });

  it("hold to the end of their last day", () => {
    const lastDay = { ...good, expires: "2026-11-22" };
    assert.equal(findExemption([lastDay], urn, today).kind, "exempted");
    assert.deepEqual(findExemption([lastDay], urn, new Date("2026-11-23T00:00:00Z")), {
      kind: "refused",
      why: "expired on 2026-11-22",
    });
  });

  const refused: readonly (readonly [string, object, RegExp])[] = [
    ["no reason", { ...good, reason: "because" }, /no reason of at least 20 characters/],
    ["no owner", { ...good, owner: "" }, /names no owner/],
    ["no ticket", { ...good, ticket: undefined }, /names no ticket/],
    ["no date", { ...good, expires: "soon" }, /no end date/],
    ["a day that is in no calendar", { ...good, expires: "2027-02-30" }, /no end date/],
    ["an end in two years", { ...good, expires: "2028-11-22" }, /more than one year ahead/],
    ["a pattern for everything", { ...good, resource: "*" }, /matches too much/],
    ["a pattern for a stack", { ...good, resource: "urn:pulumi:prod::shop::*" }, /names no resource/],
    [
      "a pattern for a type",
      { ...good, resource: "*::aws:rds/instance:Instance::*" },
      /leaves the resource's name open/,
    ],
    ["nothing in the place of what is required", { ...good, compensatingControl: undefined }, /no compensatingControl/],
    [
      "the reason for addressable specifications",
      { ...good, reason: "This is not reasonable and appropriate for us" },
      /addressable specifications only \(45 CFR 164\.306\(d\)\(3\)\)/,
    ],
  ];
  for (const [title, entry, why] of refused) {
    it(`do not hold with ${title}`, () => {
      const verdict = findExemption([entry], urn, today);
      assert.equal(verdict.kind, "refused");
      assert.match(verdict.kind === "refused" ? verdict.why : "", why);
    });
  }

  it("need no compensating control for addressable specifications, whose text says what is documented", () => {
    const { compensatingControl: _, ...without } = good;
    const documented = { ...without, reason: "Not reasonable and appropriate: the vendor's client cannot" };
    assert.equal(findExemption([documented], urn, today, "addressable").kind, "exempted");
    assert.equal(findExemption([documented], urn, today, "required").kind, "refused");
    const short = { ...good, compensatingControl: "VPN" };
    assert.equal(findExemption([short], urn, today, "addressable").kind, "refused");
  });

  it("are not applied when they are no list or no objects", () => {
    for (const settings of [undefined, "x", [null], [3], [{}]]) {
      assert.equal(findExemption(settings, urn, today).kind, "none");
    }
  });

  const rule = resourceRule("rds-not-public", { check: mustNotBeTrue("publiclyAccessible", "is public") });
  const subject = resource("aws:rds/instance:Instance", { publiclyAccessible: true });
  const config = { exemptions: [{ ...good, resource: "urn:pulumi:test::case::*::subject" }] };

  it("keep the rule silent and the finding on record", () => {
    const answer = evaluate(rule, { resources: [subject], config }, "preview", today);
    assert.equal(answer.outcome, "pass");
    assert.deepEqual(answer.exempted, ["subject"]);
  });

  it("say in the finding why they do not hold any more", () => {
    const answer = evaluate(rule, { resources: [subject], config }, "preview", new Date("2027-04-02"));
    assert.equal(answer.outcome, "fault");
    assert.deepEqual(answer.faults, ["is public; its exemption expired on 2027-03-31"]);
  });

  describe("from a rule on data for everyone", () => {
    const everyone = resourceRule("sqs-policy-not-public", { check: mustNotBeTrue("open", "is open") });
    const queue = (tags: unknown) => resource("aws:sqs/queue:Queue", { open: true, tags });
    const verdict = (tags: unknown) => evaluate(everyone, { resources: [queue(tags)], config }, "preview", today);

    it("are refused where the resource may hold PHI", () => {
      assert.match(
        verdict({}).faults[0] ?? "",
        /^is open; its exemption is refused, because this rule takes none for what may/,
      );
    });
    it("hold where it holds none", () => {
      assert.deepEqual(verdict({ "hipaa:phi": "false" }).exempted, ["subject"]);
    });
    it("are open where that is not known yet", () => {
      assert.equal(verdict({ "hipaa:phi": unknown }).outcome, "undecided");
    });
  });

  it("are refused by a rule on credentials, whatever the resource holds", () => {
    const secrets = resourceRule("lambda-no-secrets-in-env", { check: mustNotBeTrue("open", "is open") });
    const properties = { open: true, tags: { "hipaa:phi": "false" } };
    const answer = evaluate(
      secrets,
      { resources: [resource("aws:lambda/function:Function", properties)], config },
      "preview",
      today,
    );
    assert.match(answer.faults[0] ?? "", /its exemption is refused, because this rule takes none: a credential/);
  });
});
