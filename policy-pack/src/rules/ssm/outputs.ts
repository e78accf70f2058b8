import { stackRule } from "../../authoring/rule";
import { isCustomerKey } from "../../knowledge/customer-key";
import { bucketTypes } from "../s3/buckets";

const dataSync = "aws:ssm/resourceDataSync:ResourceDataSync";

/** Where each kind of resource names the bucket of its output. */
const outputs: readonly (readonly [type: string, path: string])[] = [
  ["aws:ssm/association:Association", "outputLocation.s3BucketName"],
  [
    "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    "taskInvocationParameters.runCommandParameters.outputS3Bucket",
  ],
  [dataSync, "s3Destination.bucketName"],
];

export const outputsEncrypted = stackRule("ssm-outputs-encrypted", {
  check: (stack, graph) => {
    for (const one of graph.ofType(dataSync)) {
      stack.expect(
        one,
        isCustomerKey(one.get("s3Destination.kmsKeyArn")),
        "the inventory of hosts is not encrypted under a customer-managed key",
      );
    }
    // The rules on S3 judge a bucket as long as it is not left out of their scope.
    for (const [type, path] of outputs) {
      for (const one of graph.ofType(type)) {
        for (const bucket of graph.references(one, path, ...bucketTypes).targets) {
          stack.expect(one, bucket.mayHoldPhi(), "output of hosts goes to a bucket that is tagged as holding no PHI");
        }
      }
    }
  },
});
