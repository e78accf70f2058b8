import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { isWorldOpen } from "../knowledge/cidr";
import { holdsSecret } from "../knowledge/credentials";
import { isCustomerKey } from "../knowledge/customer-key";
import { noText } from "../knowledge/texts";
import { bucketTypes, companionsOf, hasCompanion } from "./s3/buckets";
import { hasDefaultEncryption } from "./s3/encryption-declared";
import { hasPolicy, refusesPlainHttpToBucket } from "./s3/policies";

const pipelineType = "aws:codepipeline/pipeline:Pipeline";
const accountBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

const artifactsKey = resourceRule("codepipeline-artifacts-cmk", {
  check: (pipeline) =>
    pipeline.expect(
      pipeline.get("artifactStores").every((store) => isCustomerKey(store.get("encryptionKey.id"))),
      "an artifact store is not encrypted under a customer-managed key",
    ),
});

const noOauthToken = resourceRule("codepipeline-no-oauth-token", {
  // A wired token ends up in the pipeline's definition just as a literal one does.
  faultsOnPresence: true,
  check: (pipeline) => {
    const configurations = (condition: (configuration: Value) => Truth): Truth =>
      pipeline
        .get("stages")
        .every((stage) => stage.get("actions").every((action) => condition(action.get("configuration"))));
    pipeline.expect(configurations(hasNoToken), "an action of the pipeline holds an OAuth token");
    pipeline.expect(
      configurations((one) => noText(one, holdsSecret)),
      "an action of the pipeline holds an access key, a private key, a vendor's token or a URL with a password",
    );
  },
});

function hasNoToken(configuration: Value): Truth {
  if (configuration.isUnknown) return configuration.asUnknown();
  const tokens = configuration.entries().filter(([key]) => key.toLowerCase() === "oauthtoken");
  return Truth.all(tokens.map(([, token]) => token.isGiven().not()));
}

const webhookAuthenticated = resourceRule("codepipeline-webhook-authenticated", {
  check: (webhook) => {
    const authentication = webhook.get("authentication");
    webhook.expect(authentication.isOneOf("UNAUTHENTICATED").not(), "anyone can start the pipeline by its webhook");
    const range = webhook.get("authenticationConfiguration.allowedIpRange");
    webhook.expect(
      authentication.isOneOf("IP").and(isWorldOpen(range)).not(),
      "the webhook is authenticated by address, and every address is allowed",
    );
  },
});

const artifactBucket = stackRule("codepipeline-artifact-bucket", {
  types: [pipelineType],
  check: (stack, graph) => {
    for (const pipeline of graph.ofType(pipelineType)) {
      for (const store of pipeline.get("artifactStores").items()) {
        const location = store.get("location");
        // A bucket that another stack declares is judged there.
        const { targets, complete } = graph.referencesOf(pipeline, location, ...bucketTypes);
        for (const bucket of targets) {
          stack.expect(pipeline, isSound(graph, bucket), "the bucket of the artifacts is not closed and encrypted");
        }
        if (targets.length === 0 && !complete) stack.expect(pipeline, location.asUnknown(), "");
      }
    }
  },
});

/** Whether a bucket states its encryption, blocks public access and refuses plain HTTP. */
function isSound(graph: StackGraph, bucket: GraphResource): Truth {
  const blocksPublic = Truth.of(graph.ofType(accountBlock).length > 0);
  const policies = companionsOf(graph, bucket, "policy").map((policy) => policy.get("policy"));
  const documents = policies.length > 0 ? policies : [bucket.get("policy")];
  return Truth.all([
    hasDefaultEncryption(graph, bucket),
    blocksPublic.or(hasCompanion(graph, bucket, "publicAccessBlock")),
    hasPolicy(graph, bucket),
    ...documents.filter((document) => !document.isAbsent).map((document) => refusesPlainHttpToBucket(document)),
  ]);
}

/** Rules on AWS CodePipeline. */
export const codepipelineRules: readonly Rule[] = [artifactsKey, noOauthToken, webhookAuthenticated, artifactBucket];
