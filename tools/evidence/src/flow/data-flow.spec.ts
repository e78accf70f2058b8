import assert from "node:assert/strict";
import { join } from "node:path";
import { readStackExport, unknownSentinel, type ResourceState, type StackState } from "@hipaa-aws/stack-state";
import { dataFlowOf } from "./data-flow";
import type { DataFlow } from "./model";

const recorded = (mode: string) => readStackExport(join(__dirname, "..", "..", "fixtures", `clinic.${mode}.json`));

/** Hops as text: `kind name > kind name: protocol ports (encryption)`. */
function hopTexts({ nodes, hops }: DataFlow): string[] {
  const byId = new Map(nodes.map((node) => [node.id, `${node.kind} ${node.name}`]));
  return hops
    .map((hop) => `${byId.get(hop.from)} > ${byId.get(hop.to)}: ${hop.protocol} ${hop.ports} (${hop.encryption})`)
    .sort();
}

const expected = [
  "firewall edge > load-balancer edge: HTTP (redirect only) 80 (redirect)",
  "firewall edge > load-balancer edge: HTTPS 443 (tls)",
  "internet Internet > firewall edge: HTTP (redirect only) 80 (redirect)",
  "internet Internet > firewall edge: HTTPS 443 (tls)",
  "load-balancer edge > service web: HTTPS 8443 (tls)",
  "load-balancer edge > storage logs: HTTPS (AWS API) 443 (api)",
  "load-balancer inner > service app: HTTPS 8443 (tls)",
  "load-balancer inner > storage logs: HTTPS (AWS API) 443 (api)",
  "service app > cache cache: Valkey over TLS 6379 (tls)",
  "service app > database db: PostgreSQL over TLS 5432 (tls)",
  "service app > endpoints 2 interface endpoints: HTTPS (AWS API) 443 (api)",
  "service app > messaging intake: HTTPS (AWS API) 443 (api)",
  "service app > storage documents: HTTPS (AWS API) 443 (api)",
  "service web > load-balancer inner: HTTPS 443 (tls)",
];

function changed(change: (resource: ResourceState) => ResourceState | undefined): StackState {
  const state = recorded("update");
  return { ...state, resources: state.resources.flatMap((resource) => change(resource) ?? []) };
}

const ofType = (end: string, inputs: Record<string, unknown>) =>
  changed((resource) =>
    resource.type.endsWith(end)
      ? { ...resource, inputs: { ...resource.inputs, ...(inputs as typeof resource.inputs) } }
      : resource,
  );

