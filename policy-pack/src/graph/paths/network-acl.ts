import { Truth } from "../../authoring/truth";
import { agreement } from "./agreement";
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
  const answers: Truth[] = [];
  const open: string[] = [];
  let isDecided = false;
  for (const { belongs, match, order, allows, path } of entries) {
    // Behind an entry that matches for certain none is asked, but those that may stand anywhere.
    if (isDecided && order !== undefined) continue;
    const applies = belongs.isNo ? belongs : belongs.and(matches(match, probe));
    if (applies.isNo) continue;
    answers.push(allows);
    open.push(...applies.paths, ...(order === undefined ? [path] : []));
    if (applies.isYes) isDecided = true;
  }
  return agreement(isDecided ? answers : [...answers, Truth.no], open);
}
