import * as cloudfront from "@pulumi/aws/cloudfront";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { ApplicationDistributionEncryptedFields } from "./application-distribution-args";

/** Quota of a field-level encryption profile. */
const mostFields = 10;

/** Checks which form fields are encrypted at the edge. */
export function checkEncryptedFields(
  checks: ArgumentChecks,
  given: ApplicationDistributionEncryptedFields | undefined,
): void {
  if (given === undefined) return;
  checks.atLeast("encryptedFields.fields", given.fields, 1);
  checks.unique("encryptedFields.fields", given.fields);
  for (const field of given.fields) {
    checks.matches(
      "encryptedFields.fields",
      field,
      /^[A-Za-z0-9_.[\]-]{1,120}\*?$/,
      "the name of a form field, with an asterisk at its end at most",
    );
  }
  if (given.fields.length > mostFields) {
    checks.fail(
      "encryptedFields.fields",
      `has ${given.fields.length} elements, more than the ${mostFields} of a profile`,
      "End a name with an asterisk, to stand for all that begin so",
    );
  }
  if (given.providerId !== undefined) {
    checks.matches(
      "encryptedFields.providerId",
      given.providerId,
      /^[A-Za-z0-9_-]{1,128}$/,
      "letters, digits, - and _",
    );
  }
  const { publicKeyPem } = given;
  if (typeof publicKeyPem === "string" && !/^-----BEGIN PUBLIC KEY-----/.test(publicKeyPem)) {
    checks.fail("encryptedFields.publicKeyPem", "is no public key in PEM", "Give the public half of an RSA key");
  }
}

/** Field-level encryption: identifiers in forms are encrypted at the edge, and stay so up to the service that needs them. */
export function fieldLevelEncryption(
  name: string,
  given: ApplicationDistributionEncryptedFields,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const key = new cloudfront.PublicKey(
    `${name}-fields`,
    { encodedKey: given.publicKeyPem, comment: `Encrypts form fields of ${name}` },
    { parent },
  );
  const entity = {
    publicKeyId: key.id,
    providerId: given.providerId ?? name,
    fieldPatterns: { items: given.fields },
  };
  const profile = new cloudfront.FieldLevelEncryptionProfile(
    `${name}-fields`,
    { comment: `Form fields of ${name}`, encryptionEntities: { items: [entity] } },
    { parent },
  );
  const form = { contentType: "application/x-www-form-urlencoded", format: "URLEncoded", profileId: profile.id };
  const config = new cloudfront.FieldLevelEncryptionConfig(
    `${name}-fields`,
    {
      comment: `Form fields of ${name}`,
      // Bodies of other types hold no form fields; what asks for an unknown profile is refused.
      contentTypeProfileConfig: { forwardWhenContentTypeIsUnknown: true, contentTypeProfiles: { items: [form] } },
      queryArgProfileConfig: { forwardWhenQueryArgProfileIsUnknown: false },
    },
    { parent },
  );
  return config.id;
}
