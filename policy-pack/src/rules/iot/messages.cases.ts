import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import { bucketOf, noPhi } from "../../testing/s3";

const rule = (properties: CaseProperties = {}) => resource("aws:iot/topicRule:TopicRule", properties);
const caught = { errorAction: { cloudwatchLogs: { logGroupName: "errors", roleArn: "role" } } };
const store = (type: string, properties: CaseProperties = noPhi) => resource(type, properties, { name: "store" });
const stream = "aws:kinesis/stream:Stream";
const logging = (properties: CaseProperties = {}) => resource("aws:iot/loggingOptions:LoggingOptions", properties);

export const messageCases: ServiceCases = {
  "iot-rule-https-only": [
    pass("no HTTP action", rule()),
    pass("HTTPS", rule({ https: [{ url: "https://a.example", confirmationUrl: "https://a.example/confirm" }] })),
    fault("HTTP", rule({ https: [{ url: "http://a.example" }] })),
    fault("HTTP after HTTPS", rule({ https: [{ url: "https://a.example" }, { url: "HTTP://b.example" }] })),
    fault("confirmed over HTTP", rule({ https: [{ url: "https://a.example", confirmationUrl: "http://a.example" }] })),
    fault("errors over HTTP", rule({ errorAction: { http: { url: "http://a.example" } } })),
    fault("HTTP beside one known on update", rule({ https: [{ url: unknown }, { url: "http://a.example" }] })),
    undecided("known on update", rule({ https: [{ url: unknown }] })),
    undecided("actions known on update", rule({ https: unknown })),
  ],
  "iot-rule-actions-encrypted": [
    pass("a bucket in scope", [rule({ ...caught, s3: [{ bucketName: ref("phi", "bucket") }] }), bucketOf()]),
    fault("a bucket out of scope", [rule({ ...caught, s3: [{ bucketName: ref("phi", "bucket") }] }), bucketOf(noPhi)]),
    fault("a stream out of scope", [
      rule({ ...caught, kineses: [{ streamName: ref("store", "name") }] }),
      store(stream),
    ]),
    fault("a stream out of scope by name", [
      rule({ ...caught, kineses: [{ streamName: "vitals" }] }),
      store(stream, { name: "vitals", ...noPhi }),
    ]),
    fault("a table out of scope", [
      rule({ ...caught, dynamodbs: [{ tableName: ref("store", "name") }] }),
      store("aws:dynamodb/table:Table"),
    ]),
    fault("a table out of scope, second form", [
      rule({ ...caught, dynamodbv2s: [{ putItem: { tableName: ref("store", "name") } }] }),
      store("aws:dynamodb/table:Table"),
    ]),
    fault("a queue out of scope", [
      rule({ ...caught, sqs: [{ queueUrl: ref("store", "url") }] }),
      store("aws:sqs/queue:Queue"),
    ]),
    fault("a topic out of scope", [
      rule({ ...caught, sns: [{ targetArn: ref("store", "arn") }] }),
      store("aws:sns/topic:Topic"),
    ]),
    fault("a delivery stream out of scope", [
      rule({ ...caught, firehoses: [{ deliveryStreamName: ref("store", "name") }] }),
      store("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"),
    ]),
    fault("no error action", rule()),
    pass("an error action known on update", rule({ errorAction: unknown })),
    undecided("a stream known on update", [rule({ ...caught, kineses: [{ streamName: unknown }] }), store(stream)]),
  ],
  "iot-logging": [
    pass("information", [logging({ defaultLogLevel: "INFO" }), rule()]),
    pass("errors", logging({ defaultLogLevel: "ERROR", disableAllLogs: false })),
    fault("none declared", rule()),
    fault("none declared for a policy", resource("aws:iot/policy:Policy", { policy: "{}" })),
    fault("none for two rules, said once", [rule(), { ...rule(), name: "other" }]),
    fault("what messages hold", logging({ defaultLogLevel: "DEBUG" })),
    fault("switched off by level", logging({ defaultLogLevel: "DISABLED" })),
    fault("switched off", logging({ defaultLogLevel: "INFO", disableAllLogs: true })),
    undecided("known on update", logging({ defaultLogLevel: unknown })),
  ],
};
