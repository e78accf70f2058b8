import { mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { isCustomerKey } from "../knowledge/customer-key";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";

const processor = "aws:rekognition/streamProcessor:StreamProcessor";

const streamProcessor = resourceRule("rekognition-stream-processor", {
  check: (resource) => {
    resource.expect(
      // Only a processor for connected homes stores what it makes.
      resource
        .get("settings.connectedHome")
        .isGiven()
        .not()
        .or(isCustomerKey(resource.get("kmsKeyId"))),
      "what the processor stores is not encrypted under a customer-managed key",
    );
    mustNotBeTrue("dataSharingPreference.optIn", "video is shared with AWS to improve its models")(resource);
  },
});

const sourcesEncrypted = stackRule("rekognition-sources-encrypted", {
  check: (stack, graph) => {
    const fault = "video or results are in a store that is tagged as holding no PHI";
    for (const each of graph.ofType(processor)) {
      for (const [path, types] of [
        ["input.kinesisVideoStream.arn", stores.videoStream],
        ["output.kinesisDataStream.arn", stores.stream],
        ["output.s3Destination.bucket", stores.bucket],
      ] as const) {
        expectInPhiScope(stack, graph, each, [each.get(path)], types, fault);
      }
    }
  },
});

/** Rules on Amazon Rekognition. */
export const rekognitionRules: readonly Rule[] = [streamProcessor, sourcesEncrypted];
