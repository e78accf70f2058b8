import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { citations, eligibleServices } from "@hipaa-aws/controls";
import { dataFlowOf, type JudgedStack } from "@hipaa-aws/evidence";
import { escapeHtml } from "./html";
import { renderReport } from "./report";
import { hostileName, sampleJudged } from "./testing/sample";

const judged = sampleJudged();
const clean: JudgedStack = {
  ...judged,
  verdicts: { ...judged.verdicts, findings: [], declassified: [], remediated: [] },
};

async function render(
  environments = [
    { name: "dev", judged },
    { name: "prod", judged: clean },
  ],
): Promise<string> {
  return renderReport({ subject: "clinic", environments, generatedAt: new Date("2026-11-22T18:00:00Z") });
}

/** Tags in order, without what stands inside script, style and comments. */
function tagsOf(page: string): { name: string; close: boolean; empty: boolean; attributes: string }[] {
  const bare = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "<$1></$1>");
  return [...bare.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi)].map((match) => ({
    name: match[2] ?? "",
    close: match[1] === "/",
    empty: match[4] === "/",
    attributes: match[3] ?? "",
  }));
}

describe("report", () => {
  let page: string;
  /** The page with every run of white space as one space. */
  let words: string;
  before(async () => {
    page = await render();
    words = page.replace(/\s+/g, " ");
  });

  it("names the day of the list of eligible services that rules judge by", () => {
    assert.ok(words.includes(`AWS's list of HIPAA-eligible services of ${eligibleServices().reviewed}.`));
  });

  it("is one page that names no address outside itself", () => {
    // In text an address is a word like any other; in a tag, a style or a script it could be loaded.
    const [style = "", code = ""] = ["style", "script"].map(
      (name) => page.split(`<${name}>`)[1]?.split(`</${name}>`)[0] ?? "",
    );
    const tags = tagsOf(page).map(({ attributes }) => attributes);
    for (const place of [style, code, ...tags]) assert.doesNotMatch(place, /https?:|\/\/\w/i);
    assert.doesNotMatch(page, /\b(src|action|data|poster|srcset)="/i);
    assert.doesNotMatch(page, /url\(|@import|xmlns|<link|<base|<iframe|<object/i);
    for (const [, target] of page.matchAll(/\bhref="([^"]*)"/g)) assert.match(target ?? "", /^#/);
  });

  it("runs only its own script and style, named by digest in its policy", () => {
    const [, policy = ""] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
    assert.match(policy, /^default-src 'none'; /);
    for (const element of ["script", "style"]) {
      const bodies = [...page.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, "g"))].map(
        ([, body]) => body ?? "",
      );
      assert.equal(bodies.length, 1, element);
      const digest = createHash("sha256")
        .update(bodies[0] ?? "", "utf8")
        .digest("base64");
      assert.ok(policy.includes(`${element}-src 'sha256-${digest}'`), element);
    }
    assert.doesNotMatch(page, /\sstyle="|\son\w+="/);
  });

  it("shows a name that tries to be markup as the text it is", () => {
    assert.ok(page.includes(escapeHtml(hostileName)));
    assert.ok(!page.includes(hostileName));
    const names = new Set(tagsOf(page).map(({ name }) => name.toLowerCase()));
    for (const forbidden of ["img", "b<", "iframe"]) assert.ok(!names.has(forbidden), forbidden);
    assert.equal([...page.matchAll(/<script/g)].length, 1);
  });

  it("closes every element that it opens", () => {
    const open: string[] = [];
    for (const { name, close, empty } of tagsOf(page)) {
      if (empty || ["meta", "input", "br"].includes(name)) continue;
      if (close) assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.deepEqual(open, []);
  });

  it("gives each id once, and every link inside the page has its target", () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? "");
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    assert.deepEqual(twice, []);
    const known = new Set(ids);
    for (const [, target] of page.matchAll(/\b(?:href="#|aria-labelledby=")([^"]*)"/g))
      assert.ok(known.has(target ?? ""), target);
  });

  it("shows every finding with its mend, its citations and the resource's URN", () => {
    for (const { rule, urn, mend, citations: cited, exemption } of judged.verdicts.findings) {
      assert.ok(page.includes(escapeHtml(rule)), rule);
      assert.ok(page.includes(`title="${escapeHtml(urn)}"`), urn);
      assert.ok(page.includes(escapeHtml(mend).split("`")[0] ?? ""), mend);
      for (const id of cited) assert.ok(page.includes(`45 CFR ${id}`), id);
      if (exemption) assert.ok(words.includes(`until <time datetime="${exemption.expires}">`));
    }
  });

  it("tells exemptions of what is required from those of what is addressable", () => {
    const section = /<section aria-labelledby="[^"]*exempted">([\s\S]*?)<\/section>/.exec(page)?.[1] ?? "";
    assert.match(section, /badge required">required<\/span>[\s\S]*?<b>Met otherwise by<\/b>: A &lt;i&gt;second/);
    assert.match(
      section,
      /badge addressable">addressable<\/span>[\s\S]*?<b>Equivalent alternative measure<\/b>: none stated/,
    );
  });

  it("tells what remediations wrote, by path alone", () => {
    const section = /<section aria-labelledby="[^"]*remediations">([\s\S]*?)<\/section>/.exec(page)?.[1] ?? "";
    const text = section.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    assert.match(text, /Remediated 1/);
    assert.match(
      text,
      /ec2-imdsv2 metadataOptions\.httpTokens changed, tags\.&lt;script&gt;alert\(5\)&lt;\/script&gt; added yes/,
    );
  });

  it("shows what counts as holding no PHI, and by whose word", () => {
    const section = /<section aria-labelledby="[^"]*phi-scope">([\s\S]*?)<\/section>/.exec(page)?.[1] ?? "";
    assert.match(section, /the setting phiScope\.notPhi[\s\S]*Owner web, ticket WEB-7/);
  });

  it("keeps a citation that no rule serves, and calls none met", () => {
    for (const { id } of citations) assert.ok(page.includes(`<span class="cite">${id}</span>`), id);
    assert.ok(page.includes(">not assessed by rules<"));
    assert.doesNotMatch(page, />\s*(met|compliant)\s*</i);
  });

  it("draws every hop with its protocol and port, and lists it", () => {
    const svg = /<svg[\s\S]*?<\/svg>/.exec(page)?.[0] ?? "";
    for (const { protocol, ports, carries } of dataFlowOf(judged.state).hops) {
      if (carries === "data") assert.ok(svg.includes(`${protocol} ${ports}`), `${protocol} ${ports}`);
      assert.ok(page.includes(`<td>${ports}</td>`));
    }
    assert.match(svg, /role="img"/);
  });

  it("says so when an environment has no finding", async () => {
    const quiet = await render([{ name: "prod", judged: clean }]);
    for (const text of [
      "No mandatory violation",
      "No rule is violated.",
      "Nothing is exempted.",
      "Every rule could decide.",
      "Every resource counts as one that may hold PHI.",
    ]) {
      assert.ok(quiet.includes(text), text);
    }
  });

  it("is readable for a stack without any resource", async () => {
    const state = { project: "p", stack: "s", resources: [] };
    const verdicts = { ...clean.verdicts, rules: [], passed: [], notApplicable: 0 };
    const empty = await render([{ name: "none", judged: { host: "scan", state, verdicts } }]);
    assert.ok(empty.includes("No resource of this stack holds or passes data."));
  });

  it("comes out the same for the same verdicts", async () => {
    assert.equal(await render(), page);
  });
});
