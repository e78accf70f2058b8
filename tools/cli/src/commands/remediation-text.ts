import type { RemediationCondition, RemediationStep, RemediationValue, Requirement } from "@hipaa-aws/controls";

/** Whether and how a rule can mend what it finds, and how that is switched on. */
export function remediationText({ id, remediate, remediateWhen }: Requirement): string[] {
  if (!remediate) return ["none: the rule reports, and people mend"];
  return [
    ...remediate.map(stepText),
    ...(remediateWhen === undefined ? [] : [remediateWhen]),
    "It is off. To switch it on, give the rule the level remediate in the configuration of the pack,",
    `{ "${id}": "remediate" }, by --pack-config here or --policy-pack-config of pulumi preview and pulumi up.`,
  ];
}

function stepText({ types, onlyIf, fill, set, add }: RemediationStep): string {
  const parts = [
    ...Object.entries(set ?? {}).map(([path, value]) => `sets ${path} to ${valueText(value)}`),
    ...Object.entries(add ?? {}).map(([path, elements]) => `adds ${elements.join(", ")} to ${path}`),
    ...Object.entries(fill ?? {})
      .filter(([, value]) => !isEmptyBlock(value))
      .map(([path, value]) => `gives ${path} ${valueText(value)} where nothing is given`),
  ];
  const conditions = Object.entries(onlyIf ?? {}).map(([path, condition]) => `${path} is ${conditionText(condition)}`);
  const where = [
    ...(types ? [`for ${types.map((type) => type.split(":").at(-1)).join(", ")}`] : []),
    ...(conditions.length > 0 ? [`where ${conditions.join(" and ")}`] : []),
  ];
  return [parts.join(", "), ...where].join(" ");
}

function valueText(value: RemediationValue): string {
  if (typeof value === "object" && "setting" in value) return `the rule's setting ${String(value.setting)}`;
  return JSON.stringify(value);
}

function isEmptyBlock(value: RemediationValue): boolean {
  return typeof value === "object" && Object.keys(value).length === 0 && !Array.isArray(value);
}

function conditionText(condition: RemediationCondition): string {
  if (condition === "given" || condition === "absent") return condition;
  return "not" in condition ? `not ${condition.not.join(" or ")}` : condition.join(" or ");
}
