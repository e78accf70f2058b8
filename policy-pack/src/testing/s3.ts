import { json, ref, resource, type CaseProperties, type CaseResource } from "./cases";

/** Resources that the cases on buckets are made of; the bucket is named `phi` unless said otherwise. */
export const bucketOf = (properties: CaseProperties = {}, name = "phi", computed: CaseProperties = {}): CaseResource =>
  resource("aws:s3/bucket:Bucket", properties, { name, computed });

export const bucketV2Of = (
  properties: CaseProperties = {},
  name = "phi",
  computed: CaseProperties = {},
): CaseResource => resource("aws:s3/bucketV2:BucketV2", properties, { name, computed });

/** `companion("bucketVersioning", …)`: a configuration resource that is wired to the bucket `phi`. */
export const companion = (module: string, properties: CaseProperties = {}, name: string = module): CaseResource =>
  resource(typeOf(module), { bucket: ref("phi", "id"), ...properties }, { name });

function typeOf(module: string): string {
  return `aws:s3/${module}:${module[0]?.toUpperCase() ?? ""}${module.slice(1)}`;
}

export const tagged = (tags: Record<string, unknown>): CaseProperties => ({ tags });
export const logArchive = tagged({ "hipaa:purpose": "log-archive" });
export const noPhi = tagged({ "hipaa:phi": "false" });

export const bucketArn = "arn:aws:s3:::phi-documents";
export const both = [bucketArn, `${bucketArn}/*`];

/** The deny of plain HTTP; parts of it may be replaced. */
export const tlsDeny = (changed: Record<string, unknown> = {}): Record<string, unknown> => ({
  Sid: "DenyPlainHttp",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: both,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
  ...changed,
});

export const policy = (...statements: readonly Record<string, unknown>[]): CaseProperties => ({
  policy: json({ Version: "2012-10-17", Statement: statements }),
});
