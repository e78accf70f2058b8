import { join } from "node:path";
import { requirements } from "@hipaa-aws/controls";
import type { Finding, JudgedStack } from "@hipaa-aws/evidence";
import { readStackExport, type StackState } from "@hipaa-aws/stack-state";

export const hostileName = `"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;b&gt;\\N\u202eevil`;

/** A recorded stack of plain AWS resources, with a resource whose name tries to be markup. */
export function sampleState(): StackState {
  const state = readStackExport(join(__dirname, "..", "..", "..", "evidence", "fixtures", "clinic.preview.json"));
  const bucket = state.resources.find(({ type }) => type === "aws:s3/bucket:Bucket");
  if (!bucket) throw new Error("the fixture has no bucket");
  const urn = `urn:pulumi:dev::clinic::aws:s3/bucket:Bucket::${hostileName}`;
  return { ...state, resources: [...state.resources, { ...bucket, urn }] };
}

/** Verdicts of every kind over that stack: rules judge the resources of the types that the catalogue names. */
export function sampleJudged(state: StackState = sampleState()): JudgedStack {
  const rules = [...requirements().values()].filter(
    ({ kind, tier }) => kind.endsWith("-policy") && tier !== "optional",
  );
  const pairs = rules.flatMap((rule) =>
    state.resources.filter(({ type }) => rule.resourceTypes.includes(type)).map(({ urn }) => ({ rule, urn })),
  );
  const findings = pairs.flatMap(({ rule, urn }, index): Finding[] => {
    const outcome =
      index % 17 === 0 ? "violation" : index % 23 === 0 ? "exempted" : index % 11 === 0 ? "undecided" : undefined;
    if (!outcome) return [];
    const terms = {
      reason: `Moves to <b>another</b> account`,
      owner: "platform",
      ticket: "SEC-12",
      expires: "2027-01-31",
      obligation: index % 2 === 0 ? ("required" as const) : ("addressable" as const),
      ...(index % 2 === 0 ? { compensatingControl: `A <i>second</i> control` } : {}),
    };
    return [
      {
        rule: rule.id,
        urn,
        level: rule.tier === "core" ? "mandatory" : "advisory",
        outcome,
        severity: rule.severity,
        message: `${rule.what} <script>alert(3)</script>`,
        citations: rule.hipaa,
        mend: rule.mend,
        ...(outcome === "exempted" ? { exemption: terms } : {}),
      },
    ];
  });
  const found = new Set(findings.map(({ rule, urn }) => `${rule} ${urn}`));
  return {
    host: "sandbox",
    state,
    verdicts: {
      pack: { name: "hipaa-aws", version: "0.1.0" },
      rules: rules.map(({ id, tier }) => ({ rule: id, level: tier === "core" ? "mandatory" : "advisory" })),
      findings,
      declassified: state.resources.slice(0, 1).map(({ urn }) => ({
        urn,
        by: "setting" as const,
        resources: 1,
        terms: { reason: "Pages <script>alert(4)</script>", owner: "web", ticket: "WEB-7" },
      })),
      remediated: state.resources.slice(1, 2).map(({ urn }) => ({
        rule: "ec2-imdsv2",
        urn,
        applied: true,
        inputs: [
          { path: "metadataOptions.httpTokens", change: "changed" as const },
          { path: "tags.<script>alert(5)</script>", change: "added" as const },
        ],
      })),
      passed: pairs
        .map(({ rule, urn }) => ({ rule: rule.id, urn }))
        .filter(({ rule, urn }) => !found.has(`${rule} ${urn}`)),
      notApplicable: 4321,
    },
  };
}
