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
} from "../../testing/cases";
import { fileSystem, fileSystemPolicy } from "./testing";

const replication = (destination: unknown) =>
  resource("aws:efs/replicationConfiguration:ReplicationConfiguration", { sourceFileSystemId: "fs-1", destination });

const policyOf = (fileSystemId: unknown) => ({
  ...fileSystemPolicy(json({ Statement: [deny()] }), fileSystemId),
  name: "policy",
});

const deny = (more: Record<string, unknown> = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
  ...more,
});
const statements = (...list: unknown[]) => fileSystemPolicy(json({ Statement: list }));
const allow = (more: Record<string, unknown> = {}) => ({
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
  ...more,
});

export const encryptionCases: ServiceCases = {
  "efs-encrypted": [
    pass("encrypted", fileSystem()),
    pass("encrypted, as text", fileSystem({ encrypted: "true" })),
    fault("nothing said", resource("aws:efs/fileSystem:FileSystem", {})),
    fault("not encrypted", fileSystem({ encrypted: false })),
    fault("a key alone does not encrypt", resource("aws:efs/fileSystem:FileSystem", { kmsKeyId: "key" })),
    undecided("known on update", fileSystem({ encrypted: unknown })),
  ],
  "efs-cmk": [
    pass("a wired key", fileSystem({ kmsKeyId: unknown })),
    pass("a key by ARN", fileSystem({ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/a" })),
    fault("no key", fileSystem()),
    fault("AWS's own key", fileSystem({ kmsKeyId: "alias/aws/elasticfilesystem" })),
    notApplicable("not encrypted, which another rule reports", fileSystem({ encrypted: false })),
    undecided("encryption known on update", fileSystem({ encrypted: unknown })),
  ],
  "efs-replication-encrypted": [
    pass("a wired key", replication({ region: "us-west-2", kmsKeyId: unknown })),
    fault("no key", replication({ region: "us-west-2" })),
    fault("AWS's own key", replication({ region: "us-west-2", kmsKeyId: "alias/aws/elasticfilesystem" })),
    notApplicable("to an existing file system", replication({ fileSystemId: "fs-2" })),
    pass("a destination known on update", replication({ region: unknown, kmsKeyId: "mrk-1" })),
  ],
  "efs-tls-enforced": [
    pass("a policy", [fileSystem(), policyOf(ref("subject"))]),
    pass("a policy among those of other file systems", [
      fileSystem(),
      policyOf(ref("other")),
      { ...policyOf(ref("subject")), name: "second" },
      { ...fileSystem(), name: "other" },
    ]),
    fault("no policy", fileSystem()),
    fault("a policy of another file system", [
      fileSystem(),
      policyOf(ref("other")),
      { ...fileSystem(), name: "other" },
    ]),
    fault("a policy of a file system elsewhere", [fileSystem(), policyOf("fs-1")]),
    undecided("a policy of a file system known on update", [fileSystem(), policyOf(unknown)]),
  ],
  "efs-policy-tls-statement": [
    pass("a deny for everyone and everything", statements(deny())),
    pass("a deny of mounts", statements(deny({ Action: ["elasticfilesystem:ClientMount"] }))),
    pass("a deny of what clients do", statements(allow(), deny({ Action: "elasticfilesystem:Client*" }))),
    pass("a deny in other words", {
      ...fileSystemPolicy({
        Statement: deny({ Principal: { AWS: ["*"] }, Condition: { BoolIfExists: { "aws:securetransport": [false] } } }),
      }),
    }),
    fault("no deny", statements(allow())),
    fault("a deny of writes only", statements(deny({ Action: "elasticfilesystem:ClientWrite" }))),
    fault("a deny for one role only", statements(deny({ Principal: { AWS: "arn:aws:iam::111122223333:role/a" } }))),
    fault(
      "a deny of those who do use TLS",
      statements(deny({ Condition: { Bool: { "aws:SecureTransport": "true" } } })),
    ),
    fault(
      "a deny that a second condition narrows",
      statements(
        deny({ Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpc": "vpc-1" } } }),
      ),
    ),
    undecided("a policy known on update", fileSystemPolicy(unknown)),
    fault("no document, which denies nothing", fileSystemPolicy(undefined)),
  ],
  "efs-policy-no-anonymous": [
    pass("roles", statements(allow({ Principal: { AWS: "arn:aws:iam::111122223333:role/app" } }))),
    pass(
      "everyone through a mount target",
      statements(allow({ Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } } })),
    ),
    pass(
      "everyone of one organization",
      statements(allow({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } })),
    ),
    fault("everyone", statements(allow())),
    fault("everyone but a role", statements(allow({ Principal: undefined, NotPrincipal: { AWS: "1" } }))),
    fault(
      "everyone outside of mount targets",
      statements(allow({ Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" } } })),
    ),
    fault("everyone beside a deny", statements(deny(), allow({ Principal: "*" }))),
    undecided("a policy known on update", fileSystemPolicy(unknown)),
    pass("no document, which AWS does not accept", fileSystemPolicy(undefined)),
  ],
};
