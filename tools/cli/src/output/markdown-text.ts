import { printable } from "../errors";
import type { Colors } from "../io";
import { wrapped } from "./tables";

/**
 * A page in Markdown as text for a terminal: headings, paragraphs, lists and code, which is all that the pages of rules
 * hold. The title and comments are left out.
 */
export function markdownText(markdown: string, width: number, { bold, dim }: Colors): string {
  const lines: string[] = [];
  let inCode = false;
  for (const line of markdown.split(/\r?\n/).map(printable)) {
    if (/^\s*```/.test(line)) inCode = !inCode;
    else if (inCode) lines.push(dim(`    ${line}`.trimEnd()));
    else if (line === "" || /^# |^<!--/.test(line)) lines.push("");
    else if (line.startsWith("## ")) lines.push(bold(plain(line.slice(3))));
    else if (line.startsWith("### ")) lines.push(`  ${bold(plain(line.slice(4)))}`);
    else if (line.startsWith("- ")) lines.push(listItem(plain(line.slice(2)), width));
    else lines.push(wrapped(plain(line), width, "  "));
  }
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

function listItem(text: string, width: number): string {
  return wrapped(text, width, "    ").replace(/^ {4}/, "  - ");
}

/** Without marks: `code`, [links](page.md) and escaped characters. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part.slice(1, -1) : part.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")))
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\\([!-/:-@[-`{-~])/g, "$1")))
    .join("");
}
