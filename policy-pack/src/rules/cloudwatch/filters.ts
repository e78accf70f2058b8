import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { globMatches } from "../../knowledge/glob";

export const metricFilter = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
export const metricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** Whether a filter's pattern looks for an event by name; patterns may hold stars. */
export function looksFor(pattern: string, eventName: string): boolean {
  const names = [...pattern.matchAll(/\$\.eventName\s*=\s*"?([\w*]+)"?/g)].map(([, name = ""]) => name);
  return names.some((name) => globMatches(name, eventName));
}

/** Whether an alarm with an action watches the metric of a filter. */
export function hasAlarm(graph: StackGraph, filter: GraphResource): Truth {
  return Truth.any(
    graph.ofType(metricAlarm).map((alarm) => Truth.all([watches(alarm, filter), alarm.get("alarmActions").isGiven()])),
  );
}

function watches(alarm: GraphResource, filter: GraphResource): Truth {
  const linked = ["metricName", "namespace", "metricQueries"].some((input) =>
    (alarm.sources.get(input) ?? []).includes(filter.urn),
  );
  if (linked) return Truth.yes;
  const metric = filter.get("metricTransformation");
  const same = (metricName: typeof metric, namespace: typeof metric): Truth =>
    Truth.all(
      [[metricName, metric.get("name")] as const, [namespace, metric.get("namespace")] as const].map(([one, other]) =>
        other.isUnknown ? other.asUnknown() : one.whenKnown((raw) => raw === other.raw),
      ),
    );
  return Truth.any([
    same(alarm.get("metricName"), alarm.get("namespace")),
    alarm.get("metricQueries").some((query) => same(query.get("metric.metricName"), query.get("metric.namespace"))),
  ]);
}
