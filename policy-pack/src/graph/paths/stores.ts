import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { portsOf } from "../../knowledge/database-ports";
import type { GraphResource, StackGraph } from "../stack-graph";
import type { Family } from "./addresses";
import { linksOf, mayBeGiven, placeOf, placed } from "./links";
import { guardOf, placeElsewhere, placeIn, placeInDefaultVpc, placeInGroup, type Place } from "./places";
import { nowhere, reachOf, reachOfAny, type Guard, type Listening, type Reach } from "./reach";

/** A store in a VPC: where it stands, what guards it and whether it can be given a public address. */
export interface StoreNetwork {
  readonly addresses: Readonly<Record<Family, Truth>>;
  readonly place: Place;
  /** Nothing where the service takes no security groups for it. */
  readonly guard: Guard | undefined;
  readonly listening: Listening;
}

interface StoreKind {
  readonly label: string;
  /** What decides whether it has a public address; nothing where the service never gives it one. */
  readonly flag?: (store: GraphResource) => Truth;
  readonly place: (graph: StackGraph, store: GraphResource) => Place;
  /** Where it names its security groups. */
  readonly groups: string;
  readonly listening: (graph: StackGraph, store: GraphResource) => Listening;
  /** The cluster that a member takes its security groups and port from. */
  readonly cluster?: readonly string[];
  readonly isUnguarded?: (store: GraphResource) => Truth;
}

const publicly = (store: GraphResource): Truth => placed(store, store.get("publiclyAccessible").isTrue());

