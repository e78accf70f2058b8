import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";

export const restApi = "aws:apigateway/restApi:RestApi";
export const restStage = "aws:apigateway/stage:Stage";
export const methodSettings = "aws:apigateway/methodSettings:MethodSettings";

/** Whether method settings are those of a stage, by reference or by the same stage name of the same API. */
export function areOfStage(graph: StackGraph, settings: GraphResource, stage: GraphResource): Truth {
  const { targets } = graph.references(settings, "stageName", restStage);
  if (targets.length > 0) return Truth.of(targets.includes(stage));
  const name = stage.get("stageName");
  const sameName = name.isUnknown
    ? name.asUnknown()
    : settings.get("stageName").whenKnown((raw) => raw !== "" && raw === name.raw);
  return sameName.and(ofSameApi(graph, settings, stage));
}

function ofSameApi(graph: StackGraph, one: GraphResource, other: GraphResource): Truth {
  const [first, second] = [one, other].map((each) => graph.references(each, "restApi", restApi).targets[0]);
  if (first && second) return Truth.of(first === second);
  const ids = [one.get("restApi"), other.get("restApi")];
  const open = ids.find((id) => id.isUnknown);
  if (open) return open.asUnknown();
  return Truth.of(ids[0]?.text !== undefined && ids[0].text === ids[1]?.text);
}

/** Whether a stage is one of an API; a stage of an API outside the stack is none. */
export function stagesOf(graph: StackGraph, api: GraphResource): GraphResource[] {
  return graph.referrers(api, restStage, "restApi");
}
