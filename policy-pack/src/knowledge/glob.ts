/**
 * Patterns as IAM compares them: `*` stands for any text, `?` for one character. The caller lowers the case where IAM
 * does not look at it (actions), and leaves it where it does (most of an ARN).
 */

/** Whether a pattern matches a text. */
export function globMatches(pattern: string, text: string): boolean {
  return walk(pattern, text, (one, other) => one === "?" || one === other);
}

/** Whether everything that `narrow` matches is matched by `wide` too: `s3:*` covers `s3:Get*`. */
export function globCovers(wide: string, narrow: string): boolean {
  return walk(wide, narrow, (one, other) => other !== "*" && (one === "?" || (one === other && other !== "?")));
}

/** Whether some text is matched by both patterns: `*:Get*` and `s3:*Object` meet in `s3:GetObject`. */
export function globsMeet(one: string, other: string): boolean {
  const columns = other.length + 1;
  // reached[j]: whether the patterns' rests from here on can match the same text, row by row from the end.
  let below: boolean[] = [];
  for (let row = one.length; row >= 0; row -= 1) {
    const current: boolean[] = new Array<boolean>(columns).fill(false);
    for (let column = other.length; column >= 0; column -= 1) {
      current[column] = meetAt(one[row], other[column], {
        ended: row === one.length && column === other.length,
        down: below[column] ?? false,
        right: current[column + 1] ?? false,
        diagonal: below[column + 1] ?? false,
      });
    }
    below = current;
  }
  return below[0] ?? false;
}

/** Whether a pattern holds a `*` and nothing but wildcards. */
export function isAllWild(pattern: string): boolean {
  return /^[*?]*\*[*?]*$/.test(pattern);
}

interface Neighbours {
  readonly ended: boolean;
  readonly down: boolean;
  readonly right: boolean;
  readonly diagonal: boolean;
}

function meetAt(one: string | undefined, other: string | undefined, rest: Neighbours): boolean {
  if (rest.ended) return true;
  if (one === "*" || other === "*") return (one !== undefined && rest.down) || (other !== undefined && rest.right);
  if (one === undefined || other === undefined) return false;
  return (one === "?" || other === "?" || one === other) && rest.diagonal;
}

/** Greedy match of a pattern with `*`, going back to the last star only: linear in practice, and never exponential. */
function walk(pattern: string, text: string, fits: (one: string, other: string) => boolean): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    const one = pattern[at];
    const other = text[position] ?? "";
    if (one === "*") {
      star = at;
      at += 1;
      resume = position;
    } else if (one !== undefined && fits(one, other)) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      position = resume;
    } else return false;
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
