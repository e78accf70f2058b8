import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { backupPolicy, fileSystem } from "./testing";

type Properties = Record<string, unknown>;
const selection = (properties: Properties) =>
  resource(
    "aws:backup/selection:Selection",
    { iamRoleArn: "role", planId: "plan", ...properties },
    { name: "selection" },
  );
const byTag = { selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] };
const other = { ...fileSystem(), name: "other" };

export const backupCases: ServiceCases = {
  "efs-backup": [
    pass("a backup policy", [fileSystem(), backupPolicy()]),
    pass("a selection of it", [fileSystem(), selection({ resources: [ref("subject", "arn")] })]),
    pass("a selection by tag", [fileSystem({ tags: { backup: "daily" } }), selection(byTag)]),
    pass("a selection of everything", [fileSystem(), selection({ resources: ["*"] })]),
    pass("a selection of all file systems", [
      fileSystem(),
      selection({ resources: ["arn:aws-us-gov:elasticfilesystem:*:*:file-system/*"] }),
    ]),
    pass("a selection by condition", [
      fileSystem({ tags: { backup: "daily-1" } }),
      selection({
        resources: ["*"],
        conditions: [{ stringLikes: [{ key: "aws:ResourceTag/backup", value: "daily-*" }] }],
      }),
    ]),
    pass("a tag that another stack selects by", fileSystem({ tags: { plan: "gold" } }), {
      config: { backupTags: { plan: "gold" } },
    }),
    fault("nothing", fileSystem()),
    fault("a tag with another value than what the selection asks", [
      fileSystem({ tags: { backup: "weekly" } }),
      selection(byTag),
    ]),
    fault("a selection of everything that a condition keeps from it", [
      fileSystem({ tags: { backup: "none" } }),
      selection({ resources: ["*"], conditions: [{ stringNotEquals: [{ key: "backup", value: "none" }] }] }),
    ]),
    fault("a selection that leaves it out", [
      fileSystem(),
      selection({ resources: ["*"], notResources: ["arn:aws:elasticfilesystem:*:*:file-system/*"] }),
    ]),
    fault("a selection of another kind of store", [
      fileSystem(),
      selection({ resources: ["arn:aws:dynamodb:*:*:table/*"] }),
    ]),
    fault("what is selected and backed up is another one", [
      fileSystem(),
      other,
      backupPolicy({ fileSystemId: ref("other") }),
      selection({ resources: [ref("other", "arn")] }),
    ]),
    undecided("a selection of resources known on update", [fileSystem(), selection({ resources: unknown })]),
    undecided("a backup policy of a file system known on update", [
      fileSystem(),
      backupPolicy({ fileSystemId: unknown }),
    ]),
    undecided("a tag known on update", [fileSystem({ tags: { backup: unknown } }), selection(byTag)]),
  ],
  "efs-backup-policy-enabled": [
    pass("enabled", { ...backupPolicy({ fileSystemId: "fs-1" }), name: "subject" }),
    pass("enabled, of a file system known on update", { ...backupPolicy({ fileSystemId: unknown }), name: "subject" }),
    fault("disabled", backupPolicy({ fileSystemId: "fs-1", backupPolicy: { status: "DISABLED" } }), { at: ["policy"] }),
    fault("no status", backupPolicy({ fileSystemId: "fs-1", backupPolicy: {} }), { at: ["policy"] }),
    undecided("known on update", backupPolicy({ fileSystemId: "fs-1", backupPolicy: { status: unknown } }), {
      at: ["policy"],
    }),
  ],
  "efs-multi-az": [
    pass("nothing said, which means all zones", fileSystem()),
    pass("an empty zone", fileSystem({ availabilityZoneName: "" })),
    fault("one zone", fileSystem({ availabilityZoneName: "us-east-1a" })),
    fault("one zone, known on update", fileSystem({ availabilityZoneName: unknown })),
  ],
};
