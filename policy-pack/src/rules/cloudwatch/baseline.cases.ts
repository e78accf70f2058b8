import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseResource,
  type ServiceCases,
} from "../../testing/cases";

const baseline = { config: { accountBaseline: true } };
const topic = resource("aws:sns/topic:Topic", {}, { name: "topic" });
const stack = resource("pulumi:pulumi:Stack", {}, { name: "stack" });

const filter = (name: string, pattern: unknown): CaseResource =>
  resource(
    "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    { pattern, metricTransformation: { name, namespace: "Security" } },
    { name },
  );
const alarm = (metricName: unknown, more: Record<string, unknown> = {}): CaseResource =>
  resource(
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    { metricName, namespace: "Security", alarmActions: [ref("topic", "arn")], ...more },
    { name: `alarm-${String(metricName)}` },
  );

const names = (...events: string[]) => `{ ${events.map((event) => `($.eventName = ${event})`).join(" || ")} }`;
const patterns: Readonly<Record<string, string>> = {
  root: '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS }',
  signIn: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  acls: names('"*NetworkAcl*"'),
  gateways: names('"*CustomerGateway"', '"*InternetGateway"'),
  routes: names("*Route", "*RouteTable", "ReplaceRouteTableAssociation"),
  vpcs: names("CreateVpc", "DeleteVpc", "ModifyVpcAttribute", '"*VpcPeeringConnection"'),
};
const all = Object.entries(patterns).flatMap(([name, pattern]) => [filter(name, pattern), alarm(name)]);
const without = (name: string) => all.filter((one) => one.name !== name);

const bucket = (properties: Record<string, unknown> = {}) =>
  resource("aws:s3/bucket:Bucket", properties, { name: "phi" });
const metric = resource(
  "aws:s3/bucketMetric:BucketMetric",
  { bucket: ref("phi", "id"), name: "all" },
  { name: "metric" },
);
const readAlarm = (dimensions: unknown, metricName = "GetRequests") =>
  alarm(metricName, { namespace: "AWS/S3", dimensions });
const noPhi = { tags: { "hipaa:phi": "false" } };

const group = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudwatch/logGroup:LogGroup", properties, { name: "group" });
const masks = (logGroupName: unknown) =>
  resource("aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy", { logGroupName }, { name: "masks" });
const accountPolicy = (policyType: unknown) =>
  resource("aws:cloudwatch/logAccountPolicy:LogAccountPolicy", { policyType }, { name: "account" });

const stream = (firehoseArn: unknown = ref("delivery", "arn")) =>
  resource("aws:cloudwatch/metricStream:MetricStream", { firehoseArn });
const delivery = (properties: Record<string, unknown>) =>
  resource("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", properties, { name: "delivery" });

export const baselineCases: ServiceCases = {
  "cloudwatch-security-alarms-present": [
    pass("an alarm for each event", [stack, ...all, topic], baseline),
    pass("a stack that is no baseline", stack),
    fault("nothing", stack, baseline),
    fault("no alarm for the root user", [stack, ...without("alarm-root"), topic], baseline),
    fault("no filter for route tables", [stack, ...without("routes"), topic], baseline),
    fault(
      "an alarm that tells nobody",
      [stack, ...without("alarm-vpcs"), alarm("vpcs", { alarmActions: [] }), topic],
      baseline,
    ),
    fault(
      "an alarm in another namespace",
      [stack, ...without("alarm-acls"), alarm("acls", { namespace: "Other" }), topic],
      baseline,
    ),
    fault(
      "a filter that misses some changes",
      [stack, ...without("gateways"), filter("gateways", names("CreateInternetGateway")), topic],
      baseline,
    ),
    fault(
      "a filter for every sign-in",
      [stack, ...without("signIn"), filter("signIn", names("ConsoleLogin")), topic],
      baseline,
    ),
    undecided("a pattern known on update", [stack, ...without("root"), filter("root", unknown), topic], baseline),
  ],
  "cloudwatch-phi-access-spike": [
    pass("request metrics with an alarm", [
      bucket(),
      metric,
      readAlarm({ BucketName: ref("phi", "bucket"), FilterId: "all" }),
      topic,
    ]),
    pass("by the bucket's name", [
      bucket({ bucket: "phi-documents" }),
      metric,
      readAlarm({ BucketName: "phi-documents" }, "BytesDownloaded"),
      topic,
    ]),
    pass("data events of a trail with an alarm", [
      bucket(),
      filter("reads", names("GetObject")),
      alarm("reads"),
      topic,
    ]),
    pass("a bucket without PHI", bucket(noPhi)),
    pass("the archive of logs", bucket({ tags: { "hipaa:purpose": "log-archive" } })),
    fault("nothing", bucket()),
    fault("request metrics without an alarm", [bucket(), metric]),
    fault("an alarm without request metrics", [
      bucket({ bucket: "phi-documents" }),
      readAlarm({ BucketName: "phi-documents" }),
      topic,
    ]),
    fault("an alarm on the daily count of objects", [
      bucket(),
      metric,
      readAlarm({ BucketName: ref("phi", "bucket") }, "NumberOfObjects"),
      topic,
    ]),
    fault("an alarm for another bucket", [
      bucket({ bucket: "phi-documents" }),
      metric,
      readAlarm({ BucketName: "other" }),
      topic,
    ]),
    undecided("metrics of a bucket known on update", [
      bucket({ bucket: "phi-documents" }),
      resource("aws:s3/bucketMetric:BucketMetric", { bucket: unknown }, { name: "metric" }),
      readAlarm({ BucketName: "phi-documents" }),
      topic,
    ]),
  ],
  "cloudwatch-log-data-protection": [
    pass("a policy of the group", [group(), masks(ref("group", "name"))]),
    pass("a policy by name", [group({ name: "app" }), masks("app")]),
    pass("a policy of the account", [group(), accountPolicy("DATA_PROTECTION_POLICY")]),
    pass("an audit log", group({ tags: { "hipaa:purpose": "audit" } })),
    pass("a group without PHI", group(noPhi)),
    pass("a class that cannot be masked", group({ logGroupClass: "INFREQUENT_ACCESS" })),
    fault("no policy", group(), { at: ["group"] }),
    fault("another policy of the account", [group(), accountPolicy("SUBSCRIPTION_FILTER_POLICY")]),
    fault("a policy of another group", [group({ name: "app" }), masks("other")]),
    undecided("a policy of a group known on update", [group({ name: "app" }), masks(unknown)]),
    undecided("what the account's policy is for, known on update", [group(), accountPolicy(unknown)]),
  ],
  "cloudwatch-metric-streams-encrypted": [
    pass("an encrypted delivery stream", [stream(), delivery({ ...noPhi, serverSideEncryption: { enabled: true } })]),
    pass("one that is not, within the scope of another rule", [stream(), delivery({})]),
    fault("one that is not, out of that rule's scope", [stream(), delivery(noPhi)]),
    fault("one that says no", [stream(), delivery({ ...noPhi, serverSideEncryption: { enabled: "false" } })]),
    pass(
      "a delivery stream of another stack",
      stream("arn:aws:firehose:us-east-1:111122223333:deliverystream/metrics"),
    ),
    undecided("a delivery stream known on update", stream(unknown)),
    pass("no delivery stream, which AWS does not accept", [
      resource("aws:cloudwatch/metricStream:MetricStream", {}),
      delivery(noPhi),
    ]),
  ],
};
