/** A place in a text, counted as editors count: from 1. */
export interface TextPosition {
  /** Characters before the place, counted from 0. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

/** The beginning of a string or a word of JSON, at the end of a text. */
const cutOff = /^(?:"(?:[ !#-[\]-\uffff]|\\[^])*\\?|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-)$/;

/**
 * Where a text stops being JSON. The messages of `JSON.parse` cannot serve: they differ between Node versions, and the
 * newer ones quote the text, which may hold secrets.
 *
 * @returns nothing when the text is JSON.
 */
export function jsonErrorPosition(text: string): TextPosition | undefined {
  /** What may come next: a value, a key, a colon, or what follows a value. */
  let expected: "value" | "first-value" | "key" | "first-key" | "colon" | "after" = "value";
  const open: ("{" | "[")[] = [];
  let offset = 0;
  for (;;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    if (!match) {
      const rest = text.length - text.slice(offset).trimStart().length;
      const complete = rest === text.length && open.length === 0 && expected === "after";
      if (complete) return undefined;
      return position(text, cutOff.test(text.slice(rest)) ? text.length : rest);
    }
    const [whole, punctuation, string] = match;
    const start = offset + whole.length - whole.trimStart().length;
    const inner = open.at(-1);
    const wantsValue: boolean = expected === "value" || expected === "first-value";
    if (punctuation === undefined) {
      const isKey: boolean = expected === "key" || expected === "first-key";
      if (isKey ? string === undefined : !wantsValue) return position(text, start);
      expected = isKey ? "colon" : "after";
    } else if (wantsValue && punctuation === "{") {
      open.push("{");
      expected = "first-key";
    } else if (wantsValue && punctuation === "[") {
      open.push("[");
      expected = "first-value";
    } else if (expected === "colon" && punctuation === ":") {
      expected = "value";
    } else if (expected === "after" && punctuation === "," && inner) {
      expected = inner === "{" ? "key" : "value";
    } else if (
      (punctuation === "}" && inner === "{" && (expected === "after" || expected === "first-key")) ||
      (punctuation === "]" && inner === "[" && (expected === "after" || expected === "first-value"))
    ) {
      open.pop();
      expected = "after";
    } else {
      return position(text, start);
    }
    offset += whole.length;
  }
}

function position(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { offset, line: before.split("\n").length, column: offset - lineStart + 1 };
}
