import { oneOf } from "../../authoring/conditions";
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
  versionsInline,
} from "./buckets";
import { receivesLogsWithoutKms } from "./log-targets";
import { hasObjectLock } from "./object-lock";

const versioning = stackRule("s3-versioning", {
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      // Delivered access logs are written once and by AWS; the rule is mandatory and so leaves them out.
      const exempt = bucket.mayHoldPhi().not().or(receivesLogsWithoutKms(graph, bucket));
      const kept = versionsInline(bucket).or(hasCompanion(graph, bucket, "versioning"));
      stack.expect(bucket, exempt.or(kept), "the bucket keeps no versions, so deleted or altered objects are lost");
    }
  },
});

const versioningStatus = resourceRule("s3-versioning-status", {
  check: oneOf("versioningConfiguration.status", ["Enabled"], "versioning is declared but not enabled"),
});

const logBucketMfaDelete = stackRule("s3-log-bucket-mfa-delete", {
  // The purpose and the Object Lock stand at other resources, so this needs the stack.
  types: [...bucketTypes, ...companionTypes.versioning],
  check: (stack, graph) => {
    const fault = "versions of the log archive can be deleted: it has neither MFA delete nor Object Lock";
    for (const bucket of bucketsOf(graph)) {
      const exempt = isLogArchive(bucket).not().or(hasObjectLock(graph, bucket));
      const linked = companionsOf(graph, bucket, "versioning");
      for (const one of linked) {
        stack.expect(one, exempt.or(one.get("versioningConfiguration.mfaDelete").isOneOf("Enabled")), fault);
      }
      if (linked.length > 0) continue;
      const open = hasCompanion(graph, bucket, "versioning");
      stack.expect(bucket, Truth.any([exempt, inlineMfaDelete(bucket), open]), fault);
    }
  },
});

function inlineMfaDelete(bucket: GraphResource): Truth {
  const isOn = (block: Value): Truth => block.get("mfaDelete").isTrue();
  return Truth.any([isOn(bucket.get("versioning")), bucket.get("versionings").some(isOn)]);
}

const forceDestroyOff = resourceRule("s3-force-destroy-off", {
  check: (bucket) => {
    const mayHoldPhi = bucket.mayHoldPhi();
    if (mayHoldPhi.isNo) bucket.onlyWhen(mayHoldPhi, "tagged as free of PHI");
    const isOn = bucket.get("forceDestroy").isTrue();
    bucket.expect(mayHoldPhi.and(isOn).not(), "the bucket can be emptied and destroyed with everything in it");
  },
});

export const versioningRules: readonly Rule[] = [versioning, versioningStatus, logBucketMfaDelete, forceDestroyOff];
