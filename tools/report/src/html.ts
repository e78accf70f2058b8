/** Markup that is already safe. Only {@link html} and {@link trusted} make it. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

/**
 * Markup as a template. Every interpolated text is escaped, so that a name like `<script>` stays a name; markup made
 * by the same tag, and lists of it, go in as they are. Attributes must be written in double quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    strings.map(withoutIndentation).reduce((text, part, index) => text + render(values[index - 1]) + part),
  );
}

/** The indentation of a template is for its reader; in a page with thousands of rows it is half of the size. */
function withoutIndentation(part: string): string {
  return part.replace(/\n\s*/g, "\n");
}

/** Markup that does not come from a stack: styles, the script, the laid-out picture. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function render(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(render).join("");
  return escapeHtml(String(value));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * Control characters and marks that change the direction of text are spelled out, so that a name cannot look like
 * another one.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    if (character === "\n" || character === "\t") return " ";
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
}

/** A sentence of the catalogue, with what stands between backquotes as code. */
export function prose(text: string): Html {
  return html`${text.split("`").map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}`;
}

/** `1 rule`, `2 rules`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
