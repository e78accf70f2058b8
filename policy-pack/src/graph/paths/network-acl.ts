import { Truth } from "../../authoring/truth";
import { agreement, unlessOthers } from "./agreement";
import { matches, type Match, type Probe } from "./traffic";

/** One entry of a network ACL, for one direction. */
export interface AclEntry {
  readonly match: Match;
  readonly allows: Truth;
  /** Its number; absent while that is known only on update. */
  readonly order: number | undefined;
  /** Whether it is of this list: unknown while its ACL or its direction is. */
  readonly belongs: Truth;
  /** What to name where it leaves the answer open. */
  readonly path: string;
}

/** Entries in the order in which AWS asks them; those without a known number come last, for they may stand anywhere. */
export function inOrder(entries: readonly AclEntry[]): AclEntry[] {
  const numberOf = ({ order }: AclEntry): number => order ?? Number.POSITIVE_INFINITY;
  return [...entries].sort((one, other) => (numberOf(one) === numberOf(other) ? 0 : numberOf(one) - numberOf(other)));
}

/**
 * Whether a network ACL lets a packet through: the first entry that matches decides, and nothing matches everything.
 * Source: "Network ACL rules", Amazon VPC user guide.
 *
 * @param entries as {@link inOrder} returns them
 */
export function aclAnswer(entries: readonly AclEntry[], probe: Probe): Truth {
  let answer = Truth.no;
  const anywhere: { answer: Truth; path: string }[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry) continue;
    const applies = entry.belongs.isNo ? entry.belongs : entry.belongs.and(matches(entry.match, probe));
    if (applies.isNo) continue;
    if (entry.order === undefined) anywhere.push({ answer: entry.allows, path: entry.path });
    else if (applies.isYes) answer = entry.allows;
    // It decides, or what comes after it does.
    else answer = agreement([answer, entry.allows], applies.paths);
  }
  return unlessOthers(answer, anywhere);
}
