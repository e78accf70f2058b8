import { both, forbidden } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isCustomerKey } from "../../knowledge/customer-key";
import { holdsContactDetails, holdsPhi } from "../../knowledge/phi-patterns";
import { noText } from "../../knowledge/texts";

const objectTypes = [
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
];

const noPhiInNames = resourceRule("s3-no-phi-in-bucket-object-names", {
  // Names of buckets are judged by general-no-phi-in-names-and-tags.
  types: objectTypes,
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that keys and metadata of objects must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<string[]>("denyWords");
    const identifies = (text: string): boolean => holdsPhi(text, words) || holdsContactDetails(text);
    const metadata = resource.get("metadata");
    const keys = Truth.of(!metadata.entries().some(([key]) => identifies(key)));
    resource.expect(noText(resource.get("key"), identifies), "the object key looks as if it identifies a person");
    resource.expect(
      Truth.all([keys, noText(metadata, identifies)]),
      "the object's metadata looks as if it identifies a person",
    );
  },
});

const objectsEncrypted = resourceRule("s3-objects-encrypted", {
  check: (resource) => {
    const mode = resource.get("serverSideEncryption");
    const keepsDefault = mode.isGiven().not();
    resource.expect(
      Truth.any([resource.mayHoldPhi().not(), keepsDefault, mode.isOneOf("aws:kms", "aws:kms:dsse")]),
      "the object asks for a weaker encryption than SSE-KMS",
    );
  },
});

const objectCopyCustomerKey = resourceRule("s3-object-copy-customer-key", {
  faultsOnPresence: true,
  check: both(
    forbidden("customerKey", "the copy's customer-provided key stands in code and state"),
    forbidden("sourceCustomerKey", "the source's customer-provided key stands in code and state"),
  ),
});

const inventoryEncrypted = resourceRule("s3-inventory-encrypted", {
  check: (resource) => {
    const fault = "a report that lists object keys is written without stated encryption";
    if (resource.type === "aws:s3/inventory:Inventory") {
      resource.expect(isEncrypted(resource.get("destination").get("bucket").get("encryption")), fault);
      return;
    }
    const lens = resource.get("storageLensConfiguration");
    for (const input of ["dataExport", "expandedPrefixesDataExport"]) {
      for (const destination of ["s3BucketDestination", "storageLensTableDestination"]) {
        const target = lens.get(input).get(destination);
        const isOff = target.isUnknown
          ? target.asUnknown()
          : Truth.of(target.isAbsent).or(target.get("enabled").isFalse());
        resource.expect(isOff.or(isEncrypted(target.get("encryption"))), fault);
      }
    }
  },
});

function isEncrypted(encryption: Value): Truth {
  if (encryption.isUnknown) return encryption.asUnknown();
  return Truth.any(["sseKms", "sseS3", "sseS3s"].map((mode) => encryption.get(mode).isGiven()));
}

const newerBucketKinds = resourceRule("s3-directory-and-table-buckets", {
  // A directory bucket has no encryption input: its encryption configuration is judged by s3-encryption-algorithm.
  types: ["aws:s3tables/tableBucket:TableBucket", "aws:s3/vectorsVectorBucket:VectorsVectorBucket"],
  check: (resource) => {
    const isTable = resource.type === "aws:s3tables/tableBucket:TableBucket";
    const configuration = resource.get(isTable ? "encryptionConfiguration" : "encryptionConfigurations");
    const withKey = configuration
      .isGiven()
      .and(
        configuration.every((block) =>
          Truth.all([
            block.get(isTable ? "sseAlgorithm" : "sseType").isOneOf("aws:kms"),
            isCustomerKey(block.get("kmsKeyArn")),
          ]),
        ),
      );
    resource.expect(resource.mayHoldPhi().not().or(withKey), "the bucket is not encrypted with a customer-managed key");
  },
});

export const objectRules: readonly Rule[] = [
  noPhiInNames,
  objectsEncrypted,
  objectCopyCustomerKey,
  inventoryEncrypted,
  newerBucketKinds,
];
