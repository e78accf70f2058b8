import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import { companionsOf, linksOf, placeOf } from "./links";
import { prefixList, prefixListEntry } from "./tokens";
import { addressesFrom, type Addresses } from "./traffic";

/**
 * The addresses of the prefix lists that a value names. One outside the stack counts for none: those are AWS's lists of
 * its own services, or judged where they are declared, and a list names networks, not the internet at large.
 */
export function listedAddresses(graph: StackGraph, from: GraphResource, value: Value): Addresses {
  const parts = linksOf(graph, from, value, [prefixList]).targets.map((list) => entriesOf(graph, list));
  return {
    spans: parts.flatMap(({ spans }) => spans),
    others: Truth.any(parts.map(({ others }) => others)),
  };
}

function entriesOf(graph: StackGraph, list: GraphResource): Addresses {
  const inline = list
    .get("entries")
    .items()
    .map((entry) => entry.get("cidr"));
  const { own, stray } = companionsOf(graph, list, prefixListEntry, "prefixListId", [prefixList]);
  const parts = [addressesFrom(list, inline), ...own.map((entry) => addressesFrom(entry, [entry.get("cidr")]))];
  const mayHoldMore = stray.map((entry) => Truth.unknown(placeOf(entry, "prefixListId")));
  return {
    spans: parts.flatMap(({ spans }) => spans),
    others: Truth.any([...parts.map(({ others }) => others), ...mayHoldMore]),
  };
}