/** The kinds of store that stand in a VPC. Source: the user guides on each service's network access. */
const kinds: Readonly<Record<string, StoreKind>> = {
  "aws:rds/instance:Instance": {
    label: "DB instance",
    flag: publicly,
    place: (graph, store) =>
      takesPlaceOfSource(store)
        ? placeElsewhere(store, "dbSubnetGroupName")
        : placeInGroup(graph, store, store.get("dbSubnetGroupName"), "aws:rds/subnetGroup:SubnetGroup"),
    groups: "vpcSecurityGroupIds",
    listening: byEngine(),
  },
  "aws:rds/clusterInstance:ClusterInstance": {
    label: "DB cluster instance",
    flag: publicly,
    place: (graph, store) => placeOfMember(graph, store, "dbSubnetGroupName", "aws:rds/subnetGroup:SubnetGroup"),
    groups: "vpcSecurityGroupIds",
    listening: byEngine(),
    cluster: ["aws:rds/cluster:Cluster"],
  },
  "aws:neptune/clusterInstance:ClusterInstance": {
    label: "Neptune instance",
    flag: publicly,
    place: (graph, store) =>
      placeOfMember(graph, store, "neptuneSubnetGroupName", "aws:neptune/subnetGroup:SubnetGroup"),
    groups: "vpcSecurityGroupIds",
    listening: byEngine("neptune"),
    cluster: ["aws:neptune/cluster:Cluster"],
  },
  "aws:docdb/cluster:Cluster": {
    label: "DocumentDB cluster",
    place: (graph, store) =>
      placeInGroup(graph, store, store.get("dbSubnetGroupName"), "aws:docdb/subnetGroup:SubnetGroup"),
    groups: "vpcSecurityGroupIds",
    listening: byEngine("docdb"),
  },
  "aws:redshift/cluster:Cluster": {
    label: "Redshift cluster",
    flag: publicly,
    place: (graph, store) =>
      placeInGroup(graph, store, store.get("clusterSubnetGroupName"), "aws:redshift/subnetGroup:SubnetGroup"),
    groups: "vpcSecurityGroupIds",
    listening: byEngine("redshift"),
  },
  "aws:redshiftserverless/workgroup:Workgroup": {
    label: "Redshift workgroup",
    flag: publicly,
    place: placeBy("subnetIds"),
    groups: "securityGroupIds",
    listening: byEngine("redshift"),
  },
  "aws:msk/cluster:Cluster": {
    label: "MSK cluster",
    flag: (store) =>
      placed(
        store,
        store.get("brokerNodeGroupInfo.connectivityInfo.publicAccess.type").isOneOf("SERVICE_PROVIDED_EIPS"),
      ),
    place: placeBy("brokerNodeGroupInfo.clientSubnets"),
    groups: "brokerNodeGroupInfo.securityGroups",
    // Public access is by TLS only, with certificates, SASL/SCRAM or IAM; the ports inside the VPC follow.
    listening: () => ({ ports: [9194, 9196, 9198, 9092, 9094, 9096, 9098] }),
  },
  "aws:mq/broker:Broker": {
    label: "message broker",
    flag: publicly,
    place: placeBy("subnetIds"),
    groups: "securityGroups",
    listening: () => ({ ports: [443, 5671, 8162, 8883, 61614, 61617, 61619, 15671] }),
    // Brokers of RabbitMQ with a public endpoint take no security groups.
    isUnguarded: (store) => placed(store, store.get("engineType").isOneOf("RabbitMQ")).and(publicly(store)),
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    label: "cache",
    place: (graph, store) =>
      placeInGroup(graph, store, store.get("subnetGroupName"), "aws:elasticache/subnetGroup:SubnetGroup"),
    groups: "securityGroupIds",
    listening: byEngine("redis"),
  },
  "aws:elasticache/cluster:Cluster": {
    label: "cache",
    place: (graph, store) =>
      placeInGroup(graph, store, store.get("subnetGroupName"), "aws:elasticache/subnetGroup:SubnetGroup"),
    groups: "securityGroupIds",
    listening: byEngine(),
  },
  "aws:elasticache/serverlessCache:ServerlessCache": {
    label: "serverless cache",
    place: placeBy("subnetIds"),
    groups: "securityGroupIds",
    listening: () => ({ ports: [6379, 6380, 11211] }),
  },
  "aws:memorydb/cluster:Cluster": {
    label: "MemoryDB cluster",
    place: (graph, store) =>
      placeInGroup(graph, store, store.get("subnetGroupName"), "aws:memorydb/subnetGroup:SubnetGroup"),
    groups: "securityGroupIds",
    listening: byEngine("redis"),
  },
  "aws:opensearch/domain:Domain": domainKind(),
  "aws:elasticsearch/domain:Domain": domainKind(),
  "aws:efs/mountTarget:MountTarget": {
    label: "EFS mount target",
    place: placeBy("subnetId"),
    groups: "securityGroups",
    listening: () => ({ ports: [2049] }),
  },
  "aws:fsx/windowsFileSystem:WindowsFileSystem": fileSystemKind([445, 5985]),
  "aws:fsx/lustreFileSystem:LustreFileSystem": fileSystemKind([988]),
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": fileSystemKind([2049, 111, 20001]),
  "aws:fsx/ontapFileSystem:OntapFileSystem": fileSystemKind([445, 2049, 443, 22, 3260]),
};

function domainKind(): StoreKind {
  return {
    label: "search domain",
    place: placeBy("vpcOptions.subnetIds"),
    groups: "vpcOptions.securityGroupIds",
    listening: () => ({ ports: [443, 80] }),
  };
}

function fileSystemKind(ports: readonly number[]): StoreKind {
  return {
    label: "FSx file system",
    place: placeBy("subnetIds"),
    groups: "securityGroupIds",
    listening: () => ({ ports }),
  };
}

/** Type tokens of the stores that stand in a VPC. */
export const storeTypes: readonly string[] = Object.keys(kinds);

/** A store in words: its kind and its logical name. */
export function storeHop(store: GraphResource): string {
  return `${kinds[store.type]?.label ?? "store"} "${store.name}"`;
}

/** Whether the store itself, or the cluster that it belongs to, may hold PHI. */
export function storeMayHoldPhi(graph: StackGraph, store: GraphResource): Truth {
  return Truth.all([store, ...clustersOf(graph, store)].map((one) => one.mayHoldPhi()));
}

