import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const classifier = (properties: CaseProperties = {}) =>
  resource("aws:comprehend/documentClassifier:DocumentClassifier", properties);
const recognizer = (properties: CaseProperties = {}) =>
  resource("aws:comprehend/entityRecognizer:EntityRecognizer", properties);
const keys = { volumeKmsKeyId: unknown, modelKmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/b" };

export const comprehendCases: ServiceCases = {
  "comprehend-encryption": [
    pass("a recognizer with keys", recognizer(keys)),
    pass("a classifier with keys", classifier({ ...keys, outputDataConfig: { s3Uri: "s3://a", kmsKeyId: unknown } })),
    pass("a classifier without output", classifier(keys)),
    fault("nothing said", recognizer()),
    fault("no key of the volume", recognizer({ modelKmsKeyId: unknown })),
    fault("AWS's own key of the model", recognizer({ ...keys, modelKmsKeyId: "alias/aws/comprehend" })),
    fault("no key of the output", classifier({ ...keys, outputDataConfig: { s3Uri: "s3://a" } })),
    undecided("an output known on update", classifier({ ...keys, outputDataConfig: unknown })),
  ],
  "comprehend-vpc": [
    pass("in a VPC", classifier({ vpcConfig: { subnets: [unknown], securityGroupIds: [unknown] } })),
    pass("in a VPC, lists known on update", recognizer({ vpcConfig: { subnets: unknown, securityGroupIds: unknown } })),
    fault("nothing said", recognizer()),
    fault("no subnets", classifier({ vpcConfig: { subnets: [], securityGroupIds: ["sg-1"] } })),
    fault("no groups", classifier({ vpcConfig: { subnets: ["subnet-1"] } })),
    undecided("known on update", classifier({ vpcConfig: unknown })),
  ],
  "comprehend-buckets-encrypted": [
    pass("a bucket in scope", [classifier({ inputDataConfig: { s3Uri: ref("phi", "bucket") } }), bucketOf()]),
    pass("a bucket of another stack", recognizer({ inputDataConfig: { documents: { s3Uri: "s3://elsewhere/a" } } })),
    fault("a bucket out of scope", [classifier({ inputDataConfig: { s3Uri: ref("phi", "bucket") } }), bucketOf(noPhi)]),
    fault("a bucket out of scope in a URI", [
      recognizer({ inputDataConfig: { documents: { s3Uri: "s3://notes/train/" } } }),
      bucketOf({ bucket: "notes", ...noPhi }),
    ]),
    fault("a manifest in a bucket out of scope", [
      classifier({ inputDataConfig: { augmentedManifests: [{ s3Uri: "s3://notes/m" }] } }),
      bucketOf({ bucket: "notes", ...noPhi }),
    ]),
    fault("output to a bucket out of scope", [
      classifier({ outputDataConfig: { s3Uri: "s3://notes/out" } }),
      bucketOf({ bucket: "notes", ...noPhi }),
    ]),
    undecided("a bucket known on update", [classifier({ inputDataConfig: { s3Uri: unknown } }), bucketOf(noPhi)]),
  ],
};
