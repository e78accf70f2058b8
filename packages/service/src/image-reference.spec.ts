import assert from "node:assert/strict";
import fc from "fast-check";
import { ArgumentError, checksFor } from "@hipaa-aws/foundation";
import { parseImage } from "./image-reference";

const checks = checksFor("FargateService", "web");
const parse = (image: string) => parseImage(checks, "image", image);
const digest = `sha256:${"a".repeat(64)}`;

describe("image reference", () => {
  it("takes images of private registries apart, in every partition and form of endpoint", () => {
    const expected = { account: "111122223333", region: "us-east-1", repository: "team/web" };
    assert.deepEqual(parse(`111122223333.dkr.ecr.us-east-1.amazonaws.com/team/web@${digest}`), expected);
    assert.deepEqual(parse(`111122223333.dkr.ecr.us-east-1.amazonaws.com/team/web:v1@${digest}`), expected);
    assert.deepEqual(parse("111122223333.dkr.ecr.us-east-1.amazonaws.com/team/web:v1"), expected);
    assert.deepEqual(parse("111122223333.dkr-ecr.us-east-1.on.aws/team/web:v1"), expected);
    assert.equal(parse("111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/web:1").region, "us-gov-west-1");
    assert.equal(parse("111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1").region, "cn-north-1");
  });

  it("refuses the tag latest and no tag at all", () => {
    const repository = "111122223333.dkr.ecr.us-east-1.amazonaws.com/web";
    assert.throws(() => parse(`${repository}:latest`), /image has the tag "latest".*Name the image by digest/);
    assert.throws(() => parse(repository), /has neither tag nor digest/);
    assert.throws(() => parse(`${repository}:`), /has neither tag nor digest/);
    assert.throws(() => parse(`${repository}@sha256:abc`), /64 hexadecimal digits/);
    assert.throws(() => parse(`${repository}@`), /64 hexadecimal digits/);
    // With a digest the tag is a comment.
    assert.equal(parse(`${repository}:latest@${digest}`).repository, "web");
  });

  for (const image of [
    "nginx",
    "nginx:1.27",
    `nginx@${digest}`,
    "public.ecr.aws/nginx/nginx:1.27",
    "ghcr.io/team/web:1",
    "111122223333.dkr.ecr.us-east-1.amazonaws.com.evil.example/web:1",
    "evil.example/111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1",
    "11112222333.dkr.ecr.us-east-1.amazonaws.com/web:1",
    "",
  ]) {
    it(`refuses "${image.slice(0, 60)}", which no task could pull`, () => {
      assert.throws(() => parse(image), /is not in a private ECR registry.*Copy it to an ImageRepository/);
    });
  }

  it("never takes an image without a pin, whatever its name", () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("", ":latest"), (parts, tag) => {
        const image = `111122223333.dkr.ecr.us-east-1.amazonaws.com/${parts.join("/")}`;
        assert.throws(() => parse(image + tag), ArgumentError);
        assert.equal(parse(`${image}:1.0`).repository, parts.join("/"));
      }),
    );
  });
});
