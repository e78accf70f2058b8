/** The tiers of the network, from the internet inwards. Each is one range of addresses, split over the zones. */
export const tiers = ["public", "web", "app", "data", "endpoints"] as const;

/** One of {@link tiers}. */
export type Tier = (typeof tiers)[number];

/** Something with a value for each tier. */
export type PerTier<T> = Readonly<Record<Tier, T>>;

/** Makes one value for each tier, in the order of {@link tiers}. */
export function perTier<T>(make: (tier: Tier) => T): PerTier<T> {
  return Object.fromEntries(tiers.map((tier) => [tier, make(tier)])) as Record<Tier, T>;
}
