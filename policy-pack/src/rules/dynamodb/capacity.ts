import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";

const table = "aws:dynamodb/table:Table";
const target = "aws:appautoscaling/target:Target";
const dimensions = ["dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"];

const autoscaling = stackRule("dynamodb-autoscaling", {
  types: [table],
  check: (stack, graph) => {
    for (const one of graph.ofType(table)) {
      const scales = dimensions.map((dimension) =>
        Truth.any(
          graph
            .ofType(target)
            .map((each) => isOfTable(graph, each, one).and(each.get("scalableDimension").isOneOf(dimension))),
        ),
      );
      stack.expect(
        one,
        one.get("billingMode").isOneOf("PAY_PER_REQUEST").or(Truth.all(scales)),
        "the table has a fixed capacity that nothing scales for both reads and writes",
      );
    }
  },
});

function isOfTable(graph: StackGraph, each: GraphResource, one: GraphResource): Truth {
  const id = each.get("resourceId");
  const { targets } = graph.references(each, "resourceId", table);
  if (targets.length > 0) return Truth.of(targets.includes(one));
  const name = one.get("name").text;
  return id.whenKnown((raw) => name !== undefined && raw === `table/${name}`);
}

export const capacityRules: readonly Rule[] = [autoscaling];
