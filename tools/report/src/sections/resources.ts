import { logicalName, type ResourceState } from "@hipaa-aws/stack-state";
import { html, plural, type Html } from "../html";
import type { SectionContext } from "../model";
import { count } from "./parts";

/** Every resource of the stack with its URN, by type. */
export function resourcesSection(context: SectionContext): Html {
  const byType = new Map<string, ResourceState[]>();
  for (const resource of context.judged.state.resources) {
    byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource]);
  }
  const findings = new Map<string, number>();
  for (const { urn, outcome } of context.judged.verdicts.findings) {
    if (outcome === "violation") findings.set(urn, (findings.get(urn) ?? 0) + 1);
  }
  const id = `${context.prefix}resources`;
  const total = context.judged.state.resources.length;
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">Resources <span class="total">${total}</span></h3>
    ${[...byType]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([type, resources]) =>
          html`<details class="resources" data-filter>
            <summary><code>${type}</code> <span class="quiet">${plural(resources.length, "resource")}</span></summary>
            <div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col">URN</th>
                    <th scope="col" class="number">Violations</th>
                  </tr>
                </thead>
                <tbody>
                  ${resources.map(
                    (resource) =>
                      html`<tr id="${context.rows.get(resource.urn)}">
                        <th scope="row">${logicalName(resource.urn)}</th>
                        <td class="urn">${resource.urn}</td>
                        ${count(findings.get(resource.urn) ?? 0, "bad")}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </details>`,
      )}
  </section>`;
}
