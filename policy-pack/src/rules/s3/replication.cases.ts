import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketOf, bucketV2Of, companion, logArchive, noPhi } from "../../testing/s3";

const dr = bucketOf({}, "dr");
const key = resource("aws:kms/key:Key", {}, { name: "key" });
const config = (...rules: readonly unknown[]) => companion("bucketReplicationConfig", { role: "r", rules }, "copies");
const at = { at: ["copies"] };
const toDr = { status: "Enabled", destination: { bucket: ref("dr", "arn") } };

const away = (changed: Record<string, unknown> = {}, destination: Record<string, unknown> = {}) => ({
  status: "Enabled",
  deleteMarkerReplication: { status: "Disabled" },
  destination: {
    bucket: "arn:aws:s3:::vault",
    account: "444455556666",
    accessControlTranslation: { owner: "Destination" },
    ...destination,
  },
  ...changed,
});

const encrypted = (replicaKmsKeyId: unknown, status: unknown = "Enabled", more: Record<string, unknown> = {}) => ({
  status: "Enabled",
  sourceSelectionCriteria: { sseKmsEncryptedObjects: { status } },
  destination: { bucket: "arn:aws:s3:::dr", encryptionConfiguration: { replicaKmsKeyId } },
  ...more,
});
const alone = (...rules: readonly unknown[]) =>
  resource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", { bucket: "phi", rules });
const inline = (replicaKmsKeyId: unknown, enabled: unknown) => ({
  status: "Enabled",
  sourceSelectionCriteria: { sseKmsEncryptedObjects: { enabled } },
  destination: { bucket: "arn:aws:s3:::dr", replicaKmsKeyId },
});

