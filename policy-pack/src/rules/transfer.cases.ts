import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const server = (properties: CaseProperties = {}) => resource("aws:transfer/server:Server", properties);
const connector = (properties: CaseProperties = {}) => resource("aws:transfer/connector:Connector", properties);
const user = (properties: CaseProperties = {}) => resource("aws:transfer/user:User", properties);
const access = (properties: CaseProperties = {}) => resource("aws:transfer/access:Access", properties);
const logical = (target: unknown) => ({
  homeDirectoryType: "LOGICAL",
  homeDirectoryMappings: [{ entry: "/", target }],
});
const as2 = (changed: CaseProperties = {}) => ({
  as2Config: { encryptionAlgorithm: "AES256_CBC", signingAlgorithm: "SHA256", ...changed },
});

export const transferCases: ServiceCases = {
  "transfer-protocols": [
    pass("nothing said, which means SFTP", server()),
    pass("SFTP, FTPS and AS2", server({ protocols: ["SFTP", "FTPS", "AS2"] })),
    fault("FTP alone", server({ protocols: ["FTP"] })),
    fault("FTP beside SFTP", server({ protocols: ["SFTP", "FTP"] })),
    fault("FTP beside one known on update", server({ protocols: [unknown, "FTP"] })),
    undecided("protocols known on update", server({ protocols: unknown })),
  ],
  "transfer-security-policy": [
    pass("the policy of 2024", server({ securityPolicyName: "TransferSecurityPolicy-2024-01" })),
    pass("a FIPS policy", server({ securityPolicyName: "TransferSecurityPolicy-FIPS-2024-05" })),
    pass("a later one", server({ securityPolicyName: "TransferSecurityPolicy-SshAuditCompliant-2025-02" })),
    fault("nothing said, which means the policy of 2018", server()),
    fault("the policy of 2018", server({ securityPolicyName: "TransferSecurityPolicy-2018-11" })),
    fault("the policy of 2023", server({ securityPolicyName: "TransferSecurityPolicy-2023-05" })),
    fault("a FIPS policy of 2020", server({ securityPolicyName: "TransferSecurityPolicy-FIPS-2020-06" })),
    fault("an experimental one", server({ securityPolicyName: "TransferSecurityPolicy-PQ-SSH-Experimental-2025-04" })),
    fault("no such name", server({ securityPolicyName: "latest" })),
    undecided("known on update", server({ securityPolicyName: unknown })),
  ],
  "transfer-private-endpoint": [
    pass(
      "in a VPC with a group",
      server({ endpointType: "VPC", endpointDetails: { vpcId: "vpc-1", securityGroupIds: [unknown] } }),
    ),
    pass("behind an endpoint of one's own", server({ endpointType: "VPC_ENDPOINT" })),
    fault("nothing said, which means public", server()),
    fault("public", server({ endpointType: "PUBLIC" })),
    fault("in a VPC without a group", server({ endpointType: "VPC", endpointDetails: { vpcId: "vpc-1" } })),
    fault("in a VPC with no groups", server({ endpointType: "VPC", endpointDetails: { securityGroupIds: [] } })),
    undecided("details known on update", server({ endpointType: "VPC", endpointDetails: unknown })),
    undecided("known on update", server({ endpointType: unknown, endpointDetails: { securityGroupIds: ["sg-1"] } })),
  ],
  "transfer-logging": [
    pass("structured logs", server({ structuredLogDestinations: [unknown] })),
    pass("structured logs known on update", server({ structuredLogDestinations: unknown })),
    pass("a logging role", server({ loggingRole: "arn:aws:iam::111122223333:role/log" })),
    pass("a connector with a role", connector({ loggingRole: unknown })),
    fault("nothing said", server()),
    fault("an empty list", server({ structuredLogDestinations: [] })),
    fault("a connector without a role", connector()),
    fault("an input that connectors do not have", connector({ structuredLogDestinations: ["a"] })),
  ],
  "transfer-user-isolation": [
    pass("a logical directory", user(logical("/bucket/alice"))),
    pass("a logical directory of a group", access(logical(unknown))),
    fault("nothing said, which means a path", user({ homeDirectory: "/bucket" })),
    fault("a path", user({ homeDirectoryType: "PATH", homeDirectory: "/bucket/alice" })),
    fault("logical without mappings", user({ homeDirectoryType: "LOGICAL" })),
    fault("logical with no mappings", access({ homeDirectoryType: "LOGICAL", homeDirectoryMappings: [] })),
    fault("a path, mappings known on update", user({ homeDirectoryType: "PATH", homeDirectoryMappings: unknown })),
    undecided("mappings known on update", user({ homeDirectoryType: "LOGICAL", homeDirectoryMappings: unknown })),
    undecided("a kind known on update", user({ ...logical("/b"), homeDirectoryType: unknown })),
  ],
  "transfer-backend-bucket": [
    pass("a bucket of the stack", [user(logical(ref("phi", "bucket"))), bucketOf()]),
    pass("a bucket of another stack", user(logical("/elsewhere/alice"))),
    pass("neither holds PHI", [user({ ...logical(ref("phi", "bucket")), ...noPhi }), bucketOf(noPhi)]),
    pass("no home directory", user()),
    fault("a bucket out of scope", [user(logical(ref("phi", "bucket"))), bucketOf(noPhi)]),
    fault("a bucket out of scope by name", [
      user(logical("/uploads/alice")),
      bucketOf({ bucket: "uploads", ...noPhi }),
    ]),
    fault("a group's bucket out of scope", [access(logical(ref("phi", "bucket"))), bucketOf(noPhi)]),
    fault("a path in a bucket out of scope", [
      user({ homeDirectory: "/uploads" }),
      bucketOf({ bucket: "uploads", ...noPhi }),
    ]),
    pass("another bucket out of scope", [user(logical("/uploads/alice")), bucketOf({ bucket: "upload", ...noPhi })]),
    undecided("a bucket known on update", [user(logical(unknown)), bucketOf(noPhi)]),
    undecided("a tag known on update", [
      user(logical(ref("phi", "bucket"))),
      bucketOf({ tags: { "hipaa:phi": unknown } }),
    ]),
  ],
  "transfer-connector-encryption": [
    pass("AS2 over HTTPS", connector({ ...as2(), url: "https://partner.example" })),
    pass(
      "SFTP with a host key",
      connector({ sftpConfig: { trustedHostKeys: [unknown] }, url: "sftp://partner.example" }),
    ),
    pass("no address of its own", connector({ sftpConfig: { trustedHostKeys: ["ssh-ed25519 AAAA"] } })),
    fault("AS2 with weak encryption", connector(as2({ encryptionAlgorithm: "DES_EDE3_CBC" }))),
    fault("AS2 without encryption", connector(as2({ encryptionAlgorithm: "NONE" }))),
    fault("AS2 signed with SHA-1", connector(as2({ signingAlgorithm: "SHA1" }))),
    fault("AS2 over HTTP", connector({ ...as2(), url: "http://partner.example" })),
    fault("SFTP without host keys", connector({ sftpConfig: { userSecretId: "secret" } })),
    fault("SFTP to another protocol", connector({ sftpConfig: { trustedHostKeys: ["k"] }, url: "ftp://partner" })),
    fault("weak, and an address known on update", connector({ ...as2({ signingAlgorithm: "NONE" }), url: unknown })),
    undecided("SFTP known on update", connector({ sftpConfig: unknown })),
    undecided("an algorithm known on update", connector(as2({ encryptionAlgorithm: unknown }))),
    undecided("an address known on update", connector({ ...as2(), url: unknown })),
  ],
};
