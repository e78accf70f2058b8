import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const fn = (properties: Record<string, unknown> = {}) =>
  resource("aws:lambda/function:Function", properties, { name: "fn" });
const queue = (properties: Record<string, unknown> = {}) =>
  resource("aws:sqs/queue:Queue", properties, { name: "queue" });
const topic = (properties: Record<string, unknown> = {}) =>
  resource("aws:sns/topic:Topic", properties, { name: "topic" });
const stream = (properties: Record<string, unknown> = {}) =>
  resource("aws:kinesis/stream:Stream", properties, { name: "stream" });
const mapping = (eventSourceArn: unknown) =>
  resource("aws:lambda/eventSourceMapping:EventSourceMapping", { eventSourceArn }, { name: "mapping" });
const config = (destination: unknown, functionName: unknown = ref("fn", "name")) =>
  resource(
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    { functionName, destinationConfig: { onFailure: { destination } } },
    { name: "config" },
  );
const dead = (targetArn: unknown) => ({ deadLetterConfig: { targetArn } });
const off = { sqsManagedSseEnabled: false };
const mounted = { fileSystemConfig: { arn: ref("point", "arn"), localMountPath: "/mnt/work" } };
const point = resource("aws:efs/accessPoint:AccessPoint", { fileSystemId: ref("system", "id") }, { name: "point" });
const system = (properties: Record<string, unknown>) =>
  resource("aws:efs/fileSystem:FileSystem", properties, { name: "system" });

export const eventCases: ServiceCases = {
  "lambda-event-sources-encrypted": [
    pass("a queue that AWS encrypts by itself", [mapping(ref("queue", "arn")), queue()]),
    pass("an encrypted stream", [mapping(ref("stream", "arn")), stream({ encryptionType: "KMS" })]),
    pass("a table's stream", [
      mapping(ref("table", "streamArn")),
      resource("aws:dynamodb/table:Table", {}, { name: "table" }),
    ]),
    pass("a source outside the stack, which is judged there", mapping("arn:aws:sqs:us-east-1:111122223333:letters")),
    pass("a function without a dead-letter queue", fn()),
    fault("a queue in clear", [mapping(ref("queue", "arn")), queue(off)]),
    fault("a stream in clear", [mapping(ref("stream", "arn")), stream()]),
    fault("a dead-letter topic in clear", [fn(dead(ref("topic", "arn"))), topic()]),
    fault("a destination in clear", [config(ref("queue", "arn"), "intake"), queue(off)]),
    undecided("a source known on update", mapping(unknown)),
    undecided("encryption known on update", [mapping(ref("queue", "arn")), queue({ sqsManagedSseEnabled: unknown })]),
  ],
  "lambda-dlq": [
    pass("a dead-letter queue", [fn(dead(ref("queue", "arn"))), queue()]),
    pass("a destination for failures", [fn(), config(ref("queue", "arn")), queue()]),
    fault("neither", fn()),
    fault("a destination of another function", [fn(), config("arn:aws:sqs:x", "other")]),
    fault("a configuration without a destination", [fn(), config(undefined)]),
    undecided("a configuration of a function known on update", [fn(), config("arn:aws:sqs:x", unknown)]),
    fault("a queue that the function does not name", [fn(), queue()]),
  ],
  "lambda-efs-and-tmp": [
    pass("no file system", fn()),
    pass("an encrypted file system", [fn(mounted), point, system({ encrypted: true })]),
    pass("a file system outside the stack, which is judged there", [
      fn({ fileSystemConfig: { arn: "arn:aws:elasticfilesystem:x", localMountPath: "/mnt/work" } }),
    ]),
    fault("a file system in clear", [fn(mounted), point, system({ encrypted: false })]),
    fault("a file system that says nothing", [fn(mounted), point, system({})]),
    undecided("an access point known on update", fn({ fileSystemConfig: { arn: unknown } })),
    undecided("encryption known on update", [fn(mounted), point, system({ encrypted: unknown })]),
  ],
};
