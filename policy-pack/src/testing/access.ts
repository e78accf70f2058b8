import { json, ref, resource, type CaseProperties, type CaseResource } from "./cases";
import { documentOf, trust } from "./iam";

/** Resources that the cases on access are made of, with the ARNs that AWS gave them: an update came before. */
export const account = "111122223333";
export const root = `arn:aws:iam::${account}:root`;
export const keyArn = (name = "data"): string => `arn:aws:kms:us-east-1:${account}:key/${name}`;
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

type Statement = CaseProperties;

export const key = (statements?: readonly Statement[], more: CaseProperties = {}, name = "data"): CaseResource =>
  resource(
    "aws:kms/key:Key",
    { ...(statements ? { policy: documentOf(...statements) } : {}), ...more },
    { name, computed: { arn: keyArn(name) } },
  );

/** A statement of a key's policy. */
export const keyAllows = (Principal: unknown, Action: unknown, more: Statement = {}): Statement => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
  ...more,
});
/** By which a key leaves everything to IAM, as AWS's default does. */
export const toIam = keyAllows({ AWS: root }, "kms:*");

export const roleOfService = (name: string, service = "lambda", more: CaseProperties = {}): CaseResource =>
  resource(
    "aws:iam/role:Role",
    { name, assumeRolePolicy: documentOf(trust({ Service: `${service}.amazonaws.com` })), ...more },
    { name, computed: { arn: roleArn(name) } },
  );
export const userOf = (name: string, more: CaseProperties = {}): CaseResource =>
  resource("aws:iam/user:User", { name, ...more }, { name, computed: { arn: `arn:aws:iam::${account}:user/${name}` } });
export const groupOf = (name: string): CaseResource => resource("aws:iam/group:Group", { name }, { name });

/** A policy inline in a role, by the name of the role. */
export const inlineOf = (role: string, ...statements: readonly Statement[]): CaseResource =>
  resource(
    "aws:iam/rolePolicy:RolePolicy",
    { role: ref(role, "name"), policy: documentOf(...statements) },
    { name: `${role}-inline` },
  );
export const managedOf = (name: string, ...statements: readonly Statement[]): CaseResource =>
  resource("aws:iam/policy:Policy", { policy: documentOf(...statements) }, { name });
export const attachmentOf = (kind: "role" | "user" | "group", to: string, policy: string): CaseResource => {
  const type = { role: "rolePolicy", user: "userPolicy", group: "groupPolicy" }[kind];
  const token = `aws:iam/${type}Attachment:${type[0]?.toUpperCase() ?? ""}${type.slice(1)}Attachment`;
  return resource(
    token,
    { [kind]: ref(to, "name"), policyArn: ref(policy, "arn") },
    { name: `${to}-${policy}-attachment` },
  );
};

/** A bucket under the key `data`, by its encryption configuration. */
export const bucketUnder = (name: string, under = "data", more: CaseProperties = {}): CaseResource[] => [
  resource("aws:s3/bucket:Bucket", { bucket: name, ...more }, { name, computed: { arn: `arn:aws:s3:::${name}` } }),
  resource(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    {
      bucket: ref(name, "id"),
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref(under, "arn") } }],
    },
    { name: `${name}-encryption` },
  ),
];

export const databaseUnder = (under: unknown = ref("data", "arn"), more: CaseProperties = {}): CaseResource =>
  resource("aws:rds/instance:Instance", { kmsKeyId: under, ...more }, { name: "patients" });

export const tableOf = (name: string, more: CaseProperties = {}): CaseResource =>
  resource(
    "aws:dynamodb/table:Table",
    { name, ...more },
    {
      name,
      computed: { arn: `arn:aws:dynamodb:us-east-1:${account}:table/${name}` },
    },
  );
export const noPhi = { tags: { "hipaa:phi": "false" } };
export { json };
