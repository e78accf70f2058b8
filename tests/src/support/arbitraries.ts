import * as fc from "fast-check";

/** A customer managed key of the account in which programs are recorded. */
export const keyArn = "arn:aws:kms:us-east-1:111122223333:key/1111aaaa-2222-bbbb-3333-cccc44445555";

/** An argument that may be left out. */
export function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

/** Tags as users give them, or none. */
export const tags: fc.Arbitrary<Record<string, string> | undefined> = optional(
  fc.dictionary(fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,20}$/), fc.stringMatching(/^[a-z0-9-]{1,20}$/), {
    maxKeys: 4,
    // Pulumi asks objects for hasOwnProperty.
    noNullPrototype: true,
  }),
);

/** A topic that alarms go to. */
export const alarmTopicArn = "arn:aws:sns:us-east-1:111122223333:alarms";

/** An AWS organization, or none. */
export const organizationId: fc.Arbitrary<string | undefined> = optional(fc.constant("o-exampleorgid"));

/** What the optional tier says of everything that is not tagged by its user. */
export const classification = {
  "general-data-classification-tag": "the classification is the user's to give",
} as const;

/** A role of the account. */
export const roleArn = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;
