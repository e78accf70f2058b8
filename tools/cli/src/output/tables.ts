import Table from "cli-table3";

const none = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "",
};

/** A table with lines, for counts. */
export function ruledTable(head: readonly string[], rows: readonly (readonly string[])[], rightFrom = 1): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, index) => (index >= rightFrom ? "right" : "left")),
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/**
 * Columns without lines. The last one takes what is left of the width and wraps; the others are as wide as they need
 * to be.
 */
export function columns(rows: readonly (readonly string[])[], width: number, indent: string): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from(
    { length: count },
    (_, index) => Math.max(0, ...rows.map((row) => (row[index] ?? "").length)) + 2,
  );
  const rest = width - indent.length - widths.slice(0, -1).reduce((sum, value) => sum + value, 0);
  if (count > 0) widths[count - 1] = Math.max(24, rest);
  const table = new Table({
    chars: none,
    colWidths: widths,
    wordWrap: true,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => (indent + line).trimEnd())
    .join("\n");
}

/** Text in lines of at most this width, each after the indent. */
export function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && indent.length + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line) => indent + line).join("\n");
}
