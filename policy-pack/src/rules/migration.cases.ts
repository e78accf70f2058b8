import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const role = (properties: CaseProperties) => resource("aws:iam/role:Role", properties);
const trust = (service: unknown, condition?: unknown) => ({
  assumeRolePolicy: json({
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ],
  }),
});
const attachment = (policyArn: unknown) =>
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "mgn", policyArn });
const mgnPolicy = "arn:aws:iam::aws:policy/service-role/AWSApplicationMigrationReplicationServerPolicy";
const byDefault = (properties: CaseProperties = {}) =>
  resource("aws:ebs/encryptionByDefault:EncryptionByDefault", properties, { name: "default" });
const defaultKey = (keyArn: unknown = "arn:aws:kms:us-east-1:111122223333:key/b") =>
  resource("aws:ebs/defaultKmsKey:DefaultKmsKey", { keyArn }, { name: "key" });
const snapshot = (diskContainer: unknown) => resource("aws:ebs/snapshotImport:SnapshotImport", { diskContainer });
const distribution = (s3Bucket: unknown) =>
  resource("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", {
    distributions: [{ region: "us-east-1", s3ExportConfiguration: { s3Bucket, diskImageFormat: "VMDK" } }],
  });
const vmie = "vmie.amazonaws.com";

export const migrationCases: ServiceCases = {
  "mgn-ebs-default-key": [
    pass("encrypted under a customer's key", [attachment(mgnPolicy), byDefault({ enabled: true }), defaultKey()]),
    pass("on by default, with a wired key", [role(trust("mgn.amazonaws.com")), byDefault(), defaultKey(unknown)]),
    pass("another policy", attachment("arn:aws:iam::aws:policy/ReadOnlyAccess")),
    pass("a policy known on update, which is one of the customer's own", attachment(unknown)),
    fault("a policy of the service, nothing declared", attachment(mgnPolicy)),
    fault("a role of the service, nothing declared", role(trust("mgn.amazonaws.com"))),
    fault("a role with a managed policy", role({ ...trust("ec2.amazonaws.com"), managedPolicyArns: [mgnPolicy] })),
    fault("no key", [attachment(mgnPolicy), byDefault()]),
    fault("no encryption by default", [attachment(mgnPolicy), defaultKey()]),
    fault("encryption switched off", [attachment(mgnPolicy), byDefault({ enabled: false }), defaultKey()]),
    fault("AWS's own key", [attachment(mgnPolicy), byDefault(), defaultKey("alias/aws/ebs")]),
    undecided("a trust known on update", role({ assumeRolePolicy: unknown })),
    undecided("encryption known on update", [attachment(mgnPolicy), byDefault({ enabled: unknown }), defaultKey()]),
  ],
  "sms-retired": [
    pass("a role of another service", role(trust("mgn.amazonaws.com"))),
    fault("a role of the service", role(trust("sms.amazonaws.com"))),
    fault("a role of two services", role(trust(["ec2.amazonaws.com", "sms.amazonaws.com"]))),
    pass(
      "a denial",
      role({ assumeRolePolicy: json({ Statement: { Effect: "Deny", Principal: { Service: "sms.amazonaws.com" } } }) }),
    ),
    notApplicable("known on update, judged then", role({ assumeRolePolicy: unknown })),
    pass("no trust, which AWS does not accept", role({})),
  ],
  "vmimport-encrypted": [
    pass("a bucket in scope", [snapshot({ userBucket: { s3Bucket: ref("phi", "bucket") } }), bucketOf()]),
    pass("a disk over HTTPS", snapshot({ url: "https://disks.example/a.vmdk" })),
    pass("an external id", role(trust(vmie, { StringEquals: { "sts:Externalid": "vmimport" } }))),
    pass("one account", role(trust(vmie, { StringEquals: { "aws:SourceAccount": "111122223333" } }))),
    pass("a role of another service", role(trust("ec2.amazonaws.com"))),
    fault("a bucket out of scope", [snapshot({ userBucket: { s3Bucket: ref("phi", "bucket") } }), bucketOf(noPhi)]),
    fault("a disk by URI in a bucket out of scope", [
      snapshot({ url: "s3://disks/a.vmdk" }),
      bucketOf({ bucket: "disks", ...noPhi }),
    ]),
    fault("a disk over plain HTTP", snapshot({ url: "http://disks.example/a.vmdk" })),
    fault("an image exported to a bucket out of scope", [distribution(ref("phi", "bucket")), bucketOf(noPhi)]),
    pass("an image exported to a bucket in scope", [distribution(ref("phi", "bucket")), bucketOf()]),
    fault("no external id", role(trust(vmie))),
    fault(
      "an external id that may be missing",
      role(trust(vmie, { StringEqualsIfExists: { "sts:ExternalId": "vmimport" } })),
    ),
    undecided("a bucket known on update", [snapshot({ userBucket: { s3Bucket: unknown } }), bucketOf(noPhi)]),
    undecided("a trust known on update", role({ assumeRolePolicy: unknown })),
  ],
};
