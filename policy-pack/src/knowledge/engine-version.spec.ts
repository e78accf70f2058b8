import assert from "node:assert/strict";
import * as fc from "fast-check";
import { compareVersions, isVersionAtLeast, versionNumbers } from "./engine-version";

describe("engine versions", () => {
  const numbers: readonly (readonly [string, readonly number[]])[] = [
    ["17.4", [17, 4]],
    ["8.0.mysql_aurora.3.08.0", [8, 0]],
    ["aurora-postgresql16", [16]],
    ["mariadb11.8", [11, 8]],
    ["sqlserver-se-15.0", [15, 0]],
    ["15.00.4043.16.v1", [15, 0, 4043, 16]],
    ["6.x", [6]],
    ["latest", []],
  ];
  for (const [text, expected] of numbers) {
    it(`reads ${text}`, () => assert.deepEqual(versionNumbers(text), expected));
  }

  it("compares part by part, and takes what holds no number for too old", () => {
    assert.ok(isVersionAtLeast("11.10", [11, 8]));
    assert.ok(!isVersionAtLeast("11.4.5", [11, 8]));
    assert.ok(isVersionAtLeast("15", [15]));
    assert.ok(isVersionAtLeast("15", [15, 0]));
    assert.ok(!isVersionAtLeast("", [1]));
  });

  it("orders versions one way", () => {
    const version = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(version, version, (left, right) => {
        assert.equal(Math.sign(compareVersions(left, right)), -Math.sign(compareVersions(right, left)) + 0);
      }),
    );
  });
});
