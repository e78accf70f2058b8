import { readFileSync } from "node:fs";
import { join, dirname } from "node:path";

/** What the installed `@pulumi/aws` says of one resource type. */
export interface SdkType {
  readonly inputs: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** Outputs that are never inputs. */
  readonly computed: ReadonlySet<string>;
}

const none: SdkType = { inputs: new Set(), required: new Set(), computed: new Set() };
const read = new Map<string, SdkType>();

/**
 * Reads the facts from the SDK's own class of the type, so that they always are those of the installed version.
 * Types that are not of `@pulumi/aws` have none.
 */
export function sdkType(token: string): SdkType {
  let found = read.get(token);
  if (!found) {
    found = parse(source(token));
    read.set(token, found);
  }
  return found;
}

function source(token: string): string | undefined {
  const path = /^aws:(\w+\/\w+):\w+$/.exec(token)?.[1];
  if (!path) return undefined;
  try {
    return readFileSync(join(dirname(require.resolve("@pulumi/aws/package.json")), `${path}.js`), "utf8");
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): SdkType {
  if (text === undefined) return none;
  const all = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ""));
  return {
    inputs: all(/resourceInputs\["(\w+)"\] = [^\n]*\bargs\b/g),
    required: all(/args\?\.(\w+) === undefined && !opts\.urn/g),
    computed: all(/resourceInputs\["(\w+)"\] = undefined/g),
  };
}
