import assert from "node:assert/strict";
import { requirements } from "@hipaa-aws/controls";
import { eligibilityOf, moduleOf, supersededTypes } from "./eligible-services";

describe("eligible services", () => {
  it("refuse no module that a component of the catalogue is built of", () => {
    const built = [...requirements().values()].filter(({ kind }) => kind === "component");
    const modules = new Set(built.flatMap(({ resourceTypes }) => resourceTypes.map(moduleOf)));
    const refused = [...modules].filter((name) => name !== undefined && eligibilityOf(name).kind === "not eligible");
    assert.deepEqual(refused, []);
  });

  it("know every kind of module", () => {
    assert.equal(eligibilityOf("s3").kind, "eligible");
    assert.equal(eligibilityOf("budgets").kind, "supporting");
    assert.equal(eligibilityOf("lightsail").kind, "not eligible");
    assert.equal(eligibilityOf("newservice").kind, "unconfirmed");
  });

  it("leave superseded types to one rule only", () => {
    for (const type of Object.keys(supersededTypes)) assert.equal(eligibilityOf(moduleOf(type) ?? "").kind, "eligible");
  });

  it("know the module of a type of the AWS provider only", () => {
    assert.equal(moduleOf("aws:s3/bucket:Bucket"), "s3");
    for (const type of ["pulumi:providers:aws", "aws-native:s3:Bucket", "edge:index:PublicEdge"]) {
      assert.equal(moduleOf(type), undefined, type);
    }
  });
});
