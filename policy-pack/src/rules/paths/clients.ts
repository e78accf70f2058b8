import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { linksOf } from "../../graph/paths/links";
import { doorsOf } from "../../graph/paths/security-groups";
import {
  autoScalingGroup,
  ecsService,
  instance,
  launchConfiguration,
  launchTemplate,
  securityGroupTypes,
} from "../../graph/paths/tokens";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { balancerTypes, isInternetFacing, listenersOf } from "../elb/balancers";
import type { AppGraph, Node } from "./app-graph";
import { addApp, addHop, addListener } from "./balancer-edges";
import { groupsOfBalancer } from "./balancer-reach";
import { takesClear } from "./listeners";
import { groupsPathOf, serverHop, serverTypes, takesTlsOnly } from "./store-tls";
import { appTypes, lambdaFunction } from "./targets";

const taskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
const proxy = "aws:rds/proxy:Proxy";
const proxyTarget = "aws:rds/proxyTarget:ProxyTarget";

/** The ways from applications to the services that they use, and from proxies to their databases. */
export function addClients(apps: AppGraph, graph: StackGraph): void {
  addServersByGroup(apps, graph);
  for (const app of graph.ofType(...appTypes)) {
    const node = addApp(apps, app);
    for (const group of new Set(groupsOf(graph, app))) {
      const to = apps.node(group.urn, () => groupNode(group));
      if (apps.from(to).length > 0) addHop(apps, node, to, Truth.no, app);
    }
    for (const server of new Set(namedBy(graph, app))) addServer(apps, graph, node, server);
  }
  for (const target of graph.ofType(proxyTarget)) {
    const [from] = linksOf(graph, target, target.get("dbProxyName"), [proxy]).targets;
    if (!from) continue;
    for (const path of ["dbInstanceIdentifier", "dbClusterIdentifier"]) {
      const databases = linksOf(graph, target, target.get(path), serverTypes).targets;
      for (const each of databases) addServer(apps, graph, serverNode(apps, from), each);
    }
  }
}

function groupNode(group: GraphResource) {
  return { hops: [`security group "${group.name}"`], kind: "middle", at: group } as const;
}

function serverNode(apps: AppGraph, server: GraphResource): Node {
  return apps.node(server.urn, () => ({ hops: [serverHop(server)], kind: "store", at: server }));
}

function addServer(apps: AppGraph, graph: StackGraph, from: Node, server: GraphResource): void {
  const isPhi = server.mayHoldPhi();
  addHop(apps, from, serverNode(apps, server), isPhi.and(takesTlsOnly(graph, server).not()), server);
}

/** From each security group to the services whose own groups admit its members. */
function addServersByGroup(apps: AppGraph, graph: StackGraph): void {
  const seen = new Set<string>();
  const admit = (owner: GraphResource, groups: readonly GraphResource[], add: (from: Node) => void): void => {
    for (const caller of new Set(groups.flatMap((group) => callersOf(graph, group)))) {
      const key = `${caller.urn} ${owner.urn}`;
      if (seen.has(key)) continue;
      seen.add(key);
      add(apps.node(caller.urn, () => groupNode(caller)));
    }
  };
  for (const server of graph.ofType(...serverTypes)) {
    const path = groupsPathOf(server);
    const groups = path === undefined ? [] : linksOf(graph, server, server.get(path), securityGroupTypes).targets;
    admit(server, groups, (from) => addServer(apps, graph, from, server));
  }
  for (const balancer of graph.ofType(...balancerTypes)) {
    if (isInternetFacing(balancer).isYes) continue;
    admit(balancer, groupsOfBalancer(graph, balancer), (from) => {
      for (const listener of listenersOf(graph, balancer)) {
        const to = addListener(apps, graph, { balancer, listener, arrival: "known" });
        addHop(apps, from, to, takesClear(graph, listener), listener);
      }
    });
  }
}

/** The groups whose members a group admits for certain. */
function callersOf(graph: StackGraph, group: GraphResource): readonly GraphResource[] {
  return doorsOf(graph, group)
    .filter(({ belongs }) => belongs.isYes)
    .flatMap(({ callers }) => (callers.exact ? callers.targets : []))
    .filter((caller) => securityGroupTypes.includes(caller.type));
}

/** The security groups of an application. */
function groupsOf(graph: StackGraph, app: GraphResource): readonly GraphResource[] {
  const named = (from: GraphResource, value: Value): readonly GraphResource[] =>
    linksOf(graph, from, value, securityGroupTypes).targets;
  switch (app.type) {
    case ecsService:
      return named(app, app.get("networkConfiguration.securityGroups"));
    case lambdaFunction:
      return named(app, app.get("vpcConfig.securityGroupIds"));
    case instance:
      return [...named(app, app.get("vpcSecurityGroupIds")), ...named(app, app.get("securityGroups"))];
    case autoScalingGroup:
      return [
        ...linksOf(graph, app, app.get("launchTemplate.id"), [launchTemplate]).targets.flatMap((template) => [
          ...named(template, template.get("vpcSecurityGroupIds")),
          ...template
            .get("networkInterfaces")
            .items()
            .flatMap((one) => named(template, one.get("securityGroups"))),
        ]),
        ...linksOf(graph, app, app.get("launchConfiguration"), [launchConfiguration]).targets.flatMap((one) =>
          named(one, one.get("securityGroups")),
        ),
      ];
    default:
      return [];
  }
}

/** The services that an application is told of, in the environment of its containers or of its function. */
function namedBy(graph: StackGraph, app: GraphResource): GraphResource[] {
  const sources = (from: GraphResource, input: string): GraphResource[] =>
    (from.sources.get(input) ?? [])
      .map((urn) => graph.find(urn))
      .filter((one): one is GraphResource => one !== undefined && serverTypes.includes(one.type));
  if (app.type === lambdaFunction) return sources(app, "environment");
  if (app.type !== ecsService) return [];
  const tasks = linksOf(graph, app, app.get("taskDefinition"), [taskDefinition]).targets;
  return tasks.flatMap((task) => sources(task, "containerDefinitions"));
}
