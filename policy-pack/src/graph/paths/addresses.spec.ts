import assert from "node:assert/strict";
import * as fc from "fast-check";
import { everything, isIn, publicParts, sizeOf, spanOf, type Span } from "./addresses";

const octet = fc.nat(255);
const cidr = fc
  .tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 }))
  .map(([a, b, c, d, prefix]) => `${[a, b, c, d].map(String).join(".")}/${String(prefix)}`);

describe("ranges of addresses", () => {
  it("reads CIDRs of both families", () => {
    assert.deepEqual(spanOf("10.0.0.0/8"), { family: "ipv4", first: 167772160n, last: 184549375n });
    assert.deepEqual(spanOf("::/0"), everything("ipv6"));
    assert.deepEqual(spanOf("10.1.2.3/8"), spanOf("10.0.0.0/8"));
    assert.equal(spanOf("everywhere"), undefined);
  });

  it("leaves private space out of the public parts", () => {
    const parts = publicParts("ipv4", []);
    for (const address of ["10.1.2.3/32", "172.20.0.1/32", "192.168.3.4/32", "127.0.0.1/32", "169.254.1.1/32"]) {
      const at = spanOf(address)?.first ?? 0n;
      assert.ok(!parts.some((part) => isIn(part, at, "ipv4")), address);
    }
    assert.ok(parts.some((part) => isIn(part, spanOf("203.0.113.7/32")?.first ?? 0n, "ipv4")));
  });

  it("cuts parts so that each lies wholly inside or outside every span, and together they are the same", () => {
    fc.assert(
      fc.property(fc.array(cidr, { maxLength: 6 }), (texts) => {
        const spans = texts.map((text) => spanOf(text)).filter((span): span is Span => span !== undefined);
        const parts = publicParts("ipv4", spans);
        for (const part of parts) {
          for (const span of spans) assert.equal(isIn(span, part.first, "ipv4"), isIn(span, part.last, "ipv4"));
        }
        const sum = (list: readonly Span[]): bigint => list.reduce((total, part) => total + sizeOf(part), 0n);
        assert.equal(sum(parts), sum(publicParts("ipv4", [])));
      }),
    );
  });
});
