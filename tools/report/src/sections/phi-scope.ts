import type { Declassified } from "@hipaa-aws/evidence";
import { html, prose, type Html } from "../html";
import type { SectionContext } from "../model";
import { resourceName, typeOfUrn } from "./parts";

const words: Readonly<Record<Declassified["by"], string>> = {
  tag: "its tag hipaa:phi",
  "provider tag": "default tags of its provider",
  setting: "the setting phiScope.notPhi",
  "stack tag": "the stack's tag hipaa:phi",
};

/** What counts as holding no PHI, and by whose word: rules on PHI leave it alone. */
export function phiScopeSection(context: SectionContext): Html {
  const { declassified } = context.judged.verdicts;
  const id = `${context.prefix}phi-scope`;
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">
      Holds no PHI, by what the stack says
      <span class="total">${declassified.reduce((sum, { resources }) => sum + resources, 0)}</span>
    </h3>
    ${
      declassified.length === 0
        ? html`<p class="none">Every resource counts as one that may hold PHI.</p>`
        : html`<p class="hint">Rules on PHI leave these resources alone. Unclassified means PHI.</p>
            <div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Resource</th>
                    <th scope="col">Type</th>
                    <th scope="col">By</th>
                    <th scope="col" class="number">Resources</th>
                  </tr>
                </thead>
                <tbody>
                  ${declassified.map((one) => row(one, context))}
                </tbody>
              </table>
            </div>`
    }
  </section>`;
}

function row({ urn, by, resources, terms }: Declassified, context: SectionContext): Html {
  return html`<tr data-filter>
    <th scope="row">${resourceName(urn, context)}</th>
    <td class="type">${typeOfUrn(urn)}</td>
    <td>
      ${words[by]}
      ${
        terms &&
        html`<p>${prose(terms.reason)} <span class="quiet">Owner ${terms.owner}, ticket ${terms.ticket}.</span></p>`
      }
    </td>
    <td class="number">${resources}</td>
  </tr>`;
}
