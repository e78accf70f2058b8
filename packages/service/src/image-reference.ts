import type { ArgumentChecks } from "@hipaa-aws/foundation";

/** An image in a private ECR registry. */
export interface ImageReference {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

// <account>.dkr.ecr[-fips].<region>.amazonaws.com[.cn], or the dual-stack <account>.dkr-ecr[-fips].<region>.on.aws.
const registry =
  /^(\d{12})\.(?:dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?|dkr-ecr(?:-fips)?\.([a-z0-9-]+)\.on\.aws)$/;
const repositoryName = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const digestForm = /^sha256:[0-9a-f]{64}$/;

/** Takes an image apart; refuses other registries and images that can change under the same name. */
export function parseImage(checks: ArgumentChecks, argument: string, image: string): ImageReference {
  const slash = image.indexOf("/");
  const match = registry.exec(image.slice(0, Math.max(slash, 0)));
  const account = match?.[1];
  const region = match?.[2] ?? match?.[3];
  if (account === undefined || region === undefined) {
    return checks.fail(
      argument,
      `is "${image}", which is not in a private ECR registry`,
      "Copy it to an ImageRepository: tasks reach no other registry",
    );
  }
  const [named = "", digest] = image.slice(slash + 1).split("@", 2);
  const colon = named.indexOf(":");
  const repository = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  checks.matches(argument, repository, repositoryName, "a registry, a repository and a tag or digest");
  if (digest !== undefined) {
    checks.matches(argument, digest, digestForm, "an image whose digest is sha256: and 64 hexadecimal digits");
  } else if (tag === undefined || tag === "" || tag === "latest") {
    checks.fail(
      argument,
      tag ? `has the tag "${tag}", which names a different image after every push` : "has neither tag nor digest",
      "Name the image by digest (…@sha256:…), or by a tag that is never pushed twice",
    );
  }
  return { account, region, repository };
}
