import type { StackGraph } from "../../graph/stack-graph";
import { AppGraph } from "./app-graph";
import { addAccelerators, addBalancers } from "./balancer-edges";
import { addClients } from "./clients";
import { addEdgeServices } from "./edge-services";

/** Every way that requests take through a stack, built once for the rules that follow them. */
export function appGraph(graph: StackGraph): AppGraph {
  return graph.once("paths app graph", () => {
    const apps = new AppGraph();
    addBalancers(apps, graph);
    addAccelerators(apps, graph);
    addEdgeServices(apps, graph);
    addClients(apps, graph);
    return apps;
  });
}
