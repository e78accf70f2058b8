import { fault, pass, undecided, ref, unknown } from "../../testing/cases";
import { but, named, openStore } from "../../testing/paths";
import { association, mainTable, natGateway, otherStack, routeOf, tableOf, vpnGateway } from "../../testing/vpc";

const noAssociation = but(openStore, "linked");

const later = { afterUpdate: "pass" } as const;

/** Ways to open and to close the route of a subnet. */
export const routeCases = [
  pass("no route", but(openStore, "default")),
  pass("no association, and a main table without a route", noAssociation),
  pass("a route to a NAT gateway", [
    ...but(openStore, routeOf(ref("table"), { natGatewayId: ref("nat") }, "default")),
    natGateway,
  ]),
  pass("a route to a VPN gateway", [
    ...but(openStore, routeOf(ref("table"), { gatewayId: ref("vpn") }, "default")),
    vpnGateway,
  ]),
  pass("a route to a VPN gateway by its id", but(openStore, routeOf(ref("table"), { gatewayId: "vgw-1" }, "default"))),
  pass(
    "a default route to a transit gateway",
    but(openStore, routeOf(ref("table"), { transitGatewayId: "tgw-1" }, "default")),
  ),
  pass(
    "a default route to a peered VPC",
    but(openStore, routeOf(ref("table"), { vpcPeeringConnectionId: "pcx-1" }, "default")),
  ),
  pass("an IPv6 route to a gateway for outbound traffic only", [
    ...but(
      openStore,
      routeOf(
        ref("table"),
        { destinationCidrBlock: undefined, destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-1" },
        "default",
      ),
    ),
  ]),
  pass(
    "a route to private addresses by the internet gateway",
    but(
      openStore,
      routeOf(ref("table"), { gatewayId: ref("internet"), destinationCidrBlock: "10.0.0.0/8" }, "default"),
    ),
  ),
  pass("halves that narrower routes take to a NAT gateway", [
    ...openStore,
    routeOf(ref("table"), { natGatewayId: ref("nat"), destinationCidrBlock: "0.0.0.0/1" }, "low"),
    routeOf(ref("table"), { natGatewayId: ref("nat"), destinationCidrBlock: "128.0.0.0/1" }, "high"),
    natGateway,
  ]),
  pass("an association with a table of its own beside an open main table", [
    ...but(openStore, association(ref("public-a"), ref("closed"), "linked")),
    tableOf("closed"),
    mainTable({ routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("internet") }] }),
  ]),
  fault("a half that goes to a NAT gateway", [
    ...openStore,
    routeOf(ref("table"), { natGatewayId: ref("nat"), destinationCidrBlock: "0.0.0.0/1" }, "low"),
    natGateway,
  ]),
  fault(
    "inline routes",
    but(openStore, "default", tableOf("table", { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("internet") }] })),
  ),
  fault("a gateway by its id", but(openStore, routeOf(ref("table"), { gatewayId: "igw-1" }, "default"))),
  fault("two halves of the internet", [
    ...but(
      openStore,
      routeOf(ref("table"), { gatewayId: ref("internet"), destinationCidrBlock: "0.0.0.0/1" }, "default"),
    ),
    routeOf(ref("table"), { gatewayId: ref("internet"), destinationCidrBlock: "128.0.0.0/1" }, "other-half"),
  ]),
  fault("the adopted main table", [
    ...noAssociation,
    mainTable({ routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("internet") }] }),
  ]),
  fault("a route in the main table by way of the VPC", [
    ...noAssociation,
    routeOf(ref("vpc", "mainRouteTableId"), { gatewayId: ref("internet") }, "in-main"),
  ]),
  fault("a table that was made the main one", [
    ...noAssociation,
    named("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "made", {
      vpcId: ref("vpc"),
      routeTableId: ref("table"),
    }),
  ]),
  fault("a gateway that an attachment names", [
    ...but(openStore, routeOf(ref("table"), { gatewayId: ref("attached") }, "default")),
    named("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "attached", {
      internetGatewayId: ref("internet"),
      vpcId: ref("vpc"),
    }),
  ]),
  fault("a prefix list of the stack that holds everything", [
    ...but(
      openStore,
      routeOf(
        ref("table"),
        { gatewayId: ref("internet"), destinationCidrBlock: undefined, destinationPrefixListId: ref("list") },
        "default",
      ),
    ),
    named("aws:ec2/managedPrefixList:ManagedPrefixList", "list", { entries: [{ cidr: "0.0.0.0/0" }] }),
  ]),
  undecided(
    "a gateway known on update",
    [...but(openStore, routeOf(ref("table"), { gatewayId: ref("other", "gateway") }, "default")), otherStack],
    later,
  ),
  undecided(
    "a destination known on update",
    but(openStore, routeOf(ref("table"), { gatewayId: ref("internet"), destinationCidrBlock: unknown }, "default")),
  ),
  undecided(
    "a table known on update",
    [...but(openStore, "default", routeOf(ref("other", "table"), { gatewayId: ref("internet") }, "stray")), otherStack],
    later,
  ),
  undecided(
    "an association known on update",
    [...but(openStore, association(ref("other", "subnet"), ref("table"), "linked")), otherStack],
    later,
  ),
  undecided(
    "an association with a table outside the stack",
    but(openStore, association(ref("public-a"), "rtb-1", "linked")),
  ),
  undecided(
    "the way by the endpoint of a firewall",
    but(openStore, routeOf(ref("table"), { vpcEndpointId: "vpce-1" }, "default")),
  ),
];
