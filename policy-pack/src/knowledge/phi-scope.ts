import type { StackCheck } from "../authoring/stack-check";
import { Truth } from "../authoring/truth";
import { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";

/** Types of stores that data is handed on to. */
export const stores = {
  bucket: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  fileSystem: ["aws:efs/fileSystem:FileSystem"],
  firehose: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
  logGroup: ["aws:cloudwatch/logGroup:LogGroup"],
  queue: ["aws:sqs/queue:Queue"],
  stream: ["aws:kinesis/stream:Stream"],
  table: ["aws:dynamodb/table:Table"],
  topic: ["aws:sns/topic:Topic"],
  videoStream: ["aws:kinesis/videoStream:VideoStream"],
} as const satisfies Record<string, readonly string[]>;

/**
 * Whether what a value refers to is in PHI scope as the resource itself is. A store of the stack is judged by its own
 * rules unless it is tagged as holding no PHI: a resource that hands data on must not rely on such a one. A store of
 * another stack is judged there.
 */
export function staysInPhiScope(graph: StackGraph, from: GraphResource, value: Value, types: readonly string[]): Truth {
  if (value.isAbsent) return Truth.yes;
  const references = namesIn(value).map((name) => graph.referencesOf(from, name, ...types));
  const targets = [...new Set(references.flatMap((reference) => reference.targets))];
  const isOpen = targets.length === 0 && references.some(({ complete }) => !complete);
  const inScope = isOpen ? value.asUnknown() : Truth.all(targets.map((target) => target.mayHoldPhi()));
  return inScope.or(from.mayHoldPhi().not());
}

/** Each of these values must refer to a store in PHI scope. */
export function expectInPhiScope(
  stack: StackCheck,
  graph: StackGraph,
  from: GraphResource,
  values: readonly Value[],
  types: readonly string[],
  fault: string,
): void {
  stack.expect(from, Truth.all(values.map((value) => staysInPhiScope(graph, from, value, types))), fault);
}

/** The forms in which a text may name a store: as it stands, an ARN without its path, a URI's or a path's first part. */
function namesIn(value: Value): Value[] {
  const { text } = value;
  if (text === undefined) return [value];
  const names = [
    text,
    /^(arn:[^/]+?)(?::\*|\/.*)?$/.exec(text)?.[1],
    /^arn:[^:]*:s3:[^:]*:[^:]*:([^/]+)/.exec(text)?.[1],
    /^s3:\/\/([^/]+)/i.exec(text)?.[1],
    /^https:\/\/s3[^/]*\/([^/]+)/i.exec(text)?.[1],
    /^https:\/\/([^/]+?)\.s3[.-][^/]*(?:\/|$)/i.exec(text)?.[1],
    /^\/([^/]+)/.exec(text)?.[1],
  ];
  return [...new Set(names)].filter((name) => name !== undefined).map((name) => new Value(name, value.path));
}
