import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { linksOf, placed } from "../../graph/paths/links";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isWorldOpen } from "../../knowledge/cidr";
import { answersWithoutTarget, endsTls, takesPlainHttp, targetGroupArns } from "../elb/actions";
import { isTlsListener, isTlsToInstances } from "../elb/classic";
import { listenerRuleTypes, targetGroupTypes } from "../elb/balancers";

/** Where a listener sends requests. */
export interface Forward {
  /** The target group; nothing for one outside the stack. */
  readonly group: GraphResource | undefined;
  /** Whether the internet at large can make it do so: not where a rule asks for a secret header or one's address. */
  readonly world: Truth;
  readonly anyone: Truth;
}

/** All that a listener forwards, by its default actions and by its rules. */
export function forwardsOf(graph: StackGraph, listener: GraphResource): Forward[] {
  return graph.once(`paths forwards ${listener.urn}`, () => {
    const rules = rulesOf(graph).get(listener) ?? [];
    return [
      ...forwardsBy(graph, listener, listener.get("defaultActions"), { world: Truth.yes, anyone: Truth.yes }),
      ...rules.flatMap((rule) => forwardsBy(graph, rule, rule.get("actions"), openTo(rule))),
    ];
  });
}

function rulesOf(graph: StackGraph): ReadonlyMap<GraphResource, readonly GraphResource[]> {
  return graph.once("paths listener rules", () => {
    const index = new Map<GraphResource, GraphResource[]>();
    for (const rule of graph.ofType(...listenerRuleTypes)) {
      const types = ["aws:lb/listener:Listener", "aws:alb/listener:Listener"];
      for (const listener of linksOf(graph, rule, rule.get("listenerArn"), types).targets) {
        index.set(listener, [...(index.get(listener) ?? []), rule]);
      }
    }
    return index;
  });
}

type Openness = Pick<Forward, "world" | "anyone">;

function forwardsBy(graph: StackGraph, from: GraphResource, actions: Value, open: Openness): Forward[] {
  const answers = answersWithoutTarget(actions);
  if (actions.isGiven().isNo || answers.isYes) return [];
  const links = targetGroupArns(actions).map((arn) => linksOf(graph, from, arn, targetGroupTypes));
  const targets = [...new Set(links.flatMap((link) => link.targets))];
  const groups = links.some(({ others }) => others.isUnknown) ? [...targets, undefined] : targets;
  // Whether it forwards at all stands open while an action is not known.
  const forwards = answers.isUnknown && targets.length === 0 ? placed(from, answers.not()) : Truth.yes;
  return groups.map((group): Forward => ({
    group,
    world: open.world.and(forwards),
    anyone: open.anyone.and(forwards),
  }));
}

/** A header that has to have a value is how an origin tells its distribution from everyone else. */
function openTo(rule: GraphResource): Openness {
  const conditions = rule.get("conditions");
  const asksHeader = conditions.some((one) => one.get("httpHeader").isGiven());
  const asksAddress = conditions.some((one) => {
    const ranges = one.get("sourceIp.values");
    return ranges.isGiven().and(isWorldOpen(ranges).not());
  });
  const open = placed(rule, asksHeader).not();
  return { world: open.and(placed(rule, asksAddress).not()), anyone: open };
}

/** Ports on which TCP without a word about TLS is cleartext: HTTP, LDAP, mail, telnet, FTP, MQTT. */
const cleartextPorts: readonly string[] = ["21", "23", "25", "80", "110", "143", "389", "1883", "8000", "8080"];

/** Whether clients speak to a listener in clear, and it sends what they say on to targets. */
export function takesClear(graph: StackGraph, listener: GraphResource): Truth {
  const forwards = Truth.any(forwardsOf(graph, listener).map(({ anyone }) => anyone));
  if (forwards.isNo) return forwards;
  const plainHttp = takesPlainHttp(listener.get("protocol"), listener.get("port"));
  const plainTcp = Truth.all([
    listener.get("protocol").isOneOf("TCP", "TCP_UDP"),
    listener.get("port").isOneOf(...cleartextPorts),
    listener.tag("hipaa:tls").isOneOf("passthrough").not(),
  ]);
  return forwards.and(placed(listener, plainHttp.or(plainTcp)));
}

/** Whether a listener sends requests on to a target group in clear. */
export function sendsClear(listener: GraphResource, group: GraphResource): Truth {
  const isLambda = group.get("targetType").isOneOf("lambda");
  const protocol = group.get("protocol");
  const endsHere = placed(listener, endsTls(listener));
  const byTcp = endsHere.and(placed(group, protocol.isOneOf("TCP")));
  return placed(group, isLambda)
    .not()
    .and(placed(group, protocol.isOneOf("HTTP")).or(byTcp));
}

/** Whether a listener of a classic balancer takes or sends requests in clear. */
export function classicIsClear(balancer: GraphResource, listener: Value): Truth {
  const isTcp = Truth.all([
    listener.get("lbProtocol").isOneOf("TCP"),
    listener.get("instanceProtocol").isOneOf("TCP"),
    listener
      .get("lbPort")
      .isOneOf(...cleartextPorts)
      .not()
      .or(balancer.tag("hipaa:tls").isOneOf("passthrough")),
  ]);
  const isTls = isTlsListener(listener).and(isTlsToInstances(listener));
  return placed(balancer, isTls.or(isTcp).not());
}
