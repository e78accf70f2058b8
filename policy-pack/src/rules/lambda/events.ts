import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isEncryptedAtRest } from "../../knowledge/store-keys";

const lambdaFunction = "aws:lambda/function:Function";
const mapping = "aws:lambda/eventSourceMapping:EventSourceMapping";
const invokeConfig = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
const accessPoint = "aws:efs/accessPoint:AccessPoint";
const fileSystem = "aws:efs/fileSystem:FileSystem";

/** Stores that can be left unencrypted; tables, brokers and clusters of Kafka cannot. */
const stores = ["aws:sqs/queue:Queue", "aws:sns/topic:Topic", "aws:kinesis/stream:Stream"];

/** Where each kind of resource says where events come from or go to. */
const ends: Readonly<Record<string, readonly string[]>> = {
  [mapping]: ["eventSourceArn", "destinationConfig.onFailure.destinationArn"],
  [lambdaFunction]: ["deadLetterConfig.targetArn"],
  [invokeConfig]: ["destinationConfig.onFailure.destination", "destinationConfig.onSuccess.destination"],
};

const eventSources = stackRule("lambda-event-sources-encrypted", {
  check: (stack, graph) => {
    for (const [type, paths] of Object.entries(ends)) {
      for (const from of graph.ofType(type)) {
        const values = paths.map((path) => from.get(path)).filter((value) => !value.isAbsent);
        stack.expect(
          from,
          Truth.all(values.map((value) => reachesEncrypted(graph, from, value))),
          "events of the function come from or go to a queue, topic or stream that is not encrypted",
        );
      }
    }
  },
});

function reachesEncrypted(graph: StackGraph, from: GraphResource, value: Value): Truth {
  const wanted = [
    ...stores,
    "aws:dynamodb/table:Table",
    "aws:mq/broker:Broker",
    "aws:msk/cluster:Cluster",
    lambdaFunction,
  ];
  const { targets, complete } = graph.referencesOf(from, value, ...wanted);
  if (targets.length === 0) return complete ? Truth.yes : value.asUnknown();
  return Truth.all(targets.map(isEncryptedAtRest));
}

const deadLetters = stackRule("lambda-dlq", {
  types: [lambdaFunction],
  check: (stack, graph) => {
    const open = graph.unresolvedReferrers(invokeConfig, "functionName", lambdaFunction).length > 0;
    for (const one of graph.ofType(lambdaFunction)) {
      const configs = graph
        .referrers(one, invokeConfig, "functionName")
        .map((config) => config.get("destinationConfig.onFailure.destination").isGiven());
      stack.expect(
        one,
        Truth.any([
          one.get("deadLetterConfig.targetArn").isGiven(),
          ...configs,
          open ? Truth.unknown("functionName") : Truth.no,
        ]),
        "events that the function fails on are lost",
      );
    }
  },
});

const fileSystems = stackRule("lambda-efs-and-tmp", {
  types: [lambdaFunction],
  check: (stack, graph) => {
    for (const one of graph.ofType(lambdaFunction)) {
      if (one.get("fileSystemConfig").isAbsent) continue;
      const points = graph.references(one, "fileSystemConfig", accessPoint);
      const mounted = points.targets.flatMap((point) => graph.references(point, "fileSystemId", fileSystem).targets);
      const arn = one.get("fileSystemConfig.arn");
      const elsewhere = mounted.length === 0 && arn.isUnknown ? arn.asUnknown() : Truth.yes;
      stack.expect(
        one,
        Truth.all([elsewhere, ...mounted.map((system) => system.get("encrypted").isTrue())]),
        "the function mounts a file system that is not encrypted",
      );
    }
  },
});

export const eventRules: readonly Rule[] = [eventSources, deadLetters, fileSystems];
