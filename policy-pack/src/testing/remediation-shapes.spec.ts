import assert from "node:assert/strict";
import type { RemediationStep, RemediationValue } from "@hipaa-aws/controls";
import { remediableTypes } from "../authoring/remediation";
import type { ResourceRule } from "../authoring/rule";
import { rules } from "../rules";
import { providerArgument } from "./provider-arguments";

interface Written {
  /** Rule, type and path, for messages. */
  readonly where: string;
  readonly rule: ResourceRule;
  readonly step: RemediationStep;
  readonly type: string;
  readonly path: string;
  readonly value: RemediationValue;
}

const written = rules
  .filter((rule): rule is ResourceRule => rule.kind === "resource")
  .flatMap((rule) =>
    (rule.requirement.remediate ?? []).flatMap((step) =>
      (step.types ?? rule.types).flatMap((type) =>
        [step.fill, step.set, step.add].flatMap((part) =>
          Object.entries(part ?? {}).map(([path, value]): Written => {
            return { where: `${rule.id} ${type} ${path}`, rule, step, type, path, value };
          }),
        ),
      ),
    ),
  );

/** Type of a value as `@pulumi/aws` would have to write it. */
function fits(value: RemediationValue, type: string, rule: ResourceRule): boolean {
  if (Array.isArray(value)) return type.includes("[]");
  if (typeof value !== "object") return new RegExp(`\\b${typeof value}\\b`).test(type) && !type.includes("[]");
  if (!("setting" in value)) return /inputs\./.test(type) && !type.includes("[]");
  const setting = rule.config?.[String(value.setting)];
  return setting !== undefined && fits(setting.default as RemediationValue, type, rule);
}

describe("what remediations write", () => {
  it("are arguments of the resource, with flattened blocks as the provider has them", () => {
    const wrong = written.filter(({ type, path }) => !providerArgument(type, path)).map(({ where }) => where);
    assert.deepEqual(wrong, []);
    assert.ok(written.length > 150, String(written.length));
  });

  it("have the argument's type", () => {
    const wrong = written.filter(({ type, path, value, rule }) => {
      return !fits(value, providerArgument(type, path)?.type ?? "", rule);
    });
    assert.deepEqual(
      wrong.map(({ where }) => where),
      [],
    );
  });

  it("complete each block that they make", () => {
    for (const { step, type, path, value, where } of written) {
      if (typeof value !== "object" || Array.isArray(value) || "setting" in value) continue;
      const inside = [step.fill, step.set].flatMap((part) => Object.keys(part ?? {}));
      const names = inside.filter((one) => one.startsWith(`${path}.`)).map((one) => one.slice(path.length + 1));
      assert.ok(names.length > 0, `${where} stays empty`);
      const needed = providerArgument(type, `${path}.${names[0] ?? ""}`)?.requiredBeside ?? [];
      assert.deepEqual(
        needed.filter((name) => !names.includes(name)),
        [],
        where,
      );
    }
  });

  it("do not force a replacement, as far as the provider's documentation says", () => {
    const forcing = /forces? (a )?(new|replacement)|will be (recreated|replaced)|destroyed and (re)?created/i;
    const wrong = written.filter(({ type, path }) => forcing.test(providerArgument(type, path)?.text ?? ""));
    assert.deepEqual(
      wrong.map(({ where }) => where),
      [],
    );
  });

  it("ask conditions of arguments that there are", () => {
    for (const rule of rules.filter((one): one is ResourceRule => one.kind === "resource")) {
      for (const step of rule.requirement.remediate ?? []) {
        for (const path of Object.keys(step.onlyIf ?? {})) {
          const types = step.types ?? rule.types;
          assert.ok(
            types.some((type) => providerArgument(type, path)),
            `${rule.id} ${path}`,
          );
        }
      }
    }
  });

  it("are for types of the rule, and share one list in a step", () => {
    for (const rule of rules.filter((one): one is ResourceRule => one.kind === "resource")) {
      for (const type of remediableTypes(rule)) assert.ok(rule.types.includes(type), `${rule.id} ${type}`);
      for (const { onlyIf, fill, set, add } of rule.requirement.remediate ?? []) {
        const paths = [onlyIf, fill, set, add].flatMap((part) => Object.keys(part ?? {}));
        const lists = paths.filter((path) => path.includes("[*]")).map((path) => path.split("[*]")[0]);
        assert.ok(new Set(lists).size <= 1, `${rule.id}: ${lists.join(", ")}`);
        assert.ok(
          paths.every((path) => path.split("[*]").length <= 2),
          rule.id,
        );
      }
    }
  });
});
