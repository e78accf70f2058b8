import { citations, type Severity } from "@hipaa-aws/controls";
import { logicalName } from "@hipaa-aws/stack-state";
import { html, type Html } from "../html";
import type { SectionContext } from "../model";

const byId = new Map(citations.map((entry) => [entry.id, entry]));

/** A citation with its title and how it binds; an id that the table does not know stands alone. */
export function citationLine(id: string): Html {
  const citation = byId.get(id);
  if (!citation) return html`<span class="cite">${id}</span>`;
  return html`<span class="cite">45 CFR ${id}</span> ${citation.title} ${obligationBadge(citation.obligation)}`;
}

export function obligationBadge(obligation: string): Html {
  return html`<span class="badge ${obligation}">${obligation}</span>`;
}

export function levelBadge(level: string): Html {
  return html`<span class="badge ${level}">${level}</span>`;
}

export function severityBadge(severity: Severity | undefined): Html | undefined {
  return severity && html`<span class="badge severity ${severity}">${severity}</span>`;
}

/** The logical name, with the URN as tooltip and a way to the resource's row. */
export function resourceName(urn: string, context: SectionContext): Html {
  const row = context.rows.get(urn);
  const name = logicalName(urn) || urn;
  return row ? html`<a href="#${row}" title="${urn}">${name}</a>` : html`<span title="${urn}">${name}</span>`;
}

/** The type without the parents that a URN lists before it. */
export function typeOfUrn(urn: string): string {
  return (urn.split("::")[2] ?? "").split("$").at(-1) ?? "";
}

/** A number, quiet when it is zero. */
export function count(value: number, kind = ""): Html {
  return html`<td class="number ${value === 0 ? "zero" : kind}">${value}</td>`;
}
