import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

/**
 * Families whose instances have local NVMe storage, which is encrypted in hardware and takes no key: a `d` among the
 * letters after the generation, and the accelerated families that come with it. Source: "Instance store volumes",
 * Amazon SageMaker AI developer guide and Amazon EC2 user guide, as of 2026-09.
 */
const withLocalStorage =
  /^ml\.(?:[a-z]+\d+[a-z]*d[a-z]*|g4dn|g5|g6|g6e|gr6|p4d|p4de|p5|p5e|p5en|p6-b200|trn1|trn1n|trn2)\./i;

/** Whether an instance type keeps its data on local storage, so that no key can be named for its volume. */
export function hasLocalStorage(instanceType: Value): Truth {
  return instanceType.matches(withLocalStorage);
}
