import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource } from "../../graph/stack-graph";
import {
  bucketTypes,
  bucketsOf,
  companionTypes,
  companionsOf,
  hasCompanion,
  isLogArchive,
  linkedBucket,
  versionsInline,
} from "./buckets";
import { sixYearsInDays } from "./object-lock";

const expiresEarly = "a lifecycle rule deletes audit logs before six years have passed";

const lifecycleRetention = stackRule("s3-lifecycle-retention", {
  check: (stack, graph) => {
    for (const configuration of graph.ofType(...companionTypes.lifecycle)) {
      const { targets, complete } = linkedBucket(graph, configuration);
      const isArchive = Truth.any(targets.map(isLogArchive));
      const mayBeArchive = targets.length > 0 || complete ? isArchive : Truth.unknown("bucket");
      const keeps = configuration
        .get("rules")
        .every((rule) =>
          Truth.any([
            rule.get("status").isOneOf("Enabled").not(),
            keepsSixYears(rule.get("expiration"), rule.get("noncurrentVersionExpiration").get("noncurrentDays")),
          ]),
        );
      stack.expect(configuration, mayBeArchive.not().or(keeps), expiresEarly);
    }
    for (const bucket of bucketsOf(graph)) {
      // After an update the bucket repeats what its configuration resource says.
      if (companionsOf(graph, bucket, "lifecycle").length > 0) continue;
      const keeps = bucket
        .get("lifecycleRules")
        .every((rule) => Truth.any([rule.get("enabled").isTrue().not(), inlineKeepsSixYears(rule)]));
      stack.expect(bucket, isLogArchive(bucket).not().or(keeps), expiresEarly);
    }
  },
});

/** The inline form: one block on Bucket, lists of one on its twin. */
function inlineKeepsSixYears(rule: Value): Truth {
  const first = (one: string, many: string): Value => {
    const list = rule.get(many);
    return rule.get(one).isAbsent ? (list.items()[0] ?? list) : rule.get(one);
  };
  const noncurrent = first("noncurrentVersionExpiration", "noncurrentVersionExpirations");
  return keepsSixYears(first("expiration", "expirations"), noncurrent.get("days"));
}

function keepsSixYears(expiration: Value, noncurrentDays: Value): Truth {
  // An expired delete marker holds no data, and AWS takes it only without days and date.
  const marker = expiration.get("expiredObjectDeleteMarker").isTrue();
  const current = Truth.all([expiration.get("date").isGiven().not(), isUnsetOrSixYears(expiration.get("days"))]);
  return Truth.all([marker.or(current), isUnsetOrSixYears(noncurrentDays)]);
}

/** The provider reports 0 for days that were not given; AWS takes no such number. */
function isUnsetOrSixYears(days: Value): Truth {
  if (days.isUnknown) return days.asUnknown();
  return Truth.of(days.isAbsent || days.number === 0).or(days.isAtLeast(sixYearsInDays));
}

const abortMultipart = resourceRule("s3-abort-multipart", {
  check: (resource) => {
    const cleansUp = resource
      .get("rules")
      .some((rule) =>
        rule
          .get("status")
          .isOneOf("Enabled")
          .and(rule.get("abortIncompleteMultipartUpload").get("daysAfterInitiation").isAtMost(7)),
      );
    resource.expect(cleansUp, "no enabled lifecycle rule removes unfinished multipart uploads within seven days");
  },
});

const lifecyclePresent = stackRule("s3-lifecycle-present", {
  // The deprecated twin of the versioning resource makes versions too.
  types: [...bucketTypes, ...companionTypes.versioning, ...companionTypes.lifecycle],
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      const byResource = companionsOf(graph, bucket, "versioning").map(isEnabled);
      const open = byResource.length > 0 ? [] : [hasCompanion(graph, bucket, "versioning")];
      const isVersioned = Truth.any([versionsInline(bucket), ...byResource, ...open]);
      const hasLifecycle = bucket
        .get("lifecycleRules")
        .isGiven()
        .or(hasCompanion(graph, bucket, "lifecycle"));
      stack.expect(
        bucket,
        isVersioned.not().or(hasLifecycle),
        "nothing disposes of old versions of the bucket's objects",
      );
    }
  },
});

function isEnabled(versioning: GraphResource): Truth {
  return versioning.get("versioningConfiguration.status").isOneOf("Enabled");
}

export const lifecycleRules: readonly Rule[] = [lifecycleRetention, abortMultipart, lifecyclePresent];
