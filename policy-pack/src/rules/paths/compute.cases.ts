import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type CaseResource,
  type ServiceCases,
} from "../../testing/cases";
import { but, database, door, group, named, openNetwork, subnetGroup, world } from "../../testing/paths";
import { subnetOf } from "../../testing/vpc";

const inOpen = (subject: CaseResource, ...more: readonly CaseResource[]) => [
  subject,
  ...openNetwork,
  group("app"),
  door(8080, world, "app"),
  ...more,
];
const service = (network: CaseProperties = {}) =>
  inOpen(
    resource("aws:ecs/service:Service", {
      networkConfiguration: {
        subnets: [ref("public-a")],
        securityGroups: [ref("app")],
        assignPublicIp: true,
        ...network,
      },
    }),
  );
const scaling = (properties: CaseProperties, ...more: readonly CaseResource[]) =>
  inOpen(resource("aws:autoscaling/group:Group", { vpcZoneIdentifiers: [ref("public-a")], ...properties }), ...more);
const template = (properties: CaseProperties) => named("aws:ec2/launchTemplate:LaunchTemplate", "template", properties);
const byTemplate = { launchTemplate: { id: ref("template"), version: "$Latest" } };
const publicNic = { associatePublicIpAddress: "true", securityGroups: [ref("app")] };
const mapping = subnetOf("public-a", undefined, { mapPublicIpOnLaunch: true });
const partner = { cidrIpv4: "203.0.113.0/24" };

export const computeCases: ServiceCases = {
  "paths-internet-reaches-compute": [
    fault("a service with public addresses", service()),
    pass("a service without", service({ assignPublicIp: false })),
    pass("a service that says nothing of it", service({ assignPublicIp: undefined })),
    pass("a service with public addresses behind a closed group", but(service(), "door-8080")),
    pass("a service with public addresses that admits its balancer", [
      ...but(service(), door(8080, { referencedSecurityGroupId: ref("edge") }, "app")),
      group("edge"),
    ]),
    pass("a service with public addresses in a closed subnet", but(service(), "default")),
    pass("a service that shares its hosts' network", [resource("aws:ecs/service:Service", {}), ...openNetwork]),
    undecided("a service whose public addresses are known on update", service({ assignPublicIp: unknown })),
    undecided("a service whose groups are known on update", service({ securityGroups: unknown })),
    fault(
      "instances of a template with public addresses",
      scaling(byTemplate, template({ networkInterfaces: [publicNic] })),
    ),
    pass(
      "instances of a template without",
      scaling(byTemplate, template({ networkInterfaces: [{ ...publicNic, associatePublicIpAddress: "false" }] })),
    ),
    fault(
      "instances of a template in a subnet that gives out addresses",
      but(scaling(byTemplate, template({ vpcSecurityGroupIds: [ref("app")] })), mapping),
    ),
    pass(
      "instances of a template in a subnet that gives out none",
      scaling(byTemplate, template({ vpcSecurityGroupIds: [ref("app")] })),
    ),
    fault(
      "instances of a mixed policy",
      scaling(
        {
          mixedInstancesPolicy: {
            launchTemplate: { launchTemplateSpecification: { launchTemplateId: ref("template") } },
          },
        },
        template({ networkInterfaces: [publicNic] }),
      ),
    ),
    fault(
      "instances of a launch configuration",
      scaling(
        { launchConfiguration: ref("configuration", "name") },
        named("aws:ec2/launchConfiguration:LaunchConfiguration", "configuration", {
          associatePublicIpAddress: true,
          securityGroups: [ref("app")],
        }),
      ),
    ),
    undecided("instances of a template outside the stack", scaling({ launchTemplate: { id: "lt-1" } })),
    pass(
      "instances of a template outside the stack in a closed subnet",
      but(scaling({ launchTemplate: { id: "lt-1" } }), "default"),
    ),
  ],
  "paths-public-range-reaches-phi-store": [
    fault("one partner's range", [database(), subnetGroup, ...openNetwork, group("db"), door(5432, partner)]),
    fault("one address", [
      database(),
      subnetGroup,
      ...openNetwork,
      group("db"),
      door(5432, { cidrIpv4: "203.0.113.7/32" }),
    ]),
    pass("the internet at large, which is another rule's", [
      database(),
      subnetGroup,
      ...openNetwork,
      group("db"),
      door(5432, world),
    ]),
    pass("private addresses", [
      database(),
      subnetGroup,
      ...openNetwork,
      group("db"),
      door(5432, { cidrIpv4: "10.0.0.0/8" }),
    ]),
    pass(
      "one partner's range in a closed subnet",
      but([database(), subnetGroup, ...openNetwork, group("db"), door(5432, partner)], "default"),
    ),
    pass("one partner's range without a public address", [
      database({ publiclyAccessible: false }),
      subnetGroup,
      ...openNetwork,
      group("db"),
      door(5432, partner),
    ]),
    pass("one partner's range that the network ACL denies", [
      database(),
      subnetGroup,
      ...openNetwork,
      group("db"),
      door(5432, partner),
      named("aws:ec2/networkAclRule:NetworkAclRule", "denial", {
        networkAclId: ref("vpc", "defaultNetworkAclId"),
        ruleNumber: 50,
        ruleAction: "deny",
        protocol: "-1",
        cidrBlock: "203.0.113.0/24",
      }),
    ]),
    undecided("a range known on update", [
      database(),
      subnetGroup,
      ...openNetwork,
      group("db"),
      door(5432, { cidrIpv4: unknown }),
    ]),
  ],
};
