import { resolve } from "node:path";
import { assertSchemaOnRecord } from "@hipaa-aws/component-testing";

describe("schema for other languages", () => {
  it("is what schema.json holds (UPDATE_SCHEMA=1 rewrites it)", () => {
    assertSchemaOnRecord(resolve(__dirname, ".."), ["HipaaWebApplication"]);
  });
});
