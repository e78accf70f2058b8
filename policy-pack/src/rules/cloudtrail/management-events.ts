import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

export const selectorsNotMixed = resourceRule("cloudtrail-selectors-not-mixed", {
  check: (trail) => {
    const basic = trail.get("eventSelectors");
    const advanced = trail.get("advancedEventSelectors");
    trail.expect(
      isStated(basic).and(isStated(advanced)).not(),
      "the trail has basic and advanced event selectors, of which AWS takes only one kind",
    );
    judgeBasic(trail, basic);
    judgeAdvanced(trail, advanced);
  },
});

/** Whether there are selectors; an unknown list may turn out to be none. */
function isStated(selectors: Value): Truth {
  return selectors.isUnknown ? selectors.asUnknown() : selectors.isGiven();
}

function judgeBasic(trail: ResourceCheck, selectors: Value): void {
  const none = isStated(selectors).not();
  // Selectors add up: one that covers all management events makes good for those beside it.
  trail.expect(
    none.or(
      selectors.some((one) => recordsManagement(one).and(one.get("excludeManagementEventSources").isGiven().not())),
    ),
    "the trail leaves management events out, or those of some services such as AWS KMS",
  );
  const records = (type: string): Truth =>
    selectors.some((one) => {
      const given = one.get("readWriteType");
      return recordsManagement(one).and(given.isGiven().not().or(given.isOneOf("All", type)));
    });
  const management = selectors.some(recordsManagement);
  trail.expect(
    Truth.any([none, management.not(), records("ReadOnly").and(records("WriteOnly"))]),
    "the trail records only reading or only writing management events",
  );
}

function recordsManagement(selector: Value): Truth {
  return selector.get("includeManagementEvents").isFalse().not();
}

function judgeAdvanced(trail: ResourceCheck, selectors: Value): void {
  trail.expect(
    selectors.every((one) => hasField(one, "eventCategory")),
    "an advanced event selector does not say which category of events it is about",
  );
  trail.expect(
    selectors.every((one) => isOfCategory(one, "Data").not().or(hasField(one, "resources.type"))),
    "a selector for data events does not say which kind of resource it is about",
  );
  // A trail for data events alone stands beside one for management events, which is billed once.
  const management = selectors.some((one) => isOfCategory(one, "Management"));
  const whole = (access: "true" | "false"): Truth =>
    selectors.some((one) => isOfCategory(one, "Management").and(admitsAll(one, access)));
  trail.expect(
    Truth.any([management.not(), whole("true").and(whole("false"))]),
    "the selectors for management events leave some of them out",
  );
}

function hasField(selector: Value, name: string): Truth {
  return selector.get("fieldSelectors").some((one) => one.get("field").isOneOf(name));
}

function isOfCategory(selector: Value, category: string): Truth {
  return selector
    .get("fieldSelectors")
    .some((one) =>
      Truth.all([
        one.get("field").isOneOf("eventCategory"),
        one.get("equals").some((value) => value.isOneOf(category)),
      ]),
    );
}

/** Whether no field but `readOnly`, as wanted, narrows a selector. */
function admitsAll(selector: Value, readOnly: "true" | "false"): Truth {
  return selector.get("fieldSelectors").every((one) => {
    const field = one.get("field");
    const wanted = one.get("equals").some((value) => value.isOneOf(readOnly));
    return field.isOneOf("eventCategory").or(field.isOneOf("readOnly").and(wanted));
  });
}
