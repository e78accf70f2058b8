import type { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { isCustomerKey } from "./customer-key";

/** Whether an input of a block is given. Of a block that is not known yet it is not known what it holds. */
export function isGivenIn(block: Value, name: string): Truth {
  return block.isUnknown ? block.get(name).asUnknown() : block.get(name).isGiven();
}

/** Whether an input of a block names a customer-managed key. A key that is wired passes, a wired block does not. */
export function isCustomerKeyIn(block: Value, name: string): Truth {
  return block.isUnknown ? block.get(name).asUnknown() : isCustomerKey(block.get(name));
}
