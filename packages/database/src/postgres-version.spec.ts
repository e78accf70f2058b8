import assert from "node:assert/strict";
import { certificateAuthority, defaultPostgresVersion, postgresMajorVersions } from "./postgres-version";

const yearInMilliseconds = 365 * 24 * 60 * 60 * 1000;

describe("dated choices of PostgreSQL", () => {
  it("the default major is known and has more than a year of standard support left", () => {
    const major = postgresMajorVersions[defaultPostgresVersion.version];
    assert.ok(major, "the default is one of the known majors");
    const left = Date.parse(major.standardSupportEnds) - Date.now();
    assert.ok(left > yearInMilliseconds, `choose a newer default: support ends ${major.standardSupportEnds}`);
  });

  it("every known major is still in standard support", () => {
    for (const [version, { standardSupportEnds }] of Object.entries(postgresMajorVersions))
      assert.ok(
        Date.parse(standardSupportEnds) > Date.now(),
        `remove ${version}: support ended ${standardSupportEnds}`,
      );
  });

  it("choices say when they were made", () => {
    for (const choice of [defaultPostgresVersion, certificateAuthority])
      assert.match(choice.asOf, /^\d{4}-\d{2}-\d{2}$/);
  });
});
