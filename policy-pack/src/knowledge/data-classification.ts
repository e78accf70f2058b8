import type { ClassifiedBy, Declassification } from "@hipaa-aws/controls";
import { Truth } from "../authoring/truth";
import { Value } from "../authoring/value";
import { matchesUrn } from "./urn-pattern";

/** The tag that classifies data: of a resource, of a provider's default tags, of a stack. */
export const phiTag = "hipaa:phi";

/** One entry of the setting `phiScope.notPhi`. */
export interface NotPhi {
  /** URN pattern, matched as a whole. */
  readonly resource: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
}

export interface PhiScopeSettings {
  readonly notPhi: readonly NotPhi[];
  /** URN patterns of what holds PHI, whatever its tags say. */
  readonly phi: readonly string[];
}

/** A tag's value and where it was found. */
export interface FoundTag {
  readonly value: Value;
  readonly from: "tag" | "provider tag";
}

/**
 * A tag as AWS will show it: the resource's own, else the provider's default. Outputs hold both merged in `tagsAll`,
 * which is unknown at preview; the provider's own properties are known there, so they are asked first.
 */
export function tagIn(properties: Value, provider: Value | undefined, key: string): FoundTag {
  const own = entryOf(properties.get("tags"), key);
  if (!own.isAbsent) return { value: own, from: "tag" };
  const merged = entryOf(properties.get("tagsAll"), key);
  if (merged.isKnown) return { value: merged, from: provider === undefined ? "tag" : "provider tag" };
  if (provider === undefined) return { value: merged, from: "provider tag" };
  return { value: defaultTag(provider, key), from: "provider tag" };
}

/** Tags are a map, or a list of `{ key, value }` where a service has more to say of each. */
function entryOf(tags: Value, key: string): Value {
  if (!Array.isArray(tags.raw)) return tags.child(key);
  const items = tags.items();
  const found = items.find((item) => item.get("key").text === key);
  if (found) return found.get("value");
  const open = items.find((item) => item.isUnknown || item.get("key").isUnknown);
  return open ? new Value((open.isUnknown ? open : open.get("key")).raw, tags.path) : tags.child(key);
}

/** Providers get nested settings as JSON text. */
function defaultTag(provider: Value, key: string): Value {
  const given = provider.get("defaultTags");
  if (given.isUnknown) return given;
  const parsed = new Value(given.text === undefined ? given.raw : parsedJson(given.text), given.path);
  return parsed.get("tags").child(key);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What is said of one resource. */
export interface Classification {
  readonly mayHoldPhi: Truth;
  /** Who says that it does not; absent when it may. */
  readonly by?: ClassifiedBy;
  readonly terms?: Declassification["terms"];
}

/**
 * Which resources count as holding PHI. Unclassified means PHI; of two that differ, the one that says PHI wins:
 *
 * 1. the setting `phiScope.phi`;
 * 2. the tag `hipaa:phi` of the resource or, by default, of its provider: `"false"` takes it out, any other value keeps it in;
 * 3. the setting `phiScope.notPhi`;
 * 4. the tag `hipaa:phi = "false"` of the stack.
 */
export class PhiScope {
  /** Nothing is classified but by tags. */
  static readonly byTags = new PhiScope({ notPhi: [], phi: [] });
  /** Everything may hold PHI: what is not reported has no effect. */
  static readonly everything = new PhiScope({ notPhi: [], phi: ["*"] });

  constructor(
    private readonly settings: PhiScopeSettings,
    private readonly stackIsOut = false,
  ) {}

  classify(urn: string, { value, from }: FoundTag): Classification {
    const { phi, notPhi } = this.settings;
    if (phi.some((pattern) => matchesUrn(pattern, urn))) return { mayHoldPhi: Truth.yes };
    const isOut = value.isFalse();
    if (isOut.isYes) return { mayHoldPhi: Truth.no, by: from };
    if (!value.isAbsent) return { mayHoldPhi: isOut.not() };
    const entry = notPhi.find(({ resource }) => matchesUrn(resource, urn));
    if (entry) {
      const { reason, owner, ticket } = entry;
      return { mayHoldPhi: Truth.no, by: "setting", terms: { reason, owner, ticket } };
    }
    return this.stackIsOut ? { mayHoldPhi: Truth.no, by: "stack tag" } : { mayHoldPhi: Truth.yes };
  }
}
