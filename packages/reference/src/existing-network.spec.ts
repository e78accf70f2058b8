import assert from "node:assert/strict";
import type { RecordOptions, ResourceState } from "@hipaa-aws/simulated-aws";
import * as pulumi from "@pulumi/pulumi";
import type { HipaaWebApplicationArgs } from "./args";
import type { HipaaWebApplicationExistingNetworkArgs } from "./existing-network-args";
import { record } from "./testing/example";
import { describedNetwork, existingNetwork } from "./testing/existing-network-example";
import { inputsOf, named, ofType } from "./testing/find";

/** An application in a VPC that is there, with these further words about it. */
const recorded = (
  more: Partial<HipaaWebApplicationExistingNetworkArgs> = {},
  args: Partial<HipaaWebApplicationArgs> = {},
  options: RecordOptions = {},
) => record({ network: undefined, existingNetwork: { ...existingNetwork, ...more }, ...args }, options);
const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
const servicesOf = (resources: readonly ResourceState[]) =>
  inputsOf(resources, endpointType)
    .map(({ serviceName }) => (serviceName as string).replace("com.amazonaws.us-east-1.", ""))
    .sort();
const domainsOf = (resources: readonly ResourceState[]) =>
  inputsOf(resources, "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList")
    .flatMap(({ domains }) => domains as string[])
    .filter((domain) => domain.includes("example"));
const tables = [{ name: "sessions", partitionKey: "sessionId" }];
const always = ["ecr.api", "ecr.dkr", "kms", "logs", "s3", "secretsmanager", "sts"];

