import { fault, pass, undecided, ref, unknown, type ServiceCases } from "../../testing/cases";
import { but, database, door, group, named, openStore, world } from "../../testing/paths";
import { association, otherStack, routeOf, subnetOf } from "../../testing/vpc";
import { forwardedCases } from "./forwarded.cases";
import { instanceCases } from "./instances.cases";
import { aclCases } from "./reach-acls.cases";
import { groupCases } from "./reach-groups.cases";
import { routeCases } from "./reach-routes.cases";
import { storeCases } from "./stores.cases";

const addresses = [
  pass("no public address", but(openStore, database({ publiclyAccessible: false }))),
  pass("nothing said of a public address", but(openStore, database({ publiclyAccessible: undefined }))),
  pass("no PHI", but(openStore, database({ tags: { "hipaa:phi": "false" } }))),
  undecided("a public address known on update", but(openStore, database({ publiclyAccessible: unknown }))),
  undecided("PHI known on update", but(openStore, database({ tags: { "hipaa:phi": unknown } }))),
  pass(
    "a public address known on update in a closed group",
    but(openStore, database({ publiclyAccessible: unknown }), "door-5432"),
  ),
  fault(
    "a port of its own",
    but(openStore, database({ port: 15432 }), door(5432, { ...world, fromPort: 15432, toPort: 15432 })),
  ),
  pass("a port of its own that no door opens", but(openStore, database({ port: 15432 }))),
  undecided("a port known on update", but(openStore, database({ port: unknown }))),
  fault(
    "a port known on update where every port is open",
    but(openStore, database({ port: unknown }), door(5432, { ...world, ipProtocol: "-1" })),
  ),
  undecided("a subnet group outside the stack", but(openStore, "group", database({ dbSubnetGroupName: "shared" }))),
  undecided(
    "a subnet group known on update",
    [...but(openStore, "group", database({ dbSubnetGroupName: ref("other", "group") })), otherStack],
    { afterUpdate: "undecided" },
  ),
  fault("one open subnet among two", [
    ...but(
      openStore,
      named("aws:rds/subnetGroup:SubnetGroup", "group", { subnetIds: [ref("private"), ref("public-a")] }),
    ),
    subnetOf("private"),
  ]),
  fault(
    "an open subnet beside one outside the stack",
    but(openStore, named("aws:rds/subnetGroup:SubnetGroup", "group", { subnetIds: [ref("public-a"), "subnet-1"] })),
  ),
  undecided(
    "a subnet outside the stack",
    but(openStore, named("aws:rds/subnetGroup:SubnetGroup", "group", { subnetIds: ["subnet-1"] })),
  ),
  undecided(
    "a subnet of a VPC outside the stack, under a network ACL that is not known",
    but(
      openStore,
      "vpc",
      subnetOf("public-a", undefined, { vpcId: "vpc-1" }),
      group("db", { vpcId: "vpc-1" }),
      named("aws:ec2/routeTable:RouteTable", "table", { vpcId: "vpc-1" }),
    ),
  ),
  fault("no subnet group, so the default VPC", but(openStore, "group", database({ dbSubnetGroupName: undefined }))),
  undecided(
    "a replica, which stands where its source does",
    but(openStore, "group", database({ dbSubnetGroupName: undefined, replicateSourceDb: "source" })),
  ),
  fault("a VPC block that is off", [
    ...openStore,
    named("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "block", {
      internetGatewayBlockMode: "off",
    }),
  ]),
  pass("a VPC block of the Region", [
    ...openStore,
    named("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "block", {
      internetGatewayBlockMode: "block-ingress",
    }),
  ]),
  fault("a VPC block that leaves the VPC out", [
    ...openStore,
    named("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "block", {
      internetGatewayBlockMode: "block-bidirectional",
    }),
    named("aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion", "out", {
      vpcId: ref("vpc"),
      internetGatewayExclusionMode: "allow-bidirectional",
    }),
  ]),
  pass("a VPC block that leaves the subnet out for outbound traffic", [
    ...openStore,
    named("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "block", {
      internetGatewayBlockMode: "block-bidirectional",
    }),
    named("aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion", "out", {
      subnetId: ref("public-a"),
      internetGatewayExclusionMode: "allow-egress",
    }),
  ]),
  undecided("a VPC block known on update", [
    ...openStore,
    named("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "block", {
      internetGatewayBlockMode: unknown,
    }),
  ]),
];

export const reachesStoreCases: ServiceCases = {
  "paths-internet-reaches-phi-store": [
    fault("open at every hop", openStore),
    fault("open at every hop, by literal ids", [
      database({ dbSubnetGroupName: "db-group", vpcSecurityGroupIds: ["sg-db"] }),
      named("aws:rds/subnetGroup:SubnetGroup", "group", { name: "db-group", subnetIds: ["subnet-a"] }),
      named("aws:ec2/vpc:Vpc", "vpc", { id: "vpc-1" }),
      named("aws:ec2/subnet:Subnet", "public-a", { id: "subnet-a", vpcId: "vpc-1" }),
      named("aws:ec2/routeTable:RouteTable", "table", { id: "rtb-1", vpcId: "vpc-1" }),
      routeOf("rtb-1", { gatewayId: "igw-1" }, "default"),
      association("subnet-a", "rtb-1", "linked"),
      group("db", { id: "sg-db", vpcId: "vpc-1" }),
      door(5432, { ...world, securityGroupId: "sg-db" }),
    ]),
    pass(
      "closed, by literal ids of things outside the stack",
      database({ publiclyAccessible: false, dbSubnetGroupName: "group-1", vpcSecurityGroupIds: ["sg-1"] }),
    ),
    ...routeCases,
    ...aclCases,
    ...groupCases,
    ...addresses,
    ...storeCases,
    ...instanceCases,
    ...forwardedCases,
  ],
};
