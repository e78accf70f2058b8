import { stackRule, type RuleConfig } from "../../authoring/rule";
import type { StackCheck } from "../../authoring/stack-check";
import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";
import { edgesTo, hopsTo, type AppGraph, type Flow, type Node } from "./app-graph";
import { appGraph } from "./build";
import { pathText } from "./text";

const config: RuleConfig = {
  webAclsManagedElsewhere: {
    type: "boolean",
    description: "Whether web ACLs are attached outside of the stack, for example by AWS Firewall Manager.",
    default: false,
  },
};

export const throughWaf = stackRule("paths-internet-to-app-through-waf", {
  config,
  check: (stack, graph) => {
    if (stack.setting<boolean>("webAclsManagedElsewhere")) return;
    const apps = appGraph(graph);
    // Requests go on from a hop unjudged as long as it has no web ACL, and as far as the first application.
    const flow = apps.flow([apps.internet], ({ from, world }) =>
      from.kind === "app" ? Truth.no : world.and(from.hasWebAcl.not()),
    );
    for (const [door, ends] of byDoor(apps, flow)) report(stack, flow, door, ends);
  },
});

/** The applications that are reached unjudged, by the last door before each. */
function byDoor(apps: AppGraph, flow: Flow): Map<GraphResource, Node[]> {
  const doors = new Map<GraphResource, Node[]>();
  for (const node of apps.all()) {
    if (node.kind !== "app" || !flow.has(node)) continue;
    const [last] = edgesTo(flow, node)
      .flatMap(({ from }) => (from.kind === "door" && from.at ? [from.at] : []))
      .slice(-1);
    if (last) doors.set(last, [...(doors.get(last) ?? []), node]);
  }
  return doors;
}

function report(stack: StackCheck, flow: Flow, door: GraphResource, ends: readonly Node[]): void {
  const open = ends.filter((node) => flow.get(node)?.truth.isYes);
  const [first] = open;
  if (first) {
    const more = open.length > 1 ? `, and ${String(open.length - 1)} more by the same door` : "";
    stack.fault(
      door,
      `an application is reached from the internet past every web ACL: ${pathText(hopsTo(flow, first))}${more}`,
    );
    return;
  }
  const truths = ends.map((node) => flow.get(node)?.truth ?? Truth.no);
  stack.expect(door, Truth.any(truths).not(), "");
}
