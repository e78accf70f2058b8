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

/** All texts below a value, keys of maps included, with a bound on how much is looked at. */
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
