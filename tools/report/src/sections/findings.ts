import {
  findingsByRule,
  type Finding,
  type FindingExemption,
  type Outcome,
  type RuleFindings,
} from "@hipaa-aws/evidence";
import { html, plural, prose, type Html } from "../html";
import type { SectionContext } from "../model";
import { citationLine, levelBadge, obligationBadge, resourceName, severityBadge, typeOfUrn } from "./parts";

const texts: Readonly<Record<Outcome, { readonly title: string; readonly intro: string; readonly none: string }>> = {
  violation: {
    title: "Violations",
    intro: "A mandatory violation stops the deployment; an advisory one is reported.",
    none: "No rule is violated.",
  },
  exempted: {
    title: "Exempted",
    intro:
      "Violations that the configuration of the policy pack accepts until a date. They are not mended. What is required is met otherwise; what is addressable is documented, with an equivalent measure where one is reasonable and appropriate (45 CFR 164.306(d)).",
    none: "Nothing is exempted.",
  },
  undecided: {
    title: "Undecided",
    intro: "The rule waits for a value that is known only on update, and decides then. This is not a pass.",
    none: "Every rule could decide.",
  },
};

/** The findings of one outcome, grouped by rule. */
export function findingsSection(outcome: Outcome, context: SectionContext): Html {
  const groups = findingsByRule(context.judged.verdicts.findings.filter((finding) => finding.outcome === outcome));
  const { title, intro, none } = texts[outcome];
  const id = `${context.prefix}${outcome}`;
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">
      ${title} <span class="total">${groups.reduce((sum, { findings }) => sum + findings.length, 0)}</span>
    </h3>
    ${groups.length === 0 ? html`<p class="none">${none}</p>` : html`<p class="hint">${intro}</p>`}
    ${groups.map((group) => ruleArticle(group, outcome, context))}
  </section>`;
}

function ruleArticle(group: RuleFindings, outcome: Outcome, context: SectionContext): Html {
  const requirement = context.requirements.get(group.rule);
  const body = html`${requirement && html`<p>${prose(requirement.what)}</p>`}
    <dl>
      ${
        group.citations.length > 0 &&
        html`<dt>Citation</dt>
          <dd>
            <ul class="plain">
              ${group.citations.map((id) => html`<li>${citationLine(id)}</li>`)}
            </ul>
          </dd>`
      }
      ${
        group.note !== undefined &&
        html`<dt>Beside these</dt>
          <dd>${prose(group.note)}</dd>`
      }
      ${
        group.mend !== "" &&
        html`<dt>Mend</dt>
          <dd>${prose(group.mend)}</dd>`
      }
    </dl>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">Type</th>
            <th scope="col">${outcome === "exempted" ? "Terms" : "Message"}</th>
          </tr>
        </thead>
        <tbody>
          ${group.findings.map((finding) => findingRow(finding, context))}
        </tbody>
      </table>
    </div>`;
  const heading = html`<code class="rule-id">${group.rule}</code> ${severityBadge(group.severity)}
    ${levelBadge(group.level)} <span class="quiet">${plural(group.findings.length, "resource")}</span>`;
  const attributes = html`class="finding ${group.level}" data-filter data-level="${group.level}"
  data-severity="${group.severity ?? ""}"`;
  // Undecided findings are many and ask for nothing to be done yet: they stay closed.
  return outcome === "undecided"
    ? html`<details ${attributes}>
        <summary>${heading}</summary>
        ${body}
      </details>`
    : html`<article ${attributes}>
        <h4>${heading}</h4>
        ${body}
      </article>`;
}

/** What was accepted, and on what terms: what is required is met otherwise, what is addressable is documented. */
function exemptionTerms({ message }: Finding, terms: FindingExemption): Html {
  const { obligation, reason, owner, ticket, expires, compensatingControl } = terms;
  const instead = obligation === "required" ? "Met otherwise by" : "Equivalent alternative measure";
  return html`<p>${obligationBadge(obligation)} ${prose(message)}</p>
    <p>${prose(reason)}</p>
    <p><b>${instead}</b>: ${compensatingControl === undefined ? "none stated" : prose(compensatingControl)}</p>
    <p class="quiet">Owner ${owner}, ticket ${ticket}, until <time datetime="${expires}">${expires}</time>.</p>`;
}

function findingRow(finding: Finding, context: SectionContext): Html {
  const terms = finding.exemption;
  return html`<tr>
    <th scope="row">${resourceName(finding.urn, context)}</th>
    <td class="type">${typeOfUrn(finding.urn)}</td>
    <td>${terms ? exemptionTerms(finding, terms) : prose(finding.message)}</td>
  </tr>`;
}
