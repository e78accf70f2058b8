import { resolve } from "node:path";
import { assertReadmeOnRecord, assertSchemaOnRecord } from "@hipaa-aws/component-testing";

describe("schema for other languages", () => {
  const folder = resolve(__dirname, "..");

  it("is what schema.json holds (UPDATE_SCHEMA=1 rewrites it)", () => {
    assertSchemaOnRecord(folder, [
      "ClosedDefaultVpc",
      "DnsProtection",
      "DnssecZone",
      "ExistingVpc",
      "NetworkAccessScope",
      "PrivateZone",
      "PublicAccessBlock",
      "TrafficMirror",
      "Vpc",
    ]);
  });

  it("README has the tables of schema.json (UPDATE_README=1 rewrites them)", () => assertReadmeOnRecord(folder));
});
