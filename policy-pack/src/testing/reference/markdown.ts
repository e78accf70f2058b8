/** Text as Markdown, character for character. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_<>[\]|#]/g, "\\$&").replace(/\s+/g, " ");
}

/** A name, a path or a type token. */
export function code(text: string): string {
  return text.includes("`") ? escaped(text) : `\`${text}\``;
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** A section, or nothing where there is nothing to say. */
export function section(title: string, ...blocks: readonly (string | undefined)[]): string[] {
  const said = blocks.filter((block) => block !== undefined && block !== "");
  return said.length === 0 ? [] : [`## ${title}`, ...(said as string[])];
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
