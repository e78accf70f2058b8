import { createHash } from "node:crypto";
import { eligibleServices, requirements as catalogue } from "@hipaa-aws/controls";
import { countsOf, dataFlowOf } from "@hipaa-aws/evidence";
import { html, trusted, type Html } from "./html";
import type { ReportEnvironment, ReportInput, SectionContext } from "./model";
import { painter } from "./picture/picture";
import { script } from "./script";
import { environmentSection } from "./sections/environment";
import { count } from "./sections/parts";
import { styles } from "./styles";

/**
 * The report as one HTML document: pictures, styles and script are inside, and nothing is loaded from outside. The
 * content security policy names the one style sheet and the one script by their digests, so that even markup which
 * slipped through the escaping of names could not run.
 */
export async function renderReport(input: ReportInput): Promise<string> {
  const { paint } = await painter();
  const requirements = input.requirements ?? catalogue();
  const environments = input.environments.map((environment, index): SectionContext => {
    const prefix = `s${index}-`;
    const { resources } = environment.judged.state;
    return {
      ...environment,
      prefix,
      requirements,
      picture: paint(dataFlowOf(environment.judged.state), prefix, `Architecture of ${environment.name}`),
      rows: new Map(resources.map(({ urn }, row) => [urn, `${prefix}r${row}`])),
    };
  });
  return page(input, environments).text;
}

function page(input: ReportInput, environments: readonly SectionContext[]): Html {
  const packs = unique(
    input.environments.map(({ judged }) => `${judged.verdicts.pack.name} ${judged.verdicts.pack.version}`),
  );
  const date = input.generatedAt.toISOString();
  const title = `HIPAA policy report: ${input.subject}`;
  const policy = `default-src 'none'; style-src ${digest(styles)}; script-src ${digest(script)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
          <div>
            <h1>${title}</h1>
            <p class="quiet">
              ${environments.length === 1 ? "Environment" : "Environments"}
              ${environments.map(({ name }) => name).join(", ")}. Policy pack ${packs.join(", ")}. Made
              <time datetime="${date}">${date.slice(0, 16).replace("T", " ")} UTC</time>.
            </p>
          </div>
        </header>
        <div class="bar">
          <div>
            <nav aria-label="Environments">
              ${environments.map(({ name, prefix }) => html`<a href="#${prefix}heading">${name}</a>`)}
            </nav>
            <form id="filter" role="search">
              <label>Filter <input id="filter-text" type="search" placeholder="rule, resource, citation" /></label>
              <label
                >Level
                <select id="filter-level">
                  <option value="">all</option>
                  <option>mandatory</option>
                  <option>advisory</option>
                </select></label
              >
            </form>
          </div>
        </div>
        <main id="content">${summary(input.environments)} ${environments.map(environmentSection)}</main>
        <footer>
          <p>
            Rules judge the configuration of resources. They give evidence for the HIPAA Security Rule and do not
            establish compliance. Services are held against AWS's list of HIPAA-eligible services of
            ${eligibleServices().reviewed}.
          </p>
        </footer>
        ${scriptElement}
      </body>
    </html> `;
}

function summary(environments: readonly ReportEnvironment[]): Html {
  return html`<section class="environment" aria-labelledby="summary">
    <h2 id="summary">Summary</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Environment</th>
            <th scope="col" class="number">Resources</th>
            <th scope="col" class="number">Mandatory</th>
            <th scope="col" class="number">Advisory</th>
            <th scope="col" class="number">Exempted</th>
            <th scope="col" class="number">Undecided</th>
            <th scope="col" class="number">Passed</th>
            <th scope="col" class="number">Not applicable</th>
          </tr>
        </thead>
        <tbody>
          ${environments.map(({ name, judged }, index) => {
            const counts = countsOf(judged.verdicts);
            return html`<tr>
              <th scope="row"><a href="#s${index}-heading">${name}</a></th>
              ${count(judged.state.resources.length)}${count(counts.violations.mandatory, "bad")}${count(counts.violations.advisory, "warn")}${count(counts.exempted, "warn")}${count(counts.undecided)}${count(counts.passed)}${count(counts.notApplicable)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}

// As whole elements: a space added around the text by a formatter would change its digest.
const styleElement = trusted(`<style>${styles}</style>`);
const scriptElement = trusted(`<script>${script}</script>`);

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
