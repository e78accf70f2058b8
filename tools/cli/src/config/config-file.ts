import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { ConfigPath } from "@hipaa-aws/controls";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import { messageOf, oneLine, UsageError } from "../errors";
import type { PackConfig } from "../hosts";

/** A file with the configuration of a pack, JSON or YAML, that knows where its values stand. */
export interface ConfigFile {
  /** As it was asked for. */
  readonly path: string;
  readonly folder: string;
  readonly config: PackConfig;
  /** `line:column` of a value, or of the nearest one around it. */
  placeOf(path: ConfigPath): string;
}

/**
 * Reads a file with the configuration of a pack.
 *
 * @throws UsageError when it cannot be read, is neither JSON nor YAML, or is no object.
 */
export function readConfigFile(path: string): ConfigFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem =
      code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code ?? messageOf(error)})`;
    throw new UsageError(`${path}: ${problem}; give a file with the configuration of the policy pack`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const what = oneLine(error.message);
    throw new UsageError(`${path}:${line}:${col}: this is neither JSON nor YAML (${what}); correct the file`);
  }
  const value: unknown = document.toJS();
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const what = "the configuration of a pack is an object, with a level or options for each rule";
    throw new UsageError(`${path}: ${what}; correct the file`);
  }
  return {
    path,
    folder: dirname(path),
    config: value as PackConfig,
    placeOf: (place) => {
      const { line, col } = lines.linePos(offsetOf(document, place));
      return `${line}:${col}`;
    },
  };
}

/** Where a value's key stands, or the value where it is in a list; else the nearest one around it. */
function offsetOf(document: Document.Parsed, path: ConfigPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? key.value : key) === part);
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === "number" && part < node.items.length) {
      node = node.items[part];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | undefined)?.range?.[0];
}
