import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { bucketTypes, bucketsOf, isLogArchive } from "../s3/buckets";
import { receivesLogsWithoutKms } from "../s3/log-targets";
import { accesses, eventDataStore, isRecorded, trail, type Access, type DataType } from "./selectors";

export const dataEvents = stackRule("cloudtrail-data-events", {
  check: (stack, graph) => {
    const [first] = graph.ofType(trail);
    if (!first) return;
    const buckets = bucketsOf(graph).filter((bucket) => !isLogTarget(graph, bucket));
    const recorded = buckets.map((bucket) =>
      Truth.any([
        bucket.mayHoldPhi().not(),
        isLogArchive(bucket),
        receivesLogsWithoutKms(graph, bucket),
        Truth.all(accesses.map((access) => isRecorded(graph, "AWS::S3::Object", access, bucket))),
      ]),
    );
    // Buckets of other stacks count too, so objects have to be recorded where this stack has no bucket.
    const any = accesses.map((access) => isRecorded(graph, "AWS::S3::Object", access));
    stack.expect(
      first,
      Truth.all([...any, ...recorded]),
      "reading and writing objects in buckets that may hold PHI is not recorded by any trail of the stack",
    );
  },
});

/** Recording what CloudTrail itself writes into its bucket would only feed on itself. */
function isLogTarget(graph: StackGraph, bucket: GraphResource): boolean {
  return graph
    .ofType(trail)
    .some((one) => graph.references(one, "s3BucketName", ...bucketTypes).targets.includes(bucket));
}

/** Kinds of store other than buckets whose use shows in data events only. */
const recordedTypes: readonly (readonly [type: string, data: DataType, what: string])[] = [
  ["aws:dynamodb/table:Table", "AWS::DynamoDB::Table", "items of DynamoDB tables that may hold PHI"],
  ["aws:lambda/function:Function", "AWS::Lambda::Function", "calls of functions that may handle PHI"],
];

export const itemAndCallEvents = stackRule("cloudtrail-dynamodb-lambda-data-events", {
  check: (stack, graph) => {
    const [first] = graph.ofType(trail).concat(graph.ofType(eventDataStore));
    if (!first) return;
    for (const [type, data, what] of recordedTypes) {
      const recorded = graph.ofType(type).map((one) =>
        one
          .mayHoldPhi()
          .not()
          .or(Truth.all(accessesOf(data).map((access) => isRecorded(graph, data, access, one)))),
      );
      stack.expect(first, Truth.all(recorded), `no trail of the stack records ${what}`);
    }
  },
});

/** Calling a function counts as writing. */
function accessesOf(data: DataType): readonly Access[] {
  return data === "AWS::Lambda::Function" ? ["write"] : accesses;
}
