import { asText } from "../../authoring/value";
/** The scalar fields of a document by name in lower case, whatever they are nested in. */
export type DocumentFields = ReadonlyMap<string, string>;

/**
 * Reads a document for sessions: JSON, or YAML, of which such documents use no more than nested keys with plain values.
 * Nothing when it is neither.
 */
export function readDocument(content: string): DocumentFields | undefined {
  const json = parseJson(content);
  if (json !== undefined) {
    const fields = new Map<string, string>();
    collect(json, fields);
    return fields;
  }
  const lines = [...content.matchAll(/^[ \t]*["']?(\w+)["']?[ \t]*:(?:[ \t]+(.*?))?[ \t\r]*$/gm)];
  if (lines.length === 0) return undefined;
  return new Map(lines.map(([, name = "", value = ""]) => [name.toLowerCase(), scalar(value)]));
}

function collect(value: object, fields: Map<string, string>): void {
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    if (typeof inner === "object" && inner !== null) collect(inner, fields);
    else if (typeof inner === "string" || typeof inner === "number" || typeof inner === "boolean")
      fields.set(name.toLowerCase(), asText(inner));
  }
}

/** A plain or quoted value without its comment. */
function scalar(text: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(text);
  if (quoted) return quoted[2] ?? "";
  const plain = text.replace(/(?:^|\s+)#.*$/, "").trim();
  return plain === "~" || plain === "null" ? "" : plain;
}

function parseJson(text: string): object | undefined {
  try {
    const parsed = JSON.parse(text) as unknown;
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
