import { isCustomerKey } from "../knowledge/customer-key";
import { allowsEveryone } from "../knowledge/policy-judgement";
import type { ResourceCheck } from "./resource-check";

/**
 * The common conditions on one property, each a check of its own: `check: mustBeTrue("storageEncrypted", "…")`. A fault
 * says what is wrong in words; it never holds a value.
 */
export type Check = (resource: ResourceCheck) => void;

/** Several checks, in order. */
export function both(...checks: readonly Check[]): Check {
  return (resource) => checks.forEach((check) => check(resource));
}

/** `true`; absent is a fault. */
export function mustBeTrue(path: string, fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isTrue(), fault);
}

/** Not `false`; absent is fine, because AWS's default is true. */
export function mustNotBeFalse(path: string, fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isFalse().not(), fault);
}

/** Not `true`; absent is fine, because AWS's default is false. */
export function mustNotBeTrue(path: string, fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isTrue().not(), fault);
}

/** Given at all; an unknown value is given. */
export function required(path: string, fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isGiven(), fault);
}

/** Not given at all, not even as a secret or an unknown. */
export function forbidden(path: string, fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isGiven().not(), fault);
}

/** A customer-managed key; a wired one passes. */
export function customerKey(path: string, fault: string): Check {
  return (resource) => resource.expect(isCustomerKey(resource.get(path)), fault);
}

/** A number of at least `least`; absent is a fault. */
export function atLeast(path: string, least: number, fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isAtLeast(least), fault);
}

/** A number of at most `most`; absent is a fault. */
export function atMost(path: string, most: number, fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isAtMost(most), fault);
}

/** One of these texts; absent is a fault. */
export function oneOf(path: string, texts: readonly string[], fault: string): Check {
  return (resource) => resource.expect(resource.get(path).isOneOf(...texts), fault);
}

/** None of these texts; absent is fine. */
export function noneOf(path: string, texts: readonly string[], fault: string): Check {
  return (resource) =>
    resource.expect(
      resource
        .get(path)
        .isOneOf(...texts)
        .not(),
      fault,
    );
}

/** A policy document that lets nobody in whom no account, organization or network is asked of; absent is fine. */
export function notPublicPolicy(path: string, fault: string): Check {
  return (resource) => resource.expect(allowsEveryone(resource.get(path)).not(), fault);
}

/** One of these texts; absent is fine, because AWS's default is among them. */
export function oneOfOrUnset(path: string, texts: readonly string[], fault: string): Check {
  return (resource) => {
    const value = resource.get(path);
    resource.expect(
      value
        .isGiven()
        .not()
        .or(value.isOneOf(...texts)),
      fault,
    );
  };
}
