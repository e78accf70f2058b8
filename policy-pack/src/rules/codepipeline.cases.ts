import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";
import { bucketOf, bucketV2Of, companion, policy, tlsDeny } from "../testing/s3";

type Properties = Record<string, unknown>;
const pipeline = (properties: Properties = {}) => resource("aws:codepipeline/pipeline:Pipeline", properties);
const stores = (...artifactStores: unknown[]) => pipeline({ artifactStores });
const actions = (...configurations: unknown[]) =>
  pipeline({ stages: [{ name: "Source", actions: configurations.map((configuration) => ({ configuration })) }] });
const webhook = (properties: Properties) => resource("aws:codepipeline/webhook:Webhook", properties);
const byAddress = (allowedIpRange: unknown) =>
  webhook({ authentication: "IP", authenticationConfiguration: { allowedIpRange } });
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
const connection = { ConnectionArn: "arn:aws:codeconnections:us-east-1:111122223333:connection/1", BranchName: "main" };

const at = { bucket: ref("phi", "bucket") };
const mine = stores({ type: "S3", location: ref("phi", "bucket") });
const encryption = companion("bucketServerSideEncryptionConfiguration", { ...at, rules: [] });
const block = companion("bucketPublicAccessBlock", at);
const document = companion("bucketPolicy", { ...at, ...policy(tlsDeny()) });
const sound = [encryption, block, document];

export const codepipelineCases: ServiceCases = {
  "codepipeline-artifacts-cmk": [
    pass("a key", stores({ encryptionKey: { type: "KMS", id: keyArn } })),
    pass("a wired key", stores({ encryptionKey: { type: "KMS", id: unknown } })),
    fault("nothing said", stores({ location: "artifacts" })),
    fault("AWS's own key", stores({ encryptionKey: { type: "KMS", id: "alias/aws/s3" } })),
    fault("one of two stores", stores({ encryptionKey: { type: "KMS", id: keyArn } }, { region: "us-west-2" })),
    fault("one store beside an unknown one", stores(unknown, { region: "us-west-2" })),
    undecided("stores known on update", pipeline({ artifactStores: unknown })),
  ],
  "codepipeline-no-oauth-token": [
    pass("a connection", actions(connection)),
    pass("a wired connection", actions({ ...connection, ConnectionArn: "arn:aws:codeconnections:x" })),
    pass("an action with nothing to say", actions(undefined)),
    pass("an empty token", actions({ OAuthToken: "" })),
    fault("a token", actions({ Owner: "clinic", OAuthToken: "letmein" })),
    fault("a token in another case", actions({ oauthToken: "letmein" })),
    fault("a wired token", actions({ OAuthToken: unknown })),
    fault("a token in the second action", actions(connection, { OAuthToken: "letmein" })),
    fault(
      "a vendor's token under another name",
      actions({ Url: `https://git.example.com/?t=ghp_${"a1B2".repeat(9)}` }),
    ),
    fault("a token beside an unknown action", actions(unknown, { OAuthToken: "letmein" })),
    undecided("a configuration known on update", actions(unknown)),
    undecided("stages known on update", pipeline({ stages: unknown })),
  ],
  "codepipeline-webhook-authenticated": [
    pass("a signature", webhook({ authentication: "GITHUB_HMAC" })),
    pass("addresses", byAddress("192.0.2.0/24")),
    pass("a signature, with a range that AWS ignores", {
      ...webhook({ authentication: "GITHUB_HMAC", authenticationConfiguration: { allowedIpRange: "0.0.0.0/0" } }),
    }),
    fault("nothing", webhook({ authentication: "UNAUTHENTICATED" })),
    fault("every address", byAddress("0.0.0.0/0")),
    undecided("known on update", webhook({ authentication: unknown })),
    undecided("addresses known on update", byAddress(unknown)),
    pass("nothing said, which AWS does not accept", webhook({})),
  ],
  "codepipeline-artifact-bucket": [
    pass("a bucket that is closed and encrypted", [mine, bucketOf(), ...sound]),
    pass("a bucket of another stack", stores({ location: "artifacts" })),
    pass("a bucket that another store has nothing to do with", [stores({ location: "artifacts" }), bucketOf()]),
    pass("a block of the whole account", [
      mine,
      bucketOf(),
      encryption,
      document,
      resource("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", {}, { name: "account" }),
    ]),
    fault("a bucket alone", [mine, bucketOf()]),
    fault("a bucket alone, twin token", [mine, bucketV2Of()]),
    fault("no encryption stated", [mine, bucketOf(), block, document]),
    fault("no public access block", [mine, bucketOf(), encryption, document]),
    fault("no policy", [mine, bucketOf(), encryption, block]),
    fault("a policy that lets plain HTTP in", [
      mine,
      bucketOf(),
      encryption,
      block,
      companion("bucketPolicy", { ...at, ...policy(tlsDeny({ Effect: "Allow" })) }),
    ]),
    undecided("a policy known on update", [
      mine,
      bucketOf(),
      encryption,
      block,
      companion("bucketPolicy", { ...at, policy: unknown }),
    ]),
    undecided("a bucket known on update", stores({ location: unknown })),
    pass("a store that names no bucket, which AWS does not accept", [stores({ type: "S3" }), bucketOf()]),
  ],
};
