import type { Remediated } from "@hipaa-aws/evidence";
import { logicalName } from "@hipaa-aws/stack-state";
import { oneLine } from "../errors";
import { columns } from "./tables";
import type { TerminalStyle } from "./terminal";

/** What rules at the level `remediate` wrote, by resource and path. Values are not shown: they may be secrets. */
export function remediatedText(remediated: readonly Remediated[], style: TerminalStyle): string[] {
  const byRule = new Map<string, Remediated[]>();
  for (const one of remediated) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  return [...byRule].flatMap(([rule, list]) => {
    const mark = list.some(({ applied }) => applied) ? "remediated" : "would remediate";
    const rows = list.map(({ urn, inputs }) => [
      oneLine(logicalName(urn) || urn),
      oneLine((urn.split("::")[2] ?? "").split("$").at(-1) ?? ""),
      oneLine(inputs.map(({ path, change }) => `${path} ${change}`).join(", ") || "inside secrets"),
    ]);
    const title = `  ${style.colors.cyan(style.colors.bold(mark))}  ${style.colors.bold(oneLine(rule))}`;
    return [title, columns(rows, style.width, "    "), ""];
  });
}
