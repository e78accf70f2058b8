import { stackRule } from "../../authoring/rule";
import type { StackCheck } from "../../authoring/stack-check";
import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";
import { hopsOn, hopsTo, leadsToApp, type AppGraph, type Edge, type Flow } from "./app-graph";
import { appGraph } from "./build";
import { pathText } from "./text";

/** From the internet as far as the first application. */
function flowIn(apps: AppGraph): Flow {
  return apps.flow([apps.internet], ({ from, anyone }) => (from.kind === "app" ? Truth.no : anyone));
}

export const toAppOverTls = stackRule("paths-internet-to-app-over-tls", {
  check: (stack, graph) => {
    const apps = appGraph(graph);
    const flow = flowIn(apps);
    // A hop matters where it is on the way to an application.
    const crossed = edgesOf(apps, flow, ({ from }) => from.kind !== "app").map(({ edge, truth }) => ({
      edge,
      truth: truth.and(leadsToApp(apps, edge.to)),
    }));
    report(stack, crossed, (edge) => {
      const hops = [...hopsTo(flow, edge.from), ...edge.by, ...marked(edge, "in clear"), ...hopsOn(apps, edge.to)];
      return `requests from the internet cross a hop without TLS: ${pathText(hops)}`;
    });
  },
});

export const toStoreOverTls = stackRule("paths-app-to-store-over-tls", {
  check: (stack, graph) => {
    const apps = appGraph(graph);
    const starts = apps.all().filter(({ kind }) => kind === "app");
    const flow = apps.flow(starts, ({ anyone }) => anyone);
    const whole = apps.flow([apps.internet], ({ anyone }) => anyone);
    const before = flowIn(apps);
    // One finding per fault: hops before the first application are paths-internet-to-app-over-tls's.
    const crossed = edgesOf(apps, flow, ({ from }) => from.kind === "app" || !before.get(from)?.truth.isYes);
    report(stack, crossed, (edge) => {
      const way = whole.get(edge.from)?.truth.isYes ? whole : flow;
      const hops = [...hopsTo(way, edge.from), ...edge.by, ...marked(edge, "may be in clear")];
      return `nothing makes a hop of the application use TLS: ${pathText(hops)}`;
    });
  },
});

interface Crossed {
  readonly edge: Edge;
  /** Whether requests cross it in clear. */
  readonly truth: Truth;
}

function edgesOf(apps: AppGraph, flow: Flow, isMine: (edge: Edge) => boolean): Crossed[] {
  return apps.edges
    .filter((edge) => !edge.inClear.isNo && isMine(edge))
    .map((edge) => ({ edge, truth: (flow.get(edge.from)?.truth ?? Truth.no).and(edge.anyone, edge.inClear) }))
    .filter(({ truth }) => !truth.isNo);
}

/** One finding at each resource that decides on TLS: a certain one, else what leaves it open. */
function report(stack: StackCheck, crossed: readonly Crossed[], text: (edge: Edge) => string): void {
  const places = new Map<GraphResource, Crossed[]>();
  for (const one of crossed) places.set(one.edge.at, [...(places.get(one.edge.at) ?? []), one]);
  for (const [at, all] of places) {
    const certain = all.find(({ truth }) => truth.isYes);
    if (certain) stack.fault(at, text(certain.edge));
    else stack.expect(at, Truth.any(all.map(({ truth }) => truth)).not(), "");
  }
}

/** The end of a hop, with what is wrong about the hop. */
function marked({ to }: Edge, mark: string): string[] {
  return to.hops.map((hop, index) => (index === to.hops.length - 1 ? `${hop} (${mark})` : hop));
}
