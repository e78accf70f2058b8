import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, type Value } from "../../authoring/value";
import { isCustomerKey } from "../../knowledge/customer-key";
import { namesIdentifier } from "../../knowledge/identifier-names";
import { holdsPhi } from "../../knowledge/phi-patterns";
import { noText } from "../../knowledge/texts";

const keysFreeOfPhi = resourceRule("dynamodb-keys-free-of-phi", {
  config: {
    phiKeyNames: {
      type: "array",
      items: { type: "string" },
      description: "Names that the attributes of primary keys and index keys must not have, in any notation.",
      default: [
        "ssn",
        "social",
        "dob",
        "birth",
        "email",
        "phone",
        "mrn",
        "firstname",
        "lastname",
        "address",
        "policynumber",
      ],
    },
  },
  check: (resource) => {
    const denied = resource.setting<readonly string[]>("phiKeyNames");
    const isOpaque = (name: Value): Truth => name.whenKnown((raw) => namesIdentifier(asText(raw), denied)).not();
    const keysOf = (index: Value): Truth =>
      Truth.all([
        isOpaque(index.get("hashKey")),
        isOpaque(index.get("rangeKey")),
        index.get("keySchemas").every((schema) => isOpaque(schema.get("attributeName"))),
      ]);
    resource.expect(keysOf(resource.inputs), "a key attribute of the table or index is named like an identifier");
    resource.expect(
      Truth.all(["globalSecondaryIndexes", "localSecondaryIndexes"].map((path) => resource.get(path).every(keysOf))),
      "a key attribute of an index is named like an identifier",
    );
  },
});

const exportsEncrypted = resourceRule("dynamodb-streams-and-exports-encrypted", {
  check: (resource) => {
    const withKms = resource.get("s3SseAlgorithm").isOneOf("KMS");
    resource.expect(withKms, "the export is not encrypted with AWS KMS");
    resource.expect(
      withKms.not().or(isCustomerKey(resource.get("s3SseKmsKeyId"))),
      "the export is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const noItemsInCode = resourceRule("dynamodb-no-items-in-code", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that items must not hold, in any case.",
      default: [],
    },
  },
  check: (resource) => {
    const words = resource.setting<readonly string[]>("denyWords");
    const isPersonal = (text: string): boolean => holdsPhi(text, words) || holdsPhi(asPlainText(text), words);
    resource.expect(
      noText(resource.get("item"), isPersonal),
      "the item holds what looks like an identifier of a person",
    );
  },
});

/** An item's attributes as `name:value`, without the type that DynamoDB's JSON puts between: `{"mrn":{"S":"12345"}}`. */
function asPlainText(item: string): string {
  return item
    .replace(/["\\]/g, "")
    .replace(/\s*:\s*/g, ":")
    .replace(/:\{\s*[SN]:/g, ":");
}

export const contentRules: readonly Rule[] = [keysFreeOfPhi, exportsEncrypted, noItemsInCode];
