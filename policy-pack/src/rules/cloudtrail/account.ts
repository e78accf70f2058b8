import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { accountBaseline, expectInBaseline } from "../../knowledge/account-baseline";
import { trail } from "./selectors";

export const trailPresent = stackRule("cloudtrail-present", {
  // A baseline that lacks a trail has none of the catalogue's type, so the rule looks at every stack.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) =>
    expectInBaseline(stack, graph, () => ({
      fault: "the account's baseline has no trail for all Regions",
      unless: Truth.any(
        graph
          .ofType(trail)
          .map((one) =>
            one.get("isMultiRegionTrail").isTrue().and(one.get("includeGlobalServiceEvents").isFalse().not()),
          ),
      ),
    })),
});
