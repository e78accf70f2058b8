import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const recorder = (recordingGroup?: unknown, more: Properties = {}, name = "subject") =>
  resource(
    "aws:cfg/recorder:Recorder",
    { ...(recordingGroup === undefined ? {} : { recordingGroup }), ...more },
    { name },
  );
const status = (properties: Properties, name = "subject") =>
  resource("aws:cfg/recorderStatus:RecorderStatus", properties, { name });
const retention = (retentionPeriodInDays: unknown) =>
  resource("aws:cfg/retentionConfiguration:RetentionConfiguration", { retentionPeriodInDays });
const excluding = (...resourceTypes: unknown[]) => ({
  allSupported: false,
  exclusionByResourceTypes: [{ resourceTypes }],
  recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
});
const mode = (recordingMode: unknown) => recorder(undefined, { recordingMode });

const stack = resource("pulumi:pulumi:Stack", {});
const baseline = { config: { accountBaseline: true } };
const running = status({ name: ref("recorder", "name"), isEnabled: true }, "status");
const one = recorder(undefined, {}, "recorder");
const key = "arn:aws:kms:us-east-1:111122223333:key/1";
const channel = (properties: Properties = {}) =>
  resource(
    "aws:cfg/deliveryChannel:DeliveryChannel",
    {
      s3BucketName: "archive",
      s3KmsKeyArn: key,
      snsTopicArn: "arn:aws:sns:us-east-1:111122223333:changes",
      ...properties,
    },
    { name: "channel" },
  );
const bucket = (purpose: string) =>
  resource("aws:s3/bucket:Bucket", { tags: { "hipaa:purpose": purpose } }, { name: "bucket" });
const home = { config: { homeRegion: "us-east-1" } };

export const configCases: ServiceCases = {
  "config-recorder": [
    pass("nothing said, which means everything, continuously", recorder()),
    pass("all types, said", recorder({ allSupported: true, includeGlobalResourceTypes: true })),
    pass("all but IAM, in a second Region", recorder(excluding("AWS::IAM::Role", "AWS::IAM::User"))),
    pass("a list without elements", recorder({ allSupported: true, resourceTypes: [] })),
    fault("not all types", recorder({ allSupported: false })),
    fault("some types", recorder({ allSupported: false, resourceTypes: ["AWS::EC2::Instance"] })),
    fault("some types, with nothing said of all", recorder({ resourceTypes: ["AWS::EC2::Instance"] })),
    fault("some types by strategy", recorder({ recordingStrategies: [{ useOnly: "INCLUSION_BY_RESOURCE_TYPES" }] })),
    fault("all but a type that matters", recorder(excluding("AWS::IAM::Role", "AWS::S3::Bucket"))),
    fault("once a day", mode({ recordingFrequency: "DAILY" })),
    fault(
      "once a day for a type",
      mode({
        recordingFrequency: "CONTINUOUS",
        recordingModeOverride: { recordingFrequency: "DAILY", resourceTypes: ["AWS::EC2::Volume"] },
      }),
    ),
    pass(
      "continuously, with an override that says so too",
      mode({ recordingFrequency: "CONTINUOUS", recordingModeOverride: { recordingFrequency: "CONTINUOUS" } }),
    ),
    pass("a recorder that runs", status({ isEnabled: true })),
    pass("a recorder that runs, as text", status({ isEnabled: "true" })),
    fault("a recorder that is stopped", status({ isEnabled: false })),
    fault("a status that says nothing", status({})),
    undecided("the status known on update", status({ isEnabled: unknown })),
    undecided("the group known on update", recorder(unknown)),
    undecided("types known on update", recorder({ resourceTypes: unknown })),
    undecided("an exclusion known on update", recorder(excluding("AWS::IAM::Role", unknown))),
    fault("a bad exclusion beside an unknown one", recorder(excluding("AWS::S3::Bucket", unknown))),
    undecided("a frequency known on update", mode({ recordingFrequency: unknown })),
  ],
  "config-recorder-global-types": [
    pass("IAM too", recorder({ includeGlobalResourceTypes: true })),
    pass("by exclusion of another type, which records IAM", recorder(excluding("AWS::EC2::Volume"))),
    fault("nothing said", recorder()),
    fault("IAM left out", recorder({ allSupported: true, includeGlobalResourceTypes: false })),
    fault("IAM excluded", recorder(excluding("AWS::IAM::Role"))),
    fault("nothing said in the home Region", recorder(undefined, { region: "us-east-1" }), home),
    fault("nothing said, in a Region that is not stated", recorder(), home),
    notApplicable("another Region", recorder(undefined, { region: "eu-west-1" }), home),
    notApplicable(
      "another Region by its provider",
      resource("aws:cfg/recorder:Recorder", {}, { provider: { region: "eu-west-1" } }),
      home,
    ),
    undecided("a Region known on update", recorder(undefined, { region: unknown }), home),
    undecided("known on update", recorder({ includeGlobalResourceTypes: unknown })),
  ],
  "config-retention": [
    pass("six years", retention(2190)),
    pass("seven years", retention(2557)),
    fault("a day less", retention(2189)),
    fault("30 days", retention(30)),
    undecided("known on update", retention(unknown)),
    fault("nothing said", retention(undefined)),
  ],
  "config-present": [
    pass("recorder, status and channel", [stack, one, running, channel()], baseline),
    pass(
      "a status by the name that AWS gives",
      [stack, one, status({ name: "default" }, "status"), channel()],
      baseline,
    ),
    pass(
      "a bucket that is the log archive",
      [stack, one, running, channel({ s3BucketName: ref("bucket", "bucket") }), bucket("log-archive")],
      baseline,
    ),
    pass(
      "keys and topics wired",
      [stack, one, running, channel({ s3KmsKeyArn: unknown, snsTopicArn: unknown })],
      baseline,
    ),
    pass("another stack", stack),
    fault("nothing", stack, baseline),
    fault("no recorder", [stack, channel()], baseline),
    fault("no channel", [stack, one, running], baseline),
    fault("no status", [stack, one, channel()], { ...baseline, at: ["recorder"] }),
    fault("the status of another recorder", [stack, one, status({ name: "other" }, "status"), channel()], {
      ...baseline,
      at: ["recorder"],
    }),
    fault("AWS's own key", [stack, one, running, channel({ s3KmsKeyArn: "alias/aws/s3" })], {
      ...baseline,
      at: ["channel"],
    }),
    fault("no key", [stack, one, running, channel({ s3KmsKeyArn: undefined })], { ...baseline, at: ["channel"] }),
    fault("no topic", [stack, one, running, channel({ snsTopicArn: undefined })], { ...baseline, at: ["channel"] }),
    fault(
      "a bucket that is not the log archive",
      [stack, one, running, channel({ s3BucketName: ref("bucket", "bucket") }), bucket("upload")],
      { ...baseline, at: ["channel"] },
    ),
    undecided(
      "a status whose recorder is known on update",
      [stack, one, status({ name: unknown }, "status"), channel()],
      {
        ...baseline,
        at: ["recorder"],
      },
    ),
  ],
};
