import { both, customerKey } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import type { Value } from "../authoring/value";
import { isCustomerKeyIn, isGivenIn } from "../knowledge/blocks";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";

const classifier = "aws:comprehend/documentClassifier:DocumentClassifier";
const recognizer = "aws:comprehend/entityRecognizer:EntityRecognizer";

const encryption = resourceRule("comprehend-encryption", {
  check: (resource) => {
    both(
      customerKey("volumeKmsKeyId", "the training volume is not encrypted under a customer-managed key"),
      customerKey("modelKmsKeyId", "the model is not encrypted under a customer-managed key"),
    )(resource);
    const output = resource.get("outputDataConfig");
    resource.expect(
      output.isGiven().not().or(isCustomerKeyIn(output, "kmsKeyId")),
      "the output is not encrypted under a customer-managed key",
    );
  },
});

const vpc = resourceRule("comprehend-vpc", {
  check: (resource) => {
    const config = resource.get("vpcConfig");
    resource.expect(
      isGivenIn(config, "subnets").and(isGivenIn(config, "securityGroupIds")),
      "the training job does not run inside a VPC",
    );
  },
});

const bucketsEncrypted = stackRule("comprehend-buckets-encrypted", {
  types: [classifier, recognizer],
  check: (stack, graph) => {
    for (const each of graph.ofType(classifier, recognizer)) {
      const uris = [...inputUris(each.get("inputDataConfig")), each.get("outputDataConfig.s3Uri")];
      const fault = "training data or output is in a bucket that is tagged as holding no PHI";
      expectInPhiScope(stack, graph, each, uris, stores.bucket, fault);
    }
  },
});

/** Everything that an input configuration of either kind reads. */
function inputUris(input: Value): Value[] {
  const single = ["s3Uri", "testS3Uri", "annotations.s3Uri", "documents.s3Uri", "entityList.s3Uri"];
  const manifests = input.get("augmentedManifests").items();
  const inManifest = ["s3Uri", "annotationDataS3Uri", "sourceDocumentsS3Uri"];
  return [
    ...single.map((path) => input.get(path)),
    ...manifests.flatMap((manifest) => inManifest.map((path) => manifest.get(path))),
  ];
}

/** Rules on Amazon Comprehend. */
export const comprehendRules: readonly Rule[] = [encryption, vpc, bucketsEncrypted];
