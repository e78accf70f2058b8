import { Truth } from "./truth";

/** The engine's marks for values that are not known yet, one per type. Source: pulumi-policy `proxy.ts`. */
const unknownSentinels = [
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];

/**
 * Whether a raw value is, or is text that holds, a value not known yet. The SDK's proxy sees only the first kind; text
 * that was put together around an unknown would slip through it.
 */
function holdsUnknown(raw: unknown): boolean {
  return typeof raw === "string" && raw.length >= 36 && unknownSentinels.some((mark) => raw.includes(mark));
}

/** Under this symbol properties hold the value that they are as a whole; it is seen through the SDK's proxy. */
const wholeOf = Symbol("whole of the properties");

/** Prepares properties that many policies read, and none writes, so that they are taken apart once for all of them. */
export function shareWhole<T extends object>(properties: T): T {
  return Object.defineProperty(properties, wholeOf, { value: Value.ofProperties(properties) });
}

/**
 * A place among a resource's properties: known, absent or unknown, whatever the properties are. Reading never throws,
 * and every question that could meet an unknown is answered with a {@link Truth}.
 */
export class Value {
  /** All properties of a resource, taken from the SDK's proxy by descriptors, which do not trip over unknowns. */
  static ofProperties(properties: object): Value {
    const whole: unknown = Object.getOwnPropertyDescriptor(properties, wholeOf)?.value;
    if (whole instanceof Value) return whole;
    const raw: Record<string, unknown> = {};
    for (const key of Object.keys(properties)) {
      raw[key] = Object.getOwnPropertyDescriptor(properties, key)?.value;
    }
    return new Value(raw, "");
  }

  private holdsUnknown: boolean | undefined;
  /** What was read of a resource's properties before: many rules ask for the same few. */
  private readonly children: Map<string, Value> | undefined;

  constructor(
    /** The value itself. For parsers only: it must never reach a message. */
    readonly raw: unknown,
    /** The path, or what makes it: nearly all values are read and never shown. */
    private place: string | (() => string),
    /** Whether it is unknown because what it stands in is: then it is not known either whether it is there. */
    private readonly isInUnknown = false,
  ) {
    this.children = place === "" ? new Map() : undefined;
  }

  /** Where it stands, for example `rules[0].applyServerSideEncryptionByDefault`. */
  get path(): string {
    if (typeof this.place !== "string") this.place = this.place();
    return this.place;
  }

  get isUnknown(): boolean {
    return (this.holdsUnknown ??= holdsUnknown(this.raw));
  }

  get isAbsent(): boolean {
    return this.raw === undefined || this.raw === null;
  }

  get isKnown(): boolean {
    return !this.isAbsent && !this.isUnknown;
  }

  /** A property by name or by path: `get("versioning.enabled")`. Below an unknown everything is unknown. */
  get(path: string): Value {
    return path.split(".").reduce((value: Value, key) => value.child(key), this);
  }

  /** A property whose name holds dots, such as a tag or an annotation. */
  child(key: string): Value {
    const child = this.children?.get(key) ?? this.childOf(key);
    this.children?.set(key, child);
    return child;
  }

  private childOf(key: string): Value {
    const path = (): string => childPath(this.path, key);
    if (this.isUnknown) return new Value(this.raw, path, true);
    const isObject = typeof this.raw === "object" && this.raw !== null && Object.hasOwn(this.raw, key);
    return new Value(isObject ? (this.raw as Record<string, unknown>)[key] : undefined, path);
  }

  /**
   * The elements of a list. One object counts as a list of one, because the provider flattens blocks that may stand
   * only once. An unknown list is one unknown element: whoever looks for a fault in it stays undecided.
   */
  items(): Value[] {
    if (this.isAbsent) return [];
    if (this.isUnknown) return [this];
    if (Array.isArray(this.raw)) return this.raw.map((raw, index) => new Value(raw, () => `${this.path}[${index}]`));
    return [this];
  }

  /** The entries of a map; of an unknown map, none: ask `isUnknown` first. */
  entries(): [string, Value][] {
    if (!this.isKnown || typeof this.raw !== "object" || Array.isArray(this.raw)) return [];
    return Object.keys(this.raw as object).map((key) => [key, this.child(key)]);
  }

