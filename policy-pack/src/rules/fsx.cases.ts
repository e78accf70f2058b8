import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const windows = (properties: Properties = {}) => resource("aws:fsx/windowsFileSystem:WindowsFileSystem", properties);
const lustre = (properties: Properties = {}) => resource("aws:fsx/lustreFileSystem:LustreFileSystem", properties);
const persistent = (properties: Properties = {}) => lustre({ deploymentType: "PERSISTENT_2", ...properties });
const ontap = (properties: Properties = {}) => resource("aws:fsx/ontapFileSystem:OntapFileSystem", properties);
const openZfs = (properties: Properties = {}) => resource("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", properties);
const selection = (properties: Properties) =>
  resource("aws:backup/selection:Selection", properties, { name: "selection" });
const audit = (fileAccessAuditLogLevel: unknown, fileShareAccessAuditLogLevel: unknown) =>
  windows({ auditLogConfiguration: { fileAccessAuditLogLevel, fileShareAccessAuditLogLevel } });
const repository = resource(
  "aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation",
  { fileSystemId: ref("subject") },
  { name: "repository" },
);
const placed = (properties: Properties = {}) =>
  windows({ subnetIds: [ref("subnet")], securityGroupIds: [ref("group")], ...properties });
const subnet = (properties: Properties = {}) => resource("aws:ec2/subnet:Subnet", properties, { name: "subnet" });
const group = (properties: Properties = {}) =>
  resource("aws:ec2/securityGroup:SecurityGroup", properties, { name: "group" });
const both = "SUCCESS_AND_FAILURE";

export const fsxCases: ServiceCases = {
  "fsx-cmk": [
    pass("a wired key", windows({ kmsKeyId: unknown })),
    pass("a cache with a key", resource("aws:fsx/fileCache:FileCache", { kmsKeyId: "key" })),
    fault("no key", ontap()),
    fault("AWS's own key", openZfs({ kmsKeyId: "alias/aws/fsx" })),
    fault("persistent Lustre without a key", persistent()),
    notApplicable("scratch storage", lustre({ deploymentType: "SCRATCH_2" })),
    notApplicable("Lustre, nothing said", lustre()),
    undecided("a deployment known on update", lustre({ deploymentType: unknown })),
    pass("an alias of one's own", openZfs({ kmsKeyId: "alias/fsx" })),
  ],
  "fsx-windows-audit-backup": [
    pass("both", audit(both, both)),
    pass("both, of a file system without backups, which another rule reports", {
      ...audit(both, both),
      properties: { ...audit(both, both).properties, automaticBackupRetentionDays: 0 },
    }),
    fault("nothing said", windows()),
    fault("failures only", audit("FAILURE_ONLY", both)),
    fault("files only", audit(both, undefined)),
    undecided("known on update", windows({ auditLogConfiguration: unknown })),
    fault("files not audited beside an unknown", audit("DISABLED", unknown)),
  ],
  "fsx-automatic-backups": [
    pass("a week", ontap({ automaticBackupRetentionDays: 7 })),
    pass("Windows, nothing said, which means a week", windows()),
    pass("scratch storage", lustre({ deploymentType: "SCRATCH_1" })),
    pass("a selection", [openZfs(), selection({ resources: [ref("subject", "arn")] })]),
    pass("a tag of a central plan", openZfs({ tags: { plan: "gold" } }), { config: { backupTags: { plan: "gold" } } }),
    pass("Lustre on a bucket", [persistent(), repository]),
    fault("ONTAP, nothing said", ontap()),
    fault("OpenZFS, nothing said", openZfs()),
    fault("persistent Lustre, nothing said", persistent()),
    fault("off", windows({ automaticBackupRetentionDays: 0 })),
    fault("six days", openZfs({ automaticBackupRetentionDays: 6 })),
    fault("Windows, nothing said, where more is asked", windows(), { config: { fsxBackupDays: 35 } }),
    undecided("known on update", ontap({ automaticBackupRetentionDays: unknown })),
  ],
  "fsx-multi-az": [
    pass("two zones", windows({ deploymentType: "MULTI_AZ_1" })),
    pass("ONTAP in two zones", ontap({ deploymentType: "MULTI_AZ_2" })),
    fault("Windows, nothing said", windows()),
    fault("one zone", openZfs({ deploymentType: "SINGLE_AZ_HA_2" })),
    undecided("known on update", ontap({ deploymentType: unknown })),
  ],
  "fsx-final-backup": [
    pass("nothing said", windows()),
    pass("not skipped", openZfs({ skipFinalBackup: false })),
    fault("skipped", lustre({ skipFinalBackup: true })),
    fault("skipped for Windows", windows({ skipFinalBackup: true })),
    fault("skipped for OpenZFS, as text", openZfs({ skipFinalBackup: "true" })),
    undecided("known on update", windows({ skipFinalBackup: unknown })),
  ],
  "fsx-lustre-persistent": [
    pass("persistent", persistent()),
    pass("the older persistent type", lustre({ deploymentType: "PERSISTENT_1" })),
    fault("scratch", lustre({ deploymentType: "SCRATCH_2" })),
    fault("nothing said", lustre()),
    notApplicable("scratch for what is not PHI", lustre({ tags: { "hipaa:phi": "false" } })),
    undecided("known on update", lustre({ deploymentType: unknown })),
  ],
  "fsx-ontap-openzfs-backup": [
    pass("none", ontap()),
    pass("one that another resource makes", ontap({ fsxAdminPassword: unknown })),
    fault("one in the program", ontap({ fsxAdminPassword: "x" })),
    pass("an empty one", ontap({ fsxAdminPassword: "" })),
  ],
  "fsx-private-access": [
    pass("a private subnet and a group", [placed(), subnet(), group()]),
    pass("a group that lets in one range", [
      placed(),
      subnet(),
      group({ ingress: [{ protocol: "tcp", fromPort: 445, toPort: 445, cidrBlocks: ["10.0.0.0/16"] }] }),
    ]),
    fault("a public subnet", [placed(), subnet({ mapPublicIpOnLaunch: true }), group()]),
    fault("no group", [placed({ securityGroupIds: undefined }), subnet()]),
    fault("a group that lets in all", [
      placed(),
      subnet(),
      group({ ingress: [{ protocol: "tcp", fromPort: 445, toPort: 445, cidrBlocks: ["0.0.0.0/0"] }] }),
    ]),
    undecided("a group of another stack", [placed({ securityGroupIds: ["sg-1"] }), subnet()]),
    undecided("subnets known on update", [placed({ subnetIds: unknown }), group()]),
    pass("no subnets, which AWS does not accept", [
      placed({ subnetIds: undefined }),
      subnet({ mapPublicIpOnLaunch: true }),
      group(),
    ]),
  ],
};
