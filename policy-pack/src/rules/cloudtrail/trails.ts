import { both, customerKey, mustBeTrue, mustNotBeFalse, required } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

export const trailSettings = resourceRule("cloudtrail-trail-settings", {
  check: both(
    mustBeTrue("isMultiRegionTrail", "the trail records one Region only"),
    mustNotBeFalse("includeGlobalServiceEvents", "the trail leaves out global services such as IAM"),
  ),
});

export const fileValidation = resourceRule("cloudtrail-log-file-validation", {
  check: mustBeTrue("enableLogFileValidation", "altered or deleted log files would not show"),
});

export const loggingOn = resourceRule("cloudtrail-logging-on", {
  check: mustNotBeFalse("enableLogging", "the trail is declared and records nothing"),
});

export const trailKey = resourceRule("cloudtrail-cmk", {
  check: customerKey("kmsKeyId", "log files are not encrypted under a customer-managed key"),
});

export const cloudwatchIntegration = resourceRule("cloudtrail-cloudwatch-integration", {
  check: both(
    required("cloudWatchLogsGroupArn", "the trail's events reach no log group, so no alarm can see them"),
    required("cloudWatchLogsRoleArn", "the trail has no role to write into its log group with"),
  ),
});

const insightTypes = ["ApiCallRateInsight", "ApiErrorRateInsight"];

export const insights = resourceRule("cloudtrail-insights", {
  check: (trail) => {
    const has = (type: string): Truth =>
      trail.get("insightSelectors").some((one) => one.get("insightType").isOneOf(type));
    trail.expect(Truth.all(insightTypes.map(has)), "the trail does not look for unusual rates of calls and of errors");
  },
});

export const notification = resourceRule("cloudtrail-sns-notification", {
  check: required("snsTopicName", "the trail tells nobody when log files arrive"),
});
