import type { ArgumentChecks } from "@hipaa-aws/foundation";
import ipaddr from "ipaddr.js";
import { overlap } from "./address-plan";
import { aclRules, isRange, ruleLimit, type Flow, type Place, type Traffic } from "./network-acl-rules";
import { tiers, type Tier } from "./tiers";
import type { VpcConnection } from "./vpc-option-args";

const clients: readonly string[] = ["public", "web", "app", "data"];
const servers: readonly string[] = [...tiers, "internet"];

/** What the rest of the network says about where connections may lead. */
export interface ConnectionSurroundings {
  /** The VPC's range, where it is known. */
  readonly cidrBlock: string | undefined;
  /** Whether web and app reach the internet. */
  readonly wayOut: boolean;
  /** Ranges that are reached through a transit gateway. */
  readonly hubRanges: readonly string[];
}

/** An IPv4 range outside the VPC, in its usual form. @throws ArgumentError for anything else. */
export function checkRange(
  checks: ArgumentChecks,
  argument: string,
  text: string,
  cidrBlock: string | undefined,
): string {
  const valid = typeof text === "string" && ipaddr.IPv4.isValidCIDRFourPartDecimal(text);
  if (!valid || `${ipaddr.IPv4.networkAddressFromCIDR(text).toString()}/${text.split("/")[1] ?? ""}` !== text) {
    return checks.fail(argument, `holds "${String(text)}"`, "Give an IPv4 range, for example 10.50.0.0/16");
  }
  if (cidrBlock !== undefined && text !== "0.0.0.0/0" && overlap(text, cidrBlock)) {
    return checks.fail(
      argument,
      `holds ${text}, which overlaps the VPC's own ${cidrBlock}`,
      "Name tiers by their names",
    );
  }
  return text;
}

/** The user's connections as flows. @throws ArgumentError for a connection that the network's shape forbids. */
export function checkConnections(
  checks: ArgumentChecks,
  connections: readonly VpcConnection[],
  surroundings: ConnectionSurroundings,
): Flow[] {
  return connections.map(({ client, server, port, lastPort }, index) => {
    const argument = `connections[${index}]`;
    const place = (end: "client" | "server", text: string, allowed: readonly string[]): Place => {
      if (typeof text === "string" && isRange(text as Place)) {
        const range = checkRange(checks, `${argument}.${end}`, text, surroundings.cidrBlock);
        if (range !== "0.0.0.0/0") return range as Place;
      }
      return checks.oneOf(`${argument}.${end}`, text, allowed) as Tier | "internet";
    };
    const [from, to] = [place("client", client, clients), place("server", server, servers)];
    const first = checks.integer(`${argument}.port`, port, 1, 65535);
    const last = checks.integer(`${argument}.lastPort`, lastPort ?? first, first, 65535);
    refuseShape(checks, argument, from, to, surroundings);
    return { client: from, server: to, ports: { from: first, to: last } };
  });
}

function refuseShape(
  checks: ArgumentChecks,
  argument: string,
  client: Place,
  server: Place,
  { wayOut, hubRanges }: ConnectionSurroundings,
): void {
  const outside = (place: Place) => place === "internet" || isRange(place);
  if (outside(client) && outside(server)) {
    checks.fail(argument, "has no end in the VPC", "Name a tier as client or server");
  }
  // The data tier has no way beyond the VPC, and answers the app tier alone.
  if (server === "data" && client !== "app" && client !== "data") {
    checks.fail(argument, `leads from ${client} to the data tier`, "Let the app tier stand between");
  }
  if (client === "data" && outside(server)) {
    checks.fail(argument, "leads from the data tier out of the VPC", "Let the app tier stand between");
  }
  const [tier, other] = outside(client) ? [server, client] : [client, server];
  if (!outside(other) || tier === "public" || hubRanges.includes(other)) return;
  if (outside(client)) {
    checks.fail(
      argument,
      `comes from ${client}, which no way leads from`,
      "Name it in transitGateway.destinationCidrBlocks, or let clients come through the public tier",
    );
  }
  if (!wayOut) {
    checks.fail(
      argument,
      `leads to ${server}, which no way leads to`,
      "Choose a natStrategy other than none, or name the range in transitGateway.destinationCidrBlocks",
    );
  }
}

/** Refuses more rules than AWS takes in a network ACL. */
export function checkRuleLimit(checks: ArgumentChecks, used: readonly Tier[], traffic: Traffic): void {
  for (const tier of used) {
    const { ingress, egress } = aclRules(tier, traffic);
    const most = Math.max(ingress.length, egress.length);
    if (most > ruleLimit) {
      checks.fail(
        "connections",
        `make ${most} rules one way in the network ACL of the ${tier} tier, and AWS allows ${ruleLimit}`,
        "Put ports that lie together into one connection with lastPort, or ranges into one larger range",
      );
    }
  }
}
