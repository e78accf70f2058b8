import type { Rule } from "../authoring/rule";
import { dataEvents } from "./cloudtrail/data-events";
import { fileValidation, loggingOn, trailKey, trailSettings } from "./cloudtrail/trails";

/** Rules on AWS CloudTrail. */
export const cloudtrailRules: readonly Rule[] = [trailSettings, fileValidation, loggingOn, trailKey, dataEvents];
