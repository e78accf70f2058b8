import { Truth } from "../../authoring/truth";

/**
 * What holds whichever of several possible answers is the right one: their common answer, or unknown.
 *
 * @param open what decides which one is right, and is not known
 */
export function agreement(answers: readonly Truth[], open: readonly string[]): Truth {
  const [first] = answers;
  if (!first) return Truth.no;
  if (!first.isUnknown && answers.every((one) => one.isYes === first.isYes && !one.isUnknown)) return first;
  const paths = [...open, ...answers.flatMap((one) => one.paths)];
  return Truth.unknown(...new Set(paths));
}

/** An answer that may be another: the first one for certain, unless one of the `others` differs and may hold instead. */
export function unlessOthers(
  answer: Truth,
  others: readonly { readonly answer: Truth; readonly path: string }[],
): Truth {
  const differing = others.filter((other) => other.answer.isUnknown || other.answer.isYes !== answer.isYes);
  if (answer.isUnknown || differing.length === 0) return answer;
  return Truth.unknown(...new Set(differing.flatMap((other) => [other.path, ...other.answer.paths])));
}
