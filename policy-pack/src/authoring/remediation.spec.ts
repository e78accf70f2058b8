import assert from "node:assert/strict";
import type { RemediationStep } from "@hipaa-aws/controls";
import { Secret, type ResourceValidationArgs } from "@pulumi/policy";
import { FileArchive, StringAsset } from "@pulumi/pulumi/asset";
import { CompileContext } from "./compile-context";
import { remediated } from "./remediation";
import { opened, type Inputs } from "./remediation-inputs";
import type { ResourceCheck } from "./resource-check";
import { resourceRule, type ResourceRule } from "./rule";
import { unknownCheckingProxy } from "./sdk-unknowns";

const type = "aws:ec2/launchTemplate:LaunchTemplate";
const urn = `urn:pulumi:test::case::${type}::subject`;
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const today = new Date("2026-11-22T12:00:00Z");

/** A rule with these steps; its own text matters to nobody here. */
function ruleOf(steps: readonly RemediationStep[], check: (resource: ResourceCheck) => void): ResourceRule {
  const rule = resourceRule("ec2-detailed-monitoring", { check });
  return { ...rule, requirement: { ...rule.requirement, remediate: steps }, types: [type] };
}

function run(
  rule: ResourceRule,
  inputs: Inputs,
  more: { ignoreChanges?: string[]; settings?: Record<string, unknown> } = {},
): Inputs | undefined {
  const args = {
    type,
    urn,
    name: "subject",
    props: unknownCheckingProxy(inputs as Record<string, unknown>),
    opts: { protect: false, ignoreChanges: more.ignoreChanges ?? [], aliases: [] },
  } as unknown as ResourceValidationArgs;
  return remediated(rule, args, more.settings ?? {}, new CompileContext(() => today));
}

const monitored = ruleOf([{ fill: { monitoring: {} }, set: { "monitoring.enabled": true } }], (resource) =>
  resource.expect(resource.get("monitoring.enabled").isTrue(), "off"),
);

const encrypted = ruleOf(
  [
    {
      onlyIf: { "blockDeviceMappings[*].ebs.snapshotId": "absent" },
      set: { "blockDeviceMappings[*].ebs.encrypted": "true" },
    },
  ],
  (resource) =>
    resource.expect(
      resource.get("blockDeviceMappings").every((one) => one.get("ebs.encrypted").isTrue()),
      "off",
    ),
);

const logged = ruleOf([{ add: { logs: ["audit", "api"] } }], (resource) =>
  ["audit", "api"].forEach((log) =>
    resource.expect(
      resource.get("logs").some((one) => one.isOneOf(log)),
      `no ${log}`,
    ),
  ),
);

