/** The styles of the page. No font, image or sheet is loaded from anywhere. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --ink: #16202c; --quiet: #536174; --line: #d5dbe3; --soft: #eef1f5;
  --accent: #0b5a8a; --good: #17693c; --warn: #8a5200; --bad: #b3201c; --bad-soft: #fdeceb; --warn-soft: #fdf3e2; --good-soft: #e7f4ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10161d; --card: #18212b; --ink: #e7ecf2; --quiet: #a3b0bf; --line: #33404e; --soft: #212c38;
    --accent: #7cc0ee; --good: #7fd6a2; --warn: #f0bd6d; --bad: #ff9d96; --bad-soft: #3c1f20; --warn-soft: #38290f; --good-soft: #14301f;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main, header > div, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { background: var(--card); border-bottom: 1px solid var(--line); padding: 1.5rem 0 1.1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; margin: 0 0 .3rem; display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
h3 { font-size: 1.08rem; margin: 2.2rem 0 .4rem; padding-top: 1.1rem; border-top: 1px solid var(--line); }
h4 { font-size: 1rem; margin: 0 0 .4rem; display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
p { margin: .3rem 0 .7rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible, .picture:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
code, .type, .urn, .rule-id, .cite { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .875em; }
.rule-id { font-weight: 600; overflow-wrap: anywhere; }
.quiet, .hint { color: var(--quiet); }
.hint { max-width: 62rem; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem .8rem; z-index: 3; }
.bar { position: sticky; top: 0; z-index: 2; background: var(--card); border-bottom: 1px solid var(--line); }
.bar > div { max-width: 76rem; margin: 0 auto; padding: .5rem 1.25rem; display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; }
.bar nav { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin-right: auto; }
.bar form { display: none; gap: .6rem; align-items: center; }
.scripted .bar form { display: flex; flex-wrap: wrap; }
input, select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 5px; padding: .2rem .5rem; max-width: 100%; }
.environment { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.3rem 1.4rem; margin: 1.4rem 0; }
.verdict { font-size: .85rem; font-weight: 600; padding: .15rem .6rem; border-radius: 1rem; }
.verdict.good { color: var(--good); background: var(--good-soft); }
.verdict.bad { color: var(--bad); background: var(--bad-soft); }
.tiles { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .6rem; padding: 0; margin: .9rem 0; }
.tiles li { background: var(--soft); border-radius: 7px; padding: .55rem .8rem; color: var(--quiet); }
.tiles b { display: block; font-size: 1.45rem; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
.tiles .bad b { color: var(--bad); } .tiles .warn b { color: var(--warn); } .tiles .good b { color: var(--good); }
.inner { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; }
.total { font-weight: 500; color: var(--quiet); font-size: .9em; }
.none { color: var(--quiet); }
.badge { display: inline-block; font-size: .74rem; font-weight: 600; letter-spacing: .01em; padding: .05rem .45rem; border-radius: .3rem; border: 1px solid var(--line); color: var(--quiet); white-space: nowrap; }
.badge.mandatory, .badge.critical, .badge.high { color: var(--bad); border-color: currentColor; }
.badge.medium, .badge.advisory { color: var(--warn); border-color: currentColor; }
.badge.required { color: var(--ink); border-color: currentColor; }
.badge.mandatory { background: var(--bad-soft); } .badge.advisory { background: var(--warn-soft); }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--warn); border-radius: 6px; padding: .8rem 1rem; margin: .8rem 0; }
.finding.mandatory { border-left-color: var(--bad); }
details.finding { border-left-color: var(--quiet); padding: .5rem 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: .4rem 0 .6rem; }
dt { font-weight: 600; } dd { margin: 0; }
.plain { list-style: none; margin: 0; padding: 0; }
.columns { columns: 22rem; font-size: .9em; padding-left: 1.2rem; }
summary { cursor: pointer; }
.scroll, .picture { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93em; }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; overflow-wrap: anywhere; min-width: 9rem; }
.matrix tbody th { overflow-wrap: break-word; }
.matrix summary, .level { white-space: nowrap; }
tbody th .what { display: block; color: var(--quiet); font-weight: 400; max-width: 42rem; }
tbody th.family { padding-top: 1.2rem; font-weight: 700; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zero { color: var(--quiet); } td.bad { color: var(--bad); font-weight: 700; } td.warn { color: var(--warn); font-weight: 700; }
.type, .urn { color: var(--quiet); }
.urn { overflow-wrap: anywhere; min-width: 18rem; }
h4 .quiet, summary .quiet { font-weight: 400; }
.status { font-weight: 600; white-space: nowrap; }
.status.violation { color: var(--bad); } .status.undecided, .status.exempted { color: var(--warn); } .status.clean { color: var(--good); } .status.nothing { color: var(--quiet); font-weight: 400; }
tr:target > *, .resources tr:target > * { background: var(--warn-soft); }
[hidden] { display: none !important; }
.picture { margin: .6rem 0; border: 1px solid var(--line); border-radius: 8px; background: var(--ground); padding: .6rem; text-align: center; }
.picture svg { max-width: 100%; height: auto; min-width: 44rem; }
.picture text { fill: var(--ink); font-family: Helvetica, Arial, sans-serif; }
.picture .cluster path, .picture .cluster polygon { fill: none; stroke: var(--quiet); }
.picture .tier path, .picture .tier polygon { fill: var(--soft); stroke: var(--line); }
.picture .hop text { paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
.picture .tier-labels text { fill: var(--quiet); font-weight: 600; paint-order: stroke; stroke: var(--soft); stroke-width: 4px; stroke-linejoin: round; }
.picture .place path, .picture .place polygon { fill: var(--card); stroke: var(--quiet); stroke-width: 1.2; }
.picture .place.internet path, .picture .place.network path { stroke-dasharray: 4 3; }
.picture .place.firewall path { stroke: var(--bad); }
.picture .place.database path, .picture .place.cache path, .picture .place.storage path, .picture .place.messaging path { stroke: var(--accent); stroke-width: 2; }
.picture .hop path { stroke-width: 1.5; }
.picture .tls path, .picture .tls polygon { stroke: var(--good); } .picture .tls polygon { fill: var(--good); }
.picture .api path, .picture .api polygon { stroke: var(--accent); } .picture .api polygon { fill: var(--accent); }
.picture .plain path, .picture .plain polygon { stroke: var(--bad); } .picture .plain polygon { fill: var(--bad); } .picture .plain path { stroke-width: 2.6; }
.picture .unproven path, .picture .unproven polygon { stroke: var(--warn); } .picture .unproven polygon { fill: var(--warn); }
.picture .redirect path, .picture .redirect polygon, .picture .logs path, .picture .logs polygon { stroke: var(--quiet); } .picture .redirect polygon, .picture .logs polygon { fill: var(--quiet); }
.picture .logs text { fill: var(--quiet); }
.legend { list-style: none; padding: 0; margin: .3rem 0 .8rem; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .88em; color: var(--quiet); }
.legend b { color: var(--ink); }
.swatch { display: inline-block; width: 1.6rem; border-top: 3px solid; vertical-align: middle; margin-right: .4rem; }
.swatch.tls { color: var(--good); } .swatch.api { color: var(--accent); } .swatch.redirect { color: var(--quiet); }
.swatch.unproven { color: var(--warn); border-top-style: dashed; } .swatch.plain { color: var(--bad); border-top-width: 5px; }
.encryption { white-space: nowrap; font-weight: 600; } .encryption.tls { color: var(--good); } .encryption.plain { color: var(--bad); } .encryption.unproven { color: var(--warn); } .encryption.api, .encryption.redirect { color: var(--quiet); }
footer { color: var(--quiet); font-size: .88em; padding-bottom: 2rem; }
@media (max-width: 640px) {
  main, header > div, .bar > div, footer { padding-left: .8rem; padding-right: .8rem; }
  .environment { padding: 1rem .9rem; border-radius: 0; margin-left: -.8rem; margin-right: -.8rem; border-left: 0; border-right: 0; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; }
  .tiles { grid-template-columns: repeat(3, 1fr); } .tiles li { padding: .45rem .6rem; font-size: .85rem; }
  .matrix { min-width: 54rem; } .matrix tbody th { min-width: 14rem; }
}
@media print {
  :root { --ground: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --soft: #f4f4f4; --accent: #053b5c; --good: #0b4a28; --warn: #6b3f00; --bad: #8c1512; --bad-soft: #fff; --warn-soft: #fff; --good-soft: #fff; }
  body { font-size: 10pt; } .bar, .inner, .skip { display: none; }
  .environment { border: 0; padding: 0; break-before: page; }
  .finding, tr, figure { break-inside: avoid; }
  .picture svg { min-width: 0; } .scroll, .picture { overflow: visible; }
  a { color: inherit; text-decoration: none; }
}
`;
