import {
  fault,
  pass,
  undecided,
  ref,
  resource,
  unknown,
  type CaseProperties,
  type CaseResource,
} from "../../testing/cases";
import { but, database, door, group, named, openNetwork, subnetGroup, world } from "../../testing/paths";

const groups = { vpcSecurityGroupIds: [ref("db")] };
const everyPort = door(0, { ...world, ipProtocol: "-1", fromPort: undefined, toPort: undefined }, "db", "door");

/** One store in the open network behind a group that is open to the world. */
const inOpen = (type: string, properties: CaseProperties, ...more: readonly CaseResource[]) => [
  resource(type, properties, { name: "patients" }),
  ...openNetwork,
  group("db"),
  everyPort,
  ...more,
];
const subnets = (type: string) => named(type, "group", { subnetIds: [ref("public-a")] });
const rdsMember = (properties: CaseProperties, clusterProperties: CaseProperties = groups) =>
  inOpen(
    "aws:rds/clusterInstance:ClusterInstance",
    { engine: "aurora-postgresql", clusterIdentifier: ref("cluster"), ...properties },
    named("aws:rds/cluster:Cluster", "cluster", {
      engine: "aurora-postgresql",
      dbSubnetGroupName: ref("group", "name"),
      ...clusterProperties,
    }),
    subnetGroup,
  );
const broker = (properties: CaseProperties) =>
  inOpen("aws:mq/broker:Broker", {
    engineType: "ActiveMQ",
    subnetIds: [ref("public-a")],
    securityGroups: [ref("db")],
    ...properties,
  });
const kafka = (type: unknown) =>
  inOpen("aws:msk/cluster:Cluster", {
    brokerNodeGroupInfo: {
      clientSubnets: [ref("public-a")],
      securityGroups: [ref("db")],
      connectivityInfo: { publicAccess: { type } },
    },
  });

/** Every kind of store, each with what makes it public and without. */
export const storeCases = [
  fault("a member of an Aurora cluster, by the cluster's groups and port", rdsMember({ publiclyAccessible: true })),
  pass("a member of an Aurora cluster without a public address", rdsMember({})),
  pass(
    "a member of a cluster without PHI",
    rdsMember({ publiclyAccessible: true }, { ...groups, tags: { "hipaa:phi": "false" } }),
  ),
  pass("a member of a cluster whose groups are closed", but(rdsMember({ publiclyAccessible: true }), "door")),
  undecided(
    "a member of a cluster outside the stack",
    rdsMember({ publiclyAccessible: true, clusterIdentifier: "aurora-1", dbSubnetGroupName: ref("group", "name") }),
  ),
  fault(
    "a Neptune instance",
    inOpen(
      "aws:neptune/clusterInstance:ClusterInstance",
      { publiclyAccessible: true, clusterIdentifier: ref("cluster"), neptuneSubnetGroupName: ref("group", "name") },
      named("aws:neptune/cluster:Cluster", "cluster", groups),
      subnets("aws:neptune/subnetGroup:SubnetGroup"),
    ),
  ),
  fault(
    "a Redshift cluster",
    inOpen(
      "aws:redshift/cluster:Cluster",
      { publiclyAccessible: true, clusterSubnetGroupName: ref("group", "name"), ...groups },
      subnets("aws:redshift/subnetGroup:SubnetGroup"),
    ),
  ),
  fault(
    "a Redshift workgroup",
    inOpen("aws:redshiftserverless/workgroup:Workgroup", {
      publiclyAccessible: true,
      subnetIds: [ref("public-a")],
      securityGroupIds: [ref("db")],
    }),
  ),
  fault("a Kafka cluster with public brokers", kafka("SERVICE_PROVIDED_EIPS")),
  pass("a Kafka cluster with private brokers", kafka("DISABLED")),
  undecided("a Kafka cluster of which it is known on update", kafka(unknown)),
  fault("a public broker of ActiveMQ", broker({ publiclyAccessible: true })),
  pass("a private broker of ActiveMQ", broker({ publiclyAccessible: false })),
  pass("a public broker of ActiveMQ behind a closed group", but(broker({ publiclyAccessible: true }), "door")),
  fault(
    "a public broker of RabbitMQ, which takes no groups",
    but(broker({ publiclyAccessible: true, engineType: "RabbitMQ" }), "door"),
  ),
  ...(
    [
      ["aws:docdb/cluster:Cluster", { dbSubnetGroupName: ref("group", "name"), ...groups }],
      [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        { subnetGroupName: "group-1", securityGroupIds: [ref("db")] },
      ],
      ["aws:elasticache/cluster:Cluster", { engine: "memcached", securityGroupIds: [ref("db")] }],
      [
        "aws:elasticache/serverlessCache:ServerlessCache",
        { subnetIds: [ref("public-a")], securityGroupIds: [ref("db")] },
      ],
      ["aws:memorydb/cluster:Cluster", { securityGroupIds: [ref("db")] }],
      ["aws:opensearch/domain:Domain", { vpcOptions: { subnetIds: [ref("public-a")], securityGroupIds: [ref("db")] } }],
      ["aws:efs/mountTarget:MountTarget", { subnetId: ref("public-a"), securityGroups: [ref("db")] }],
      ["aws:fsx/lustreFileSystem:LustreFileSystem", { subnetIds: ref("public-a"), securityGroupIds: [ref("db")] }],
    ] as const
  ).map(([type, properties]) =>
    pass(
      `a store that has private addresses only: ${type.split(":")[1] ?? ""}`,
      inOpen(type, properties, subnets("aws:docdb/subnetGroup:SubnetGroup")),
    ),
  ),
  fault(
    "a dual-stack database by IPv6 alone",
    but(
      [database({ networkType: "DUAL" }), subnetGroup, ...openNetwork, group("db")],
      named("aws:ec2/route:Route", "default", {
        routeTableId: ref("table"),
        destinationIpv6CidrBlock: "::/0",
        gatewayId: ref("internet"),
      }),
      door(5432, { cidrIpv6: "::/0" }),
    ),
  ),
  pass("an IPv6 way to a database that has no such address", [
    database(),
    subnetGroup,
    ...openNetwork,
    group("db"),
    door(5432, { cidrIpv6: "::/0" }),
  ]),
];
