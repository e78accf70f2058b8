import assert from "node:assert/strict";
import { record, refusal, text } from "@hipaa-aws/component-testing";
import { ClosedDefaultVpc, type ClosedDefaultVpcArgs } from "./index";
import { assertOutputsAreFields } from "./testing/outputs";

const component = "network:index:ClosedDefaultVpc";
const group = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const acl = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
const ids = { vpcId: "vpc-0a1b2c3d", networkAclId: "acl-0a1b2c3d" };

describe("ClosedDefaultVpc", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`vpc-default-security-group-empty, vpc-no-default-vpc: emptied, and not adopted (${mode})`, async () => {
      let made: ClosedDefaultVpc | undefined;
      const tags = { team: "network" };
      const graph = await record(() => void (made = new ClosedDefaultVpc("account", { ...ids, tags })), mode);
      assert.deepEqual(graph.names, [`${acl} account-default`, `${group} account-default`, `${component} account`]);
      assert.equal(graph.one(group).inputs["vpcId"], ids.vpcId);
      assert.equal(graph.one(acl).inputs["defaultNetworkAclId"], ids.networkAclId);
      for (const type of [group, acl]) {
        const { inputs, parent } = graph.one(type);
        assert.deepEqual([inputs["ingress"], inputs["egress"]], [[], []]);
        assert.deepEqual(inputs["tags"], { Name: "account-default", team: "network" });
        assert.equal(parent, graph.one(component).urn);
      }
      if (mode === "update") assertOutputsAreFields(graph, component, made);
    });
  }

  for (const region of ["us-east-1", "us-gov-west-1", "cn-north-1"]) {
    it(`looks up what it is not told, in ${region}`, async () => {
      const graph = await record(() => void new ClosedDefaultVpc("account"), "update", region);
      const { vpcId, networkAclId } = graph.one(component).outputs;
      assert.match(text(vpcId), /^vpc-[0-9a-f]{17}$/);
      assert.equal(graph.one(group).inputs["vpcId"], vpcId);
      assert.match(text(graph.one(acl).inputs["defaultNetworkAclId"]), /^acl-[0-9a-f]{17}$/);
      assert.ok(networkAclId);
    });
  }

  it("leaves the VPC's subnets to it, whoever makes or removes one", async () => {
    const graph = await record(() => void new ClosedDefaultVpc("account", ids));
    assert.deepEqual(graph.one(acl).ignoreChanges, ["subnetIds"]);
  });

  for (const [title, args, message] of [
    ["a VPC that is none", { vpcId: "subnet-1" }, /ClosedDefaultVpc .*vpcId is "subnet-1"/],
    ["an ACL that is none", { networkAclId: "sg-1" }, /ClosedDefaultVpc .*networkAclId is "sg-1"/],
  ] satisfies [string, ClosedDefaultVpcArgs, RegExp][]) {
    it(`refuses ${title}`, async () => {
      assert.match(await refusal(() => void new ClosedDefaultVpc("account", args)), message);
    });
  }
});
