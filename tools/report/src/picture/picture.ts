import { instance } from "@viz-js/viz";
import type { DataFlow } from "@hipaa-aws/evidence";
import { escapeHtml, html, trusted, type Html } from "../html";
import { drawingOf, type Drawing } from "./layout";

/** Lays pictures out. Graphviz is loaded once, as WebAssembly out of its own package: no program and no address is called. */
export interface Painter {
  /** The data flow as an SVG element, or nothing when there is no place to show. */
  readonly paint: (flow: DataFlow, prefix: string, title: string) => Html | undefined;
}

export async function painter(): Promise<Painter> {
  const graphviz = await instance();
  return {
    paint(flow, prefix, title) {
      if (flow.nodes.length === 0) return undefined;
      const drawing = drawingOf(flow, prefix);
      const result = graphviz.render(drawing.graph, { format: "svg", engine: "dot" });
      if (result.status === "failure") {
        const reasons = result.errors.map(({ message }) => message).join("; ");
        throw new Error(`the architecture picture could not be laid out: ${reasons}`);
      }
      return inline(result.output, drawing, prefix, title);
    },
  };
}

/** The SVG for the middle of a page: without prolog and namespaces, with titles of ours. */
function inline(svg: string, drawing: Drawing, prefix: string, title: string): Html {
  const body = /<svg[^>]*?viewBox="([^"]*)"[^>]*>([\s\S]*)<\/svg>/.exec(svg);
  if (!body) throw new Error("the architecture picture has no SVG element");
  const [, viewBox = "", content = ""] = body;
  const [, , width = "0", height = "0"] = viewBox.split(" ");
  const labelled = content
    .replace(/<!--[\s\S]*?-->\n?/g, "")
    .replace(/(<g id="([^"]*)"[^>]*>)\s*<title>[^<]*<\/title>/g, (_match, open: string, id: string) => {
      const text = drawing.titles.get(id);
      return text === undefined ? open : `${open}<title>${escapeHtml(text.replaceAll("\n", ", "))}</title>`;
    });
  return html`<svg
    role="img"
    aria-labelledby="${prefix}title"
    viewBox="${viewBox}"
    width="${Math.ceil(Number(width))}"
    height="${Math.ceil(Number(height))}"
  >
    <title id="${prefix}title">${title}</title>
    ${trusted(labelsLast(labelled))}
  </svg>`;
}

/** Graphviz draws clusters first, so arrows cross their labels: the labels go to the end, above the arrows. */
function labelsLast(svg: string): string {
  const labels: string[] = [];
  const rest = svg.replace(
    /(<g id="[^"]*" class="cluster[^"]*">)([\s\S]*?)<\/g>/g,
    (_match, open: string, content: string) => {
      const without = content.replace(/<text[\s\S]*?<\/text>\n?/g, (text) => {
        labels.push(text);
        return "";
      });
      return `${open}${without}</g>`;
    },
  );
  // The last element of the drawing is the group that holds the coordinate transform.
  return rest.replace(/<\/g>\s*$/, `<g class="tier-labels">${labels.join("")}</g></g>\n`);
}
