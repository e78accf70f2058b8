import type { Rule } from "../authoring/rule";
import { lifecycleRules } from "./s3/lifecycle";
import { objectLockRules } from "./s3/object-lock";
import { publicAccessRules } from "./s3/public-access";
import { transportRules } from "./s3/transport";
import { versioningRules } from "./s3/versioning";

/** Rules on Amazon S3. */
export const s3Rules: readonly Rule[] = [
  ...transportRules,
  ...publicAccessRules,
  ...versioningRules,
  ...objectLockRules,
  ...lifecycleRules,
];
