import { asText } from "../authoring/value";
/** What an OpenAPI document says of one integration of Amazon API Gateway. */
export interface DeclaredIntegration {
  readonly uri: string;
  readonly skipsVerification: boolean;
}

/**
 * The integrations that an OpenAPI document declares by API Gateway's extension. A document that is no JSON is YAML and
 * read line by line, which finds the keys wherever they stand.
 */
export function integrationsIn(document: string): DeclaredIntegration[] {
  try {
    return below(JSON.parse(document) as unknown, false);
  } catch {
    return inLines(document);
  }
}

function below(node: unknown, within: boolean): DeclaredIntegration[] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((item) => below(item, within));
  const entries = Object.entries(node as Record<string, unknown>);
  const inner = entries.flatMap(([key, value]) => below(value, within || isExtension(key)));
  return within ? [toIntegration(node as Record<string, unknown>), ...inner] : inner;
}

function isExtension(key: string): boolean {
  return key.toLowerCase().startsWith("x-amazon-apigateway-integration");
}

function toIntegration({ uri, insecureSkipVerification }: Record<string, unknown>): DeclaredIntegration {
  return {
    uri: typeof uri === "string" ? uri : "",
    skipsVerification: asText(insecureSkipVerification).toLowerCase() === "true",
  };
}

function inLines(document: string): DeclaredIntegration[] {
  if (!/x-amazon-apigateway-integration/i.test(document)) return [];
  const lines = document.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, ""));
  const uris = lines.flatMap((line) => /^[\s{,-]*["']?uri["']?\s*:\s*["']?([^"'\s]+)/i.exec(line)?.[1] ?? []);
  const skips = lines.some((line) => /["']?insecureSkipVerification["']?\s*:\s*["']?true\b/i.test(line));
  return [...uris.map((uri) => ({ uri, skipsVerification: false })), { uri: "", skipsVerification: skips }];
}
