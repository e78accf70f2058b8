import type { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";

/**
 * Families from before the Nitro system. New families run on Nitro, so that a family not known here counts as one.
 * Source: Amazon EC2 User Guide, "Instances built on the AWS Nitro System" and "Previous generation instances".
 */
const beforeNitro = new Set(
  "t1 t2 m1 m2 m3 m4 c1 c3 c4 cc1 cc2 cg1 cr1 r3 r4 i2 i3 d2 h1 hi1 hs1 g2 g3 g3s p2 p3 f1 x1 x1e".split(" "),
);

/** Nothing in the older families but these has instance stores that the hardware encrypts. */
const encryptedStores = new Set(["i3", "f1"]);

/** Families where dedicated bandwidth for EBS is off unless asked for. */
const notOptimized = new Set("c1 c3 g2 i2 m1 m2 m3 r3".split(" "));

function familyOf(instanceType: unknown): string {
  return asText(instanceType).toLowerCase().split(".")[0] as string;
}

/** Whether an instance type runs on the Nitro system; bare metal does. Nothing said: no. */
export function isNitro(instanceType: Value): Truth {
  return instanceType.whenKnown((raw) => !beforeNitro.has(familyOf(raw)) || /\.metal/i.test(asText(raw)));
}

/** Whether the hardware encrypts an instance type's own disks. */
export function hasEncryptedStore(instanceType: Value): Truth {
  return isNitro(instanceType).or(instanceType.whenKnown((raw) => encryptedStores.has(familyOf(raw))));
}

/** Whether an instance type can have dedicated bandwidth for EBS, and has none unless asked. */
export function lacksEbsBandwidth(instanceType: Value): Truth {
  return instanceType.whenKnown((raw) => notOptimized.has(familyOf(raw)));
}
