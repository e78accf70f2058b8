import { mustNotBeFalse, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isProviderFilled } from "../graph/declared";
import { openReferrers } from "../graph/open-referrers";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { accountBaseline, expectInBaseline, type BaselineFault } from "../knowledge/account-baseline";
import { bucketsOf, bucketTypes } from "./s3/buckets";

const detectorType = "aws:guardduty/detector:Detector";
const feature = "aws:guardduty/detectorFeature:DetectorFeature";
const malwarePlan = "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan";

const enabled = resourceRule("guardduty-enabled", {
  check: mustNotBeFalse("enable", "the detector is declared and switched off"),
});

const publishing = resourceRule("guardduty-publishing-frequency", {
  check: oneOf(
    "findingPublishingFrequency",
    ["FIFTEEN_MINUTES", "ONE_HOUR"],
    "news of a known finding is published after six hours",
  ),
});

/** Features of a detector by the names of the API, with what they watch. */
const features: readonly (readonly [name: string, what: string])[] = [
  ["S3_DATA_EVENTS", "data events of S3"],
  ["EBS_MALWARE_PROTECTION", "malware on volumes"],
  ["RDS_LOGIN_EVENTS", "logins to databases"],
  ["LAMBDA_NETWORK_LOGS", "network traffic of functions"],
  ["EKS_AUDIT_LOGS", "audit logs of Kubernetes"],
  ["RUNTIME_MONITORING", "processes at run time"],
];

const presentWithFeatures = stackRule("guardduty-present-with-features", {
  // Whatever the stack holds: that the detector is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) => {
    const detectors = graph.ofType(detectorType);
    expectInBaseline(stack, graph, () =>
      detectors.length > 0 ? undefined : { fault: "the account baseline declares no detector of GuardDuty" },
    );
    for (const detector of detectors) {
      expectInBaseline(stack, graph, () => missingFeatures(graph, detector));
      expectInBaseline(stack, graph, () => ({
        at: detector,
        unless: setsDataSources(detector).not(),
        fault: "the detector sets its data sources itself, which clashes with features declared on their own",
      }));
    }
  },
});

function missingFeatures(graph: StackGraph, detector: GraphResource): BaselineFault | undefined {
  const own = graph.referrers(detector, feature, "detectorId");
  const open = openReferrers(graph, [feature], "detectorId", [detectorType]);
  const states = features.map(([name, what]) => {
    const isOn = (one: GraphResource): Truth =>
      Truth.all([one.get("name").isOneOf(name), one.get("status").isOneOf("ENABLED")]);
    const strays = open.map((one) => isOn(one).and(Truth.unknown("DetectorFeature.detectorId")));
    return { what, on: Truth.any([...own.map(isOn), ...strays]) };
  });
  const missing = states.filter(({ on }) => on.isNo).map(({ what }) => what);
  return {
    at: detector,
    unless: Truth.all(states.map(({ on }) => on)),
    fault: `the detector does not watch ${missing.join(", ").replace(/, ([^,]*)$/, " and $1")}`,
  };
}

/** Whether the program gave the superseded block; after an update AWS reports one for every detector. */
function setsDataSources(detector: GraphResource): Truth {
  if (isProviderFilled(detector, "datasources")) return Truth.no;
  return detector.get("datasources").isGiven();
}

const malwareProtection = stackRule("guardduty-malware-protection-for-uploads", {
  types: bucketTypes,
  check: (stack, graph) => {
    const path = "protectedResource.s3Bucket.bucketName";
    const open = openReferrers(graph, [malwarePlan], path, bucketTypes);
    for (const bucket of bucketsOf(graph)) {
      const isScanned = graph.referrers(bucket, malwarePlan, path).length > 0;
      stack.expect(
        bucket,
        Truth.any([
          bucket.tag("hipaa:purpose").isOneOf("upload").not(),
          Truth.of(isScanned),
          ...open.map(() => Truth.unknown(`MalwareProtectionPlan.${path}`)),
        ]),
        "the bucket takes files from outside, and nothing scans them for malware",
      );
    }
  },
});

/** Rules on Amazon GuardDuty. */
export const guarddutyRules: readonly Rule[] = [enabled, publishing, presentWithFeatures, malwareProtection];
