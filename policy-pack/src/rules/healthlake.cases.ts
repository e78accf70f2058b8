import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../testing/cases";

const store = (desiredState: unknown, typeName: unknown = "AWS::HealthLake::FHIRDatastore") =>
  resource("aws:cloudcontrol/resource:Resource", { typeName, desiredState });
const withKey = (key: unknown, more: Record<string, unknown> = {}) =>
  store(json({ DatastoreTypeVersion: "R4", SseConfiguration: { KmsEncryptionConfig: key }, ...more }));
const customer = { CmkType: "CUSTOMER_MANAGED_KMS_KEY", KmsKeyId: "arn:aws:kms:us-east-1:1:key/a" };
const native = (cmkType: unknown, kmsKeyId: unknown) =>
  resource("aws-native:healthlake:FhirDatastore", { sseConfiguration: { kmsEncryptionConfig: { cmkType, kmsKeyId } } });
const role = (service: unknown) =>
  resource("aws:iam/role:Role", {
    assumeRolePolicy: json({
      Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
    }),
  });
const policy = resource(
  "aws:iam/rolePolicy:RolePolicy",
  {
    role: ref("subject"),
    policy: json({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: ref("bucket", "arn") }] }),
  },
  { name: "policy" },
);
const bucket = (tags: unknown = {}) => resource("aws:s3/bucket:Bucket", { tags }, { name: "bucket" });
const service = "healthlake.amazonaws.com";
const atPolicy = { at: ["policy"] };

export const healthlakeCases: ServiceCases = {
  "healthlake-cmk": [
    pass("a key", withKey(customer)),
    pass("a wired key by the other provider", native("CUSTOMER_MANAGED_KMS_KEY", unknown)),
    fault("AWS's key", withKey({ CmkType: "AWS_OWNED_KMS_KEY" })),
    fault("a kind of key without a key", withKey({ CmkType: "CUSTOMER_MANAGED_KMS_KEY" })),
    fault("nothing said", store(json({ DatastoreTypeVersion: "R4" }))),
    fault("AWS's key by the other provider", native("AWS_OWNED_KMS_KEY", undefined)),
    fault("a name that looks like a record number", withKey(customer, { DatastoreName: "mrn-1234567" })),
    notApplicable("another type", store(json({}), "AWS::Logs::LogGroup")),
    undecided("known on update", store(unknown)),
    undecided("a type known on update", store(json({}), unknown)),
    undecided("a key named in the text", withKey({ ...customer, KmsKeyId: unknown })),
  ],
  "healthlake-access": [
    pass("a bucket in scope", [role(service), policy, bucket()]),
    pass("a role of another service", [role("lambda.amazonaws.com"), policy, bucket({ "hipaa:phi": "false" })]),
    fault("a bucket out of scope", [role(service), policy, bucket({ "hipaa:phi": "false" })], atPolicy),
    undecided("a tag known on update", [role(service), policy, bucket({ "hipaa:phi": unknown })], atPolicy),
    undecided("trust known on update", [role(unknown), policy, bucket({ "hipaa:phi": "false" })], atPolicy),
    pass("a policy without a document, which AWS does not accept", [
      role(service),
      { ...policy, properties: { role: ref("subject") } },
      bucket({ "hipaa:phi": "false" }),
    ]),
  ],
};
