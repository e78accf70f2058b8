import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../stack-graph";
import { families, internetAtLarge, sizeOf, type Family, type Span } from "./addresses";
import { agreement } from "./agreement";
import { doorsOf, type Door } from "./security-groups";
import { partsOf, type SubnetNetwork } from "./subnet-network";
import { vpcTypes } from "./tokens";
import { holdsAddress, portsToTry, type Protocol } from "./traffic";

/** The ports that something listens on. */
export type Listening =
  /** These. */
  | { readonly ports: readonly number[] }
  /** Any that its security groups let through: nothing says which. */
  | "any"
  /** One that is known only on update; the path of what decides. */
  | { readonly open: string };

/** A network interface, as far as it matters to who reaches it. */
export interface Interface {
  /** Whether it has a public address of each family. */
  readonly addresses: Readonly<Record<Family, Truth>>;
  readonly network: SubnetNetwork;
  /** Its security groups; none is a balancer that takes all traffic. */
  readonly guard: Guard | undefined;
  readonly listening: Listening;
  readonly protocols: readonly Protocol[];
}

/** The security groups of an interface. */
export interface Guard {
  readonly groups: readonly GraphResource[];
  /** No when these are all; unknown when others outside the stack let in what they will. */
  readonly others: Truth;
}

/** Whether the internet gets through, and by which hops. */
export interface Reach {
  /** The internet at large. */
  readonly world: Truth;
  /** Some public address, be it that of one partner. */
  readonly anyone: Truth;
  readonly hops: readonly string[];
}

/** Nobody gets through. */
export const nowhere: Reach = { world: Truth.no, anyone: Truth.no, hops: [] };

/** Whether packets from the internet reach an interface: address, route, network ACL and security group all agree. */
export function reachOf(graph: StackGraph, of: Interface): Reach {
  const found = families.filter((family) => !of.addresses[family].isNo).map((family) => reachBy(graph, of, family));
  return firstOpen(found) ?? nowhere;
}

/**
 * The reach of something with several interfaces, or one whose place among several is not known.
 *
 * @param exact whether it stands in all of them
 * @param others unknown when it may stand elsewhere too
 */
export function reachOfAny(reaches: readonly Reach[], exact: boolean, others: Truth): Reach {
  const join = (pick: (reach: Reach) => Truth): Truth => {
    const truths = reaches.map(pick);
    return exact ? Truth.any(truths).or(others) : agreement(truths, ["subnetIds"]).or(others);
  };
  return {
    world: join(({ world }) => world),
    anyone: join(({ anyone }) => anyone),
    hops: firstOpen(reaches)?.hops ?? [],
  };
}

/** The widest of several ways in. */
function firstOpen(reaches: readonly Reach[]): Reach | undefined {
  const rank = ({ world, anyone }: Reach): number =>
    world.isYes ? 4 : anyone.isYes ? 3 : world.isUnknown ? 2 : anyone.isUnknown ? 1 : 0;
  const [best] = [...reaches].sort((one, other) => rank(other) - rank(one));
  return (
    best && {
      world: Truth.any(reaches.map(({ world }) => world)),
      anyone: Truth.any(reaches.map(({ anyone }) => anyone)),
      hops: best.hops,
    }
  );
}

function reachBy(graph: StackGraph, of: Interface, family: Family): Reach {
  const { world, anyone, group } = measured(graph, of, family);
  const address = of.addresses[family];
  const others = of.guard?.others ?? Truth.no;
  // A group outside the stack may let in what it will, as far as the network lets it through.
  const unguarded = others.isNo ? undefined : measured(graph, { ...of, guard: undefined }, family);
  const orElse = (known: Truth, open: Truth | undefined): Truth =>
    address.and(open ? known.or(others.and(open)) : known);
  return {
    world: orElse(world, unguarded?.world),
    anyone: orElse(anyone, unguarded?.anyone),
    hops: [...of.network.hops, ...(group ? [guardHop(group)] : [])],
  };
}

function guardHop(group: GraphResource): string {
  return vpcTypes.includes(group.type) ? "the default security group" : `security group "${group.name}"`;
}

