import assert from "node:assert/strict";
import { checksFor } from "@hipaa-aws/foundation";
import * as fc from "fast-check";
import { changeableParameters, lockedParameters, mergeParameters } from "./parameters";
import { postgresMajorVersion, postgresMajorVersions } from "./postgres-version";

const checks = checksFor("PostgresInstance", "db");
const locked = (version: string) => lockedParameters(postgresMajorVersion(checks, version), []);
const valueOf = (settings: { name: string; value: string }[], name: string) =>
  settings.find((setting) => setting.name === name)?.value;

describe("parameters of the database", () => {
  it("log connections in the form of the major version", () => {
    assert.equal(locked("17").log_connections, "1");
    assert.equal(locked("18.1").log_connections, "all");
  });

  it("are known for every supported major version", () => {
    for (const major of Object.keys(postgresMajorVersions))
      assert.ok(mergeParameters(checks, locked(major), []).length > 25, major);
  });

  it("apply static parameters at the next reboot, which RDS asks for", () => {
    const settings = mergeParameters(checks, locked("17"), []);
    const atReboot = settings.filter(({ applyMethod }) => applyMethod === "pending-reboot").map(({ name }) => name);
    assert.deepEqual(atReboot, ["rds.force_ssl", "rds.restrict_password_commands", "shared_preload_libraries"]);
  });

  it("let the user change what steers load", () => {
    for (const name of Object.keys(changeableParameters)) {
      const settings = mergeParameters(checks, locked("17"), [{ name, value: "12345" }]);
      assert.equal(valueOf(settings, name), "12345");
      assert.equal(settings.filter((setting) => setting.name === name).length, 1);
    }
  });

  it("refuse every locked name, whatever the value", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(locked("17"))), fc.string({ minLength: 1 }), (name, value) => {
        fc.pre(/./.test(value));
        assert.throws(() => mergeParameters(checks, locked("17"), [{ name, value }]), {
          name: "ArgumentError",
          message: new RegExp(`sets "${name.replace(/\./g, "\\.")}", which the component locks`),
        });
      }),
    );
  });

  it("keep every locked value, whatever is added, sorted and once each", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_.]{0,20}$/);
    const added = fc.uniqueArray(fc.record({ name, value: fc.constant("1"), pendingReboot: fc.boolean() }), {
      selector: (parameter) => parameter.name,
    });
    fc.assert(
      fc.property(added, (parameters) => {
        let settings;
        try {
          settings = mergeParameters(checks, locked("17"), parameters);
        } catch (error) {
          assert.equal((error as Error).name, "ArgumentError");
          return;
        }
        const names = settings.map((setting) => setting.name);
        assert.deepEqual(names, [...new Set(names)].sort());
        for (const [key, value] of Object.entries(locked("17"))) assert.equal(valueOf(settings, key), value);
        for (const parameter of parameters) assert.equal(valueOf(settings, parameter.name), parameter.value);
      }),
    );
  });
});
