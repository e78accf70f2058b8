import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { noPhi } from "../../testing/s3";

const object = (properties: Record<string, unknown>) =>
  resource("aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "phi", ...properties });
const copy = (properties: Record<string, unknown>) =>
  resource("aws:s3/objectCopy:ObjectCopy", { bucket: "phi", key: "k", source: "phi/s", ...properties });
const inventory = (encryption: unknown) =>
  resource("aws:s3/inventory:Inventory", {
    bucket: "phi",
    destination: { bucket: { bucketArn: "arn:aws:s3:::reports", format: "CSV", encryption } },
  });
const lens = (storageLensConfiguration: unknown) =>
  resource("aws:s3control/storageLensConfiguration:StorageLensConfiguration", { storageLensConfiguration });
const table = (properties: Record<string, unknown>) => resource("aws:s3tables/tableBucket:TableBucket", properties);
const vectors = (properties: Record<string, unknown>) =>
  resource("aws:s3/vectorsVectorBucket:VectorsVectorBucket", { vectorBucketName: "v", ...properties });
const key = resource("aws:kms/key:Key", {}, { name: "key" });
const random = resource("random:index:Uuid", {}, { name: "id" });

export const objectCases: ServiceCases = {
  "s3-no-phi-in-bucket-object-names": [
    pass("a random key", object({ key: "notes/5f0c3c1e-8a1f-4e0a-9a6e-1b2c3d4e5f60.json" })),
    pass("plain metadata", object({ key: "config.json", metadata: { team: "intake" } })),
    pass("no key", object({})),
    fault("a social security number in the key", object({ key: "patients/123-45-6789.pdf" })),
    fault("a record number in the key", object({ key: "mrn-0012345/scan.dcm" })),
    fault("a date of birth in the metadata", object({ key: "k", metadata: { note: "dob=1980-02-03" } })),
    fault("a record number as name of the metadata", object({ key: "k", metadata: { "mrn-0012345": "yes" } })),
    fault("an e-mail address in a copy's key", copy({ key: "mail/jane@example.com.eml" })),
    fault("a configured word", object({ key: "Smith/scan.dcm" }), { config: { denyWords: ["smith"] } }),
    fault("metadata that tells beside an unknown key", object({ key: unknown, metadata: { id: "123-45-6789" } })),
    undecided("a key known on update", [object({ key: ref("id", "result") }), random], { afterUpdate: "pass" }),
    undecided("metadata known on update", object({ key: "k", metadata: unknown })),
    pass(
      "no bucket, which AWS does not accept",
      resource("aws:s3/bucketObjectv2:BucketObjectv2", { key: "config.json" }),
    ),
  ],
  "s3-objects-encrypted": [
    pass("the bucket's default", object({ key: "k" })),
    pass("SSE-KMS", object({ serverSideEncryption: "aws:kms" })),
    pass("dual-layer SSE-KMS", copy({ serverSideEncryption: "aws:kms:dsse" })),
    pass("no PHI", object({ serverSideEncryption: "AES256", ...noPhi })),
    fault("SSE-S3", object({ serverSideEncryption: "AES256" })),
    fault("a copy with SSE-S3", copy({ serverSideEncryption: "AES256" })),
    undecided("known on update", object({ serverSideEncryption: unknown })),
  ],
  "s3-object-copy-customer-key": [
    pass("no customer-provided key", copy({})),
    pass("a KMS key", [copy({ kmsKeyId: ref("key", "arn") }), key]),
    fault("a key for the copy", copy({ customerKey: "secret" })),
    fault("a key for the source", copy({ sourceCustomerKey: "secret" })),
    fault("a key known on update", copy({ customerKey: unknown })),
  ],
  "s3-inventory-encrypted": [
    pass("SSE-KMS", inventory({ sseKms: { keyId: "k" } })),
    pass("SSE-S3", inventory({ sseS3: {} })),
    fault("nothing said", inventory(undefined)),
    fault("an empty block", inventory({})),
    undecided("known on update", inventory(unknown)),
    pass("Storage Lens without an export", lens({ enabled: true })),
    pass("an encrypted export", [
      lens({ dataExport: { s3BucketDestination: { arn: "a", encryption: { sseS3s: [{}] } } } }),
    ]),
    pass("an export to a table that is switched off", [
      lens({ dataExport: { storageLensTableDestination: { enabled: false } } }),
    ]),
    fault("an export that says nothing", lens({ dataExport: { s3BucketDestination: { arn: "a" } } })),
    fault("an export to a table that says nothing", [
      lens({ dataExport: { storageLensTableDestination: { enabled: true } } }),
    ]),
    fault("an export of prefixes that says nothing", [
      lens({ expandedPrefixesDataExport: { s3BucketDestination: { arn: "a" } } }),
    ]),
    undecided("an export known on update", lens({ dataExport: unknown })),
  ],
  "s3-directory-and-table-buckets": [
    fault("a table bucket with KMS and no key", table({ encryptionConfiguration: { sseAlgorithm: "aws:kms" } })),
    fault("a table bucket with the key of AWS", [
      table({
        encryptionConfiguration: {
          sseAlgorithm: "aws:kms",
          kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3",
        },
      }),
    ]),
    fault("the second of two configurations", [
      vectors({
        encryptionConfigurations: [
          { sseType: "aws:kms", kmsKeyArn: "arn:aws:kms:us-east-1:1:key/k" },
          { sseType: "AES256" },
        ],
      }),
    ]),

    pass("a table bucket with a key", [
      table({ encryptionConfiguration: { sseAlgorithm: "aws:kms", kmsKeyArn: ref("key", "arn") } }),
      key,
    ]),
    pass("a vector bucket with a key", [
      vectors({ encryptionConfigurations: [{ sseType: "aws:kms", kmsKeyArn: "arn:aws:kms:us-east-1:1:key/k" }] }),
    ]),
    pass("no PHI", vectors(noPhi)),
    fault("a table bucket that says nothing", table({})),
    fault("a vector bucket that says nothing", vectors({})),
    fault("a table bucket with SSE-S3", table({ encryptionConfiguration: { sseAlgorithm: "AES256" } })),
    fault("a vector bucket with SSE-S3", vectors({ encryptionConfigurations: [{ sseType: "AES256" }] })),
    undecided("known on update", table({ encryptionConfiguration: unknown })),
  ],
};