function measured(graph: StackGraph, of: Interface, family: Family): Measure {
  const listening = typeof of.listening === "string" ? of.listening : JSON.stringify(of.listening);
  const guards = of.guard?.groups.map(({ urn }) => urn).join(" ") ?? "no group";
  const key = `paths reach ${family} ${of.network.alike} ${guards} ${listening} ${of.protocols.join(" ")}`;
  return graph.once(key, () => measure(graph, of, family));
}

interface Measure {
  readonly world: Truth;
  readonly anyone: Truth;
  /** The security group that lets the most in. */
  readonly group: GraphResource | undefined;
}

interface GroupDoor {
  readonly group: GraphResource;
  readonly door: Door;
}

/** How many public addresses get through, measured at one address and port of each stretch that is judged alike. */
function measure(graph: StackGraph, of: Interface, family: Family): Measure {
  const doors = (of.guard?.groups ?? []).flatMap((group) =>
    doorsOf(graph, group).map((door): GroupDoor => ({ group, door })),
  );
  const spans = doors.flatMap(({ door }) => door.match.addresses.spans);
  const parts = partsOf(family, [of.network], spans);
  const tried = portsOf(of, doors);
  const question: Question = { of, family, parts, doors: doors.filter(({ door }) => mayAdmit(door, parts, family)) };
  const measured = of.protocols.flatMap((protocol) => tried.map((port) => measurePort(question, protocol, port)));
  const isOpenPort = typeof of.listening === "object" && "open" in of.listening ? of.listening.open : undefined;
  const join = (pick: (one: Measure) => Truth): Truth => {
    const truths = measured.map(pick);
    if (isOpenPort === undefined) return Truth.any(truths);
    return agreement(truths, [isOpenPort]);
  };
  const group = [...measured].sort((one, other) => rankOf(other) - rankOf(one))[0]?.group;
  return { world: join(({ world }) => world), anyone: join(({ anyone }) => anyone), group };
}

/** Whether a door can be for any public address at all. */
function mayAdmit({ match: { addresses } }: Door, parts: readonly Span[], family: Family): boolean {
  return parts.some((part) => !holdsAddress(addresses, part.first, family).isNo);
}

function rankOf({ world, anyone }: Measure): number {
  return (world.isYes ? 2 : 0) + (anyone.isYes ? 1 : 0);
}

function portsOf({ listening, network }: Interface, doors: readonly GroupDoor[]): readonly number[] {
  if (typeof listening === "object" && "ports" in listening) return listening.ports;
  return portsToTry([...doors.map(({ door }) => door.match.ports), ...network.ports]);
}

interface Question {
  readonly of: Interface;
  readonly family: Family;
  readonly doors: readonly GroupDoor[];
  readonly parts: readonly Span[];
}

function measurePort({ of, family, doors, parts }: Question, protocol: Protocol, port: number): Measure {
  const atPort = doors
    .map(({ group, door }) => ({ group, door, applies: door.belongs.and(door.match.ports.takes(protocol, port)) }))
    .filter(({ applies }) => !applies.isNo);
  if (of.guard && atPort.length === 0) return { world: Truth.no, anyone: Truth.no, group: undefined };
  const tally = { certain: 0n, possible: 0n, open: new Set<string>() };
  let group: GraphResource | undefined;
  for (const part of parts) {
    const held = atPort.map((one) => one.applies.and(holdsAddress(one.door.match.addresses, part.first, family)));
    const admitted = of.guard ? Truth.any(held) : Truth.yes;
    if (admitted.isNo) continue;
    const answer = admitted.and(of.network.answer({ family, address: part.first, protocol, port }));
    if (answer.isNo) continue;
    tally.possible += sizeOf(part);
    if (answer.isUnknown) answer.paths.forEach((path) => tally.open.add(path));
    if (answer.isUnknown) continue;
    tally.certain += sizeOf(part);
    group ??= atPort.find((_, index) => held[index]?.isYes)?.group;
  }
  const atLeast = (least: bigint): Truth => {
    if (tally.certain > least) return Truth.yes;
    return tally.possible > least ? Truth.unknown(...tally.open) : Truth.no;
  };
  return { world: atLeast(internetAtLarge[family]), anyone: atLeast(0n), group };
}