describe("HipaaWebApplication in a VPC that is there already", () => {
  it("makes no VPC, subnet, route or network ACL", async () => {
    const resources = await recorded();
    for (const kind of ["vpc:Vpc", "subnet:Subnet", "route:Route", "routeTable:RouteTable", "networkAcl:NetworkAcl"]) {
      assert.deepEqual(ofType(resources, `aws:ec2/${kind}`), [], kind);
    }
    assert.equal(ofType(resources, "network:index:ExistingVpc").length, 1);
    assert.deepEqual(ofType(resources, "network:index:Vpc"), []);
  });

  it("puts each part into the subnets that are told for its tier", async () => {
    const resources = await recorded(describedNetwork);
    const balancer = (name: string) => named(resources, "aws:lb/loadBalancer:LoadBalancer", name).inputs["subnets"];
    assert.deepEqual(balancer("clinic-edge"), describedNetwork.publicSubnetIds);
    assert.deepEqual(balancer("clinic-internal"), describedNetwork.appSubnetIds);
    const service = (name: string) =>
      (named(resources, "aws:ecs/service:Service", name).inputs["networkConfiguration"] as { subnets: string[] })
        .subnets;
    assert.deepEqual(service("clinic-web"), describedNetwork.webSubnetIds);
    assert.deepEqual(service("clinic-app"), describedNetwork.appSubnetIds);
    for (const { subnetIds } of inputsOf(resources, "aws:rds/subnetGroup:SubnetGroup")) {
      assert.deepEqual(subnetIds, describedNetwork.dataSubnetIds);
    }
    for (const { vpcId } of inputsOf(resources, "aws:ec2/securityGroup:SecurityGroup")) {
      assert.equal(vpcId, describedNetwork.vpcId);
    }
  });

  it("records all traffic and what is rejected, and empties the default security group", async () => {
    const resources = await recorded();
    const flows = inputsOf(resources, "aws:ec2/flowLog:FlowLog");
    assert.deepEqual(flows.map(({ trafficType }) => trafficType).sort(), ["ALL", "REJECT"]);
    const bucket = named(resources, "aws:s3/bucket:Bucket", "clinic-flow-logs").outputs["arn"];
    assert.ok(flows.some(({ logDestination }) => logDestination === bucket));
    const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    assert.deepEqual(named(resources, type, "clinic-network-default").inputs["ingress"], []);
    assert.deepEqual(ofType(await recorded({ closeDefaultSecurityGroup: false }), type), []);
  });

  it("takes endpoints for what tasks call, under the organization's policy", async () => {
    const resources = await recorded({}, { events: {}, organizationId: "o-exampleorgid" });
    assert.deepEqual(servicesOf(resources), [...always, "events"].sort());
    for (const { policy } of inputsOf(resources, endpointType)) {
      assert.match(policy as string, /"aws:PrincipalOrgID":"o-exampleorgid"/);
    }
    assert.deepEqual(servicesOf(await recorded(describedNetwork, { tables })), [...always, "dynamodb"].sort());
  });

  it("uses the endpoints that are there, tables' too", async () => {
    const resources = await recorded(
      { endpointSecurityGroupId: "sg-endpoints", s3EndpointId: "vpce-s3" },
      { tables, webInstances: { imageId: "ami-0123456789abcdef0" }, web: undefined },
    );
    assert.deepEqual(servicesOf(resources), []);
    const doors = inputsOf(resources, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assert.ok(doors.some(({ referencedSecurityGroupId }) => referencedSecurityGroupId === "sg-endpoints"));
  });

  it("lets instances read the packages of AWS through its endpoint of S3", async () => {
    const policy = async (args: Partial<HipaaWebApplicationArgs>) =>
      named(await recorded({}, args), endpointType, "clinic-network-s3").inputs["policy"] as string;
    const webInstances = { imageId: "ami-0123456789abcdef0" };
    assert.match(await policy({ web: undefined, webInstances }), /AllowInstancePackages/);
    assert.doesNotMatch(await policy({}), /AllowInstancePackages/);
  });

  it("closes DNS but for the domains that are told, unless there is a free way out or another stack filters", async () => {
    const own = ["clinic.example.com", "internal.clinic.example.com"];
    assert.deepEqual(domainsOf(await recorded()), own);
    assert.deepEqual(domainsOf(await recorded({ allowedDomains: ["a.example", ".b.example"] })), [
      ...own,
      "a.example",
      "*.b.example",
    ]);
    const open = await recorded({ internetAccess: true });
    assert.deepEqual(domainsOf(open), []);
    assert.equal(ofType(open, "network:index:DnsProtection").length, 1);
    assert.deepEqual(ofType(await recorded({ dnsProtection: false }), "network:index:DnsProtection"), []);
  });

  it("exempts the public subnets alone from the account's block of public access", async () => {
    const resources = await recorded({}, { accountSafeguards: true });
    assert.equal(ofType(resources, "network:index:PublicAccessBlock").length, 1);
    const exempt = inputsOf(resources, "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion");
    assert.deepEqual(
      exempt.map(({ subnetId }) => subnetId),
      existingNetwork.publicSubnetIds,
    );
  });

  it("blocks public access after the exemptions, so that a VPC in use is not cut off", async () => {
    for (const network of [{}, { network: { cidrBlock: "10.20.0.0/16" }, existingNetwork: undefined }]) {
      const resources = await recorded({}, { accountSafeguards: true, ...network });
      const [block] = ofType(resources, "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions");
      const exempt = ofType(resources, "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion");
      assert.equal(exempt.length, 3);
      for (const { urn } of exempt) assert.ok(block?.dependencies.includes(urn), urn);
    }
  });

  it("has as many zones as the data tier has subnets, or as are told", async () => {
    const [first = "", second = ""] = existingNetwork.dataSubnetIds as string[];
    const targets = async (more: Partial<HipaaWebApplicationExistingNetworkArgs>) =>
      ofType(await recorded(more, { files: {} }), "aws:efs/mountTarget:MountTarget").length;
    assert.equal(await targets({}), 3);
    assert.equal(await targets({ dataSubnetIds: [first, second] }), 2);
    const output = pulumi.output([first, second]);
    assert.equal(await targets({ dataSubnetIds: output, availabilityZones: 2 }), 2);
  });

  it("takes the outputs of another component, and makes the same resources at preview as in an update", async () => {
    const urns = (resources: readonly ResourceState[]) => resources.map(({ urn }) => urn).sort();
    const outputs = Object.fromEntries(
      Object.entries(existingNetwork).map(([argument, value]) => [argument, pulumi.output(value as unknown)]),
    );
    const args = { tables, functions: [], search: undefined };
    const more = { ...outputs, appRouteTableIds: pulumi.output(["rtb-app"]) };
    const updated = urns(await recorded(more, args));
    assert.deepEqual(urns(await recorded(more, args, { mode: "preview" })), updated);
    assert.ok(updated.some((urn) => urn.endsWith("::clinic-network-dynamodb")));
  });

  for (const [region, partition] of [
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`names ARNs of the partition ${partition} in ${region}`, async () => {
      const resources = await recorded(describedNetwork, { tables }, { config: { "aws:region": region } });
      const texts = JSON.stringify(resources.filter(({ custom }) => custom).map(({ inputs }) => inputs));
      const partitions = new Set([...texts.matchAll(/arn:(aws[a-z-]*):/g)].map(([, found]) => found));
      assert.deepEqual([...partitions], [partition]);
    });
  }

  const output = <T>(value: T) => pulumi.output(value) as pulumi.Output<T>;
  const two = ["subnet-data1", "subnet-data2"];
  type Refused = readonly [
    string,
    Partial<HipaaWebApplicationExistingNetworkArgs>,
    RegExp,
    Partial<HipaaWebApplicationArgs>?,
  ];
  const refused: readonly Refused[] = [
    ["two networks", {}, /network and existingNetwork are given together/, { network: { cidrBlock: "10.20.0.0/16" } }],
    [
      "no network at all",
      {},
      /network and existingNetwork are both missing\. Give one of them/,
      { existingNetwork: undefined },
    ],
    ["route tables of web alone", { webRouteTableIds: ["rtb-1"] }, /without existingNetwork\.appRouteTableIds/],
    ["tables without routes to them", {}, /tables and existingNetwork\.appRouteTableIds do not fit/, { tables }],
    [
      "an account's block with subnets that are not counted",
      { publicSubnetIds: output(["subnet-a", "subnet-b"]) },
      /accountSafeguards and existingNetwork\.publicSubnetIds do not fit.*as a list/,
      { accountSafeguards: true },
    ],
    [
      "domains beside a free way out",
      { allowedDomains: ["a.example"], internetAccess: true },
      /existingNetwork\.allowedDomains and existingNetwork\.internetAccess are given together/,
    ],
    [
      "domains that another stack filters",
      { allowedDomains: ["a.example"], dnsProtection: false },
      /existingNetwork\.allowedDomains is given, and another stack filters/,
    ],
    [
      "a way out that another stack filters",
      { internetAccess: true, dnsProtection: false },
      /existingNetwork\.internetAccess is given, and another stack filters/,
    ],
    ["one zone", { availabilityZones: 1 }, /existingNetwork\.availabilityZones is 1/],
    [
      "a serverless warehouse in two zones",
      { dataSubnetIds: two },
      /analytics\.serverless and existingNetwork\.availabilityZones do not fit/,
      { analytics: { serverless: true } },
    ],
    ["data among applications", { dataSubnetIds: existingNetwork.appSubnetIds }, /dataSubnetIds and appSubnetIds both/],
    ["half of the endpoints", { s3EndpointId: "vpce-1" }, /endpointSecurityGroupId and s3EndpointId belong together/],
  ];
  for (const [title, more, message, args] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(recorded(more, args), message);
    });
  }
});
