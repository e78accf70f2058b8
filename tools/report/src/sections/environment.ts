import { countsOf, dataFlowOf } from "@hipaa-aws/evidence";
import { html, plural, type Html } from "../html";
import type { SectionContext } from "../model";
import { architectureSection } from "./architecture";
import { citationsSection } from "./citations";
import { findingsSection } from "./findings";
import { phiScopeSection } from "./phi-scope";
import { remediationsSection } from "./remediations";
import { resourcesSection } from "./resources";
import { rulesSection } from "./rules";

/** Everything about one environment. */
export function environmentSection(context: SectionContext): Html {
  const { judged, name, prefix } = context;
  const counts = countsOf(judged.verdicts);
  const { mandatory, advisory } = counts.violations;
  const verdict = mandatory > 0 ? `${plural(mandatory, "mandatory violation")}` : "No mandatory violation";
  const tiles: readonly (readonly [string, number, string])[] = [
    ["mandatory", mandatory, mandatory > 0 ? "bad" : ""],
    ["advisory", advisory, advisory > 0 ? "warn" : ""],
    ["exempted", counts.exempted, counts.exempted > 0 ? "warn" : ""],
    ["undecided", counts.undecided, ""],
    ["passed", counts.passed, "good"],
    ["not applicable", counts.notApplicable, ""],
  ];
  return html`<section class="environment" aria-labelledby="${prefix}heading">
    <h2 id="${prefix}heading">${name} <span class="verdict ${mandatory > 0 ? "bad" : "good"}">${verdict}</span></h2>
    <p class="quiet">
      Stack ${judged.state.project}/${judged.state.stack}, ${plural(judged.state.resources.length, "resource")},
      ${plural(judged.verdicts.rules.length, "rule")} on, ${hostText[judged.host]}.
    </p>
    <ul class="tiles">
      ${tiles.map(([label, value, kind]) => html`<li class="${kind}"><b>${value}</b> ${label}</li>`)}
    </ul>
    <nav class="inner" aria-label="Sections of ${name}">
      ${sections.map(([id, title]) => html`<a href="#${prefix}${id}">${title}</a>`)}
    </nav>
    ${architectureSection(dataFlowOf(judged.state), context)} ${findingsSection("violation", context)}
    ${findingsSection("exempted", context)} ${findingsSection("undecided", context)} ${remediationsSection(context)}
    ${phiScopeSection(context)} ${citationsSection(context)} ${rulesSection(context)} ${resourcesSection(context)}
  </section>`;
}

const hostText = {
  sandbox: "previewed in the sandbox (no AWS account was read)",
  engine: "previewed on the Pulumi engine against a simulated AWS",
  scan: "read from a stack export",
} as const;

const sections = [
  ["architecture", "Architecture"],
  ["violation", "Violations"],
  ["exempted", "Exempted"],
  ["undecided", "Undecided"],
  ["remediations", "Remediated"],
  ["phi-scope", "No PHI"],
  ["citations", "Citations"],
  ["rules", "Rules"],
  ["resources", "Resources"],
] as const;
