import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { cluster, clusterInstance, instance, subnetGroup } from "../../testing/databases";

const subnet = (name: string, zone: unknown = `us-east-1${name}`, tier: unknown = "data") =>
  resource("aws:ec2/subnet:Subnet", { availabilityZone: zone, tags: { "hipaa:tier": tier } }, { name });
const groupOf = (...names: string[]) => subnetGroup({ subnetIds: names.map((name) => ref(name)) });

export const networkCases: ServiceCases = {
  "rds-not-public": [
    pass("nothing said, which means private", instance({})),
    pass("private", instance({ publiclyAccessible: false })),
    fault("public", instance({ publiclyAccessible: true })),
    fault("public as text", instance({ publiclyAccessible: "True" })),
    fault("a public instance of a cluster", clusterInstance({ publiclyAccessible: true })),
    fault("a public shard group", resource("aws:rds/shardGroup:ShardGroup", { publiclyAccessible: true })),
    undecided("known on update", instance({ publiclyAccessible: unknown })),
  ],
  "rds-private-subnet-group": [
    pass("a wired group", instance({ engine: "postgres", dbSubnetGroupName: unknown })),
    pass("a group by name", cluster({ engine: "aurora-mysql", dbSubnetGroupName: "data" })),
    fault("no group", instance({ engine: "postgres" })),
    fault("the default group", cluster({ engine: "aurora-mysql", dbSubnetGroupName: "default" })),
    fault("the default group on a restore", instance({ snapshotIdentifier: "s", dbSubnetGroupName: "Default" })),
    pass("a replica", instance({ replicateSourceDb: "primary" })),
    pass("a replica cluster", cluster({ replicationSourceIdentifier: unknown })),
    pass("a restore", instance({ snapshotIdentifier: "s" })),
    notApplicable("a DocumentDB cluster", cluster({ engine: "docdb" })),
    undecided("an engine known on update, without a group", instance({ engine: unknown })),
  ],
  "rds-subnets-data-tier": [
    pass("data subnets of two zones", [groupOf("a", "b"), subnet("a"), subnet("b")]),
    pass("data subnets of three zones", [groupOf("a", "b", "c"), subnet("a"), subnet("b"), subnet("c", "us-east-1c")]),
    fault("an application subnet among them", [groupOf("a", "b"), subnet("a"), subnet("b", "us-east-1b", "app")]),
    fault("one zone", [groupOf("a", "b"), subnet("a"), subnet("b", "us-east-1a")]),
    fault("one subnet", [groupOf("a"), subnet("a")]),
    fault("an untagged subnet", [groupOf("a", "b"), subnet("a"), resource("aws:ec2/subnet:Subnet", {}, { name: "b" })]),
    undecided("a zone known on update", [groupOf("a", "b"), subnet("a"), subnet("b", unknown)]),
    undecided("subnets of another stack", subnetGroup({ subnetIds: ["subnet-1", "subnet-2"] })),
    undecided("subnets known on update", subnetGroup({ subnetIds: unknown })),
    fault("no subnets", subnetGroup({})),
  ],
};
