/** How much of a list a finding prints. */
const mostShown = 5;

/** The first items of a list, and how many more there are. */
export function someOf(items: readonly string[], separator: string): string {
  const shown = items.slice(0, mostShown).join(separator);
  const more = items.length - mostShown;
  return more > 0 ? `${shown}${separator}and ${more} more` : shown;
}
