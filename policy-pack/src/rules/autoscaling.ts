import { forbidden } from "../authoring/conditions";
import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const multiZone = resourceRule("autoscaling-multi-az", {
  check: (group) =>
    group.expect(
      namesTwo(group.get("vpcZoneIdentifiers")).or(namesTwo(group.get("availabilityZones"))),
      "the group has instances in one Availability Zone only",
    ),
});

/** Whether a list names two places at least; one that is known on update is another one for all we know. */
function namesTwo(list: Value): Truth {
  if (list.isUnknown) return list.asUnknown();
  const items = list.items().filter((item) => item.isUnknown || item.text !== undefined);
  const known = new Set(items.map((item) => item.text).filter((text) => text !== undefined));
  const open = items.filter((item) => item.isUnknown).length;
  return Truth.of(known.size + open >= 2);
}

const minCapacity = resourceRule("autoscaling-min-capacity", {
  config: {
    production: {
      type: "boolean",
      description: "Whether the stack is a production stack; others are not judged.",
      default: false,
    },
  },
  check: (group) => {
    group.onlyWhen(Truth.of(group.setting<boolean>("production")), "the stack is not configured as production");
    group.expect(group.get("minSize").isAtLeast(2), "the group may shrink to a single instance or to none");
  },
});

const launchTemplate = resourceRule("autoscaling-launch-template", {
  faultsOnPresence: true,
  check: forbidden("launchConfiguration", "the group launches by a launch configuration, which AWS has retired"),
});

const healthCheck = resourceRule("autoscaling-elb-health-check", {
  check: (group) => {
    const balanced = ["targetGroupArns", "loadBalancers", "trafficSources"].map((path) => group.get(path).isGiven());
    group.onlyWhen(Truth.any(balanced), "stands behind no load balancer");
    group.expect(
      // Several kinds may be joined by commas; VPC Lattice checks its own targets.
      group.get("healthCheckType").matches(/(^|,)\s*(ELB|VPC_LATTICE)\s*(,|$)/i),
      "the group keeps instances that its load balancer has found to be ill",
    );
  },
});

const noPhiInTags = resourceRule("autoscaling-no-phi-in-tags", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that tags and the metadata of hooks must not hold, in any case.",
      default: [],
    },
    allowedTagKeys: {
      type: "array",
      items: { type: "string" },
      description: "Tags whose values may hold the name or address of a member of staff.",
      default: ["Owner", "Contact"],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    const isClean = (value: Value): Truth => noText(value, (text) => holdsPhi(text, words));
    resource.expect(
      resource
        .get("tags")
        .every((tag) => isTagClean(resource, tag, isClean))
        .and(isTagClean(resource, resource.get("tag"), isClean)),
      "a tag that goes to every instance holds what looks like an identifier of a person",
    );
    resource.expect(
      isClean(resource.get("notificationMetadata")).and(
        resource.get("initialLifecycleHooks").every((hook) => isClean(hook.get("notificationMetadata"))),
      ),
      "the metadata of a lifecycle hook holds what looks like an identifier of a person",
    );
  },
});

/** Tags here are `{ key, value, propagateAtLaunch }`. */
function isTagClean(resource: ResourceCheck, tag: Value, isClean: (value: Value) => Truth): Truth {
  const allowed = resource.setting<readonly string[]>("allowedTagKeys");
  return isClean(tag.get("key")).and(
    tag
      .get("key")
      .isOneOf(...allowed)
      .or(isClean(tag.get("value"))),
  );
}

/** Rules on Amazon EC2 Auto Scaling. */
export const autoscalingRules: readonly Rule[] = [multiZone, minCapacity, launchTemplate, healthCheck, noPhiInTags];
