import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { messageOf, StackError } from "../errors";

/** A YAML file whose top level is a mapping, with the lines of its entries. */
export interface YamlFile {
  readonly name: string;
  /** Top-level entries in the order of the file. */
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly line: number;
  /** The value as plain JavaScript, numbers as they are written. */
  readonly value: unknown;
}

/**
 * Reads a YAML file. A number that is the value of a setting stays the text that was written, so that an account id
 * keeps its leading zero.
 *
 * @throws StackError with the file's name and the line.
 */
export function readYaml(path: string): YamlFile {
  const name = basename(path);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new StackError(
      `${path}: the file cannot be read (${(error as NodeJS.ErrnoException).code ?? messageOf(error)})`,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    const line = lines.linePos(fault.pos[0]).line;
    throw new StackError(`${name}, line ${line}: this is no YAML (${fault.message}); correct the file`);
  }
  if (document.contents === null) return { name, entries: [] };
  return { name, entries: entriesOf(document.contents, name, lines, document) };
}

function entriesOf(node: unknown, name: string, lines: LineCounter, document: Document): YamlEntry[] {
  if (!isMap(node)) throw new StackError(`${name}: the file must hold keys with values; correct the file`);
  return node.items.map(({ key, value }) => ({
    key: keyText(key),
    line: lines.linePos((isScalar(key) ? key.range?.[0] : undefined) ?? 0).line,
    value: plain(value, document),
  }));
}

/** Down to this depth numbers are texts: a setting's value stands there. Deeper ones belong to a structured value. */
const settingDepth = 1;

function plain(node: unknown, document: Document, depth = 0): unknown {
  if (isAlias(node)) return plain(node.resolve(document), document, depth);
  if (isScalar(node)) {
    return typeof node.value === "number" && depth <= settingDepth ? (node.source ?? String(node.value)) : node.value;
  }
  if (isMap(node))
    return Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), plain(value, document, depth + 1)]));
  if (isSeq(node)) return node.items.map((item) => plain(item, document, depth + 1));
  return null;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}
