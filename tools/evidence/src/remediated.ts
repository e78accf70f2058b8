import { isDeepStrictEqual } from "node:util";
import { signatureOf, unwrapSecret, type StateValue } from "@hipaa-aws/stack-state";

/** An input that a remediation wrote, by path; never its value. */
export interface RemediatedInput {
  /** For example `metadataOptions.httpTokens`. */
  readonly path: string;
  readonly change: "added" | "changed" | "removed";
}

/** What the remediation of a rule did to one resource. */
export interface Remediated {
  readonly rule: string;
  readonly urn: string;
  /** Whether the resource is deployed so. A stack that is judged as it stands is only told what would be done. */
  readonly applied: boolean;
  readonly inputs: readonly RemediatedInput[];
}

type Block = Readonly<Record<string, StateValue>>;

/** The inputs that differ, without the provider's own keys (`__…`). Values stay here, secret or not. */
export function remediatedInputs(before: Block, after: Block): RemediatedInput[] {
  return inBlock(before, after, "");
}

function inBlock(before: Block, after: Block, path: string): RemediatedInput[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !key.startsWith("__"));
  return keys.flatMap((key) => {
    const here = path === "" ? key : `${path}.${key}`;
    return at(before[key], after[key], here);
  });
}

function at(before: StateValue | undefined, after: StateValue | undefined, path: string): RemediatedInput[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isAbsent(before)) return isAbsent(after) ? [] : added(after, path);
  if (isAbsent(after)) return [{ path, change: "removed" }];
  const [old, now] = [unwrapSecret(before), unwrapSecret(after)];
  if (isBlock(old) && isBlock(now)) return inBlock(old, now, path);
  if (Array.isArray(old) && Array.isArray(now) && old.length === now.length) {
    return now.flatMap((value, index) => at(old[index], value, `${path}[${index}]`));
  }
  return [{ path, change: "changed" }];
}

/** A new block is told by what it holds. */
function added(value: StateValue, path: string): RemediatedInput[] {
  const plain = unwrapSecret(value);
  const inside = isBlock(plain) ? inBlock({}, plain, path) : [];
  return inside.length > 0 ? inside : [{ path, change: "added" }];
}

function isAbsent(value: StateValue | undefined): value is null | undefined {
  return value === undefined || value === null;
}

function isBlock(value: StateValue): value is { readonly [key: string]: StateValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && signatureOf(value) === undefined;
}
