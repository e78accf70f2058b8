/** The tiers that every network has, from the internet inwards. Each is one range of addresses, split over the zones. */
export const tiers = ["public", "web", "app", "data", "endpoints"] as const;

/** Tiers that are made where something stands in them: NAT gateways behind a firewall, the firewall, the way to a hub. */
export const passageTiers = ["egress", "firewall", "hub"] as const;

/** All tiers that a network can have. */
export const allTiers = [...tiers, ...passageTiers] as const;

/** One of {@link allTiers}. */
export type Tier = (typeof allTiers)[number];

/** Something with a value for each tier. */
export type PerTier<T> = Readonly<Record<Tier, T>>;

/** Makes one value for each tier, in the order of {@link allTiers}. */
export function perTier<T>(make: (tier: Tier) => T): PerTier<T> {
  return Object.fromEntries(allTiers.map((tier) => [tier, make(tier)])) as Record<Tier, T>;
}
