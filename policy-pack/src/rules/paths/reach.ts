import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { computeTypes, reachOfCompute } from "../../graph/paths/compute";
import { reachOfInstance } from "../../graph/paths/instances";
import { placed } from "../../graph/paths/links";
import type { Reach } from "../../graph/paths/reach";
import { reachOfStore, storeHop, storeMayHoldPhi, storeTypes } from "../../graph/paths/stores";
import { instance } from "../../graph/paths/tokens";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { forwardedReaches } from "./forwarded";
import { appHop } from "./targets";
import { pathText } from "./text";

/** Every way by which packets from the internet reach a store: by an address of its own, or handed on to it. */
function reachesOf(graph: StackGraph, store: GraphResource): readonly Reach[] {
  const own = store.type === instance ? reachOfInstance(graph, store) : reachOfStore(graph, store);
  return [own, ...forwardedReaches(graph, store)];
}

/** An instance of the public tier is there to be reached, as ec2-no-public-ip has it too; any other may keep PHI. */
function isPhiStore(graph: StackGraph, store: GraphResource): Truth {
  const isFront = store.type === instance ? placed(store, store.tag("hipaa:tier").isOneOf("public")) : Truth.no;
  return storeMayHoldPhi(graph, store).and(isFront.not());
}

function hopOf(store: GraphResource): string {
  return store.type === instance ? appHop(store) : storeHop(store);
}

export const reachesStore = stackRule("paths-internet-reaches-phi-store", {
  check: (stack, graph) => {
    for (const store of graph.ofType(...storeTypes, instance)) {
      const reaches = reachesOf(graph, store);
      const open = reaches.find(({ world }) => world.isYes) ?? reaches[0];
      const world = isPhiStore(graph, store).and(Truth.any(reaches.map((reach) => reach.world)));
      const path = pathText(["internet", ...(open?.hops ?? []), hopOf(store)]);
      stack.expect(store, world.not(), `packets from the internet reach the store: ${path}`);
    }
  },
});

export const rangeReachesStore = stackRule("paths-public-range-reaches-phi-store", {
  check: (stack, graph) => {
    for (const store of graph.ofType(...storeTypes, instance)) {
      const reaches = reachesOf(graph, store);
      const open = reaches.find(({ anyone }) => anyone.isYes) ?? reaches[0];
      const join = (pick: (reach: Reach) => Truth): Truth => Truth.any(reaches.map(pick));
      // One finding per fault: what the internet at large reaches is paths-internet-reaches-phi-store's.
      const some = Truth.all([
        isPhiStore(graph, store),
        join(({ anyone }) => anyone),
        join(({ world }) => world).not(),
      ]);
      const path = pathText(["some public addresses", ...(open?.hops ?? []), hopOf(store)]);
      stack.expect(store, some.not(), `packets from public addresses reach the store over the internet: ${path}`);
    }
  },
});

export const reachesCompute = stackRule("paths-internet-reaches-compute", {
  check: (stack, graph) => {
    for (const compute of graph.ofType(...computeTypes)) {
      const { world, hops } = reachOfCompute(graph, compute);
      const path = pathText(["internet", ...hops, appHop(compute)]);
      stack.expect(
        compute,
        world.not(),
        `packets from the internet reach the application past any load balancer: ${path}`,
      );
    }
  },
});
