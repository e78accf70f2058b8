import { entryKey, type BaselineEntry } from "@hipaa-aws/controls";
import type { PolicyResource } from "@pulumi/policy";
import { stackPrefixOf } from "../knowledge/urn-pattern";
import type { CompileContext } from "./compile-context";
import type { ReportedRule } from "./exemption-report";

/** Stale entries that are named one by one. */
const mostNamed = 20;

/** How many findings the baseline hides, and which entries no longer occur, each as a sentence. */
export function baselineReport(
  rules: readonly ReportedRule[],
  resources: readonly PolicyResource[],
  context: CompileContext,
): string[] {
  const { run, settings } = context;
  const { baseline } = settings;
  if (!baseline) return [];
  const prefix = stackPrefixOf(resources[0]?.urn ?? "");
  const ofStack = baseline.findings.filter(({ urn }) => stackPrefixOf(urn) === prefix);
  const hidden = ofStack.filter((entry) => run.hiddenKeys.has(entryKey(entry)));
  const stale = ofStack.filter((entry) => isStale(entry, rules, resources, context));
  return [...hiddenText(hidden, baseline.written, context), ...staleText(stale)];
}

function hiddenText(hidden: readonly BaselineEntry[], written: string, context: CompileContext): string[] {
  if (hidden.length === 0) return [];
  const mandatory = hidden.filter(({ rule }) => context.isMandatory(rule)).length;
  const of = context.configured ? `, ${mandatory} of mandatory rules` : "";
  return [`the baseline of ${written} knows findings that are not reported: ${hidden.length}${of}`];
}

function staleText(stale: readonly BaselineEntry[]): string[] {
  if (stale.length === 0) return [];
  const named = stale.slice(0, mostNamed).map(({ rule, urn }) => `${rule} at ${urn}`);
  const rest = stale.length > mostNamed ? [`and ${stale.length - mostNamed} more`] : [];
  return [`the baseline holds entries that no longer occur: ${[...named, ...rest].join("; ")}`];
}

/** Whether an entry is known not to occur: not where its rule was off or undecided, or its resource was not judged. */
function isStale(
  entry: BaselineEntry,
  rules: readonly ReportedRule[],
  resources: readonly PolicyResource[],
  context: CompileContext,
): boolean {
  const { run } = context;
  if (run.occurringKeys.has(entryKey(entry))) return false;
  const rule = rules.find(({ id }) => id === entry.rule);
  if (!rule) return true;
  if (context.isOff(rule.id) || run.isUndecided(rule.id, (urn) => urn === entry.urn)) return false;
  if (rule.kind === "stack" || run.wasAnalysed(entry.urn)) return true;
  return !resources.some(({ urn }) => urn === entry.urn);
}
