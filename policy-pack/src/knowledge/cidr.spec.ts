import assert from "node:assert/strict";
import * as fc from "fast-check";
import { isWorldOpenCidr, parseCidr } from "./cidr";

describe("CIDR ranges", () => {
  const open = [
    "0.0.0.0/0",
    "000.0.0.0/0",
    "::/0",
    "0:0:0:0:0:0:0:0/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "::/1",
    "8000::/1",
  ];
  for (const cidr of [...open, "2000::/3", "::ffff:0.0.0.0/96", "3.0.0.0/7", " 0.0.0.0/0 "]) {
    it(`${cidr} is open to the world`, () => assert.ok(isWorldOpenCidr(cidr)));
  }

  const narrow = [
    "10.0.0.0/8",
    "10.0.0.0/7",
    "172.16.0.0/12",
    "203.0.113.7/32",
    "3.0.0.0/8",
    "fd00::/8",
    "2001:db8::/32",
  ];
  for (const cidr of narrow.filter((text) => text !== "10.0.0.0/7")) {
    it(`${cidr} is not`, () => assert.ok(!isWorldOpenCidr(cidr)));
  }

  it("10.0.0.0/7 is: it holds public addresses beside the private ones", () =>
    assert.ok(isWorldOpenCidr("10.0.0.0/7")));

  it("takes text that is no CIDR for none", () => {
    for (const text of ["", "0.0.0.0", "0.0.0.0/33", "::/129", "a.b.c.d/0", "pl-1234", "1.2.3.4/0/0"]) {
      assert.equal(parseCidr(text), undefined, text);
    }
  });

  it("decides every IPv4 range by its prefix, and never throws", () => {
    const octet = fc.nat(255);
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), fc.nat(32), (address, prefix) => {
        const openRange = isWorldOpenCidr(`${address.join(".")}/${prefix}`);
        if (prefix >= 8) assert.ok(!openRange);
        if (prefix === 0) assert.ok(openRange);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void isWorldOpenCidr(text)));
  });
});
