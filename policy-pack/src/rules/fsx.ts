import { customerKey, mustNotBeTrue, oneOf, both } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { backupTagsConfig, isBackedUp } from "../knowledge/backup-coverage";
import { isOpenToWorld, openingsOf, securityGroup } from "./rds/openings";
import { namesPrivateSubnets } from "./vpc/placement";

const windows = "aws:fsx/windowsFileSystem:WindowsFileSystem";
const lustre = "aws:fsx/lustreFileSystem:LustreFileSystem";
const ontap = "aws:fsx/ontapFileSystem:OntapFileSystem";
const openZfs = "aws:fsx/openZfsFileSystem:OpenZfsFileSystem";
const dataRepository = "aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation";
const fileSystems = [windows, lustre, ontap, openZfs];

/** A Lustre file system that keeps its data; nothing said means scratch storage. */
function isPersistent(of: { readonly type: string; get(path: string): Value }): Truth {
  return of.type === lustre ? of.get("deploymentType").matches(/^PERSISTENT_/i) : Truth.yes;
}

const cmk = resourceRule("fsx-cmk", {
  check: (resource) => {
    resource.onlyWhen(isPersistent(resource), "is scratch storage, which takes no key of one's own");
    customerKey(
      "kmsKeyId",
      "the file system is encrypted under AWS's own key instead of a customer-managed one",
    )(resource);
  },
});

const windowsAudit = resourceRule("fsx-windows-audit-backup", {
  check: both(
    oneOf(
      "auditLogConfiguration.fileAccessAuditLogLevel",
      ["SUCCESS_AND_FAILURE"],
      "access to files is not audited, successes and failures both",
    ),
    oneOf(
      "auditLogConfiguration.fileShareAccessAuditLogLevel",
      ["SUCCESS_AND_FAILURE"],
      "access to shares is not audited, successes and failures both",
    ),
  ),
});

/** A stack rule, because a backup selection may stand in for the file system's own backups. */
const automaticBackups = stackRule("fsx-automatic-backups", {
  config: {
    ...backupTagsConfig,
    fsxBackupDays: {
      type: "integer",
      description: "Least number of days that automatic backups are kept.",
      default: 7,
      minimum: 1,
      maximum: 90,
    },
  },
  check: (check, graph) => {
    const days = check.setting<number>("fsxBackupDays");
    for (const each of graph.ofType(...fileSystems)) {
      const retention = each.get("automaticBackupRetentionDays");
      const byDefault = Truth.of(each.type === windows && days <= windowsDefaultDays).and(retention.isGiven().not());
      check.expect(
        each,
        Truth.any([
          isPersistent(each).not(),
          retention.isAtLeast(days),
          byDefault,
          hasDataRepository(graph, each),
          isBackedUp(check, graph, each),
        ]),
        `automatic backups of the file system are off or kept less than ${String(days)} days`,
      );
    }
  },
});

const windowsDefaultDays = 7;

/** A Lustre file system that is linked to a bucket takes no backups: the bucket keeps the data. */
function hasDataRepository(graph: StackGraph, of: GraphResource): Truth {
  if (of.type !== lustre) return Truth.no;
  const isLinked = graph.referrers(of, dataRepository, "fileSystemId").length > 0;
  return Truth.of(isLinked).or(of.get("importPath").isGiven());
}

const multiAz = resourceRule("fsx-multi-az", {
  check: (resource) =>
    resource.expect(
      resource.get("deploymentType").matches(/^MULTI_AZ/i),
      "the file system keeps its data in one Availability Zone only",
    ),
});

const finalBackup = resourceRule("fsx-final-backup", {
  check: mustNotBeTrue("skipFinalBackup", "deleting the file system leaves no final backup"),
});

const lustrePersistent = resourceRule("fsx-lustre-persistent", {
  check: (resource) => {
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    resource.expect(isPersistent(resource), "the file system is scratch storage, which takes no key of one's own");
  },
});

const ontapPassword = resourceRule("fsx-ontap-openzfs-backup", {
  check: (resource) => {
    const password = resource.get("fsxAdminPassword");
    // A policy receives secrets unwrapped: only what is not known yet comes from somewhere else for certain.
    resource.expect(
      password.isUnknown ? Truth.yes : password.isGiven().not(),
      "the administrator's password is known to the program",
    );
  },
});

const privateAccess = stackRule("fsx-private-access", {
  check: (check, graph) => {
    for (const each of graph.ofType(...fileSystems)) {
      const groups = each.get("securityGroupIds");
      check.expect(
        each,
        namesPrivateSubnets(graph, each, each.get("subnetIds")),
        "the file system lies in a public subnet",
      );
      check.expect(each, groups.isGiven(), "the file system falls to the default group of the VPC");
      if (groups.isAbsent) continue;
      const { targets, complete, path } = graph.references(each, "securityGroupIds", securityGroup);
      const openings = targets.flatMap((group) => openingsOf(graph, group)).map((one) => isOpenToWorld(one).not());
      const isWhole = complete && targets.length > 0;
      check.expect(
        each,
        Truth.all(isWhole ? openings : [...openings, Truth.unknown(path)]),
        "a security group of the file system lets in the whole internet",
      );
    }
  },
});

/** Rules on Amazon FSx. */
export const fsxRules: readonly Rule[] = [
  cmk,
  windowsAudit,
  automaticBackups,
  multiAz,
  finalBackup,
  lustrePersistent,
  ontapPassword,
  privateAccess,
];
