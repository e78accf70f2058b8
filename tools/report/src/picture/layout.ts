import type { DataFlow, FlowHop, FlowNode, HopEncryption } from "@hipaa-aws/evidence";
import { logicalName } from "@hipaa-aws/stack-state";
import { visible } from "../html";

/** What Graphviz lays out, and what a pointer shows on each element. */
export interface Drawing {
  readonly graph: DrawnGraph;
  /** Element id → text. */
  readonly titles: ReadonlyMap<string, string>;
}

export interface DrawnGraph {
  graphAttributes: Record<string, string | number>;
  nodeAttributes: Record<string, string | number>;
  edgeAttributes: Record<string, string | number>;
  nodes: DrawnNode[];
  edges: { tail: string; head: string; attributes: Record<string, string | number> }[];
  subgraphs: DrawnCluster[];
}

interface DrawnNode {
  name: string;
  attributes: Record<string, string | number>;
}

interface DrawnCluster {
  name: string;
  graphAttributes: Record<string, string>;
  nodes: DrawnNode[];
  subgraphs?: DrawnCluster[];
}

const font = "Helvetica,Arial,sans-serif";
const boldFont = "Helvetica-Bold";

/** Several places of one kind that no hop touches stand as one, above this number. */
const mostLoosePlaces = 3;

/**
 * The picture as a graph for Graphviz: VPCs and their tiers as clusters, one edge for each pair of places with every
 * protocol between them. Colors are left to the page's styles, by class.
 *
 * @param prefix keeps element ids apart when a page has several pictures.
 */
export function drawingOf(flow: DataFlow, prefix: string): Drawing {
  const { nodes, hops } = withLoosePlacesTogether(flow);
  const titles = new Map<string, string>();
  const names = new Map(nodes.map((node, index) => [node.id, `${prefix}n${index}`]));
  const draw = (node: FlowNode): DrawnNode => {
    const name = names.get(node.id) ?? "";
    titles.set(name, node.urns.length > 0 ? node.urns.join("\n") : `${node.name}: ${node.what}`);
    return {
      name,
      attributes: { id: name, class: `place ${node.kind}`, label: `${label(node.name)}\\n${label(node.what)}` },
    };
  };

  const edges = [...grouped(hops, ({ from, to, carries }) => [from, to, carries].join("\n")).values()].map(
    (group, index) => {
      const id = `${prefix}e${index}`;
      const [first] = group;
      const isLog = first?.carries === "logs";
      titles.set(id, group.map((hop) => hopTitle(hop, nodes)).join("\n"));
      return {
        tail: names.get(first?.from ?? "") ?? "",
        head: names.get(first?.to ?? "") ?? "",
        attributes: {
          id,
          class: `hop ${isLog ? "logs" : worst(group)}`,
          label: isLog
            ? "\u00a0logs"
            : group.map((hop) => `\u00a0\u00a0${label(`${hop.protocol} ${hop.ports}`.trim())}\u00a0`).join("\\n"),
          ...(isLog || worst(group) === "unproven" ? { style: "dashed" } : {}),
          ...(isLog ? { weight: 0 } : {}),
        },
      };
    },
  );

  const placed = new Set(flow.tiers.map(({ id }) => id));
  return {
    graph: {
      graphAttributes: {
        id: `${prefix}graph`,
        rankdir: "TB",
        bgcolor: "transparent",
        ranksep: 0.55,
        nodesep: 0.35,
        pad: 0.15,
        fontname: font,
      },
      nodeAttributes: { shape: "box", style: "rounded", fontname: font, fontsize: 12, margin: "0.24,0.1" },
      edgeAttributes: { fontname: font, fontsize: 10, arrowsize: 0.7 },
      nodes: nodes.filter(({ tier }) => tier === undefined || !placed.has(tier)).map(draw),
      edges,
      subgraphs: clusters({ ...flow, nodes }, prefix, draw),
    },
    titles,
  };
}

function clusters(flow: DataFlow, prefix: string, draw: (node: FlowNode) => DrawnNode): DrawnCluster[] {
  const inUse = flow.tiers.filter((tier) => flow.nodes.some((node) => node.tier === tier.id));
  const vpcs = [...grouped(inUse, ({ vpc }) => vpc ?? "").entries()];
  return vpcs.map(([vpc, tiers], vpcIndex) => ({
    name: `cluster_${prefix}v${vpcIndex}`,
    graphAttributes: {
      id: `${prefix}v${vpcIndex}`,
      class: "vpc",
      label: vpc ? `\u00a0VPC ${label(logicalName(vpc))}` : "VPC outside this stack",
      labeljust: "l",
    },
    nodes: [],
    subgraphs: tiers.map((tier, tierIndex) => ({
      name: `cluster_${prefix}v${vpcIndex}t${tierIndex}`,
      graphAttributes: {
        id: `${prefix}v${vpcIndex}t${tierIndex}`,
        class: "tier",
        label: `\u00a0${label(tier.name)} tier, ${tier.subnets.length} subnet${tier.subnets.length === 1 ? "" : "s"}`,
        labeljust: "l",
        fontname: boldFont,
        fontsize: "11",
        style: "rounded",
      },
      nodes: flow.nodes.filter((node) => node.tier === tier.id).map(draw),
    })),
  }));
}

function withLoosePlacesTogether({ nodes, hops }: DataFlow): Pick<DataFlow, "nodes" | "hops"> {
  const touched = new Set(hops.flatMap(({ from, to }) => [from, to]));
  const isLoose = (node: FlowNode) => !touched.has(node.id) && node.tier === undefined;
  const crowds = [...grouped(nodes.filter(isLoose), ({ what }) => what)].filter(
    ([, crowd]) => crowd.length > mostLoosePlaces,
  );
  const crowded = new Set(crowds.flatMap(([, crowd]) => crowd));
  const together = crowds.map(([what, crowd], index): FlowNode => ({
    id: `crowd ${index}`,
    kind: crowd[0]?.kind ?? "storage",
    name: `${crowd.length} more`,
    what,
    urns: crowd.flatMap(({ urns }) => urns),
  }));
  return { nodes: [...nodes.filter((node) => !crowded.has(node)), ...together], hops };
}

const fromWorst: readonly HopEncryption[] = ["plain", "unproven", "api", "tls", "redirect"];

function worst(hops: readonly FlowHop[]): HopEncryption {
  return fromWorst.find((encryption) => hops.some((hop) => hop.encryption === encryption)) ?? "unproven";
}

function hopTitle(hop: FlowHop, nodes: readonly FlowNode[]): string {
  const name = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;
  return `${name(hop.from)} to ${name(hop.to)}: ${hop.protocol} ${hop.ports}`.trim();
}

/** Text for a label: Graphviz reads backslashes as commands and entities as characters. */
function label(text: string): string {
  const plain = visible(text);
  const short = plain.length > 48 ? `${plain.slice(0, 45)}...` : plain;
  return short.replaceAll("\\", "\\\\").replaceAll("&", "&amp;");
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
