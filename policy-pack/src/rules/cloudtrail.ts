import type { Rule } from "../authoring/rule";
import { trailPresent } from "./cloudtrail/account";
import { bedrockEvents } from "./cloudtrail/bedrock";
import { dataEvents, itemAndCallEvents } from "./cloudtrail/data-events";
import { logBucketSecure } from "./cloudtrail/log-bucket";
import { selectorsNotMixed } from "./cloudtrail/management-events";
import { storeKey, storeRetention } from "./cloudtrail/stores";
import {
  cloudwatchIntegration,
  fileValidation,
  insights,
  loggingOn,
  notification,
  trailKey,
  trailSettings,
} from "./cloudtrail/trails";

/** Rules on AWS CloudTrail and CloudTrail Lake. */
export const cloudtrailRules: readonly Rule[] = [
  trailSettings,
  fileValidation,
  loggingOn,
  trailKey,
  cloudwatchIntegration,
  selectorsNotMixed,
  dataEvents,
  itemAndCallEvents,
  storeKey,
  storeRetention,
  logBucketSecure,
  trailPresent,
  bedrockEvents,
  insights,
  notification,
];
