import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Truth } from "../authoring/truth";
import { Value } from "../authoring/value";
import { cloudFrontPolicyFloor, hasTls12Floor, loadBalancerPolicyFloor, protocolVersion } from "./tls-policies";

const balancers: Readonly<Record<string, readonly string[]>> = {
  "0.3": ["2011-08", "2014-01"],
  "1": ["2014-10", "2015-05", "2016-08", "FS-2018-06", "TLS-1-0-2015-04", "TLS13-1-0-2021-06"],
  "1.1": ["TLS-1-1-2017-01", "FS-1-1-2019-08", "TLS13-1-1-2021-06", "TLS13-1-1-FIPS-2023-04"],
  "1.2": [
    "TLS-1-2-2017-01",
    "TLS-1-2-Ext-2018-06",
    "FS-1-2-2019-08",
    "FS-1-2-Res-2020-10",
    "TLS13-1-2-2021-06",
    "TLS13-1-2-Ext2-2021-06",
    "TLS13-1-2-Res-FIPS-PQ-2025-09",
    "TLS13-1-2-Ext0-RFC9151-FIPS-2023-07",
    "TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07",
  ],
  "1.3": ["TLS13-1-3-2021-06", "TLS13-1-3-FIPS-PQ-2025-09", "TLS13-1-3-RFC9151-FIPS-2023-07"],
};

describe("security policies of load balancers", () => {
  for (const [floor, names] of Object.entries(balancers)) {
    for (const name of names) {
      it(`${name} accepts ${floor} and newer`, () =>
        assert.equal(loadBalancerPolicyFloor(`ELBSecurityPolicy-${name}`), Number(floor)));
    }
  }

  it("have names of one form only", () => {
    for (const name of [
      "",
      "TLS13-1-2-2021-06",
      "ELBSecurityPolicy-TLS13-1-2",
      "ELBSecurityPolicy-TLS13-1-2-",
      "ELBSecurityPolicy-TLS13-1-4-2030-01",
      "ELBSecurityPolicy-TLS13-1-2-2021-06 ",
      "xELBSecurityPolicy-TLS13-1-2-2021-06",
      "ELBSecurityPolicy-New-2030-01",
    ]) {
      assert.equal(loadBalancerPolicyFloor(name), undefined, name);
    }
  });
});

describe("security policies of CloudFront", () => {
  const known: readonly (readonly [string, number])[] = [
    ["SSLv3", 0.3],
    ["TLSv1", 1],
    ["TLSv1_2016", 1],
    ["TLSv1.1_2016", 1.1],
    ["TLSv1.2_2018", 1.2],
    ["TLSv1.2_2019", 1.2],
    ["TLSv1.2_2021", 1.2],
    ["TLSv1.2_2025", 1.2],
    ["TLSv1.3_2025", 1.3],
  ];
  for (const [name, floor] of known) {
    it(`${name} accepts ${floor} and newer`, () => assert.equal(cloudFrontPolicyFloor(name), floor));
  }

  it("have names of one form only", () => {
    for (const name of ["", "TLSv1.2_", "TLSv1.4_2030", "TLS1.2", "TLSv2"]) {
      assert.equal(cloudFrontPolicyFloor(name), undefined, name);
    }
  });

  it("name versions of protocols", () => {
    assert.equal(protocolVersion("TLSv1.2"), 1.2);
    assert.equal(protocolVersion("TLSv1"), 1);
    assert.equal(protocolVersion("TLSv1.2_2021"), undefined);
  });
});

describe("a floor of TLS 1.2", () => {
  const floor = (raw: unknown): Truth => hasTls12Floor(new Value(raw, "sslPolicy"), loadBalancerPolicyFloor);
  it("holds, does not hold, or is not known", () => {
    assert.ok(floor("ELBSecurityPolicy-TLS13-1-3-2021-06").isYes);
    assert.ok(floor("ELBSecurityPolicy-2016-08").isNo);
    assert.ok(floor(undefined).isNo);
    assert.ok(floor(12).isNo);
    assert.ok(floor("04da6b54-80e4-46f7-96ec-b56ff0331ba9").isUnknown);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (raw) => void floor(raw)));
  });
});
