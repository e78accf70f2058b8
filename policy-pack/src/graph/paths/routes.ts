import { Truth } from "../../authoring/truth";
import { isIn, sizeOf, type Family, type Span } from "./addresses";
import { unlessOthers } from "./agreement";

/** One route of a table. */
export interface RouteEntry {
  /** Its destination; absent while that is known only on update. */
  readonly destination: Span | undefined;
  /** Whether it leads where is asked for: to an internet gateway, or out of the VPC. */
  readonly leads: Truth;
  /** Whether it is of this table: unknown while its table is. */
  readonly belongs: Truth;
  /** What to name where it leaves the answer open. */
  readonly path: string;
}

/** Entries with the narrowest destination first; those whose destination is not known come last. */
export function narrowestFirst(entries: readonly RouteEntry[]): RouteEntry[] {
  const known = entries.filter(({ destination }) => destination !== undefined);
  const open = entries.filter(({ destination }) => destination === undefined);
  const size = ({ destination }: RouteEntry): bigint => (destination ? sizeOf(destination) : 0n);
  return [...known.sort((one, other) => (size(one) < size(other) ? -1 : size(one) > size(other) ? 1 : 0)), ...open];
}

/**
 * Whether packets to an address are led the way that is asked for. The most specific route decides.
 * Source: "Route priority", Amazon VPC user guide.
 *
 * @param entries as {@link narrowestFirst} returns them
 */
export function routeAnswer(entries: readonly RouteEntry[], address: bigint, family: Family): Truth {
  const others: { answer: Truth; path: string }[] = [];
  for (const { destination, leads, belongs, path } of entries) {
    if (destination && !isIn(destination, address, family)) continue;
    if (belongs.isNo) continue;
    if (destination && belongs.isYes) return unlessOthers(leads, [...others, ...openEntries(entries)]);
    if (destination) others.push({ answer: leads, path });
  }
  return unlessOthers(Truth.no, [...others, ...openEntries(entries)]);
}

/** Routes whose destination is not known: each may be the most specific one. */
function openEntries(entries: readonly RouteEntry[]): { answer: Truth; path: string }[] {
  return entries
    .filter(({ destination, belongs }) => destination === undefined && !belongs.isNo)
    .map(({ leads, path }) => ({ answer: leads, path }));
}
