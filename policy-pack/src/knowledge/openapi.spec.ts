import assert from "node:assert/strict";
import { integrationsIn } from "./openapi";

const uris = (document: string): string[] =>
  integrationsIn(document)
    .map(({ uri }) => uri)
    .filter((uri) => uri !== "");
const skips = (document: string): boolean => integrationsIn(document).some((one) => one.skipsVerification);

describe("integrations in an OpenAPI document", () => {
  it("are found in JSON, below the extension only", () => {
    const document = {
      info: { contact: { uri: "http://not-a-back-end" } },
      paths: { "/": { get: { "x-amazon-apigateway-integration": { uri: "http://a", tlsConfig: {} } } } },
      components: { "x-amazon-apigateway-integrations": { shared: { uri: "https://b" } } },
    };
    assert.deepEqual(uris(JSON.stringify(document)), ["http://a", "https://b"]);
    assert.equal(skips(JSON.stringify(document)), false);
  });

  it("say whether they skip the verification of certificates", () => {
    const tlsConfig = { insecureSkipVerification: true };
    assert.ok(skips(JSON.stringify({ "x-amazon-apigateway-integration": { uri: "https://a", tlsConfig } })));
    assert.ok(!skips(JSON.stringify({ tlsConfig })));
  });

  it("are found in YAML, comments aside", () => {
    const yaml = [
      "paths:",
      "  /:",
      "    get:",
      "      x-amazon-apigateway-integration:",
      "        uri: 'http://a' # was: https",
      "        # uri: http://commented",
      "        tlsConfig:",
      "          insecureSkipVerification: true",
    ].join("\n");
    assert.deepEqual(uris(yaml), ["http://a"]);
    assert.ok(skips(yaml));
    assert.deepEqual(integrationsIn("uri: http://a"), []);
  });
});
