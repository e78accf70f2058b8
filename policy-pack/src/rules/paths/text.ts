/** A path in words, from the internet to its end. Hops are logical names and kinds only. */
export function pathText(hops: readonly string[]): string {
  return hops.join(" → ");
}