export const replicationCases: ServiceCases = {
  "s3-replication": [
    pass("one of two rules is on", [bucketOf(), dr, config({ ...toDr, status: "Disabled" }, toDr)]),
    undecided(
      "a bucket that may be the destination",
      [bucketOf({}, "third"), bucketOf(), config({ status: "Enabled", destination: { bucket: unknown } })],
      { at: ["third"] },
    ),
    fault("a bucket that another one's literal destination does not name", [
      bucketOf({ bucket: "third" }, "third"),
      bucketOf(),
      config({ status: "Enabled", destination: { bucket: "arn:aws:s3:::elsewhere" } }),
    ]),
    pass("the second destination of two, by its ARN", [
      bucketOf(),
      bucketOf({ bucket: "copy" }, "copy"),
      config(
        { status: "Enabled", destination: { bucket: "arn:aws:s3:::elsewhere" } },
        { status: "Enabled", destination: { bucket: "arn:aws:s3:::copy" } },
      ),
    ]),

    pass("a copy elsewhere; the copy itself needs none", [bucketOf(), dr, config(toDr)]),
    pass("a copy joined by its ARN", [
      bucketOf(),
      bucketOf({ bucket: "the-copy" }, "dr"),
      config({ status: "Enabled", destination: { bucket: "arn:aws:s3:::the-copy" } }),
    ]),
    pass("the inline form", bucketOf({ replicationConfiguration: { role: "r", rules: [{ status: "Enabled" }] } })),
    pass("the inline form of the twin", bucketV2Of({ replicationConfigurations: [{ role: "r", rules: [] }] })),
    pass("no PHI", bucketOf(noPhi)),
    fault("nothing said", bucketOf()),
    fault("a rule that is switched off", [bucketOf(), dr, config({ ...toDr, status: "Disabled" })]),
    fault("a third bucket", [bucketOf(), dr, config(toDr), bucketOf({}, "third")], { at: ["third"] }),
    undecided("a status known on update", [bucketOf(), dr, config({ ...toDr, status: unknown })]),
    undecided("a configuration whose bucket is known on update", [
      bucketOf(),
      companion("bucketReplicationConfig", {
        bucket: unknown,
        rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::x" } }],
      }),
    ]),
  ],
  "s3-log-cross-account-replication": [
    undecided("a destination known on update", [bucketOf(logArchive), config({ ...away(), destination: unknown })], at),
    pass("the archive's own copy", [
      bucketOf(logArchive),
      bucketOf(logArchive, "dr"),
      config(away({}, { bucket: ref("dr", "arn") })),
    ]),

    pass("handed over to another account", [bucketOf(logArchive), config(away())]),
    pass("a second rule within the account", [bucketOf(logArchive), config({ status: "Enabled" }, away())]),
    pass("an account known on update", [
      bucketOf(logArchive),
      config(away({}, { account: ref("vault", "id") })),
      resource("aws:organizations/account:Account", {}, { name: "vault" }),
    ]),
    pass("no log archive", bucketOf()),
    fault("no replication", bucketOf(logArchive)),
    fault("no account", [bucketOf(logArchive), config(away({}, { account: undefined }))], at),
    fault("ownership stays", [bucketOf(logArchive), config(away({}, { accessControlTranslation: undefined }))], at),
    fault(
      "delete markers follow",
      [bucketOf(logArchive), config(away({ deleteMarkerReplication: { status: "Enabled" } }))],
      at,
    ),
    fault(
      "nothing said of delete markers",
      [bucketOf(logArchive), config(away({ deleteMarkerReplication: undefined }))],
      at,
    ),
    fault("switched off", [bucketOf(logArchive), config(away({ status: "Disabled" }))], at),
    undecided(
      "an owner known on update",
      [bucketOf(logArchive), config(away({}, { accessControlTranslation: { owner: unknown } }))],
      at,
    ),
    undecided("a configuration whose bucket is known on update", [
      bucketOf(logArchive),
      companion("bucketReplicationConfig", { bucket: unknown, rules: [away()] }),
    ]),
  ],
  "s3-replication-encrypted": [
    undecided("encryption of the copies known on update", [
      alone(encrypted("alias/copies", "Enabled", { destination: { encryptionConfiguration: unknown } })),
    ]),
    undecided("an inline destination known on update", [
      bucketOf({ replicationConfiguration: { rules: [{ ...inline("alias/copies", true), destination: unknown }] } }),
    ]),

    pass("objects under KMS go to a customer key", alone(encrypted("arn:aws:kms:us-west-2:111122223333:key/k"))),
    pass("a wired key", [alone(encrypted(ref("key", "arn"))), key]),
    pass("a rule that is switched off", alone(encrypted(undefined, "Disabled", { status: "Disabled" }))),
    pass("the inline form", bucketOf({ replicationConfiguration: { rules: [inline("alias/copies", true)] } })),
    pass("a bucket without replication", bucketOf()),
    fault("objects under KMS are left out", alone(encrypted("alias/copies", "Disabled"))),
    fault("nothing said of objects under KMS", [
      alone({ status: "Enabled", destination: { bucket: "arn:aws:s3:::dr" } }),
    ]),
    fault("no key", alone(encrypted(undefined))),
    fault("the key of AWS", alone(encrypted("alias/aws/s3"))),
    fault("the second of two rules", alone(encrypted("alias/copies"), encrypted(undefined))),
    fault("inline without a key", bucketOf({ replicationConfiguration: { rules: [inline(undefined, true)] } })),
    fault("the twin without objects under KMS", [
      bucketV2Of({
        replicationConfigurations: [
          {
            rules: [
              {
                status: "Enabled",
                sourceSelectionCriterias: [{ sseKmsEncryptedObjects: [{ enabled: false }] }],
                destinations: [{ bucket: "arn:aws:s3:::dr", replicaKmsKeyId: "alias/copies" }],
              },
            ],
          },
        ],
      }),
    ]),
    undecided("known on update", alone(encrypted("alias/copies", unknown))),
    undecided("rules known on update", [
      resource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", { rules: unknown }),
    ]),
  ],
};