  /** Text when it is known and not empty. */
  get text(): string | undefined {
    return typeof this.raw === "string" && this.raw !== "" && !this.isUnknown ? this.raw : undefined;
  }

  /** A number, or text that is one. */
  get number(): number | undefined {
    if (typeof this.raw === "number") return this.raw;
    const text = this.text;
    return text !== undefined && text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
  }

  /** Given at all, known or not: a wired output is given. An empty text or list is not. */
  isGiven(): Truth {
    if (this.isUnknown) return this.isInUnknown ? this.asUnknown() : Truth.yes;
    if (this.isAbsent || this.raw === "") return Truth.no;
    return Truth.of(!(Array.isArray(this.raw) && this.raw.length === 0));
  }

  /** `true`, or the text `"true"`. Absent is no. */
  isTrue(): Truth {
    return this.whenKnown((raw) => raw === true || (typeof raw === "string" && raw.toLowerCase() === "true"));
  }

  /** `false`, or the text `"false"`. Absent is no. */
  isFalse(): Truth {
    return this.whenKnown((raw) => raw === false || (typeof raw === "string" && raw.toLowerCase() === "false"));
  }

  /** One of these texts, whatever the case. Absent is no. */
  isOneOf(...texts: readonly string[]): Truth {
    const lower = texts.map((text) => text.toLowerCase());
    return this.whenKnown((raw) => lower.includes(plainText(raw).toLowerCase()));
  }

  /** Text that matches. Absent is no. */
  matches(pattern: RegExp): Truth {
    return this.whenKnown((raw) => typeof raw === "string" && pattern.test(raw));
  }

  /** A number of at least `least`. Absent or no number is no. */
  isAtLeast(least: number): Truth {
    return this.whenKnown(() => (this.number ?? Number.NaN) >= least);
  }

  /** A number of at most `most`. Absent or no number is no. */
  isAtMost(most: number): Truth {
    return this.whenKnown(() => (this.number ?? Number.NaN) <= most);
  }

  /** At least one element meets the condition. */
  some(condition: (item: Value) => Truth): Truth {
    return Truth.any(this.items().map((item) => (item.isUnknown ? item.asUnknown() : condition(item))));
  }

  /** Every element meets the condition; an empty or absent list does. */
  every(condition: (item: Value) => Truth): Truth {
    return Truth.all(this.items().map((item) => (item.isUnknown ? item.asUnknown() : condition(item))));
  }

  /** The truth that says "this value is not known yet". */
  asUnknown(): Truth {
    return Truth.unknown(this.path);
  }

  /** Yes or no by `test` when the value is known, no when absent, unknown otherwise. */
  whenKnown(test: (raw: unknown) => boolean): Truth {
    if (this.isUnknown) return this.asUnknown();
    return Truth.of(!this.isAbsent && test(this.raw));
  }
}

function childPath(path: string, key: string): string {
  const shown = shownKey(path, key);
  return path === "" ? shown : `${path}.${shown}`;
}

/**
 * A key as a path shows it. Somebody's own keys, such as those of tags, may say as much as a value does: shown is what
 * reads like the name of a property, and tags of this project's.
 */
function shownKey(path: string, key: string): string {
  const isTag = /^tags(?:All)?$/.test(path);
  return (isTag ? /^hipaa:[a-z-]{1,30}$/ : /^(?!.*\d{3})[A-Za-z_]\w{0,39}$/).test(key) ? key : "*";
}

/** What `String` makes of a value, but an object's own `toString` is never asked: somebody's tags may have that key. */
export function asText(raw: unknown): string {
  if (Array.isArray(raw)) return raw.map((item) => (item === null || item === undefined ? "" : asText(item))).join();
  return typeof raw === "object" && raw !== null ? "[object Object]" : String(raw);
}

/** A text, number or flag as text; a list of one like its element. */
function plainText(raw: unknown): string {
  if (Array.isArray(raw)) return raw.length === 1 ? plainText(raw[0]) : "";
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? String(raw) : "";
}
