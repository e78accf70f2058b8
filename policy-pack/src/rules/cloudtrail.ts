import type { Rule } from "../authoring/rule";
import { dataEvents, itemAndCallEvents } from "./cloudtrail/data-events";
import { logBucketSecure } from "./cloudtrail/log-bucket";
import { selectorsNotMixed } from "./cloudtrail/management-events";
import { storeKey, storeRetention } from "./cloudtrail/stores";
import { cloudwatchIntegration, fileValidation, loggingOn, trailKey, trailSettings } from "./cloudtrail/trails";

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
];
