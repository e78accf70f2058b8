import assert from "node:assert/strict";
import { record, refusal, text } from "@hipaa-aws/component-testing";
import * as pulumi from "@pulumi/pulumi";
import { NetworkAccessScope, PrivateZone, TrafficMirror, type PrivateZoneArgs, type TrafficMirrorArgs } from "./index";
import { assertOutputsAreFields } from "./testing/outputs";

const regions = [
  ["us-east-1", "aws"],
  ["us-gov-west-1", "aws-us-gov"],
  ["cn-north-1", "aws-cn"],
] as const;
const modes = ["preview", "update"] as const;
const own = { tags: { team: "network" } };

describe("NetworkAccessScope", () => {
  const type = "aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope";
  const network = { dataSubnetIds: pulumi.output(["subnet-1", "subnet-2"]) };

  for (const mode of modes) {
    it(`vpc-network-access-analyzer: no path between an internet gateway and the data tier (${mode})`, async () => {
      let made: NetworkAccessScope | undefined;
      const graph = await record(() => void (made = new NetworkAccessScope("proof", { network, ...own })), mode);
      assert.deepEqual(graph.names, [`${type} proof`, "network:index:NetworkAccessScope proof"]);
      const internet = { resourceStatement: { resourceTypes: ["AWS::EC2::InternetGateway"] } };
      const data = { resourceStatement: { resources: ["subnet-1", "subnet-2"] } };
      assert.deepEqual(graph.one(type).inputs["matchPaths"], [
        { source: internet, destination: data },
        { source: data, destination: internet },
      ]);
      assert.deepEqual(graph.one(type).inputs["tags"], { Name: "proof", team: "network" });
      if (mode === "update") assertOutputsAreFields(graph, "network:index:NetworkAccessScope", made);
    });
  }

  it("is made in each partition", async () => {
    for (const [region] of regions) {
      const graph = await record(() => void new NetworkAccessScope("proof", { network }), "update", region);
      assert.equal(graph.all(type).length, 1);
    }
  });

  it("refuses a network without a data tier", async () => {
    const args = { network: { dataSubnetIds: [] } };
    assert.match(
      await refusal(() => void new NetworkAccessScope("proof", args)),
      /network\.dataSubnetIds has 0 element/,
    );
  });
});

describe("PrivateZone", () => {
  const args: PrivateZoneArgs = { domainName: "internal.clinic.example.com", network: { vpcId: "vpc-1" } };
  const type = "aws:route53/zone:Zone";

  for (const mode of modes) {
    it(`route53-private-zones: known to its VPCs alone (${mode})`, async () => {
      let made: PrivateZone | undefined;
      const program = () => void (made = new PrivateZone("inside", { ...args, additionalVpcIds: ["vpc-2"], ...own }));
      const graph = await record(program, mode);
      assert.deepEqual(graph.names, [`${type} inside`, "network:index:PrivateZone inside"]);
      const { inputs } = graph.one(type);
      assert.deepEqual(inputs["vpcs"], [{ vpcId: "vpc-1" }, { vpcId: "vpc-2" }]);
      assert.deepEqual([inputs["name"], inputs["forceDestroy"], inputs["tags"]], [args.domainName, false, own.tags]);
      if (mode === "update") assertOutputsAreFields(graph, "network:index:PrivateZone", made);
    });
  }

  for (const [region, partition] of regions) {
    it(`is made in the partition ${partition}`, async () => {
      const graph = await record(() => void new PrivateZone("inside", args), "update", region);
      assert.match(
        JSON.stringify(graph.one(type).outputs["arn"]),
        new RegExp(`arn:${partition}:route53:::hostedzone/`),
      );
    });
  }

  const many = Array.from({ length: 300 }, (_, index) => `vpc-${String(index)}`);
  for (const [title, wrong, message] of [
    ["a dot at the end", { domainName: "internal.example." }, /domainName is "internal\.example\."/],
    ["more VPCs than AWS takes", { additionalVpcIds: many }, /additionalVpcIds\.length is 300/],
  ] as const) {
    it(`refuses ${title}`, async () =>
      assert.match(await refusal(() => void new PrivateZone("inside", { ...args, ...(wrong as object) })), message));
  }
});

describe("TrafficMirror", () => {
  const args: TrafficMirrorArgs = {
    sources: [
      { name: "app-1", networkInterfaceId: "eni-1" },
      { name: "app-2", networkInterfaceId: pulumi.output("eni-2") },
    ],
    networkLoadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/ids/1234567890abcdef",
  };
  const mirror = (more: Partial<TrafficMirrorArgs> = {}) => new TrafficMirror("ids", { ...args, ...more });

  for (const mode of modes) {
    it(`vpc-packet-mirroring-option: all packets of each source, either way, to one target (${mode})`, async () => {
      let made: TrafficMirror | undefined;
      const graph = await record(() => void (made = mirror(own)), mode);
      assert.deepEqual(graph.names, [
        "aws:ec2/trafficMirrorFilter:TrafficMirrorFilter ids",
        "aws:ec2/trafficMirrorFilterRule:TrafficMirrorFilterRule ids-egress",
        "aws:ec2/trafficMirrorFilterRule:TrafficMirrorFilterRule ids-ingress",
        "aws:ec2/trafficMirrorSession:TrafficMirrorSession ids-app-1",
        "aws:ec2/trafficMirrorSession:TrafficMirrorSession ids-app-2",
        "aws:ec2/trafficMirrorTarget:TrafficMirrorTarget ids",
        "network:index:TrafficMirror ids",
      ]);
      for (const session of graph.all("aws:ec2/trafficMirrorSession:TrafficMirrorSession")) {
        assert.match(text(session.inputs["networkInterfaceId"]), /^eni-\d$/);
        assert.equal(session.propertyDependencies["trafficMirrorTargetId"]?.length, 1);
        assert.equal(session.inputs["sessionNumber"], 1);
        assert.ok(!("packetLength" in session.inputs));
      }
      if (mode === "update") assertOutputsAreFields(graph, "network:index:TrafficMirror", made);
    });
  }

  it("takes its knobs, in each partition", async () => {
    for (const [region] of regions) {
      const graph = await record(() => void mirror({ packetLength: 128, sessionNumber: 7 }), "update", region);
      const { inputs } = graph.one("aws:ec2/trafficMirrorSession:TrafficMirrorSession", "ids-app-1");
      assert.deepEqual([inputs["packetLength"], inputs["sessionNumber"]], [128, 7]);
    }
  });

  const source = { name: "app-1", networkInterfaceId: "eni-1" };
  for (const [title, wrong, message] of [
    ["no source", { sources: [] }, /sources has 0 element/],
    ["a source twice", { sources: [source, source] }, /sources holds "app-1" twice/],
    ["a name with blanks", { sources: [{ ...source, name: "app 1" }] }, /sources\[\]\.name is "app 1"/],
    ["too short packets", { packetLength: 10 }, /packetLength is 10/],
    ["session 0", { sessionNumber: 0 }, /sessionNumber is 0/],
  ] as const) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void mirror(wrong as object)), message));
  }
});
