import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { DataFlow, FlowNode } from "@hipaa-aws/evidence";
import { escapeHtml, visible } from "../html";
import { drawingOf } from "./layout";
import { painter, type Painter } from "./picture";

const bucket = (name: string): FlowNode => ({
  id: name,
  kind: "storage",
  name,
  what: "S3 bucket",
  urns: [`urn:${name}`],
});
const flowOf = (nodes: FlowNode[], hops: DataFlow["hops"] = []): DataFlow => ({ nodes, hops, tiers: [] });

describe("picture", () => {
  let paint: Painter["paint"];
  before(async () => {
    ({ paint } = await painter());
  });

  it("shows any name as the text it is: no markup, no command of the layout language", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }), (name) => {
        const svg = paint(flowOf([bucket(name)]), "p", "title")?.text ?? "";
        const [, text = ""] = /<text[^>]*>([^<]*)<\/text>/.exec(svg) ?? [];
        const decoded = text
          .replace(/&#(\d+);/g, (_match, code: string) => String.fromCodePoint(Number(code)))
          .replace(
            /&(lt|gt|quot|amp);/g,
            (_match, entity: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[entity] ?? "",
          );
        assert.equal(decoded.replaceAll("\u00a0", " ").trim(), visible(name).replaceAll("\u00a0", " ").trim());
        assert.ok(svg.includes(`<title>${escapeHtml(`urn:${name}`)}</title>`));
      }),
      { numRuns: 60 },
    );
  });

  it("is absent when there is nothing to draw", () => {
    assert.equal(paint(flowOf([]), "p", "title"), undefined);
  });

  it("draws one arrow for each pair of places, colored by the worst protocol between them", () => {
    const hop = { from: "a", to: "b", carries: "data" as const, ports: "1", shownBy: [] };
    const { graph } = drawingOf(
      flowOf(
        [bucket("a"), bucket("b")],
        [
          { ...hop, protocol: "HTTPS", encryption: "tls" },
          { ...hop, protocol: "HTTP", encryption: "plain" },
        ],
      ),
      "p",
    );
    assert.equal(graph.edges.length, 1);
    assert.equal(graph.edges[0]?.attributes.class, "hop plain");
    assert.match(String(graph.edges[0]?.attributes.label), /HTTPS 1[\s\S]*HTTP 1/);
  });

  it("puts many loose places of one kind together, and never one that a hop touches", () => {
    const nodes = ["a", "b", "c", "d", "e", "f"].map(bucket);
    const hop = {
      from: "a",
      to: "b",
      protocol: "x",
      ports: "",
      encryption: "api" as const,
      carries: "data" as const,
      shownBy: [],
    };
    const { graph, titles } = drawingOf(flowOf(nodes, [hop]), "p");
    assert.equal(graph.nodes.length, 3);
    assert.ok([...titles.values()].includes("urn:c\nurn:d\nurn:e\nurn:f"));
  });
});
