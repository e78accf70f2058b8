import { exemptionText, remediationText } from "@hipaa-aws/controls";
import type { ConfigProperty, Rule } from "../../authoring/rule";
import { code, escaped, list } from "./markdown";

/** The rule's own options. */
export function configurationBlock(rule: Rule): string {
  const options = Object.entries(rule.config ?? {}).map(([name, option]) => optionText(name, option));
  return options.length === 0 ? "The rule has no options of its own." : list(options);
}

function optionText(name: string, { type, items, description, minimum, maximum, ...rest }: ConfigProperty): string {
  const kind = items === undefined ? type : `${type} of ${items.type}s`;
  const least = minimum === undefined ? "" : `, at least ${minimum}`;
  const most = maximum === undefined ? "" : `, at most ${maximum}`;
  return `${code(name)} (${kind}${least}${most}; default ${code(JSON.stringify(rest.default))}): ${escaped(description)}`;
}

/** On what terms the rule is exempted. */
export function exemptionBlock({ requirement }: Rule): string {
  return escaped(exemptionText(requirement));
}

/** What the rule's remediation does, and how it is switched on. */
export function remediationBlocks({ requirement }: Rule): string[] {
  const { steps, notes } = remediationText(requirement, mark);
  return [list(steps.map(withMarks)), ...notes.map(withMarks)];
}

// Marks that no text holds, so that what stands between them is code and all else is escaped.
const [open, close] = ["\u0001", "\u0002"];
const mark = (name: string): string => `${open}${name}${close}`;

function withMarks(text: string): string {
  return text
    .split(open)
    .map((part, index) => {
      if (index === 0) return escaped(part);
      const [name = "", rest = ""] = part.split(close);
      return `${code(name)}${escaped(rest)}`;
    })
    .join("");
}
