import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";

/** A text somewhere below a property, with the path that a message may name. */
export class FoundText {
  constructor(
    private readonly value: Value,
    readonly text: string,
  ) {}

  get path(): string {
    return this.value.path;
  }
}

/** What a quick look asks of a text, and of the key of a map. */
export interface Look {
  readonly text: (text: string) => boolean;
  readonly key?: (key: string) => boolean;
}

/**
 * Whether some text at or below a raw value, or the key of a map, meets a condition. It makes nothing on the way: nearly
 * every resource has nothing that a closer look would find anything in.
 */
export function anyBelow(raw: unknown, look: Look): boolean {
  if (typeof raw === "string") return look.text(raw);
  if (typeof raw !== "object" || raw === null) return false;
  if (Array.isArray(raw)) return raw.some((item) => anyBelow(item, look));
  return Object.entries(raw).some(([key, value]) => look.key?.(key) === true || anyBelow(value, look));
}

/** All texts at or below a value, with a bound on how much is looked at. */
export function textsBelow(value: Value, limit = 2000): FoundText[] {
  const found: FoundText[] = [];
  const visit = (current: Value): void => {
    if (found.length >= limit || current.isUnknown) return;
    const { text } = current;
    if (text !== undefined) found.push(new FoundText(current, text));
    else if (Array.isArray(current.raw)) current.items().forEach(visit);
    else current.entries().forEach(([, inner]) => visit(inner));
  };
  visit(value);
  return found;
}

/** Whether no text below a value meets a condition; unknown when one of its texts is not known yet. */
export function noText(value: Value, condition: (text: string) => boolean): Truth {
  if (value.text !== undefined) return Truth.of(!condition(value.text));
  if (textsBelow(value).some(({ text }) => condition(text))) return Truth.no;
  const open = unknownsBelow(value);
  return open.length > 0 ? Truth.unknown(...open) : Truth.yes;
}

function unknownsBelow(value: Value): string[] {
  if (value.isUnknown) return [value.path];
  const inner = Array.isArray(value.raw) ? value.items() : value.entries().map(([, entry]) => entry);
  return inner.flatMap(unknownsBelow);
}
