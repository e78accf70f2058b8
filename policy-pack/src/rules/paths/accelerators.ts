import { Truth } from "../../authoring/truth";
import { linksOf, placed } from "../../graph/paths/links";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";

const accelerator = "aws:globalaccelerator/accelerator:Accelerator";
const listenerType = "aws:globalaccelerator/listener:Listener";
const endpointGroup = "aws:globalaccelerator/endpointGroup:EndpointGroup";

/** What an accelerator leads the internet to. */
export interface Accelerated {
  readonly target: GraphResource;
  /** The accelerator's listener. */
  readonly listener: GraphResource;
  /** The accelerator in words. */
  readonly hop: string;
  /** Whether it is on. */
  readonly enabled: Truth;
}

/** The resources of these types that are endpoints of accelerators. */
export function acceleratedOf(graph: StackGraph, types: readonly string[]): readonly Accelerated[] {
  return graph.once(`paths accelerated ${types.join(" ")}`, () =>
    graph.ofType(endpointGroup).flatMap((group) => {
      const [listener] = linksOf(graph, group, group.get("listenerArn"), [listenerType]).targets;
      if (!listener) return [];
      const { targets: owners, others } = linksOf(graph, listener, listener.get("acceleratorArn"), [accelerator]);
      const [owner] = owners;
      const enabled = owner ? placed(owner, owner.get("enabled").isFalse()).not() : others;
      const hop = `accelerator "${(owner ?? listener).name}"`;
      return group
        .get("endpointConfigurations")
        .items()
        .flatMap((endpoint) => linksOf(graph, group, endpoint.get("endpointId"), types).targets)
        .map((target): Accelerated => ({ target, listener, hop, enabled }));
    }),
  );
}

/** Whether an accelerator hands on what comes to the port of a balancer's listener. */
export function passesPortOf(front: GraphResource, listener: GraphResource): Truth {
  const port = listener.get("port");
  if (port.number === undefined) return port.isUnknown ? placed(listener, port.asUnknown()) : Truth.no;
  const wanted = port.number;
  const ranges = front.get("portRanges");
  return placed(
    front,
    ranges.some((range) => range.get("fromPort").isAtMost(wanted).and(range.get("toPort").isAtLeast(wanted))),
  );
}
