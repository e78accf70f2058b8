import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const trail = (properties: Record<string, unknown> = {}) => resource("aws:cloudtrail/trail:Trail", properties);
const key = resource("aws:kms/key:Key", {}, { name: "key" });

const store = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudtrail/eventDataStore:EventDataStore", properties);
const group = resource("aws:cloudwatch/logGroup:LogGroup", {}, { name: "group" });
const logs = {
  cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*",
  cloudWatchLogsRoleArn: "arn",
};

const basic = (...eventSelectors: unknown[]) => trail({ eventSelectors });
const advanced = (...selectors: unknown[][]) =>
  trail({ advancedEventSelectors: selectors.map((fieldSelectors) => ({ fieldSelectors })) });
const category = (name: unknown) => ({ field: "eventCategory", equals: [name] });
const readOnly = (value: string) => ({ field: "readOnly", equals: [value] });
const objects = { field: "resources.type", equals: ["AWS::S3::Object"] };

const baseline = { config: { accountBaseline: true } };
const insights = (...types: unknown[]) => ({ insightSelectors: types.map((insightType) => ({ insightType })) });
const agents = { field: "resources.type", equals: ["AWS::Bedrock::AgentAlias"] };
const agent = resource("aws:bedrock/agentAgent:AgentAgent", {}, { name: "agent" });
const knowledgeBase = resource("aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase", {}, { name: "base" });

