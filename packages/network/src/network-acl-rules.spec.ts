import assert from "node:assert/strict";
import fc from "fast-check";
import {
  aclRules,
  clientPorts,
  ruleLimit,
  trafficOf,
  type AclRule,
  type Flow,
  type Place,
  type Traffic,
  type TrafficNeeds,
} from "./network-acl-rules";
import { allTiers, tiers, type Tier } from "./tiers";

const places: readonly Place[] = [...tiers, "internet"];
const office: Place = "10.50.0.0/16";

const needs: TrafficNeeds = { wayOut: [], gatewayEndpoints: true, hubRanges: [], connections: [] };
const shapes: Readonly<Record<string, TrafficNeeds>> = {
  "without NAT gateways": needs,
  "with NAT gateways": { ...needs, wayOut: ["public"] },
  "with a firewall": { ...needs, wayOut: ["firewall", "egress"] },
  "with all of AWS behind network interfaces": { ...needs, gatewayEndpoints: false },
  "with a hub": {
    ...needs,
    hubRanges: [office],
    connections: [
      { client: "app", server: office, ports: { from: 443, to: 443 } },
      { client: office, server: "app", ports: { from: 443, to: 443 } },
    ],
  },
  "with the internet behind a hub": { ...needs, wayOut: ["hub"], hubRanges: ["0.0.0.0/0"] },
};

/** What AWS does: the first entry that matches decides, and none means no. */
function admits(rules: readonly AclRule[], peer: Place, port: number): boolean {
  const inOrder = [...rules].sort((one, other) => one.ruleNumber - other.ruleNumber);
  const inVpc = allTiers.some((tier) => tier === peer);
  const match = inOrder.find((rule) => {
    const covers = rule.peer === "internet" || rule.peer === peer || (rule.peer === "vpc" && inVpc);
    return covers && (rule.ports === undefined || (port >= rule.ports.from && port <= rule.ports.to));
  });
  return match?.action === "allow";
}

const isTier = (place: Place): place is Tier => allTiers.some((tier) => tier === place);

/** Whether a connection works: the request leaves and enters, the answer to the client's port does too. */
function connects(client: Place, server: Place, port: number, clientPort: number, traffic: Traffic): boolean {
  const atClient = isTier(client) ? aclRules(client, traffic) : undefined;
  const atServer = isTier(server) ? aclRules(server, traffic) : undefined;
  return (
    (!atClient || (admits(atClient.egress, server, port) && admits(atClient.ingress, server, clientPort))) &&
    (!atServer || (admits(atServer.ingress, client, port) && admits(atServer.egress, client, clientPort)))
  );
}

const ports = [20, 22, 80, 443, 1433, 3306, 3389, 5432, 6379, 8443];
const anyPort = fc.oneof(fc.integer({ min: 1, max: 65535 }), fc.constantFrom(...ports, 1023, 1024, 65535));
const anyClientPort = fc.integer({ min: clientPorts.from, max: clientPorts.to });
const pairs = places
  .flatMap((client) => places.map((server): [Place, Place] => [client, server]))
  .filter(([client, server]) => client !== "internet" || server !== "internet");
const anyPair = fc.constantFrom(...pairs);
const lowPortExamples = pairs.flatMap((pair) =>
  ports.filter((port) => port < 1024).map((port): [[Place, Place], number, number] => [pair, port, 50000]),
);
const covers = (flow: Flow, port: number) => port >= flow.ports.from && port <= flow.ports.to;

