import type { Remediated } from "@hipaa-aws/evidence";
import { html, type Html } from "../html";
import type { SectionContext } from "../model";
import { resourceName, typeOfUrn } from "./parts";

/** What rules at the level `remediate` wrote, by resource and path. Values are not shown: they may be secrets. */
export function remediationsSection(context: SectionContext): Html {
  const { remediated } = context.judged.verdicts;
  const id = `${context.prefix}remediations`;
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">Remediated <span class="total">${remediated.length}</span></h3>
    ${
      remediated.length === 0
        ? html`<p class="none">
            No rule changed a resource: none is at the level remediate, or none had anything to mend.
          </p>`
        : html`<p class="hint">
              Rules at the level remediate mend what they find before anything is judged. Inputs are named by path;
              their values are not shown.
            </p>
            <div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Resource</th>
                    <th scope="col">Type</th>
                    <th scope="col">Rule</th>
                    <th scope="col">Inputs</th>
                    <th scope="col">Deployed so</th>
                  </tr>
                </thead>
                <tbody>
                  ${remediated.map((one) => row(one, context))}
                </tbody>
              </table>
            </div>`
    }
  </section>`;
}

function row({ rule, urn, inputs, applied }: Remediated, context: SectionContext): Html {
  return html`<tr data-filter>
    <th scope="row">${resourceName(urn, context)}</th>
    <td class="type">${typeOfUrn(urn)}</td>
    <td>${rule}</td>
    <td>${inputs.map(({ path, change }) => `${path} ${change}`).join(", ") || "inside secrets"}</td>
    <td>${applied ? "yes" : "no, this run only tells what it would do"}</td>
  </tr>`;
}
