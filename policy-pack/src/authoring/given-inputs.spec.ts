import assert from "node:assert/strict";
import { isProviderFilled } from "../graph/declared";
import { Truth } from "./truth";
import { stackRule } from "./rule";
import { ref, resource } from "../testing/cases";
import { runPack } from "../testing/run-pack";

const bucketType = "aws:s3/bucket:Bucket";

/** Tells of each bucket whether its policy is its own and not AWS's. */
const ownPolicy = stackRule("s3-versioning", {
  types: [bucketType],
  check: (stack, graph) => {
    for (const bucket of graph.ofType(bucketType)) {
      stack.expect(bucket, Truth.of(isProviderFilled(bucket, "policy")), "gives a policy");
      stack.expect(bucket, Truth.of(!isProviderFilled(bucket, "policy")), "gives none");
    }
  },
});

const key = resource("aws:kms/key:Key", {}, { name: "key" });
const bucket = resource(
  bucketType,
  { policy: "{}", kmsKeyArn: ref("key", "arn") },
  { name: "literal", computed: { versioning: {} } },
);
const computed = resource(
  bucketType,
  { kmsKeyArn: ref("key", "arn") },
  { name: "computed", computed: { policy: "{}" } },
);

function told(notAsked: string[] = []): string[] {
  const { said } = runPack({ rules: [ownPolicy], resources: [key, bucket, computed], notAsked });
  return said
    .filter(({ policy }) => policy === "s3-versioning")
    .map(({ message, urn }) => `${urn?.split("::").pop() ?? ""} ${message.split(".")[0] ?? ""}`)
    .sort();
}

describe("what a program gave, to rules of the whole stack", () => {
  it("is what the pack was told when it was asked about the resource, not what is wired", () => {
    const [first = "", second = "", ...more] = told();
    assert.match(first, /^computed gives none/);
    assert.match(second, /^literal gives a policy/);
    assert.deepEqual(more, []);
  });

  it("is everything that stands there where the pack was not asked", () => {
    const [first = "", second = ""] = told(["computed", "literal"]);
    assert.match(first, /^computed gives a policy/);
    assert.match(second, /^literal gives a policy/);
  });
});
