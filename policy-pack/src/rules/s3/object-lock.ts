import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucketsOf, companionsOf, hasCompanion, isLogArchive } from "./buckets";

/** Six years. Source: 45 CFR 164.316(b)(2)(i). */
export const sixYearsInDays = 2190;

/** Whether objects of a bucket can be locked, as a resource of its own or inline. */
export function hasObjectLock(graph: StackGraph, of: GraphResource): Truth {
  return Truth.any([
    of.get("objectLockEnabled").isTrue(),
    of.get("objectLockConfiguration").isGiven(),
    hasCompanion(graph, of, "objectLock"),
  ]);
}

const objectLockLogArchive = stackRule("s3-object-lock-log-archive", {
  config: {
    production: {
      type: "boolean",
      description:
        "Whether the stack is a production stack: its log archives must be locked in COMPLIANCE mode for six years.",
      default: false,
    },
  },
  check: (stack, graph) => {
    const isProduction = stack.setting<boolean>("production");
    for (const bucket of bucketsOf(graph)) {
      const exempt = isLogArchive(bucket).not();
      const hasLock = hasObjectLock(graph, bucket);
      const places = retentionPlaces(graph, bucket);
      for (const { at, retention } of places) {
        const isKept = isLocked(retention, isProduction).and(isLongEnough(retention, isProduction));
        stack.expect(at, exempt.or(isKept), faultOf(isProduction));
      }
      if (places.length > 0) continue;
      if (hasLock.isYes) {
        // The lock is possible, but nothing is locked unless each writer asks for it.
        const mayBeKept = hasCompanion(graph, bucket, "objectLock");
        stack.expect(bucket, exempt.or(mayBeKept), "the log archive locks no object by default");
      } else {
        stack.expect(bucket, exempt.or(hasLock), "the log archive has no Object Lock, so its logs can be altered");
      }
    }
  },
});

interface RetentionPlace {
  readonly at: GraphResource;
  readonly retention: Value;
}

/** The default retentions of a bucket: those of its configuration resources, else the inline one. */
function retentionPlaces(graph: StackGraph, bucket: GraphResource): RetentionPlace[] {
  const linked = companionsOf(graph, bucket, "objectLock");
  if (linked.length > 0) return linked.map((at) => ({ at, retention: at.get("rule.defaultRetention") }));
  const inline = bucket.get("objectLockConfiguration");
  const retentions = [
    inline.get("rule.defaultRetention"),
    ...inline
      .get("rules")
      .items()
      .flatMap((rule) => rule.get("defaultRetentions").items()),
  ];
  return retentions
    .filter((retention) => !retention.isAbsent)
    .slice(0, 1)
    .map((retention) => ({ at: bucket, retention }));
}

function isLocked(retention: Value, isProduction: boolean): Truth {
  return retention.get("mode").isOneOf("COMPLIANCE", ...(isProduction ? [] : ["GOVERNANCE"]));
}

function isLongEnough(retention: Value, isProduction: boolean): Truth {
  return Truth.any([
    retention.get("years").isAtLeast(isProduction ? 6 : 1),
    retention.get("days").isAtLeast(isProduction ? sixYearsInDays : 1),
  ]);
}

function faultOf(isProduction: boolean): string {
  return isProduction
    ? "the log archive is not locked in COMPLIANCE mode for at least six years"
    : "the log archive has no default retention";
}

export const objectLockRules: readonly Rule[] = [objectLockLogArchive];
