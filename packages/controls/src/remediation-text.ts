import type { RemediationCondition, RemediationStep, RemediationValue, Requirement } from "./requirements";

/** How a name or a value is set off from the words around it; by default it is not. */
type Mark = (name: string) => string;

/** Whether and how a rule can mend what it finds, and how that is switched on. */
export function remediationText(
  { id, remediate, remediateWhen }: Pick<Requirement, "id" | "remediate" | "remediateWhen">,
  mark: Mark = (name) => name,
): { readonly steps: readonly string[]; readonly notes: readonly string[] } {
  if (!remediate) return { steps: [], notes: ["None: the rule reports, and people mend."] };
  return {
    steps: remediate.map((step) => stepText(step, mark)),
    notes: [
      ...(remediateWhen === undefined ? [] : [sentence(remediateWhen)]),
      `It is off. To switch it on, give the rule the level ${mark("remediate")} in the configuration of the pack, ${mark(`{ "${id}": "remediate" }`)}, by ${mark("--pack-config")} here or ${mark("--policy-pack-config")} of pulumi preview and pulumi up.`,
    ],
  };
}

function stepText({ types, onlyIf, fill, set, add }: RemediationStep, mark: Mark): string {
  const parts = [
    ...Object.entries(set ?? {}).map(([path, value]) => `sets ${mark(path)} to ${valueText(value, mark)}`),
    ...Object.entries(add ?? {}).map(([path, elements]) => `adds ${elements.map(mark).join(", ")} to ${mark(path)}`),
    ...Object.entries(fill ?? {})
      .filter(([, value]) => !isEmptyBlock(value))
      .map(([path, value]) => `gives ${mark(path)} ${valueText(value, mark)} where nothing is given`),
  ];
  const conditions = Object.entries(onlyIf ?? {}).map(
    ([path, condition]) => `${mark(path)} is ${conditionText(condition, mark)}`,
  );
  const where = [
    ...(types ? [`for ${types.map((type) => mark(type.split(":").at(-1) ?? type)).join(", ")}`] : []),
    ...(conditions.length > 0 ? [`where ${conditions.join(" and ")}`] : []),
  ];
  return [parts.join(", "), ...where].join(" ");
}

function valueText(value: RemediationValue, mark: Mark): string {
  if (typeof value === "object" && "setting" in value) return `the rule's setting ${mark(String(value.setting))}`;
  return mark(JSON.stringify(value));
}

function isEmptyBlock(value: RemediationValue): boolean {
  return typeof value === "object" && Object.keys(value).length === 0 && !Array.isArray(value);
}

function conditionText(condition: RemediationCondition, mark: Mark): string {
  if (condition === "given" || condition === "absent") return condition;
  return "not" in condition ? `not ${condition.not.map(mark).join(" or ")}` : condition.map(mark).join(" or ");
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
