import type { DataFlow, FlowHop, HopEncryption } from "@hipaa-aws/evidence";
import { html, plural, type Html } from "../html";
import type { SectionContext } from "../model";
import { resourceName } from "./parts";

const meanings: readonly (readonly [HopEncryption, string, string])[] = [
  ["tls", "TLS", "only TLS is accepted"],
  ["api", "AWS API", "HTTPS call of an AWS service, authorized by IAM"],
  ["redirect", "Redirect", "HTTP that is answered by a redirect to HTTPS"],
  ["unproven", "Not shown", "the resources show a port and nothing about encryption"],
  ["plain", "Not encrypted", "the resources show that the hop is not encrypted"],
];
const words = new Map(meanings.map(([encryption, word]) => [encryption, word]));

/** The picture, its legend, and the same hops as a table. */
export function architectureSection(flow: DataFlow, context: SectionContext): Html {
  const id = `${context.prefix}architecture`;
  if (!context.picture) {
    return html`<section aria-labelledby="${id}">
      <h3 id="${id}">Architecture</h3>
      <p class="none">No resource of this stack holds or passes data.</p>
    </section>`;
  }
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">Architecture</h3>
    <p class="hint">
      Read from the resources alone: listeners, target groups, security group rules and role policies. An arrow means
      that the configuration lets data pass.
    </p>
    <figure class="picture" tabindex="0" aria-label="Architecture picture, scrollable">${context.picture}</figure>
    <ul class="legend">
      ${meanings.map(([encryption, word, meaning]) => html`<li><span class="swatch ${encryption}" aria-hidden="true"></span><b>${word}</b> ${meaning}</li>`)}
    </ul>
    <details>
      <summary>${plural(flow.hops.length, "hop")} as a table</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Protocol</th>
              <th scope="col">Port</th>
              <th scope="col">Encryption</th>
              <th scope="col">Shown by</th>
            </tr>
          </thead>
          <tbody>
            ${flow.hops.map((hop) => hopRow(hop, flow, context))}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

function hopRow(hop: FlowHop, flow: DataFlow, context: SectionContext): Html {
  const end = (id: string) => {
    const node = flow.nodes.find((candidate) => candidate.id === id);
    const [urn] = node?.urns ?? [];
    return urn && node?.urns.length === 1 ? resourceName(urn, context) : (node?.name ?? id);
  };
  const by = hop.shownBy.map((urn, index) => html`${index > 0 && ", "}${resourceName(urn, context)}`);
  return html`<tr>
    <td>${end(hop.from)}</td>
    <td>${end(hop.to)}</td>
    <td>${hop.protocol}${hop.carries === "logs" && " (logs)"}</td>
    <td>${hop.ports}</td>
    <td><span class="encryption ${hop.encryption}">${words.get(hop.encryption)}</span></td>
    <td>${by}</td>
  </tr>`;
}