describe("the network ACLs", () => {
  for (const [shape, shapeNeeds] of Object.entries(shapes)) {
    const traffic = trafficOf(shapeNeeds);
    const { flows, passages } = traffic;
    const used = allTiers.filter(
      (tier) => tiers.some((one) => one === tier) || passages.some((one) => one.tier === tier),
    );
    const related = (one: Place, other: Place) =>
      flows.some(({ client, server }) => (client === one && server === other) || (client === other && server === one));

    describe(shape, () => {
      it("number their rules once each, in order, within the limit of AWS", () => {
        for (const tier of used) {
          for (const rules of Object.values(aclRules(tier, traffic)) as AclRule[][]) {
            const numbers = rules.map((rule) => rule.ruleNumber);
            assert.equal(new Set(numbers).size, numbers.length);
            assert.deepEqual(
              [...numbers].sort((one, other) => one - other),
              numbers,
            );
            assert.ok(numbers.every((number) => number >= 1 && number <= 32766));
            assert.ok(rules.length > 0 && rules.length <= ruleLimit);
          }
        }
      });

      it("let every flow through, both ways", () => {
        fc.assert(
          fc.property(fc.constantFrom(...flows), anyPort, anyClientPort, (flow, port, clientPort) => {
            const asked = covers(flow, port) ? port : flow.ports.from;
            assert.ok(connects(flow.client, flow.server, asked, clientPort, traffic), JSON.stringify(flow));
          }),
        );
      });

      it("let every flow through the tiers on its way", () => {
        for (const { tier, flow } of passages) {
          const { ingress, egress } = aclRules(tier, traffic);
          const { client, server, ports: range } = flow;
          // The attachment's subnets are judged on the VPC's side alone.
          if (tier !== "hub" || isTier(client)) {
            assert.ok(admits(ingress, client, range.from) && admits(egress, client, 50000), JSON.stringify(flow));
          }
          if (tier !== "hub" || isTier(server)) {
            assert.ok(admits(egress, server, range.from) && admits(ingress, server, 50000), JSON.stringify(flow));
          }
        }
      });

      it("refuse what is no flow: ports of servers", () => {
        fc.assert(
          fc.property(
            anyPair,
            fc.integer({ min: 1, max: 1023 }),
            anyClientPort,
            ([client, server], port, clientPort) => {
              const wanted = flows.some(
                (flow) => flow.client === client && flow.server === server && covers(flow, port),
              );
              assert.equal(connects(client, server, port, clientPort, traffic), wanted, `${client} → ${server}`);
            },
          ),
          { numRuns: 1000, examples: lowPortExamples },
        );
      });

      it("refuse what is no flow: tiers that have nothing to say to each other", () => {
        // Above 1023 stateless rules cannot tell an answer from a request, so a flow opens the pair both ways.
        fc.assert(
          fc.property(anyPair, anyPort, anyClientPort, ([client, server], port, clientPort) => {
            fc.pre(!related(client, server));
            assert.ok(!connects(client, server, port, clientPort, traffic), `${client} → ${server}:${port}`);
          }),
          { numRuns: 1000 },
        );
      });

      it("keep the data tier from everything but the app tier", () => {
        const { ingress, egress } = aclRules("data", traffic);
        for (const rules of [ingress, egress]) {
          assert.deepEqual(new Set(rules.map((rule) => rule.peer)), new Set(["app", "data"]));
        }
      });

      it("admit no administration or database port from the internet", () => {
        for (const tier of used) {
          for (const rule of aclRules(tier, traffic).ingress.filter(({ peer }) => peer === "internet")) {
            assert.equal(rule.action, "allow");
            const single = rule.ports?.from === rule.ports?.to;
            assert.ok(single ? [80, 443].includes(rule.ports?.from ?? 0) : rule.ports === clientPorts);
            assert.ok(!single || tier === "public");
          }
        }
      });

      it("deny the rest of the VPC before they admit the internet", () => {
        for (const tier of used) {
          for (const rules of Object.values(aclRules(tier, traffic)) as AclRule[][]) {
            const internet = rules.findIndex(({ peer }) => peer === "internet");
            const denial = rules.findIndex(({ action }) => action === "deny");
            if (internet < 0) assert.equal(denial, -1);
            else assert.ok(denial >= 0 && denial < internet);
          }
        }
      });
    });
  }

  const ofShape = (shape: string, tier: Tier) => aclRules(tier, trafficOf(shapes[shape] ?? needs));

  it("let web and app pass the public tier on 443 only where NAT gateways stand in it", () => {
    for (const tier of ["web", "app"] as const) {
      assert.equal(admits(ofShape("with NAT gateways", "public").ingress, tier, 443), true);
      assert.equal(admits(ofShape("without NAT gateways", "public").ingress, tier, 443), false);
      assert.equal(admits(ofShape("with a firewall", "public").ingress, tier, 443), false);
      assert.equal(admits(ofShape("with NAT gateways", "public").egress, tier, 50000), true);
    }
    assert.equal(admits(ofShape("with NAT gateways", "public").ingress, "data", 443), false);
    assert.equal(admits(ofShape("with NAT gateways", "public").egress, "internet", 443), true);
    assert.equal(admits(ofShape("without NAT gateways", "public").egress, "internet", 443), false);
  });

  it("know no address of the internet in web and app where S3 has network interfaces and nothing else is asked for", () => {
    for (const tier of ["web", "app"] as const) {
      const rules = ofShape("with all of AWS behind network interfaces", tier);
      assert.ok([...rules.ingress, ...rules.egress].every(({ peer }) => peer !== "internet" && peer !== "vpc"));
    }
  });

  it("name the office behind the hub in the tier that talks to it, and nowhere else", () => {
    const named = allTiers.filter((tier) => {
      const { ingress, egress } = ofShape("with a hub", tier);
      return [...ingress, ...egress].some(({ peer }) => peer === office);
    });
    assert.deepEqual(named, ["app"]);
  });

  it("hold no rule that another one of the same list makes needless", () => {
    const { egress } = ofShape("without NAT gateways", "app");
    assert.deepEqual(
      egress.filter(({ peer }) => peer === "app").map(({ ports: range }) => range),
      [clientPorts],
    );
  });
});
