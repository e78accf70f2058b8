/** The candidates that look most like the text, the nearest first. */
export function nearest(text: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = text.toLowerCase();
  return [...candidates]
    .map((candidate) => ({ candidate, score: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Edits from one text to the other, less a credit for what they share: a beginning, and whole words. */
function distance(a: string, b: string): number {
  const words = new Set(a.split("-"));
  const shared = b.split("-").filter((word) => words.has(word)).length;
  return edits(a, b) - 3 * shared - commonBeginning(a, b);
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
