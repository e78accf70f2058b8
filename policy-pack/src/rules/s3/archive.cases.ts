import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketOf, bucketV2Of, companion, logArchive, tagged } from "../../testing/s3";

const production = { config: { production: true } };
const atLock = { at: ["bucketObjectLockConfiguration"] };
const lock = (defaultRetention: unknown) => companion("bucketObjectLockConfiguration", { rule: { defaultRetention } });
const archive = bucketOf({ ...logArchive, objectLockEnabled: true });
const sixYears = { mode: "COMPLIANCE", years: 6 };

const lifecycle = (rule: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  companion("bucketLifecycleConfiguration", { rules: [{ id: "r", status: "Enabled", ...rule }], ...more });
const atLifecycle = { at: ["bucketLifecycleConfiguration"] };
const alone = (...rules: readonly unknown[]) =>
  resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "phi", rules });
const abort = (daysAfterInitiation: unknown, status: unknown = "Enabled") => ({
  status,
  abortIncompleteMultipartUpload: { daysAfterInitiation },
});
const versioned = companion("bucketVersioning", { versioningConfiguration: { status: "Enabled" } });

export const archiveCases: ServiceCases = {
  "s3-object-lock-log-archive": [
    pass(
      "a lock without a default retention on a bucket that is no log archive",
      bucketOf({ objectLockEnabled: true }),
    ),
    undecided("a lock whose default retention belongs to a bucket known on update", [
      archive,
      companion("bucketObjectLockConfiguration", { bucket: unknown, rule: { defaultRetention: sixYears } }),
    ]),
    pass("six years in compliance mode", [archive, lock(sixYears)], production),
    pass("2192 days", [archive, lock({ mode: "COMPLIANCE", days: 2192 })], production),
    pass("the deprecated twin", [
      bucketV2Of(logArchive),
      companion("bucketObjectLockConfigurationV2", { rule: { defaultRetention: sixYears } }),
    ]),
    pass("the inline form", [
      bucketOf({ ...logArchive, objectLockConfiguration: { rule: { defaultRetention: sixYears } } }),
    ]),
    pass("the inline form of the twin", [
      bucketV2Of({ ...logArchive, objectLockConfiguration: { rules: [{ defaultRetentions: [sixYears] }] } }),
    ]),
    pass("governance mode for a day outside production", [archive, lock({ mode: "GOVERNANCE", days: 1 })]),
    pass("no log archive", bucketOf()),
    pass("another purpose", bucketOf(tagged({ "hipaa:purpose": "elb-logs" }))),
    fault("no Object Lock", bucketOf(logArchive)),
    fault("no Object Lock on the twin, and what the provider computes", [
      bucketV2Of(logArchive, "phi", { objectLockConfiguration: unknown, objectLockEnabled: unknown }),
    ]),
    fault("a lock without a default retention", archive),
    fault("a configuration without a rule", [archive, companion("bucketObjectLockConfiguration")], atLock),
    fault("governance mode in production", [archive, lock({ mode: "GOVERNANCE", years: 6 })], {
      ...production,
      ...atLock,
    }),
    fault("five years in production", [archive, lock({ mode: "COMPLIANCE", years: 5 })], { ...production, ...atLock }),
    fault("2189 days in production", [archive, lock({ mode: "COMPLIANCE", days: 2189 })], { ...production, ...atLock }),
    fault(
      "inline for a year in production",
      [
        bucketOf({
          ...logArchive,
          objectLockConfiguration: { rule: { defaultRetention: { mode: "COMPLIANCE", years: 1 } } },
        }),
      ],
      production,
    ),
    undecided("a mode known on update", [archive, lock({ mode: unknown, years: 6 })], { ...production, ...atLock }),
    fault("a short time beside an unknown mode", [archive, lock({ mode: unknown, years: 5 })], {
      ...production,
      ...atLock,
    }),
    undecided("a configuration whose bucket is known on update", [
      bucketOf(logArchive),
      companion("bucketObjectLockConfiguration", { bucket: unknown, rule: { defaultRetention: sixYears } }),
    ]),
    undecided("tags known on update", bucketOf({ tags: unknown })),
  ],
  "s3-lifecycle-retention": [
    fault(
      "the second of two rules",
      [
        bucketOf(logArchive),
        companion("bucketLifecycleConfiguration", {
          rules: [{ status: "Enabled" }, { status: "Enabled", expiration: { days: 30 } }],
        }),
      ],
      atLifecycle,
    ),
    fault(
      "the second of two inline rules",
      bucketOf({ ...logArchive, lifecycleRules: [{ enabled: true }, { enabled: true, expiration: { days: 30 } }] }),
    ),
    pass("six years for both", [
      bucketOf(logArchive),
      lifecycle({ expiration: { days: 2190 }, noncurrentVersionExpiration: { noncurrentDays: 2192 } }),
    ]),
    pass("kept for good", [bucketOf(logArchive), lifecycle({ transitions: [{ days: 90, storageClass: "GLACIER" }] })]),
    pass("an early expiry that is switched off", [
      bucketOf(logArchive),
      lifecycle({ status: "Disabled", expiration: { days: 30 } }),
    ]),
    pass("expired delete markers, with the zero that the provider reports", [
      bucketOf(logArchive),
      lifecycle({ expiration: { days: 0, expiredObjectDeleteMarker: true } }),
    ]),
    pass("unfinished uploads", [bucketOf(logArchive), lifecycle(abort(7))]),
    pass("no log archive", [bucketOf(), lifecycle({ expiration: { days: 30 } })]),
    pass("a bucket of another stack", [
      bucketOf(logArchive),
      lifecycle({ expiration: { days: 30 } }, { bucket: "elsewhere" }),
    ]),
    fault("thirty days", [bucketOf(logArchive), lifecycle({ expiration: { days: 30 } })], atLifecycle),
    fault("a day less than six years", [bucketOf(logArchive), lifecycle({ expiration: { days: 2189 } })], atLifecycle),
    fault("a date", [bucketOf(logArchive), lifecycle({ expiration: { date: "2030-01-01T00:00:00Z" } })], atLifecycle),
    fault(
      "old versions",
      [bucketOf(logArchive), lifecycle({ noncurrentVersionExpiration: { noncurrentDays: 90 } })],
      atLifecycle,
    ),
    fault(
      "an early expiry beside an unknown",
      [bucketOf(logArchive), lifecycle({ expiration: { days: 30 }, noncurrentVersionExpiration: unknown })],
      atLifecycle,
    ),
    fault("the deprecated twin", [
      companion("bucketLifecycleConfigurationV2", { rules: [{ status: "Enabled", expiration: { days: 30 } }] }),
      bucketV2Of(logArchive),
    ]),
    fault("the inline form", [
      bucketOf({ ...logArchive, lifecycleRules: [{ enabled: true, expiration: { days: 30 } }] }),
    ]),
    fault("the inline form of the twin", [
      bucketV2Of({ ...logArchive, lifecycleRules: [{ enabled: true, noncurrentVersionExpirations: [{ days: 30 }] }] }),
    ]),
    pass("the inline form for six years", [
      bucketOf({
        ...logArchive,
        lifecycleRules: [{ enabled: true, expiration: { days: 2190 }, noncurrentVersionExpiration: { days: 2190 } }],
      }),
    ]),
    undecided(
      "days known on update",
      [bucketOf(logArchive), lifecycle({ expiration: { days: unknown } })],
      atLifecycle,
    ),
    undecided(
      "tags known on update",
      [bucketOf({ tags: unknown }), lifecycle({ expiration: { days: 30 } })],
      atLifecycle,
    ),
    undecided(
      "a bucket known on update",
      [bucketOf(logArchive), lifecycle({ expiration: { days: 30 } }, { bucket: unknown })],
      atLifecycle,
    ),
  ],
  "s3-abort-multipart": [
    pass("seven days", alone(abort(7))),
    pass("one rule of two", alone({ status: "Enabled", expiration: { days: 365 } }, abort(1))),
    fault("no such rule", alone({ status: "Enabled", expiration: { days: 365 } })),
    fault("no rules", alone()),
    fault("thirty days", alone(abort(30))),
    fault("switched off", alone(abort(7, "Disabled"))),
    undecided("days known on update", alone(abort(unknown))),
    undecided("rules known on update", [
      resource("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", { rules: unknown }),
    ]),
  ],
  "s3-lifecycle-present": [
    undecided("versioning whose bucket is known on update", [
      bucketOf(),
      companion("bucketVersioning", { bucket: unknown, versioningConfiguration: { status: "Enabled" } }),
    ]),
    pass("a versioned bucket with a lifecycle", [bucketOf(), versioned, lifecycle({ expiration: { days: 365 } })]),
    pass("a bucket without versions", bucketOf()),
    pass("versioning suspended", [
      bucketOf(),
      companion("bucketVersioning", { versioningConfiguration: { status: "Suspended" } }),
    ]),
    pass("the inline forms", bucketOf({ versioning: { enabled: true }, lifecycleRules: [{ enabled: true }] })),
    fault("a versioned bucket without", [bucketOf(), versioned]),
    fault("versioned inline", bucketV2Of({ versionings: [{ enabled: true }] })),
    fault("versioned by the deprecated twin", [
      bucketV2Of(),
      companion("bucketVersioningV2", { versioningConfiguration: { status: "Enabled" } }),
    ]),
    undecided(
      "a status known on update",
      [
        bucketOf(),
        companion("bucketVersioning", { versioningConfiguration: { status: ref("source", "status") } }),
        resource("random:index:Pet", {}, { name: "source" }),
      ],
      { afterUpdate: "pass" },
    ),
    undecided("a lifecycle whose bucket is known on update", [
      bucketOf(),
      versioned,
      lifecycle({}, { bucket: unknown }),
    ]),
  ],
};