describe("a remediation", () => {
  it("makes a block that is missing, and completes one that is there", () => {
    assert.deepEqual(run(monitored, { name: "a" }), { name: "a", monitoring: { enabled: true } });
    assert.deepEqual(run(monitored, { monitoring: { other: 1 } }), { monitoring: { other: 1, enabled: true } });
    assert.deepEqual(run(monitored, { monitoring: null }), { monitoring: { enabled: true } });
  });

  it("shares what it does not change with what it was given", () => {
    const inputs = { tags: { a: "1" }, monitoring: { enabled: false } };
    const after = run(monitored, inputs);
    assert.equal(after?.["tags"], inputs.tags);
    assert.deepEqual(inputs, { tags: { a: "1" }, monitoring: { enabled: false } });
  });

  it("changes the elements that need it and no other", () => {
    const [good, bad] = [{ ebs: { encrypted: true } }, { ebs: { encrypted: "false" } }];
    const after = run(encrypted, { blockDeviceMappings: [good, bad] });
    assert.deepEqual(after, { blockDeviceMappings: [good, { ebs: { encrypted: "true" } }] });
    assert.equal((after?.["blockDeviceMappings"] as unknown[])[0], good);
  });

  it("takes one block for a list of one", () => {
    const after = run(encrypted, { blockDeviceMappings: { ebs: { encrypted: false } } });
    assert.deepEqual(after, { blockDeviceMappings: { ebs: { encrypted: "true" } } });
  });

  it("adds to a list what it lacks, or makes the list", () => {
    assert.deepEqual(run(logged, { logs: ["scheduler", "api"] }), { logs: ["scheduler", "api", "audit"] });
    assert.deepEqual(run(logged, {}), { logs: ["audit", "api"] });
    assert.equal(run(logged, { logs: { of: "another shape" } }), undefined);
  });

  it("does nothing at all where a fault would be left", () => {
    const mappings = [{ ebs: { encrypted: false } }, { ebs: { encrypted: false, snapshotId: "snap-1" } }];
    assert.equal(run(encrypted, { blockDeviceMappings: mappings }), undefined);
    const unconditioned = [{ ebs: { encrypted: false } }, { ebs: { encrypted: false, snapshotId: unknown } }];
    assert.equal(run(encrypted, { blockDeviceMappings: unconditioned }), undefined);
  });

  it("takes the weakest step that is enough", () => {
    const days = (least: number) =>
      ruleOf([{ set: { days: 7 } }, { set: { days: 35 } }], (resource) =>
        resource.expect(resource.get("days").isAtLeast(least), "few"),
      );
    assert.deepEqual(run(days(7), { days: 1 }), { days: 7 });
    assert.deepEqual(run(days(35), { days: 7 }), { days: 35 });
    assert.equal(run(days(90), { days: 7 }), undefined);
    assert.equal(run(days(7), { days: 20 }), undefined);
  });

  it("writes what the rule's own setting says", () => {
    const rule = ruleOf([{ set: { days: { setting: "least" } } }], (resource) =>
      resource.expect(resource.get("days").isAtLeast(resource.setting<number>("least")), "few"),
    );
    assert.deepEqual(run(rule, { days: 1 }, { settings: { least: 12 } }), { days: 12 });
  });

  it("fills what is not given only, known or not", () => {
    const rule = ruleOf([{ fill: { key: "alias/aws/kinesis" }, set: { mode: "KMS" } }], (resource) =>
      resource.expect(resource.get("mode").isOneOf("KMS"), "off"),
    );
    assert.deepEqual(run(rule, { mode: "NONE" }), { key: "alias/aws/kinesis", mode: "KMS" });
    assert.deepEqual(run(rule, { mode: "NONE", key: "k" }), { key: "k", mode: "KMS" });
    assert.deepEqual(run(rule, { mode: "NONE", key: unknown }), { key: unknown, mode: "KMS" });
  });

  it("leaves what is not known, and what stands in it", () => {
    assert.equal(run(monitored, { monitoring: unknown }), undefined);
    assert.equal(run(monitored, { monitoring: { enabled: unknown } }), undefined);
    const emptied = ruleOf([{ set: { ingress: [] } }], (resource) =>
      resource.expect(resource.get("ingress").isGiven().not(), "rules"),
    );
    assert.deepEqual(run(emptied, { ingress: [{ port: 22 }] }), { ingress: [] });
    assert.equal(run(emptied, { ingress: [{ port: 22, source: unknown }] }), undefined);
  });

  it("works inside secrets and keeps them sealed", () => {
    const block = run(monitored, { monitoring: new Secret({ enabled: false }), password: new Secret("p") });
    assert.ok(block?.["monitoring"] instanceof Secret && block["password"] instanceof Secret);
    assert.deepEqual(opened(block), { monitoring: { enabled: true }, password: "p" });
    const leaf = run(monitored, { monitoring: { enabled: new Secret(false), other: new Secret(unknown) } });
    const { enabled, other } = leaf?.["monitoring"] as Record<string, unknown>;
    assert.deepEqual([enabled, other], [new Secret(true), new Secret(unknown)]);
    assert.equal(run(monitored, { monitoring: new Secret({ enabled: true }) }), undefined);
  });

  it("takes what it wrote out of the provider's list of its defaults", () => {
    const inputs = { monitoring: { __defaults: ["enabled", "other"], enabled: false, other: 1 }, __defaults: ["name"] };
    assert.deepEqual(run(monitored, inputs), {
      monitoring: { __defaults: ["other"], enabled: true, other: 1 },
      __defaults: ["name"],
    });
  });

  it("leaves what ignoreChanges names, in every way of naming it", () => {
    const inputs = { monitoring: { enabled: false } };
    for (const ignored of ["monitoring.enabled", "monitoring", "*", "monitoring.*", 'monitoring["enabled"]']) {
      assert.equal(run(monitored, inputs, { ignoreChanges: [ignored] }), undefined, ignored);
    }
    assert.ok(run(monitored, inputs, { ignoreChanges: ["monitoring.other", "tags"] }));
    const list = { blockDeviceMappings: [{ ebs: { encrypted: false } }] };
    for (const ignored of ["blockDeviceMappings[0].ebs", "blockDeviceMappings[*].ebs.encrypted"]) {
      assert.equal(run(encrypted, list, { ignoreChanges: [ignored] }), undefined, ignored);
    }
    assert.ok(run(encrypted, list, { ignoreChanges: ["blockDeviceMappings[1]"] }));
    assert.equal(run(monitored, {}, { ignoreChanges: ["monitoring.other"] }), undefined, "the block is made whole");
  });

  it("leaves a violation that is exempted, and mends one whose exemption has run out", () => {
    const exemption = (expires: string) => ({
      exemptions: [
        {
          resource: urn,
          reason: "Kept as it is until the move in March is over.",
          owner: "platform",
          ticket: "SEC-1",
          expires,
          compensatingControl: "Traffic is watched at the network firewall meanwhile.",
        },
      ],
    });
    assert.equal(run(monitored, {}, { settings: exemption("2026-12-31") }), undefined);
    assert.ok(run(monitored, {}, { settings: exemption("2026-01-31") }));
  });

  it("leaves a resource with an asset or archive, which the SDK could not give back", () => {
    assert.equal(run(monitored, { code: new FileArchive("./app") }), undefined);
    assert.equal(run(monitored, { nested: [{ source: new Secret(new StringAsset("text")) }] }), undefined);
  });

  it("never throws: a rule that fails inside changes nothing", () => {
    const failing = ruleOf([{ set: { a: 1 } }], () => {
      throw new TypeError("a defect");
    });
    assert.equal(run(failing, {}), undefined);
  });
});
