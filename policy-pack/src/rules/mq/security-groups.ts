import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource } from "../../graph/stack-graph";
import { openingsOf, opensOnly, securityGroup, strayOpenings, type Opening } from "../rds/openings";

const broker = "aws:mq/broker:Broker";

/** OpenWire, AMQP, STOMP, WebSocket and MQTT over TLS, and the console, of ActiveMQ; and HTTPS. */
const tlsPorts: readonly number[] = [61617, 5671, 61614, 61619, 8883, 8162, 443];

const tlsPortsOnly = stackRule("mq-security-group-tls-ports", {
  // A stack without a broker has no group of one.
  types: [broker],
  check: (stack, graph) => {
    const groups = new Map<GraphResource, Truth[]>();
    for (const one of graph.ofType(broker)) {
      // RabbitMQ brokers have no listener in clear.
      const isActive = one.get("engineType").isOneOf("ActiveMQ");
      const given = isProviderFilled(one, "securityGroups") ? Truth.no : one.get("securityGroups").isGiven();
      stack.expect(one, isActive.not().or(given), "the broker falls to the default group of the VPC");
      if (given.isNo) continue;
      const { targets, complete } = graph.references(one, "securityGroups", securityGroup);
      if (!complete) stack.expect(one, isActive.not().or(Truth.unknown("securityGroups")), "");
      for (const group of targets) groups.set(group, [...(groups.get(group) ?? []), isActive]);
    }
    const judge = (opening: Opening, isActive: Truth): void => {
      const certain = opening.certain ? Truth.yes : Truth.unknown("securityGroupId");
      const isStray = Truth.all([isActive, certain, opensOnly(opening, tlsPorts).not()]);
      stack.expect(opening.at, isStray.not(), "the group of a broker lets in on a port that is none of its TLS ports");
    };
    for (const [group, actives] of groups)
      for (const opening of openingsOf(graph, group)) judge(opening, Truth.any(actives));
    if (groups.size === 0) return;
    for (const opening of strayOpenings(graph)) judge(opening, Truth.any([...groups.values()].flat()));
  },
});

export const securityGroupRules: readonly Rule[] = [tlsPortsOnly];
