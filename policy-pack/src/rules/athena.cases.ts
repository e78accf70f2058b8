import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const workgroup = (configuration?: unknown, more: Properties = {}) =>
  resource("aws:athena/workgroup:Workgroup", { configuration, ...more });
const results = (encryptionConfiguration: unknown) => workgroup({ resultConfiguration: { encryptionConfiguration } });
const managed = (properties: Properties) => workgroup({ managedQueryResultsConfiguration: properties });
const database = (encryptionConfiguration?: unknown) =>
  resource("aws:athena/database:Database", { encryptionConfiguration });
const bucket = (properties: Properties = {}) => resource("aws:s3/bucket:Bucket", properties, { name: "bucket" });
const writesTo = (outputLocation: unknown) => workgroup({ resultConfiguration: { outputLocation } });
const table = (location: unknown) =>
  resource("aws:glue/catalogTable:CatalogTable", { storageDescriptor: { location } });
const noPhi = { tags: { "hipaa:phi": "false" } };

export const athenaCases: ServiceCases = {
  "athena-workgroup-encrypted": [
    pass("a KMS key", results({ encryptionOption: "SSE_KMS", kmsKeyArn: unknown })),
    pass("the key of Amazon S3", results({ encryptionOption: "SSE_S3" })),
    pass("managed results", managed({ enabled: true })),
    fault("nothing said", workgroup()),
    fault("a location only", writesTo("s3://results/")),
    fault("managed results that are off", managed({ enabled: false })),
    undecided("known on update", results({ encryptionOption: unknown })),
  ],
  "athena-workgroup-cmk": [
    pass("a wired key", results({ encryptionOption: "SSE_KMS", kmsKeyArn: unknown })),
    pass("nothing said, which another rule reports", workgroup()),
    pass("managed results with a key", managed({ enabled: true, encryptionConfiguration: { kmsKey: "key" } })),
    fault("the key of Amazon S3", results({ encryptionOption: "SSE_S3" })),
    fault("AWS's own key", results({ encryptionOption: "SSE_KMS", kmsKeyArn: "arn:aws:kms:a:1:alias/aws/s3" })),
    fault("managed results without a key", managed({ enabled: true })),
    undecided("managed results known on update", managed({ enabled: unknown })),
    undecided("all of it known on update", workgroup(unknown)),
    undecided("the encryption known on update", results(unknown)),
  ],
  "athena-workgroup-enforced": [
    pass("nothing said", workgroup()),
    pass("on", workgroup({ enforceWorkgroupConfiguration: true })),
    fault("off", workgroup({ enforceWorkgroupConfiguration: false })),
    undecided("known on update", workgroup({ enforceWorkgroupConfiguration: unknown })),
  ],
  "athena-database-encrypted": [
    pass("a KMS key", database({ encryptionOption: "SSE_KMS", kmsKey: unknown })),
    pass("encrypted by the client", database({ encryptionOption: "CSE_KMS", kmsKey: "alias/results" })),
    fault("nothing said", database()),
    fault("the key of Amazon S3", database({ encryptionOption: "SSE_S3" })),
    undecided("known on update", database(unknown)),
  ],
  "athena-primary-workgroup-closed": [
    pass("a bucket in scope", [writesTo(ref("bucket", "bucket")), bucket()]),
    pass("a bucket elsewhere", [writesTo("s3://results/"), bucket({ bucket: "other", ...noPhi })]),
    pass("a workgroup out of scope", [
      workgroup({ resultConfiguration: { outputLocation: "s3://results/a" } }, noPhi),
      bucket({ bucket: "results", ...noPhi }),
    ]),
    fault("a bucket out of scope", [writesTo(ref("bucket", "bucket")), bucket(noPhi)]),
    fault("a bucket out of scope, by name", [writesTo("s3://results/a"), bucket({ bucket: "results", ...noPhi })]),
    undecided("a tag known on update", [writesTo(ref("bucket", "bucket")), bucket({ tags: unknown })]),
    pass("results that Athena manages", [
      workgroup({ managedQueryResultsConfiguration: { enabled: true } }),
      bucket(noPhi),
    ]),
  ],
  "athena-glue-data-locations-encrypted": [
    pass("a bucket in scope", [table(ref("bucket", "bucket")), bucket()]),
    pass("no location", table(undefined)),
    fault("a bucket out of scope", [table("s3://lake/a/"), bucket({ bucket: "lake", ...noPhi })]),
    fault("a database out of scope", [
      resource("aws:glue/catalogDatabase:CatalogDatabase", { locationUri: ref("bucket", "bucket") }),
      bucket(noPhi),
    ]),
    undecided("a tag known on update", [table("s3://lake/"), bucket({ bucket: "lake", tags: unknown })]),
    pass("the same bucket in scope, by name", [table("s3://lake/a/"), bucket({ bucket: "lake" })]),
  ],
};