export const trailCases: ServiceCases = {
  "cloudtrail-cloudwatch-integration": [
    pass("a log group and a role", trail(logs)),
    pass("a wired log group", [trail({ ...logs, cloudWatchLogsGroupArn: ref("group", "arn") }), group]),
    fault("neither", trail()),
    fault("no role", trail({ ...logs, cloudWatchLogsRoleArn: undefined })),
    fault("no log group", trail({ ...logs, cloudWatchLogsGroupArn: "" })),
    pass("known on update", trail({ cloudWatchLogsGroupArn: unknown, cloudWatchLogsRoleArn: unknown })),
  ],
  "cloudtrail-selectors-not-mixed": [
    pass("no selectors, which means all management events", trail()),
    pass("basic selectors", basic({ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] })),
    pass("advanced selectors", advanced([category("Management")], [category("Data"), objects])),
    pass("data events alone, beside another trail", advanced([category("Data"), objects])),
    pass(
      "reading and writing by a selector each",
      advanced([category("Management"), readOnly("true")], [category("Management"), readOnly("false")]),
    ),
    pass("a basic selector for data beside one for all", basic({ includeManagementEvents: false }, {})),
    fault(
      "both kinds",
      trail({ eventSelectors: [{}], advancedEventSelectors: [{ fieldSelectors: [category("Management")] }] }),
    ),
    fault("calls of KMS left out", basic({ excludeManagementEventSources: ["kms.amazonaws.com"] })),
    fault("no management events", basic({ includeManagementEvents: false })),
    fault("writes only", basic({ readWriteType: "WriteOnly" })),
    fault("writes of management events only, advanced", advanced([category("Management"), readOnly("false")])),
    fault(
      "a service left out, advanced",
      advanced([category("Management"), { field: "eventSource", notEquals: ["kms.amazonaws.com"] }]),
    ),
    fault("a selector without a category", advanced([objects])),
    fault("a selector for data without a kind", advanced([category("Data")])),
    undecided("basic selectors known on update", trail({ eventSelectors: unknown })),
    undecided("a category known on update", advanced([category(unknown)])),
    undecided("excluded services known on update", basic({ readWriteType: unknown })),
  ],
  "cloudtrail-insights": [
    pass("both kinds", trail(insights("ApiCallRateInsight", "ApiErrorRateInsight"))),
    pass("both kinds, in the other order", trail(insights("ApiErrorRateInsight", "ApiCallRateInsight"))),
    fault("one kind", trail(insights("ApiCallRateInsight"))),
    fault("none", trail()),
    undecided("known on update", trail(insights("ApiCallRateInsight", unknown))),
  ],
  "cloudtrail-sns-notification": [
    pass("a topic", trail({ snsTopicName: "trail" })),
    pass("a topic known on update", trail({ snsTopicName: unknown })),
    fault("none", trail()),
    fault("an empty name", trail({ snsTopicName: "" })),
  ],
  "cloudtrail-present": [
    pass("a baseline with a trail", trail({ isMultiRegionTrail: true }), baseline),
    fault("a baseline without a trail", key, baseline),
    fault("a baseline with a trail for one Region", trail(), baseline),
    fault(
      "a baseline whose trail leaves out global services",
      trail({ isMultiRegionTrail: true, includeGlobalServiceEvents: false }),
      baseline,
    ),
    pass("another stack without a trail", key),
    undecided("Regions known on update", trail({ isMultiRegionTrail: unknown }), baseline),
  ],
  "cloudtrail-bedrock-events": [
    pass("a trail and no Bedrock", trail()),
    pass("Bedrock and no trail", agent),
    pass("both kinds of event", [advanced([category("Management")], [category("Data"), agents]), agent]),
    fault("no calls of agents", [trail(), agent]),
    fault("calls of another kind", [advanced([category("Management")], [category("Data"), agents]), knowledgeBase]),
    fault("management events of Bedrock left out", [
      advanced(
        [category("Management"), { field: "eventSource", notEquals: ["bedrock.amazonaws.com"] }],
        [category("Data"), agents],
      ),
      agent,
    ]),
    undecided("selectors known on update", [trail({ advancedEventSelectors: unknown }), agent]),
  ],
  "cloudtrail-event-data-store-cmk": [
    pass("a wired key", [store({ kmsKeyId: ref("key", "arn") }), key]),
    pass("a key known on update", store({ kmsKeyId: unknown })),
    fault("no key", store()),
    fault("AWS's own key", store({ kmsKeyId: "alias/aws/cloudtrail" })),
  ],
  "cloudtrail-lake-retention": [
    pass("nothing said, which means seven years and protected", store()),
    pass("six years", store({ retentionPeriod: 2190 })),
    fault("a year", store({ retentionPeriod: 366 })),
    fault("no protection", store({ terminationProtectionEnabled: false })),
    fault("one Region", store({ multiRegionEnabled: false })),
    fault("suspended", store({ suspend: "true" })),
    undecided("known on update", store({ retentionPeriod: unknown })),
    fault("no protection beside an unknown", store({ retentionPeriod: unknown, terminationProtectionEnabled: false })),
  ],
  "cloudtrail-trail-settings": [
    pass("all Regions", trail({ isMultiRegionTrail: true })),
    pass("all Regions and global services", trail({ isMultiRegionTrail: "true", includeGlobalServiceEvents: true })),
    fault("one Region", trail({ isMultiRegionTrail: false })),
    fault("nothing said, which means one Region", trail()),
    fault("no global services", trail({ isMultiRegionTrail: true, includeGlobalServiceEvents: false })),
    undecided("Regions known on update", trail({ isMultiRegionTrail: unknown })),
    fault(
      "no global services beside unknown Regions",
      trail({ isMultiRegionTrail: unknown, includeGlobalServiceEvents: false }),
    ),
  ],
  "cloudtrail-log-file-validation": [
    pass("on", trail({ enableLogFileValidation: true })),
    pass("on, as text", trail({ enableLogFileValidation: "true" })),
    fault("off", trail({ enableLogFileValidation: false })),
    fault("nothing said, which means off", trail()),
    undecided("known on update", trail({ enableLogFileValidation: unknown })),
  ],
  "cloudtrail-logging-on": [
    pass("nothing said, which means on", trail()),
    pass("on", trail({ enableLogging: true })),
    fault("off", trail({ enableLogging: false })),
    fault("off, as text", trail({ enableLogging: "false" })),
    undecided("known on update", trail({ enableLogging: unknown })),
  ],
  "cloudtrail-cmk": [
    pass("a wired key", [trail({ kmsKeyId: ref("key", "arn") }), key]),
    pass("a customer's alias", trail({ kmsKeyId: "alias/audit" })),
    fault("no key", trail()),
    fault("an empty key", trail({ kmsKeyId: "" })),
    fault("AWS's own key", trail({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3" })),
  ],
};
