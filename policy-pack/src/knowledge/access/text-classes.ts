/** How many states the search may visit: far more than policies of AWS's greatest size need. */
const mostStates = 4000;

/**
 * One text for each way in which the texts of a pattern can match other patterns: `s3:*` seen by `s3:Get*` has two, a
 * text that begins with `s3:Get` and one that does not. What holds for these texts holds for all texts of the pattern,
 * as long as nothing but the patterns is asked of them. Nothing when the patterns are too many to tell.
 *
 * All patterns are followed letter by letter at the same time; a letter that none of them names stands for all others.
 */
export function textClasses(within: string, patterns: readonly string[]): readonly string[] | undefined {
  const key = JSON.stringify([within, patterns]);
  if (!known.has(key)) {
    if (known.size >= mostKnown) known.clear();
    known.set(key, search(within, patterns));
  }
  return known.get(key);
}

/** Policies of one stack are much alike: the same few patterns are asked for many times. */
const known = new Map<string, readonly string[] | undefined>();
const mostKnown = 1000;

function search(within: string, patterns: readonly string[]): readonly string[] | undefined {
  const all = [within, ...new Set(patterns)];
  const letters = lettersOf(all);
  const start: Reached = { text: "", places: all.map((pattern) => skipStars(pattern, [0])) };
  const seen = new Set([keyOf(start)]);
  const found = new Map<string, string>();
  const queue = [start];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const ends = state.places.map((places, index) => places.includes(all[index]?.length ?? 0));
    const [isWithin, ...matched] = ends;
    const vector = matched.map(Number).join("");
    if (isWithin && !found.has(vector)) found.set(vector, state.text);
    for (const letter of letters) {
      const next = step(all, state, letter);
      const key = keyOf(next);
      if (next.places[0]?.length === 0 || seen.has(key)) continue;
      if (seen.size >= mostStates) return undefined;
      seen.add(key);
      queue.push(next);
    }
  }
  return [...found.values()];
}

/** A text, and the places in each pattern that it can have led to. */
interface Reached {
  readonly text: string;
  readonly places: readonly (readonly number[])[];
}

function step(patterns: readonly string[], { text, places }: Reached, letter: string): Reached {
  return {
    text: text + letter,
    places: patterns.map((pattern, index) => {
      const next = (places[index] ?? []).flatMap((place) => {
        const wanted = pattern[place];
        if (wanted === "*") return [place];
        return wanted === "?" || wanted === letter ? [place + 1] : [];
      });
      return skipStars(pattern, next);
    }),
  };
}

/** A star may stand for nothing: the place after it is reached as well. */
function skipStars(pattern: string, places: readonly number[]): number[] {
  const reached = new Set<number>();
  for (const place of places) {
    reached.add(place);
    for (let at = place; pattern[at] === "*"; at += 1) reached.add(at + 1);
  }
  return [...reached].sort((one, other) => one - other);
}

function lettersOf(patterns: readonly string[]): string[] {
  const named = new Set(
    patterns.flatMap((pattern) => [...pattern]).filter((letter) => letter !== "*" && letter !== "?"),
  );
  const other = [..."xzqjkvw0123456789"].find((letter) => !named.has(letter)) ?? "\uE000";
  return [...named, other];
}

function keyOf({ places }: Reached): string {
  return places.map((each) => each.join()).join(";");
}
