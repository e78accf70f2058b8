import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const detector = (properties: Properties = {}, name = "subject") =>
  resource("aws:guardduty/detector:Detector", properties, { name });
const feature = (name: unknown, properties: Properties = {}) =>
  resource(
    "aws:guardduty/detectorFeature:DetectorFeature",
    { detectorId: ref("detector"), name, status: "ENABLED", ...properties },
    { name: `feature ${String(name)}` },
  );

const stack = resource("pulumi:pulumi:Stack", {});
const baseline = { config: { accountBaseline: true } };
const atDetector = { ...baseline, at: ["detector"] };
const names = [
  "S3_DATA_EVENTS",
  "EBS_MALWARE_PROTECTION",
  "RDS_LOGIN_EVENTS",
  "LAMBDA_NETWORK_LOGS",
  "EKS_AUDIT_LOGS",
  "RUNTIME_MONITORING",
];
const all = names.map((name) => feature(name));
const allBut = (left: string) => names.filter((name) => name !== left).map((name) => feature(name));
const one = detector({ enable: true }, "detector");

const bucket = (properties: Properties = {}, type = "aws:s3/bucket:Bucket") =>
  resource(type, { tags: { "hipaa:purpose": "upload" }, ...properties }, { name: "bucket" });
const plan = (bucketName: unknown) =>
  resource(
    "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan",
    { protectedResource: { s3Bucket: { bucketName } } },
    { name: "plan" },
  );

export const guarddutyCases: ServiceCases = {
  "guardduty-enabled": [
    pass("nothing said, which means on", detector()),
    pass("on", detector({ enable: true })),
    fault("off", detector({ enable: false })),
    fault("off, as text", detector({ enable: "false" })),
    undecided("known on update", detector({ enable: unknown })),
  ],
  "guardduty-publishing-frequency": [
    pass("every fifteen minutes", detector({ findingPublishingFrequency: "FIFTEEN_MINUTES" })),
    pass("every hour", detector({ findingPublishingFrequency: "ONE_HOUR" })),
    fault("every six hours", detector({ findingPublishingFrequency: "SIX_HOURS" })),
    fault("nothing said, which means six hours", detector()),
    undecided("known on update", detector({ findingPublishingFrequency: unknown })),
  ],
  "guardduty-present-with-features": [
    pass("a detector with every feature", [stack, one, ...all], baseline),
    pass("another stack", [stack, one]),
    fault("no detector", stack, baseline),
    fault("a detector alone", [stack, one], atDetector),
    ...names.map((name) => fault(`all but ${name}`, [stack, one, ...allBut(name)], atDetector)),
    fault(
      "a feature that is switched off",
      [stack, one, ...allBut("RDS_LOGIN_EVENTS"), feature("RDS_LOGIN_EVENTS", { status: "DISABLED" })],
      atDetector,
    ),
    fault("the block that features supersede", [stack, detector({ datasources: {} }, "detector"), ...all], atDetector),
    undecided(
      "a feature whose state is known on update",
      [stack, one, ...allBut("RDS_LOGIN_EVENTS"), feature("RDS_LOGIN_EVENTS", { status: unknown })],
      atDetector,
    ),
    undecided(
      "a feature whose detector is known on update",
      [stack, one, ...allBut("RDS_LOGIN_EVENTS"), feature("RDS_LOGIN_EVENTS", { detectorId: unknown })],
      atDetector,
    ),
    fault(
      "a feature whose detector is known on update is another one",
      [stack, one, ...allBut("RDS_LOGIN_EVENTS"), feature("S3_DATA_EVENTS_2", { detectorId: unknown })],
      atDetector,
    ),
  ],
  "guardduty-malware-protection-for-uploads": [
    pass("a bucket for uploads with a plan", [bucket(), plan(ref("bucket", "bucket"))]),
    pass("a bucket that takes nothing from outside", bucket({ tags: {} })),
    pass("a plan by the bucket's name", [bucket({ bucket: "uploads" }), plan("uploads")]),
    fault("no plan", bucket()),
    fault("no plan, twin token", bucket({}, "aws:s3/bucketV2:BucketV2")),
    fault("the plan of another bucket", [bucket({ bucket: "uploads" }), plan("others")]),
    undecided("a plan whose bucket is known on update", [bucket(), plan(unknown)]),
    undecided("tags known on update", bucket({ tags: unknown })),
  ],
};
