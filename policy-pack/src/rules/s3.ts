import type { Rule } from "../authoring/rule";
import { accessConditionRules } from "./s3/access-conditions";
import { encryptionRulesOfBuckets } from "./s3/encryption";
import { lifecycleRules } from "./s3/lifecycle";
import { loggingRules } from "./s3/logging";
import { objectLockRules } from "./s3/object-lock";
import { objectRules } from "./s3/objects";
import { publicAccessRules } from "./s3/public-access";
import { replicationRules } from "./s3/replication";
import { transportRules } from "./s3/transport";
import { versioningRules } from "./s3/versioning";
import { webRules } from "./s3/web";

/** Rules on Amazon S3. */
export const s3Rules: readonly Rule[] = [
  ...encryptionRulesOfBuckets,
  ...transportRules,
  ...publicAccessRules,
  ...accessConditionRules,
  ...versioningRules,
  ...objectLockRules,
  ...lifecycleRules,
  ...loggingRules,
  ...replicationRules,
  ...webRules,
  ...objectRules,
];
