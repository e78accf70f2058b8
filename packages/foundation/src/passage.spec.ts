import assert from "node:assert/strict";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { openGatewayPassage, openPassage } from "./passage";

/** What the program says, without what the provider adds to every resource. */
function given({
  inputs: { region: _region, tagsAll: _tagsAll, ...inputs },
}: {
  readonly inputs: Record<string, unknown>;
}) {
  return inputs;
}

const ends = { from: "sg-0client", description: "clinic to its database", tags: { Team: "care" } };

describe("a passage between security groups", () => {
  it("is the egress of the one and the ingress of the other, on one port", async () => {
    const { resources } = await recordProgram(
      () => void openPassage({ egress: "out", ingress: "in" }, { ...ends, to: "sg-0server", port: 5432 }, {}),
    );
    const rules = resources.filter(({ type }) => type.startsWith("aws:vpc/"));
    const shared = {
      description: "clinic to its database",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      tags: { Team: "care" },
    };
    assert.deepEqual(
      rules.map((rule) => ({
        name: rule.urn.split("::").at(-1),
        type: rule.type.split(":").at(-1),
        inputs: given(rule),
      })),
      [
        {
          name: "out",
          type: "SecurityGroupEgressRule",
          inputs: { ...shared, securityGroupId: "sg-0client", referencedSecurityGroupId: "sg-0server" },
        },
        {
          name: "in",
          type: "SecurityGroupIngressRule",
          inputs: { ...shared, securityGroupId: "sg-0server", referencedSecurityGroupId: "sg-0client" },
        },
      ],
    );
  });

  it("to a gateway endpoint is HTTPS to its prefix list alone", async () => {
    const { resources } = await recordProgram(
      () => void openGatewayPassage("out", { ...ends, prefixListId: "pl-0s3" }, {}),
    );
    const [rule, ...more] = resources.filter(({ type }) => type.startsWith("aws:vpc/"));
    assert.deepEqual(more, []);
    assert.ok(rule);
    assert.deepEqual(given(rule), {
      description: "clinic to its database",
      securityGroupId: "sg-0client",
      prefixListId: "pl-0s3",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags: { Team: "care" },
    });
  });
});
