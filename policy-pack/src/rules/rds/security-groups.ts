import { stackRule, type Rule } from "../../authoring/rule";
import type { StackCheck } from "../../authoring/stack-check";
import { Truth } from "../../authoring/truth";
import { isProviderFilled } from "../../graph/declared";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { portsOf } from "../../knowledge/database-ports";
import { isReplica, isRestore } from "./databases";
import { isNarrow, isOpenToWorld, openingsOf, opensOnly, securityGroup, strayOpenings, type Opening } from "./openings";

/** Databases and caches: where each names its groups, and the engine of those that have only one. */
interface StoreType {
  readonly path: string;
  readonly engine?: string;
}

/** Beside the catalogue's types, the caches that stand alone, serverless and of MemoryDB, which are guarded alike. */
const storeTypes: Readonly<Record<string, StoreType>> = {
  "aws:rds/instance:Instance": { path: "vpcSecurityGroupIds" },
  "aws:rds/cluster:Cluster": { path: "vpcSecurityGroupIds" },
  "aws:docdb/cluster:Cluster": { path: "vpcSecurityGroupIds", engine: "docdb" },
  "aws:docdb/elasticCluster:ElasticCluster": { path: "vpcSecurityGroupIds", engine: "docdb" },
  "aws:neptune/cluster:Cluster": { path: "vpcSecurityGroupIds", engine: "neptune" },
  "aws:redshift/cluster:Cluster": { path: "vpcSecurityGroupIds", engine: "redshift" },
  "aws:elasticache/replicationGroup:ReplicationGroup": { path: "securityGroupIds", engine: "redis" },
  "aws:elasticache/cluster:Cluster": { path: "securityGroupIds" },
  "aws:memorydb/cluster:Cluster": { path: "securityGroupIds", engine: "redis" },
};

const databaseFromAppOnly = stackRule("vpc-sg-database-from-app-only", {
  types: Object.keys(storeTypes),
  config: {
    dbCidrFloor: {
      type: "integer",
      description: "The shortest prefix that an IPv4 range in a rule of a database's security group may have.",
      default: 24,
      minimum: 8,
      maximum: 32,
    },
    requireTierTags: {
      type: "boolean",
      description: "Whether the groups that are let in have to carry the tag hipaa:tier = app.",
      default: false,
    },
  },
  check: (check, graph) => {
    const guarded = new Map<GraphResource, GraphResource[]>();
    for (const [type, { path }] of Object.entries(storeTypes)) {
      for (const store of graph.ofType(type)) {
        const given = !store.get(path).isAbsent && !isProviderFilled(store, path);
        check.expect(
          store,
          given ? store.get(path).isGiven() : takesGroupOfOther(store),
          "the database or cache falls to the default group of the VPC",
        );
        if (!given) continue;
        const { targets, complete } = graph.references(store, path, securityGroup);
        // A group of another stack, known by its id, is judged where it is declared: no update would say more here.
        if (!complete) check.expect(store, Truth.unknown(path), "");
        for (const group of targets) guarded.set(group, [...(guarded.get(group) ?? []), store]);
      }
    }
    const everyPort: (readonly number[] | undefined)[] = [];
    for (const [group, stores] of guarded) {
      const ports = allPorts(stores);
      everyPort.push(ports);
      for (const opening of openingsOf(graph, group)) judge(check, graph, opening, ports);
    }
    if (guarded.size === 0) return;
    const ports = everyPort.every((each) => each !== undefined) ? everyPort.flat() : undefined;
    for (const opening of strayOpenings(graph)) judge(check, graph, opening, ports);
  },
});

/** Whether what it copies or belongs to decides on its security groups. */
function takesGroupOfOther(store: GraphResource): Truth {
  const member = store
    .get("replicationGroupId")
    .isGiven()
    .and(Truth.of(store.type.includes("/cluster:")));
  return Truth.any([isReplica(store), isRestore(store), member]);
}

/** The ports of all stores behind one group, or nothing as long as one of them is not known. */
function allPorts(stores: readonly GraphResource[]): number[] | undefined {
  const ports = stores.map((store) => portsOf(store.get("port"), engineOf(store)));
  return ports.every((each) => each !== undefined) ? ports.flat() : undefined;
}

function engineOf(store: GraphResource): string | undefined {
  return storeTypes[store.type]?.engine ?? store.get("engine").text;
}

function judge(check: StackCheck, graph: StackGraph, opening: Opening, ports: readonly number[] | undefined): void {
  if (isOpenToWorld(opening).isYes || opening.self.isYes) return;
  const maybe = opening.certain ? Truth.no : Truth.unknown("securityGroupId");
  const expect = (condition: Truth, fault: string): void => {
    check.expect(opening.at, Truth.any([condition, opening.self, maybe]), fault);
  };
  expect(opensOnly(opening, ports), "a rule of the database's security group opens more than the database's port");
  expect(
    isNarrow(opening, check.setting<number>("dbCidrFloor")),
    "a rule of the database's security group lets in a wide range of addresses instead of a security group",
  );
  expect(
    Truth.any(opening.prefixLists.map((list) => list.isGiven())).not(),
    "a rule of the database's security group lets in a prefix list instead of a security group",
  );
  if (!check.setting<boolean>("requireTierTags")) return;
  const { targets } = graph.references(opening.at, opening.sourcePath, securityGroup);
  expect(
    Truth.all(targets.map((source) => source.tag("hipaa:tier").isOneOf("app"))),
    "a rule of the database's security group lets in a group that is not tagged as application tier",
  );
}

/** The rule on who may reach databases and caches. */
export const securityGroupRules: readonly Rule[] = [databaseFromAppOnly];
