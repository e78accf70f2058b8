import { resolve } from "node:path";
import { assertReadmeOnRecord, assertSchemaOnRecord } from "@hipaa-aws/component-testing";

const folder = resolve(__dirname, "..");

describe("schema for other languages", () => {
  it("is what schema.json holds (UPDATE_SCHEMA=1 rewrites it)", () => {
    assertSchemaOnRecord(folder, [
      "InternalLoadBalancer",
      "ManagedCertificate",
      "PrivateCertificateAuthority",
      "PublicEdge",
      "ShieldResponse",
      "WebApplicationFirewall",
    ]);
  });

  it("README has the tables of schema.json (UPDATE_README=1 rewrites them)", () => assertReadmeOnRecord(folder));
});
