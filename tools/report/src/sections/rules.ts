import { judgementsByRule, tally, type Judgement, type RuleJudgements } from "@hipaa-aws/evidence";
import { html, plural, prose, type Html } from "../html";
import type { SectionContext } from "../model";
import { count, levelBadge, resourceName, severityBadge } from "./parts";

const judgements: readonly Judgement[] = ["failed", "undecided", "exempted", "passed"];

export function ruleRowId(rule: string, context: SectionContext): string {
  return `${context.prefix}rule-${rule}`;
}

/** Every rule that judged something, with the resources that it judged; the other rules by name. */
export function rulesSection(context: SectionContext): Html {
  const all = [...judgementsByRule(context.judged.verdicts).values()];
  const judged = all.filter(({ resources }) => resources.size > 0);
  const idle = all.filter(({ resources }) => resources.size === 0);
  const id = `${context.prefix}rules`;
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">Rules and the resources they judged <span class="total">${judged.length}</span></h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Level</th>
            <th scope="col" class="number">Passed</th>
            <th scope="col" class="number">Failed</th>
            <th scope="col" class="number">Exempted</th>
            <th scope="col" class="number">Undecided</th>
            <th scope="col">Resources</th>
          </tr>
        </thead>
        <tbody>
          ${judged.map((rule) => ruleRow(rule, context))}
        </tbody>
      </table>
    </div>
    <details>
      <summary>${plural(idle.length, "rule")} with nothing to judge in this stack</summary>
      <ul class="columns">
        ${idle.map(({ rule }) => html`<li id="${ruleRowId(rule, context)}"><code>${rule}</code></li>`)}
      </ul>
    </details>
  </section>`;
}

function ruleRow({ rule, level, resources }: RuleJudgements, context: SectionContext): Html {
  const requirement = context.requirements.get(rule);
  const counts = tally(resources.values());
  const lists = judgements
    .filter((judgement) => counts[judgement] > 0)
    .map((judgement) => {
      const urns = [...resources].filter(([, given]) => given === judgement).map(([urn]) => urn);
      return html`<p>
        <b>${judgement}</b>: ${urns.map((urn, index) => html`${index > 0 && ", "}${resourceName(urn, context)}`)}
      </p>`;
    });
  return html`<tr id="${ruleRowId(rule, context)}" data-filter>
    <th scope="row">
      <code class="rule-id">${rule}</code>${requirement && html` <span class="what">${prose(requirement.what)}</span>`}
    </th>
    <td class="level">${levelBadge(level)} ${severityBadge(requirement?.severity)}</td>
    ${count(counts.passed)}${count(counts.failed, "bad")}${count(counts.exempted, "warn")}${count(counts.undecided, "warn")}
    <td>
      <details>
        <summary>${resources.size}</summary>
        ${lists}
      </details>
    </td>
  </tr>`;
}
