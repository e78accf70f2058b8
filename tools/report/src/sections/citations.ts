import { evidenceByCitation, type CitationEvidence, type CitationStatus } from "@hipaa-aws/evidence";
import { html, plural, type Html } from "../html";
import type { SectionContext } from "../model";
import { count, obligationBadge } from "./parts";
import { ruleRowId } from "./rules";

const statusClasses: Readonly<Record<CitationStatus, string>> = {
  violations: "violation",
  undecided: "undecided",
  exempted: "exempted",
  "no findings": "clean",
  "nothing to judge": "nothing",
  "not assessed by rules": "nothing",
};

/** The matrix citation × rules × resources. */
export function citationsSection(context: SectionContext): Html {
  const rows = evidenceByCitation(context.judged, context.requirements);
  const families = new Map<string, CitationEvidence[]>();
  for (const row of rows) families.set(row.citation.family, [...(families.get(row.citation.family) ?? []), row]);
  const assessed = rows.filter(({ rules }) => rules.length > 0).length;
  const id = `${context.prefix}citations`;
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">Evidence by citation of 45 CFR Part 164</h3>
    <p class="hint">
      Rules serve ${assessed} of ${plural(rows.length, "citation")}. A rule sees configuration only: it gives evidence
      for a citation, and people decide whether the citation is met. What no rule assesses needs evidence of another
      kind.
    </p>
    <div class="scroll">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">Citation</th>
            <th scope="col">Obligation</th>
            <th scope="col">Rules say</th>
            <th scope="col">Rules</th>
            <th scope="col" class="number">Passed</th>
            <th scope="col" class="number">Failed</th>
            <th scope="col" class="number">Exempted</th>
            <th scope="col" class="number">Undecided</th>
            <th scope="col" class="number">Resources</th>
          </tr>
        </thead>
        ${[...families].map(
          ([family, entries]) =>
            html`<tbody>
              <tr>
                <th scope="rowgroup" colspan="9" class="family">${family}</th>
              </tr>
              ${entries.map((row) => citationRow(row, context))}
            </tbody>`,
        )}
      </table>
    </div>
  </section>`;
}

function citationRow({ citation, status, rules, counts, resources }: CitationEvidence, context: SectionContext): Html {
  const list =
    rules.length > 0 &&
    html`<details>
      <summary>${plural(rules.length, "rule")}</summary>
      <ul class="plain">
        ${rules.map(
          ({ rule, counts: of }) =>
            html`<li>
              <a href="#${ruleRowId(rule, context)}"><code>${rule}</code></a>
              <span class="quiet"
                >${
                  [
                    ...(["passed", "failed", "exempted", "undecided"] as const)
                      .filter((key) => of[key] > 0)
                      .map((key) => `${of[key]} ${key}`),
                  ].join(", ") || "nothing to judge"
                }</span
              >
            </li>`,
        )}
      </ul>
    </details>`;
  // Zeros would look like a result where no rule has looked.
  const numbers =
    rules.length === 0
      ? html`<td colspan="5"></td>`
      : [
          count(counts.passed),
          count(counts.failed, "bad"),
          count(counts.exempted, "warn"),
          count(counts.undecided, "warn"),
          count(resources.length),
        ];
  return html`<tr>
    <th scope="row"><span class="cite">${citation.id}</span> ${citation.title}</th>
    <td>${obligationBadge(citation.obligation)}</td>
    <td><span class="status ${statusClasses[status]}">${status}</span></td>
    <td>${list || html`<span class="quiet">none</span>`}</td>
    ${numbers}
  </tr>`;
}
