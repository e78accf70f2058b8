import { mustNotBeTrue } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";
import { isReplica, isRestore, namesOwnGroup, onlyOwnEngines, subnetGroup } from "./databases";

const notPublic = resourceRule("rds-not-public", {
  check: mustNotBeTrue("publiclyAccessible", "the database can be given a public address"),
});

const privateSubnetGroup = resourceRule("rds-private-subnet-group", {
  check: (database) => {
    onlyOwnEngines(database);
    const name = database.get("dbSubnetGroupName");
    const placedBySource = name
      .isGiven()
      .not()
      .and(isReplica(database).or(isRestore(database)));
    database.expect(
      namesOwnGroup(name, /^default$/i).or(placedBySource),
      "the database falls to the default subnet group, which spans public subnets",
    );
  },
});

const subnet = "aws:ec2/subnet:Subnet";

const dataTierSubnets = stackRule("rds-subnets-data-tier", {
  types: [subnetGroup],
  check: (check, graph) => {
    for (const group of graph.ofType(subnetGroup)) {
      if (group.get("subnetIds").isGiven().isNo) {
        check.fault(group, "the subnet group names no subnets");
        continue;
      }
      const { targets, complete, path } = graph.references(group, "subnetIds", subnet);
      const open = complete && targets.length > 0 ? [] : [Truth.unknown(path)];
      check.expect(
        group,
        Truth.all([...targets.map((target) => target.tag("hipaa:tier").isOneOf("data")), ...open]),
        "the subnet group holds a subnet that is not tagged as data tier",
      );
      check.expect(group, Truth.any([inTwoZones(targets), ...open]), "the subnet group lies in one zone only");
    }
  },
});

function inTwoZones(subnets: readonly GraphResource[]): Truth {
  if (subnets.length < 2) return Truth.no;
  const zones = subnets.map((each) =>
    each.get("availabilityZone").isGiven().isYes ? each.get("availabilityZone") : each.get("availabilityZoneId"),
  );
  const known = new Set(zones.map(({ text }) => text).filter((text) => text !== undefined));
  if (known.size > 1) return Truth.yes;
  const open = zones.filter(({ isKnown }) => !isKnown);
  return open.length > 0 ? Truth.unknown(...open.map(({ path }) => path)) : Truth.no;
}

/** Rules on where databases lie in the network. */
export const networkRules: readonly Rule[] = [notPublic, privateSubnetGroup, dataTierSubnets];
