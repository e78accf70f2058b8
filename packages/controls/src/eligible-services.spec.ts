import assert from "node:assert/strict";
import {
  eligibilityOf,
  eligibleServices,
  ineligibleActions,
  longestReviewAge,
  moduleOf,
  reviewAge,
  successorOf,
} from "./eligible-services";
import { requirements } from "./requirements";

describe("eligible services", () => {
  const { eligible, unconfirmed, notEligible, supporting, superseded, reviewed, url } = eligibleServices();

  it("name their source and the day on which it was read", () => {
    assert.match(url, /^https:\/\/aws\.amazon\.com\//);
    assert.match(reviewed, /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(Date.parse(reviewed) <= Date.now());
  });

  it("hold each module once", () => {
    const modules = [...eligible, ...unconfirmed, ...notEligible].flatMap((service) => service.modules);
    const all = [...modules, ...supporting];
    assert.deepEqual(
      all.filter((name, index) => all.indexOf(name) !== index),
      [],
    );
    for (const name of all) assert.match(name, /^[a-z0-9]+$/);
  });

  it("refuse no module that a component of the catalogue is built of", () => {
    const built = [...requirements().values()].filter(({ kind }) => kind === "component");
    const modules = new Set(built.flatMap(({ resourceTypes }) => resourceTypes.map(moduleOf)));
    const refused = [...modules].filter((name) => name !== undefined && eligibilityOf(name).kind === "not eligible");
    assert.deepEqual(refused, []);
  });

  it("know every kind of module", () => {
    assert.equal(eligibilityOf("s3").kind, "eligible");
    assert.equal(eligibilityOf("budgets").kind, "supporting");
    assert.equal(eligibilityOf("memorydb").kind, "unconfirmed");
    assert.deepEqual(eligibilityOf("qldb"), {
      kind: "not eligible",
      instead: "it ended on 2025-07-31; use Amazon Aurora PostgreSQL",
    });
  });

  it("do not take a service for eligible of which they know nothing", () => {
    assert.deepEqual(eligibilityOf("newservice"), { kind: "not eligible" });
    assert.deepEqual(eligibilityOf("constructor"), { kind: "not eligible" });
  });

  it("say of each unconfirmed service why", () => {
    for (const { name, why } of unconfirmed) assert.ok(why.length > 20, name);
  });

  it("leave superseded types to one rule only", () => {
    for (const { type } of superseded) {
      assert.equal(eligibilityOf(moduleOf(type) ?? "").kind, "eligible");
      assert.ok(successorOf(type));
    }
    assert.equal(successorOf("aws:s3/bucket:Bucket"), undefined);
  });

  it("know actions of services that have ended, and none of eligible ones", () => {
    assert.ok(ineligibleActions().has("opsworks-cm"));
    assert.ok(!ineligibleActions().has("s3"));
  });

  it("know the module of a type of the AWS provider only", () => {
    assert.equal(moduleOf("aws:s3/bucket:Bucket"), "s3");
    for (const type of ["pulumi:providers:aws", "aws-native:s3:Bucket", "edge:index:PublicEdge"]) {
      assert.equal(moduleOf(type), undefined, type);
    }
  });
});

describe("the age of a review", () => {
  it("counts whole days", () => {
    assert.equal(reviewAge(new Date("2026-11-22T00:00:00Z"), "2026-11-22"), 0);
    assert.equal(reviewAge(new Date("2026-11-22T23:59:59Z"), "2026-11-21"), 1);
    assert.equal(reviewAge(new Date("2026-05-01T12:00:00Z"), "2026-01-01"), longestReviewAge);
  });

  it("is the table's own where no day is given", () => {
    const { reviewed } = eligibleServices();
    assert.equal(reviewAge(new Date(Date.parse(reviewed) + 3 * 24 * 60 * 60 * 1000)), 3);
  });

  it("is no number for what is no day", () => {
    for (const text of ["", "yesterday", "2026-13-45", "2026-11-22T00:00:00Z"]) {
      assert.ok(Number.isNaN(reviewAge(new Date(), text)), text);
    }
  });
});
