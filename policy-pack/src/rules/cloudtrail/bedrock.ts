import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource } from "../../graph/stack-graph";
import { accesses, isRecorded, trail, type DataType } from "./selectors";

/** What CloudTrail calls each kind of resource of Bedrock. */
const dataTypes: readonly (readonly [type: string, data: DataType])[] = [
  ["aws:bedrock/agentAgent:AgentAgent", "AWS::Bedrock::AgentAlias"],
  ["aws:bedrock/agentAgentAlias:AgentAgentAlias", "AWS::Bedrock::AgentAlias"],
  ["aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase", "AWS::Bedrock::KnowledgeBase"],
  ["aws:bedrock/guardrail:Guardrail", "AWS::Bedrock::Guardrail"],
];

export const bedrockEvents = stackRule("cloudtrail-bedrock-events", {
  // Aliases and guardrails are called too.
  types: [trail, ...dataTypes.map(([type]) => type)],
  check: (stack, graph) => {
    const [first] = graph.ofType(trail);
    const used = dataTypes.filter(([type]) => graph.ofType(type).length > 0);
    if (!first || used.length === 0) return;
    stack.expect(
      first,
      Truth.any(graph.ofType(trail).map(recordsManagement)),
      "no trail of the stack records the management events of Bedrock",
    );
    const recorded = used.map(([, data]) => Truth.any(accesses.map((access) => isRecorded(graph, data, access))));
    stack.expect(
      first,
      Truth.all(recorded),
      "no trail of the stack records the calls of agents, knowledge bases or guardrails",
    );
  },
});

function recordsManagement(one: GraphResource): Truth {
  const basic = one.get("eventSelectors");
  const advanced = one.get("advancedEventSelectors");
  const byDefault = basic.isGiven().not().and(advanced.isGiven().not());
  const byBasic = basic.some((selector) => selector.get("includeManagementEvents").isFalse().not());
  const isOn = one.get("enableLogging").isFalse().not();
  return isOn.and(Truth.any([byDefault, byBasic, advanced.some(admitsBedrock)]));
}

function admitsBedrock(selector: Value): Truth {
  const fields = selector.get("fieldSelectors");
  const isManagement = fields.some((one) =>
    one
      .get("field")
      .isOneOf("eventCategory")
      .and(one.get("equals").some((value) => value.isOneOf("Management"))),
  );
  const leavesOut = fields.some((one) =>
    one
      .get("field")
      .isOneOf("eventSource")
      .and(one.get("notEquals").some((value) => value.matches(/^bedrock/i))),
  );
  return isManagement.and(leavesOut.not());
}
