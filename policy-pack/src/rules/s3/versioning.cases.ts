import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketOf, bucketV2Of, companion, logArchive, noPhi, tagged } from "../../testing/s3";

const versioning = (versioningConfiguration: unknown) => companion("bucketVersioning", { versioningConfiguration });
const enabled = versioning({ status: "Enabled" });
const alone = (status: unknown) =>
  resource("aws:s3/bucketVersioning:BucketVersioning", { bucket: "phi", versioningConfiguration: { status } });
const source = resource("random:index:Pet", {}, { name: "source" });

export const versioningCases: ServiceCases = {
  "s3-versioning": [
    pass("versioning as a resource of its own", [bucketOf(), enabled]),
    pass("its deprecated twin", [
      bucketV2Of(),
      companion("bucketVersioningV2", { versioningConfiguration: { status: "Enabled" } }),
    ]),
    pass("suspended, which another rule judges", [bucketOf(), versioning({ status: "Suspended" })]),
    pass("the inline form", bucketOf({ versioning: { enabled: true } })),
    pass("the inline form of the twin", bucketV2Of({ versionings: [{ enabled: true }] })),
    pass("Object Lock, which switches versioning on", bucketOf({ objectLockEnabled: true })),
    pass("no PHI", bucketOf(noPhi)),
    pass("access logs", bucketOf(tagged({ "hipaa:purpose": "elb-logs" }))),
    pass("what another bucket of the stack writes its access logs into", [
      bucketOf(),
      bucketOf({ versioning: { enabled: true } }, "source"),
      resource(
        "aws:s3/bucketLogging:BucketLogging",
        { bucket: ref("source"), targetBucket: ref("phi") },
        { name: "logging" },
      ),
    ]),
    fault("nothing said", bucketOf()),
    fault("a log archive", bucketOf(logArchive)),
    fault("inline but off", bucketOf({ versioning: { enabled: false } })),
    fault("what the provider computes, as it stands at preview", bucketOf({}, "phi", { versioning: unknown })),
    fault("a bucket beside one that is versioned", [bucketOf(), enabled, bucketOf({}, "second")], { at: ["second"] }),
    undecided("an inline flag known on update", bucketOf({ versioning: { enabled: unknown } })),
    undecided("tags known on update", bucketOf({ tags: unknown })),
    undecided("versioning whose bucket is known on update", [
      bucketOf(),
      companion("bucketVersioning", { bucket: unknown }),
    ]),
    pass("tags known on update beside versioning", [bucketOf({ tags: unknown }), enabled]),
  ],
  "s3-versioning-status": [
    pass("enabled", alone("Enabled")),
    pass(
      "enabled, by the resource's older name",
      resource("aws:s3/bucketVersioningV2:BucketVersioningV2", {
        versioningConfiguration: { status: "Enabled", mfaDelete: "Disabled" },
      }),
    ),
    fault("suspended", alone("Suspended")),
    fault("disabled", alone("Disabled")),
    fault(
      "suspended, by the resource's older name",
      resource("aws:s3/bucketVersioningV2:BucketVersioningV2", { versioningConfiguration: { status: "Suspended" } }),
    ),
    undecided("known on update", alone(unknown)),
    undecided("all of it known on update", [
      resource("aws:s3/bucketVersioningV2:BucketVersioningV2", { versioningConfiguration: unknown }),
    ]),
    fault("nothing said", alone(undefined)),
  ],
  "s3-log-bucket-mfa-delete": [
    pass("MFA delete", [bucketOf(logArchive), versioning({ status: "Enabled", mfaDelete: "Enabled" })]),
    pass("Object Lock", [bucketOf({ ...logArchive, objectLockEnabled: true }), enabled]),
    pass("Object Lock as a resource of its own", [
      bucketOf(logArchive),
      enabled,
      companion("bucketObjectLockConfiguration"),
    ]),
    pass("no log archive", [bucketOf(), enabled]),
    pass("inline MFA delete", bucketOf({ ...logArchive, versioning: { enabled: true, mfaDelete: true } })),
    fault("a log archive with neither", [bucketOf(logArchive), enabled], { at: ["bucketVersioning"] }),
    fault("a log archive without versioning", bucketOf(logArchive)),
    undecided("known on update", [bucketOf(logArchive), versioning({ status: "Enabled", mfaDelete: unknown })], {
      at: ["bucketVersioning"],
    }),
    undecided("versioning whose bucket is known on update", [
      bucketOf(logArchive),
      companion("bucketVersioning", { bucket: unknown, versioningConfiguration: { mfaDelete: "Enabled" } }),
    ]),
  ],
  "s3-force-destroy-off": [
    pass("nothing said, which means off", bucketOf()),
    pass("off", bucketV2Of({ forceDestroy: false })),
    fault("on", bucketOf({ forceDestroy: true })),
    fault("on as text", bucketV2Of({ forceDestroy: "true" })),
    fault("on, tagged as PHI", bucketOf({ forceDestroy: true, ...tagged({ "hipaa:phi": "true" }) })),
    notApplicable("no PHI", bucketOf({ forceDestroy: true, ...noPhi })),
    undecided("known on update", [bucketOf({ forceDestroy: ref("source", "flag") }), source], {
      afterUpdate: "pass",
    }),
    undecided("on, with tags known on update", bucketOf({ forceDestroy: true, tags: unknown })),
    pass("off, with tags known on update", bucketOf({ forceDestroy: false, tags: unknown })),
  ],
};