/** Whether packets from the internet reach a store by a public address of its own. */
export function reachOfStore(graph: StackGraph, store: GraphResource): Reach {
  const isPublic = kinds[store.type]?.flag?.(store) ?? Truth.no;
  const network = isPublic.isNo ? undefined : networkOfStore(graph, store);
  if (!network) return nowhere;
  const { addresses, place, guard, listening } = network;
  const reaches = place.networks.map((one) =>
    reachOf(graph, { addresses, network: one, guard, listening, protocols: ["tcp"] }),
  );
  return reachOfAny(reaches, place.exact, Truth.no);
}

/** Where a store stands in the network. */
export function networkOfStore(graph: StackGraph, store: GraphResource): StoreNetwork | undefined {
  const kind = kinds[store.type];
  if (!kind) return undefined;
  const place = kind.place(graph, store);
  const [holder = store] = clustersOf(graph, store);
  const flag = kind.flag?.(store) ?? Truth.no;
  const isUnguarded = kind.isUnguarded?.(store) ?? Truth.no;
  return {
    addresses: { ipv4: flag, ipv6: flag.and(isDualStack(store, holder)) },
    place,
    guard: isUnguarded.isYes ? undefined : withOthers(guardOfStore(graph, { kind, store, holder, place }), isUnguarded),
    listening: kind.listening(graph, store),
  };
}

function withOthers({ groups, others }: Guard, more: Truth): Guard {
  return { groups, others: others.or(more) };
}

interface Guarded {
  readonly kind: StoreKind;
  readonly store: GraphResource;
  readonly holder: GraphResource;
  readonly place: Place;
}

function guardOfStore(graph: StackGraph, { kind, store, holder, place }: Guarded): Guard {
  // The cluster of a member is outside the stack.
  if (kind.cluster && holder === store)
    return { groups: [], others: Truth.unknown(placeOf(store, "clusterIdentifier")) };
  return guardOf(graph, holder, holder.get(kind.groups), place);
}

function clustersOf(graph: StackGraph, store: GraphResource): readonly GraphResource[] {
  const types = kinds[store.type]?.cluster;
  return types ? linksOf(graph, store, store.get("clusterIdentifier"), types).targets : [];
}

function isDualStack(...stores: readonly GraphResource[]): Truth {
  const types = stores.flatMap((one) =>
    ["networkType", "ipAddressType"].map((path) => placed(one, one.get(path).isOneOf("DUAL", "dualstack"))),
  );
  return Truth.any(types);
}

function placeBy(path: string): StoreKind["place"] {
  return (graph, store) => {
    const value = store.get(path);
    return value.isGiven().isNo ? placeInDefaultVpc(graph) : placeIn(graph, store, value);
  };
}

/** A member that names no subnet group stands in that of its cluster. */
function placeOfMember(graph: StackGraph, store: GraphResource, path: string, type: string): Place {
  const own = store.get(path);
  if (mayBeGiven(own)) return placeInGroup(graph, store, own, type);
  const [cluster] = clustersOf(graph, store);
  return cluster ? placeInGroup(graph, cluster, cluster.get(path), type) : placeElsewhere(store, "clusterIdentifier");
}

/** A replica, or a restored database, stands where its source does unless it says otherwise. */
function takesPlaceOfSource(store: GraphResource): boolean {
  const sources = ["replicateSourceDb", "snapshotIdentifier", "restoreToPointInTime"];
  return store.get("dbSubnetGroupName").isGiven().isNo && sources.some((path) => mayBeGiven(store.get(path)));
}

function byEngine(engine?: string): StoreKind["listening"] {
  return (graph, store) => {
    const [holder = store] = clustersOf(graph, store);
    const port: Value = holder.get("port");
    const ports = portsOf(port, engine ?? holder.get("engine").text ?? store.get("engine").text);
    return ports ? { ports } : { open: placeOf(holder, port.isUnknown ? "port" : "engine") };
  };
}
