import type { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";

/** The oldest version of SSL or TLS that a policy accepts. SSL 3.0 counts as 0.3, below every TLS version. */
export type ProtocolFloor = 0.3 | 1.0 | 1.1 | 1.2 | 1.3;

const floors: Readonly<Record<string, ProtocolFloor>> = { "0": 1.0, "1": 1.1, "2": 1.2, "3": 1.3 };

/**
 * The oldest version that a predefined security policy of Elastic Load Balancing accepts, read from its name: family
 * (`TLS13`, `TLS` or `FS`), floor, variants (`Res`, `Ext1`, `FIPS`, `PQ`, `RFC9151`), date. Names without a floor are
 * the oldest ones and accept TLS 1.0 or, before 2014-10, SSL 3.0. A name of another form says nothing.
 * Source: "Security policies for your Application Load Balancer" and "Predefined SSL security policies for Classic
 * Load Balancers" in the Elastic Load Balancing user guides, as of 2026-09.
 */
export function loadBalancerPolicyFloor(name: string): ProtocolFloor | undefined {
  const floor = /^ELBSecurityPolicy-(?:TLS13|TLS|FS)-1-([0-3])(?:-[A-Za-z0-9]+)*-\d{4}-\d{2}$/.exec(name)?.[1];
  if (floor !== undefined) return floors[floor];
  const date = /^ELBSecurityPolicy-(?:FS-)?(\d{4}-\d{2})$/.exec(name)?.[1];
  if (date === undefined) return undefined;
  return date < "2014-10" ? 0.3 : 1.0;
}

/**
 * The oldest version that a security policy of CloudFront accepts, read from its name: `SSLv3`, `TLSv1` or a version
 * with the year of the policy (`TLSv1.2_2021`). A name of another form says nothing.
 * Source: "Supported protocols and ciphers between viewers and CloudFront", CloudFront developer guide, as of 2026-09.
 */
export function cloudFrontPolicyFloor(name: string): ProtocolFloor | undefined {
  const version = /^(SSLv3|TLSv1(?:\.\d)?)(?:_\d{4})?$/.exec(name)?.[1];
  return version === undefined ? undefined : protocolVersion(version);
}

/** A version by the name that CloudFront gives it in lists of protocols: `SSLv3`, `TLSv1`, `TLSv1.1`, `TLSv1.2`. */
export function protocolVersion(name: string): ProtocolFloor | undefined {
  if (/^SSLv3$/i.test(name)) return 0.3;
  const minor = /^TLSv1(?:\.([0-3]))?$/i.exec(name);
  return minor ? floors[minor[1] ?? "0"] : undefined;
}

/** Whether a value names a policy or version whose floor is TLS 1.2 or newer. Absent or of another form is no. */
export function hasTls12Floor(value: Value, floorOf: (name: string) => ProtocolFloor | undefined): Truth {
  return value.whenKnown((raw) => typeof raw === "string" && (floorOf(raw) ?? 0) >= 1.2);
}
