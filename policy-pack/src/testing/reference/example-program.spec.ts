import assert from "node:assert/strict";
import { json, ref, resource, unknown } from "../cases";
import { exampleProgram, fromConfiguration, NotPrintable } from "./example-program";

const bucket = resource("aws:s3/bucket:Bucket", {}, { name: "bucket" });

describe("programs of examples", () => {
  it("declare each resource before it is used, and name it only where it is used", () => {
    const policy = resource(
      "aws:s3/bucketPolicy:BucketPolicy",
      { bucket: ref("bucket", "bucket") },
      { name: "policy" },
    );
    assert.equal(
      exampleProgram([policy, bucket]),
      [
        `import * as s3 from "@pulumi/aws/s3";`,
        `const bucket = new s3.Bucket("bucket");`,
        `new s3.BucketPolicy("policy", { bucket: bucket.bucket });\n`,
      ].join("\n\n"),
    );
  });

  it("say a document as the object that it is, and one with references as Pulumi does", () => {
    const plain = resource("aws:sqs/queue:Queue", { policy: `{"Version":"2012-10-17"}`, name: "{ not JSON" });
    assert.match(
      exampleProgram([plain]),
      /policy: JSON\.stringify\(\{ Version: "2012-10-17" \}\), name: "\{ not JSON"/,
    );
    const wired = resource("aws:sqs/queue:Queue", { policy: json({ Resource: [ref("bucket", "arn")] }) });
    const program = exampleProgram([wired, bucket]);
    assert.match(program, /^import \* as pulumi .*\nimport \* as s3 .*\nimport \* as sqs /);
    assert.match(program, /pulumi\.jsonStringify\(\{ Resource: \[bucket\.arn\] \}\)/);
  });

  it("take secrets from the configuration", () => {
    const program = exampleProgram([resource("aws:rds/instance:Instance", { password: fromConfiguration })]);
    assert.match(program, /const config = new pulumi\.Config\(\);\n\nnew rds\./);
    assert.match(program, /password: config\.requireSecret\("password"\)/);
  });

  it("give options, parents and providers, and a provider's values as a user gives them", () => {
    const home = resource("edge:index:PublicEdge", {}, { name: "home" });
    const program = exampleProgram([
      home,
      { ...bucket, parent: "home", options: { protect: true }, provider: { useFipsEndpoint: "true" } },
    ]);
    assert.match(program, /const home = new pulumi\.ComponentResource\("edge:index:PublicEdge", "home"\);/);
    assert.match(program, /const provider = new aws\.Provider\("provider", \{ useFipsEndpoint: true \}\);/);
    assert.match(program, /new s3\.Bucket\("bucket", \{\}, \{ parent: home, provider, protect: true \}\);/);
  });

  it("use no name twice and none of the language", () => {
    const named = (name: string) => [{ ...bucket, name }, resource("aws:sqs/queue:Queue", { policy: ref(name) })];
    assert.match(exampleProgram(named("default")), /const defaultResource = new s3/);
    assert.match(exampleProgram(named("sqs")), /const sqsResource = new s3/);
    assert.match(exampleProgram(named("phi-documents")), /const phiDocuments = new s3\.Bucket\("phi-documents"\)/);
    assert.throws(() => exampleProgram([bucket, { ...bucket, name: "Bucket" }]), NotPrintable);
  });

  it("refuse what no program can say", () => {
    const cases = {
      "an unknown": [resource("aws:s3/bucket:Bucket", { bucket: unknown })],
      null: [resource("aws:s3/bucket:Bucket", { bucket: null })],
      "another provider": [resource("kubernetes:core/v1:Pod", { metadata: {} })],
      "a reference to nothing": [resource("aws:s3/bucket:Bucket", { bucket: ref("nowhere") })],
      "a circle": [
        resource("aws:s3/bucket:Bucket", { bucket: ref("b") }, { name: "a" }),
        resource("aws:s3/bucket:Bucket", { bucket: ref("a") }, { name: "b" }),
      ],
    };
    for (const [what, resources] of Object.entries(cases)) {
      assert.throws(() => exampleProgram(resources), NotPrintable, what);
    }
  });
});
