import * as path from "node:path";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as kms from "@pulumi/aws/kms";
import { Provider } from "@pulumi/aws/provider";
import * as s3 from "@pulumi/aws/s3";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";

export const fixturePack = path.resolve(__dirname, "../../fixtures/pack");

/** A component with children of which one is versioned and protected. */
class Store extends pulumi.ComponentResource {
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("fixture:index:Store", name, { size: 1 }, opts);
    const bucket = new s3.Bucket(
      name,
      { tags: { owner: "records", note: pulumi.secret("canary-secret") } },
      { parent: this, protect: true, ignoreChanges: ["forceDestroy"] },
    );
    new s3.BucketVersioning(
      `${name}-versioning`,
      { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
      { parent: this },
    );
    this.registerOutputs({ arn: bucket.arn });
  }
}

/** Passes every mandatory rule of the fixture pack; protect, secret, explicit provider and children are in it. */
export function goodProgram(): Record<string, unknown> {
  const east = new Provider("east", { region: "us-east-1" });
  new Store("records", { providers: { aws: east } });
  return { size: new pulumi.Config("fixture").get("size"), token: pulumi.secret("canary-secret") };
}

/** Violates each rule once or more, and leaves one undecided at preview. */
export function badProgram(): void {
  const plain = new s3.Bucket("plain", { bucket: "Upper" });
  new s3.Bucket("derived", { bucket: plain.arn, tags: { owner: "records" } }, { dependsOn: plain });
}

/** One bucket, to change between two runs. */
export function taggedBucket(tag: string): void {
  new s3.Bucket("one", { tags: { tag } });
}

/** What programs do with providers, options and values, each thing once. */
export function everythingProgram(): Record<string, unknown> {
  const west = new Provider("west", {
    region: "us-west-2",
    defaultTags: { tags: { environment: "test" } },
  });
  new Store("elsewhere", { providers: { aws: west } });
  new Store("here");
  const existing = kms.Key.get("existing", "1234abcd-12ab-34cd-56ef-1234567890ab");
  const caller = getCallerIdentityOutput();
  const topic = new sns.Topic("topic", {
    displayName: pulumi.interpolate`alerts of ${caller.accountId} in ${getRegionOutput().region}`,
  });
  new sns.Topic("copy", { displayName: topic.arn, kmsMasterKeyId: existing.arn }, { dependsOn: existing });
  return {
    topic: topic.arn,
    size: new pulumi.Config("fixture").require("size"),
    token: pulumi.secret("canary-secret"),
  };
}
