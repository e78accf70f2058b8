import { citations } from "@hipaa-aws/controls";
import {
  countsOf,
  findingsByRule,
  type Declassified,
  type FindingExemption,
  type Outcome,
  type RuleFindings,
} from "@hipaa-aws/evidence";
import { logicalName } from "@hipaa-aws/stack-state";
import { oneLine } from "../errors";
import type { Colors } from "../io";
import { remediatedText } from "./remediated-text";
import type { JudgedEnvironment } from "./result";
import { columns, ruledTable, wrapped } from "./tables";

const citationTexts = new Map(citations.map(({ id, title, obligation }) => [id, `${title} (${obligation})`]));

/** How results look on a terminal. */
export interface TerminalStyle {
  readonly colors: Colors;
  readonly width: number;
  /** Whether undecided findings are listed one by one. */
  readonly verbose: boolean;
}

/** The findings of every environment, and the table of counts. */
export function terminalText(environments: readonly JudgedEnvironment[], style: TerminalStyle): string {
  return [
    ...environments.map((environment) => environmentText(environment, style)),
    countsTable(environments, style),
    "",
  ].join("\n");
}

function environmentText({ name, judged }: JudgedEnvironment, style: TerminalStyle): string {
  const { bold, dim } = style.colors;
  const { state, verdicts, host } = judged;
  const facts = `${state.project}/${state.stack}, ${host}, ${plural(state.resources.length, "resource")}, ${plural(verdicts.rules.length, "rule")} of ${verdicts.pack.name} ${verdicts.pack.version}`;
  const groups = (outcome: Outcome) =>
    findingsByRule(verdicts.findings.filter((finding) => finding.outcome === outcome));
  const undecided = groups("undecided");
  return [
    `${bold(oneLine(name))}  ${dim(oneLine(facts))}`,
    "",
    ...remediatedText(verdicts.remediated, style),
    ...groups("violation").map((group) => groupText(group, style)),
    ...groups("exempted").map((group) => groupText(group, style)),
    ...declassifiedText(verdicts.declassified, style),
    ...(style.verbose ? undecided.map((group) => groupText(group, style)) : undecidedText(undecided, style)),
  ].join("\n");
}

function groupText(group: RuleFindings, style: TerminalStyle): string {
  const { bold, dim, red, yellow, cyan } = style.colors;
  const outcome = group.findings[0]?.outcome ?? "violation";
  const color = outcome === "undecided" ? cyan : outcome === "violation" && group.level === "mandatory" ? red : yellow;
  const mark = outcome === "violation" ? group.level : outcome;
  const cited = group.citations.map((id) => `45 CFR ${id} ${citationTexts.get(id) ?? ""}`.trim());
  const rows = group.findings.map(({ urn, message, exemption }) => {
    const said = exemption ? `${message}; ${exemptionTerms(exemption)}` : message;
    return [oneLine(logicalName(urn) || urn), shortType(urn), oneLine(said)];
  });
  return [
    `  ${color(bold(mark))}${group.severity ? ` ${group.severity}` : ""}  ${bold(oneLine(group.rule))}`,
    ...cited.map((line) => dim(wrapped(oneLine(line), style.width, "    "))),
    ...(group.note === undefined ? [] : [dim(wrapped(oneLine(group.note), style.width, "    "))]),
    ...(group.mend === "" ? [] : [wrapped(`Mend: ${oneLine(group.mend)}`, style.width, "    ")]),
    columns(rows, style.width, "    "),
    "",
  ].join("\n");
}

function exemptionTerms({ obligation, expires, owner, ticket, reason, compensatingControl }: FindingExemption): string {
  const instead =
    obligation === "required"
      ? `met otherwise by: ${compensatingControl ?? "nothing stated"}`
      : `equivalent alternative measure: ${compensatingControl ?? "none stated"}`;
  return `${obligation}, until ${expires}, owner ${owner}, ticket ${ticket}: ${reason}; ${instead}`;
}

const classifiers: Readonly<Record<Declassified["by"], string>> = {
  tag: "its tag",
  "provider tag": "default tags of the provider",
  setting: "setting",
  "stack tag": "tag of the stack",
};

/** What rules on PHI leave alone. */
function declassifiedText(declassified: readonly Declassified[], style: TerminalStyle): string[] {
  if (declassified.length === 0) return [];
  const rows = declassified.map(({ urn, by, resources, terms }) => {
    const many = resources > 1 ? `, ${resources} resources` : "";
    const who = terms ? `, owner ${terms.owner}, ticket ${terms.ticket}: ${terms.reason}` : "";
    return [oneLine(logicalName(urn) || urn), shortType(urn), oneLine(`${classifiers[by]}${many}${who}`)];
  });
  const title = `  ${style.colors.yellow(style.colors.bold("holds no PHI"))} by what the stack says: rules on PHI leave it alone`;
  return [title, columns(rows, style.width, "    "), ""];
}

/** Undecided findings are many before a first update: a line for each rule, with the resources by name. */
function undecidedText(groups: readonly RuleFindings[], style: TerminalStyle): string[] {
  if (groups.length === 0) return [];
  const rows = groups.map(({ rule, findings }) => [
    oneLine(rule),
    oneLine(findings.map(({ urn }) => logicalName(urn)).join(", ")),
  ]);
  const title = `  ${style.colors.cyan(style.colors.bold("undecided"))} until values are known on update (--verbose lists what is missing)`;
  return [title, columns(rows, style.width, "    "), ""];
}

function countsTable(environments: readonly JudgedEnvironment[], { colors }: TerminalStyle): string {
  const head = [
    "environment",
    "mandatory violations",
    "advisory violations",
    "exempted",
    "undecided",
    "passed",
    "not applicable",
  ];
  const marked = (value: number, color: (text: string) => string) => (value === 0 ? "0" : color(String(value)));
  const rows = environments.map(({ name, judged }) => {
    const counts = countsOf(judged.verdicts);
    return [
      oneLine(name),
      marked(counts.violations.mandatory, colors.red),
      marked(counts.violations.advisory, colors.yellow),
      marked(counts.exempted, colors.yellow),
      String(counts.undecided),
      String(counts.passed),
      String(counts.notApplicable),
    ];
  });
  return ruledTable(head, rows);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function shortType(urn: string): string {
  return oneLine((urn.split("::")[2] ?? "").split("$").at(-1) ?? "");
}
