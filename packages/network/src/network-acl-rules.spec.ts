import assert from "node:assert/strict";
import fc from "fast-check";
import { aclRules, clientPorts, flows, natFlows, ruleLimit, type AclRule, type Flow } from "./network-acl-rules";
import { tiers, type Tier } from "./tiers";

type Place = Tier | "internet";
const places: readonly Place[] = [...tiers, "internet"];

/** What AWS does: the first entry that matches decides, and none means no. */
function admits(rules: readonly AclRule[], peer: Place, port: number): boolean {
  const inOrder = [...rules].sort((one, other) => one.ruleNumber - other.ruleNumber);
  const match = inOrder.find((rule) => {
    const covers = rule.peer === "internet" || rule.peer === peer || (rule.peer === "vpc" && peer !== "internet");
    return covers && (rule.ports === undefined || (port >= rule.ports.from && port <= rule.ports.to));
  });
  return match?.action === "allow";
}

/** Whether a connection works: the request leaves and enters, the answer to the client's port does too. */
function connects(client: Place, server: Place, port: number, clientPort: number, nat: boolean): boolean {
  const atClient = client === "internet" ? undefined : aclRules(client, nat);
  const atServer = server === "internet" ? undefined : aclRules(server, nat);
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
const related = (one: Place, other: Place) =>
  [...flows, ...natFlows].some(
    ({ client, server }) => (client === one && server === other) || (client === other && server === one),
  );
const covers = (flow: Flow, port: number) => port >= flow.ports.from && port <= flow.ports.to;

describe("the network ACLs", () => {
  for (const nat of [false, true]) {
    describe(nat ? "with NAT gateways" : "without NAT gateways", () => {
      it("number their rules once each, in order, within the limit of AWS", () => {
        for (const tier of tiers) {
          for (const rules of Object.values(aclRules(tier, nat)) as AclRule[][]) {
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
            const used = covers(flow, port) ? port : flow.ports.from;
            assert.ok(connects(flow.client, flow.server, used, clientPort, nat), JSON.stringify(flow));
          }),
        );
      });

      it("have a way back in the peer tier for every rule that allows", () => {
        for (const tier of tiers) {
          const own = aclRules(tier, nat);
          for (const direction of ["ingress", "egress"] as const) {
            const opposite = direction === "ingress" ? "egress" : "ingress";
            for (const { action, peer, ports: range } of own[direction]) {
              if (action === "deny") continue;
              const what = `${tier} ${direction} ${peer} ${range?.from ?? 0}`;
              assert.ok(range, what);
              // Here: what came in can be answered, what went out gets its answer.
              assert.ok(
                own[opposite].some((other) => other.action === "allow" && other.peer === peer),
                what,
              );
              if (peer === "internet" || peer === "vpc") continue;
              // There: the packet passes the other ACL too, and so does its answer. Packets on their way through a
              // NAT gateway carry an internet address at the peer's ACL.
              const seenAs: Place[] = nat && tier === "public" ? [tier, "internet"] : [tier];
              const theirs = aclRules(peer, nat);
              assert.ok(
                seenAs.some(
                  (place) =>
                    admits(theirs[opposite], place, range.from) &&
                    theirs[direction].some((other) => other.action === "allow" && other.peer === place),
                ),
                what,
              );
            }
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
              const ofNat = nat && client === "public" && server === "internet" && port === 443;
              assert.equal(connects(client, server, port, clientPort, nat), wanted || ofNat, `${client} → ${server}`);
            },
          ),
          { numRuns: 2000, examples: lowPortExamples },
        );
      });

      it("refuse what is no flow: tiers that have nothing to say to each other", () => {
        // Above 1023 stateless rules cannot tell an answer from a request, so a flow opens the pair both ways.
        fc.assert(
          fc.property(anyPair, anyPort, anyClientPort, ([client, server], port, clientPort) => {
            fc.pre(!related(client, server));
            assert.ok(!connects(client, server, port, clientPort, nat), `${client} → ${server}:${port}`);
          }),
          { numRuns: 2000 },
        );
      });

      it("keep the data tier from everything but the app tier", () => {
        const { ingress, egress } = aclRules("data", nat);
        for (const rules of [ingress, egress]) {
          assert.deepEqual(new Set(rules.map((rule) => rule.peer)), new Set(["app", "data"]));
        }
      });

      it("admit no administration or database port from the internet", () => {
        for (const tier of tiers) {
          for (const rule of aclRules(tier, nat).ingress.filter(({ peer }) => peer === "internet")) {
            assert.equal(rule.action, "allow");
            const single = rule.ports?.from === rule.ports?.to;
            assert.ok(single ? [80, 443].includes(rule.ports?.from ?? 0) : rule.ports === clientPorts);
            assert.ok(!single || tier === "public");
          }
        }
      });

      it("deny the rest of the VPC before they admit the internet", () => {
        for (const tier of tiers) {
          for (const rules of Object.values(aclRules(tier, nat)) as AclRule[][]) {
            const internet = rules.findIndex(({ peer }) => peer === "internet");
            const denial = rules.findIndex(({ action }) => action === "deny");
            if (internet < 0) assert.equal(denial, -1);
            else assert.ok(denial >= 0 && denial < internet);
          }
        }
      });
    });
  }

  it("let web and app pass the public tier on 443 only where NAT gateways stand in it", () => {
    for (const tier of ["web", "app"] as const) {
      assert.equal(admits(aclRules("public", true).ingress, tier, 443), true);
      assert.equal(admits(aclRules("public", false).ingress, tier, 443), false);
      assert.equal(admits(aclRules("public", true).egress, tier, 50000), true);
    }
    assert.equal(admits(aclRules("public", true).ingress, "data", 443), false);
    assert.equal(admits(aclRules("public", true).egress, "internet", 443), true);
    assert.equal(admits(aclRules("public", false).egress, "internet", 443), false);
  });
});