describe("data flow of a recorded stack", () => {
  it("shows every hop of a preview, where ids and ARNs are not known", () => {
    assert.deepEqual(hopTexts(dataFlowOf(recorded("preview"))), expected);
  });

  it("shows the same hops of a deployed stack", () => {
    assert.deepEqual(hopTexts(dataFlowOf(recorded("update"))), expected);
  });

  it("shows the same hops by ids and ARNs alone, as in a stack that wires by literals", () => {
    const bare = changed((resource) => ({ ...resource, propertyDependencies: {}, dependencies: [] }));
    assert.deepEqual(hopTexts(dataFlowOf(bare)), expected);
  });

  it("places nodes by tags, and by routes where there are no tags", () => {
    const { nodes, tiers } = dataFlowOf(recorded("preview"));
    const tierOf = (kind: string, name: string) => nodes.find((node) => node.kind === kind && node.name === name)?.tier;
    assert.equal(tierOf("load-balancer", "edge"), "clinic/public");
    assert.equal(tierOf("service", "web"), "clinic/web");
    assert.equal(tierOf("service", "app"), "clinic/app");
    assert.equal(tierOf("database", "db"), "clinic/isolated");
    assert.equal(tierOf("storage", "documents"), undefined);
    assert.deepEqual(
      tiers.map(({ subnets }) => subnets.length),
      [2, 2, 2, 2],
    );
  });

  it("names for each hop resources of the stack that show it", () => {
    const state = recorded("preview");
    const urns = new Set(state.resources.map(({ urn }) => urn));
    for (const hop of dataFlowOf(state).hops) {
      assert.ok(hop.shownBy.length > 0, `${hop.from} > ${hop.to}`);
      for (const urn of hop.shownBy) assert.ok(urns.has(urn), urn);
    }
  });

  it("goes straight to the load balancer when no web ACL stands before it", () => {
    const texts = hopTexts(
      dataFlowOf(changed((resource) => (resource.type.endsWith(":WebAclAssociation") ? undefined : resource))),
    );
    assert.ok(texts.includes("internet Internet > load-balancer edge: HTTPS 443 (tls)"));
    assert.ok(!texts.some((text) => text.includes("> firewall")));
  });

  it("shows no internet when every load balancer is internal", () => {
    const { nodes, hops } = dataFlowOf(ofType(":LoadBalancer", { internal: true }));
    assert.ok(!nodes.some(({ kind }) => kind === "internet"));
    assert.ok(!hops.some(({ from }) => from === "internet"));
  });

  it("shows HTTP that forwards as plain, not as a redirect", () => {
    const texts = hopTexts(dataFlowOf(ofType(":TargetGroup", { protocol: "HTTP" })));
    assert.ok(texts.includes("load-balancer edge > service web: HTTP 8443 (plain)"));
  });

  it("does not claim TLS of a database that does not force it, nor of one whose setting is not known", () => {
    const parameter = (value: string) => ofType(":ParameterGroup", { parameters: [{ name: "rds.force_ssl", value }] });
    for (const value of ["0", unknownSentinel]) {
      assert.ok(
        hopTexts(dataFlowOf(parameter(value))).includes("service app > database db: PostgreSQL 5432 (unproven)"),
      );
    }
  });

  it("calls a cache without transit encryption plain, and one whose setting is not known unproven", () => {
    const cache = (value: unknown) =>
      hopTexts(dataFlowOf(ofType(":ReplicationGroup", { transitEncryptionEnabled: value })));
    assert.ok(cache(false).includes("service app > cache cache: Valkey 6379 (plain)"));
    assert.ok(cache(unknownSentinel).includes("service app > cache cache: Valkey 6379 (unproven)"));
  });

  it("shows a database open to a range of addresses, and to the internet when it is public", () => {
    const open = changed((resource) =>
      resource.urn.endsWith("::app-to-db")
        ? {
            ...resource,
            inputs: { ...omit(resource.inputs, "referencedSecurityGroupId"), cidrIpv4: "0.0.0.0/0" },
            propertyDependencies: omit(resource.propertyDependencies, "referencedSecurityGroupId"),
          }
        : resource,
    );
    assert.ok(hopTexts(dataFlowOf(open)).includes("network Any address > database db: PostgreSQL over TLS 5432 (tls)"));
    const isPublic: StackState = {
      ...open,
      resources: open.resources.map((resource) =>
        resource.type === "aws:rds/instance:Instance"
          ? { ...resource, inputs: { ...resource.inputs, publiclyAccessible: true } }
          : resource,
      ),
    };
    assert.ok(
      hopTexts(dataFlowOf(isPublic)).includes("internet Internet > database db: PostgreSQL over TLS 5432 (tls)"),
    );
  });

  it("follows patterns of a known policy, for the services of its actions only, and no Deny", () => {
    const arn = "arn:aws:s3:::*";
    const texts = (statement: object) => {
      const policy = JSON.stringify({ Statement: [statement] });
      const rewritten = changed((resource) =>
        resource.type.endsWith(":RolePolicy")
          ? {
              ...resource,
              inputs: { ...resource.inputs, policy },
              propertyDependencies: omit(resource.propertyDependencies, "policy"),
            }
          : resource,
      );
      return hopTexts(dataFlowOf(rewritten)).filter((text) => /^service app > (storage|messaging)/.test(text));
    };
    assert.deepEqual(texts({ Effect: "Allow", Action: ["s3:GetObject"], Resource: arn }), [
      "service app > storage documents: HTTPS (AWS API) 443 (api)",
      "service app > storage logs: HTTPS (AWS API) 443 (api)",
    ]);
    assert.equal(texts({ Effect: "Allow", Action: "*", Resource: "*" }).length, 3);
    assert.deepEqual(texts({ Effect: "Allow", Action: "sqs:*", Resource: arn }), []);
    assert.deepEqual(texts({ Effect: "Deny", Action: "*", Resource: "*" }), []);
  });

  it("is empty for a stack without places where data passes", () => {
    assert.deepEqual(dataFlowOf({ project: "p", stack: "s", resources: [] }), { nodes: [], hops: [], tiers: [] });
  });
});

function omit<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
