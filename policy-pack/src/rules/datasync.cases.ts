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

const location = (kind: string, properties: CaseProperties = {}) =>
  resource(`aws:datasync/${kind}:${kind[0]?.toUpperCase() ?? ""}${kind.slice(1)}`, properties);
const efs = (properties?: CaseProperties) => location("efsLocation", properties);
const objects = (properties?: CaseProperties) => location("locationObjectStorage", properties);
const hdfs = (properties?: CaseProperties) => location("locationHdfs", properties);
const smb = (version?: unknown) => location("locationSmb", version === undefined ? {} : { mountOptions: { version } });
const nfs = (properties?: CaseProperties) => location("nfsLocation", properties);
const s3 = (properties?: CaseProperties) => location("s3Location", properties);
const agent = (properties?: CaseProperties) => location("agent", properties);
const task = (properties?: CaseProperties) => location("task", properties);
const fileSystem = (properties: CaseProperties) =>
  resource("aws:efs/fileSystem:FileSystem", properties, { name: "files" });

export const datasyncCases: ServiceCases = {
  "datasync-tls-locations": [
    pass("EFS with TLS", efs({ inTransitEncryption: "TLS1_2" })),
    fault("EFS, nothing said", efs()),
    fault("EFS without TLS", efs({ inTransitEncryption: "NONE" })),
    undecided("EFS, known on update", efs({ inTransitEncryption: unknown })),
    pass("object storage, nothing said, which means HTTPS", objects()),
    pass("object storage over HTTPS", objects({ serverProtocol: "HTTPS" })),
    fault("object storage over HTTP", objects({ serverProtocol: "HTTP" })),
    undecided("object storage, known on update", objects({ serverProtocol: unknown })),
    pass("HDFS, nothing said, which means privacy", hdfs()),
    pass("HDFS with privacy", hdfs({ qopConfiguration: { dataTransferProtection: "PRIVACY" } })),
    pass(
      "HDFS with privacy of calls, which holds for data too",
      hdfs({ qopConfiguration: { rpcProtection: "PRIVACY" } }),
    ),
    fault("HDFS with integrity only", hdfs({ qopConfiguration: { dataTransferProtection: "INTEGRITY" } })),
    fault("HDFS with authentication of calls only", hdfs({ qopConfiguration: { rpcProtection: "AUTHENTICATION" } })),
    undecided("HDFS, known on update", hdfs({ qopConfiguration: unknown })),
    pass("SMB, nothing said", smb()),
    pass("SMB 3", smb("SMB3")),
    fault("SMB 2", smb("SMB2")),
    undecided("SMB, known on update", smb(unknown)),
  ],
  "datasync-task-logging": [
    pass("a log group and transfers", task({ cloudwatchLogGroupArn: unknown, options: { logLevel: "TRANSFER" } })),
    pass("a log group and the basics", task({ cloudwatchLogGroupArn: "arn", options: { logLevel: "BASIC" } })),
    fault("nothing said", task()),
    fault("no log group", task({ options: { logLevel: "TRANSFER" } })),
    fault("a log group and no level", task({ cloudwatchLogGroupArn: unknown })),
    fault("a log group and the level off", task({ cloudwatchLogGroupArn: unknown, options: { logLevel: "OFF" } })),
    fault("no log group, and a level known on update", task({ options: { logLevel: unknown } })),
    undecided("a level known on update", task({ cloudwatchLogGroupArn: "arn", options: { logLevel: unknown } })),
  ],
  "datasync-task-verify": [
    pass("nothing said, which means all files", task()),
    pass("what was transferred", task({ options: { verifyMode: "ONLY_FILES_TRANSFERRED" } })),
    pass("all files", task({ options: { verifyMode: "POINT_IN_TIME_CONSISTENT" } })),
    pass("other options", task({ options: { logLevel: "TRANSFER" } })),
    fault("nothing", task({ options: { verifyMode: "NONE" } })),
    undecided("known on update", task({ options: { verifyMode: unknown } })),
  ],
  "datasync-destinations-encrypted": [
    pass("a bucket in scope", [s3({ s3BucketArn: ref("phi", "arn") }), bucketOf()]),
    fault("a bucket out of scope", [s3({ s3BucketArn: ref("phi", "arn") }), bucketOf(noPhi)]),
    fault("a bucket out of scope by name", [
      s3({ s3BucketArn: "arn:aws:s3:::landing" }),
      bucketOf({ bucket: "landing", ...noPhi }),
    ]),
    pass("a bucket of another stack", s3({ s3BucketArn: "arn:aws:s3:::elsewhere" })),
    undecided("a bucket known on update", [s3({ s3BucketArn: unknown }), bucketOf(noPhi)]),
    fault("a file system out of scope", [efs({ efsFileSystemArn: ref("files", "arn") }), fileSystem(noPhi)]),
    pass("a file system in scope", [efs({ efsFileSystemArn: ref("files", "arn") }), fileSystem({})]),
    pass("an agent with an endpoint", agent({ vpcEndpointId: unknown })),
    fault("an agent without an endpoint", agent()),
  ],
  "datasync-nfs-cleartext": [
    pass("NFS 4.1", nfs({ mountOptions: { version: "NFS4_1" } })),
    pass("NFS 4.0", nfs({ mountOptions: { version: "NFS4_0" } })),
    fault("nothing said", nfs()),
    fault("NFS 3", nfs({ mountOptions: { version: "NFS3" } })),
    fault("whatever the server offers", nfs({ mountOptions: { version: "AUTOMATIC" } })),
    undecided("known on update", nfs({ mountOptions: { version: unknown } })),
  ],
  "datasync-object-storage-credentials": [
    pass("no key", objects()),
    pass("a key known on update", objects({ secretKey: unknown })),
    pass("an access key id only", objects({ accessKey: "id" })),
    fault("a key in the program", objects({ secretKey: "x" })),
  ],
};
