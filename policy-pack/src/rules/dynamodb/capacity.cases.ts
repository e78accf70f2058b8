import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const table = (properties: Record<string, unknown> = {}) =>
  resource("aws:dynamodb/table:Table", properties, { name: "table" });
const target = (kind: string, resourceId: unknown = ref("table", "name")) =>
  resource(
    "aws:appautoscaling/target:Target",
    { serviceNamespace: "dynamodb", resourceId, scalableDimension: `dynamodb:table:${kind}CapacityUnits` },
    { name: kind },
  );

export const capacityCases: ServiceCases = {
  "dynamodb-autoscaling": [
    pass("on demand", table({ billingMode: "PAY_PER_REQUEST" })),
    pass("wired targets for both", [table(), target("Read"), target("Write")]),
    pass("literal targets for both", [
      table({ name: "visits" }),
      target("Read", "table/visits"),
      target("Write", "table/visits"),
    ]),
    fault("provisioned without targets", table({ billingMode: "PROVISIONED" })),
    fault("nothing said", table()),
    fault("a target for reads alone", [table(), target("Read")]),
    fault("targets of another table", [
      table({ name: "visits" }),
      target("Read", "table/other"),
      target("Write", "table/other"),
    ]),
    undecided("targets known on update", [table(), target("Read", unknown), target("Write", unknown)]),
    undecided("a mode known on update", table({ billingMode: unknown })),
  ],
};
