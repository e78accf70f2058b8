import assert from "node:assert/strict";
import { NotApplicable, ResourceCheck } from "./resource-check";
import { Truth } from "./truth";

const check = (): ResourceCheck =>
  new ResourceCheck(
    {
      type: "aws:s3/bucket:Bucket",
      name: "b",
      urn: "urn:b",
      opts: {} as never,
      props: {},
      provider: undefined,
    },
    {},
  );

describe("a rule that judges only some resources", () => {
  it("stops where it does not apply", () => {
    assert.throws(() => check().onlyWhen(Truth.no, "is of another kind"), NotApplicable);
  });

  it("passes what meets it, whether it applies or not", () => {
    const resource = check();
    resource.onlyWhen(Truth.unknown("tags"), "is tagged");
    resource.expect(Truth.yes, "is open");
    assert.deepEqual(resource.findings.faults, []);
    assert.deepEqual(resource.findings.open, []);
  });

  it("leaves open what does not meet it while it may not apply", () => {
    const resource = check();
    resource.onlyWhen(Truth.unknown("tags"), "is tagged");
    resource.expect(Truth.no, "is open");
    resource.fault("is closed");
    assert.deepEqual(resource.findings.faults, []);
    assert.deepEqual(resource.findings.open, [{ urn: "urn:b", path: "tags" }]);
  });

  it("says all that is open", () => {
    const resource = check();
    resource.onlyWhen(Truth.unknown("tags"), "is tagged");
    resource.expect(Truth.unknown("key"), "has no key");
    assert.deepEqual(resource.findings.open.map(({ path }) => path).sort(), ["key", "tags"]);
  });

  it("has faults where it applies", () => {
    const resource = check();
    resource.onlyWhen(Truth.yes, "is tagged");
    resource.expect(Truth.no, "is open");
    assert.deepEqual(resource.findings.faults, [{ urn: "urn:b", text: "is open" }]);
  });
});
