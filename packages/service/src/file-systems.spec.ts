import assert from "node:assert/strict";
import type { ServiceFileSystemMountArgs } from "./file-system-args";
import { accountArn } from "./testing/example";
import { containers, listed, record, statements } from "./testing/recorded";
import { migration, worker } from "./testing/tasks";

const accessPointArn = accountArn("elasticfilesystem", "access-point/fsap-0a1b2c3d");
const fileSystem = {
  fileSystemId: "fs-0a1b2c3d",
  fileSystemArn: accountArn("elasticfilesystem", "file-system/fs-0a1b2c3d"),
  accessPointArns: { reports: accessPointArn },
  securityGroupId: "sg-000000000000000f5",
  port: 2049,
};
const mount = (args: Partial<ServiceFileSystemMountArgs> = {}): ServiceFileSystemMountArgs => ({
  name: "reports",
  fileSystem,
  accessPoint: "reports",
  path: "/mnt/reports",
  ...args,
});

describe("mounted file systems", () => {
  it("ecs-efs-transit-encryption, ecs-efs-iam-authorization: with TLS, as the task role, by one access point", async () => {
    const recording = await record(() => worker({ fileSystems: [mount()] }), { mode: "update" });
    assert.deepEqual(recording.named("intake-task").inputs["volumes"], [
      {
        name: "files__reports",
        efsVolumeConfiguration: {
          fileSystemId: "fs-0a1b2c3d",
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: "fsap-0a1b2c3d", iam: "ENABLED" },
        },
      },
    ]);
    assert.deepEqual(containers(recording.named("intake-task"))["app"]?.mountPoints, [
      { sourceVolume: "files__reports", containerPath: "/mnt/reports", readOnly: false },
    ]);
  });

  it("give the least permissions: mount and write through that access point, write only where asked", async () => {
    const allowed = async (readOnly: boolean | undefined) => {
      const recording = await record(() => worker({ fileSystems: [mount({ readOnly })] }), { mode: "update" });
      return statements(recording.named("intake-task-policy").inputs["policy"])["MountFilesReports"];
    };
    const statement = await allowed(undefined);
    assert.deepEqual(listed(statement?.Action), ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]);
    assert.equal(statement?.Resource, fileSystem.fileSystemArn);
    assert.deepEqual(statement?.Condition, {
      StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn },
    });
    assert.deepEqual(listed((await allowed(true))?.Action), ["elasticfilesystem:ClientMount"]);
  });

  it("are mounted read-only in the container where asked", async () => {
    const recording = await record(() => worker({ fileSystems: [mount({ readOnly: true })] }), { mode: "update" });
    const [point] = containers(recording.named("intake-task"))["app"]?.mountPoints as { readOnly: boolean }[];
    assert.equal(point?.readOnly, true);
  });

  it("open both sides of the door, for tasks that run once too", async () => {
    const recording = await record(() => migration({ fileSystems: [mount()] }), { mode: "update" });
    const group = recording.component("service:index:MigrationTask").outputs["securityGroupId"];
    const egress = recording.named("migrate-connect-files-reports").inputs;
    const ingress = recording.named("migrate-accept-files-reports").inputs;
    assert.deepEqual([egress["securityGroupId"], egress["referencedSecurityGroupId"]], [group, "sg-000000000000000f5"]);
    assert.deepEqual(
      [ingress["securityGroupId"], ingress["referencedSecurityGroupId"]],
      ["sg-000000000000000f5", group],
    );
    for (const rule of [egress, ingress]) assert.deepEqual([rule["fromPort"], rule["toPort"]], [2049, 2049]);
  });

  it("open one door to a file system, however many of its directories are mounted", async () => {
    const accessPointArns = { ...fileSystem.accessPointArns, scans: `${accessPointArn}s` };
    const both = { ...fileSystem, accessPointArns };
    const fileSystems = [
      mount({ fileSystem: both }),
      mount({ fileSystem: both, name: "scans", accessPoint: "scans", path: "/mnt/scans" }),
      mount({
        fileSystem: { ...fileSystem, securityGroupId: "sg-000000000000000f6" },
        name: "other",
        path: "/mnt/other",
      }),
    ];
    const recording = await record(() => worker({ fileSystems }), { mode: "update" });
    const doors = recording
      .ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
      .filter(({ inputs }) => inputs["fromPort"] === 2049);
    assert.deepEqual(
      doors.map(({ name }) => name),
      ["intake-accept-files-reports", "intake-accept-files-other"],
    );
    assert.equal((recording.named("intake-task").inputs["volumes"] as unknown[]).length, 3);
  });

  it("stand among the component's inputs as plain data", async () => {
    const recording = await record(() => worker({ fileSystems: [mount()] }), { mode: "preview" });
    assert.deepEqual(recording.component("service:index:WorkerService").inputs["fileSystems"], [mount()]);
  });

  const refused: readonly (readonly [string, ServiceFileSystemMountArgs[], RegExp])[] = [
    ["a name twice", [mount(), mount({ path: "/mnt/other" })], /fileSystems holds "reports" twice/],
    ["a name that names no volume", [mount({ name: "Reports" })], /fileSystems name is "Reports"/],
    ["a path that is none", [mount({ path: "mnt" })], /fileSystems "reports"\.path is "mnt"/],
    ["a path that hides programs", [mount({ path: "/usr/reports" })], /holds "\/usr\/reports", which programs/],
    ["a path below a writable one", [mount({ path: "/tmp/reports" })], /"\/tmp" is mounted there too/],
    ["a path above another", [mount(), mount({ name: "a", path: "/mnt" })], /"\/mnt\/reports" is mounted there/],
    [
      "an access point that is not there",
      [mount({ accessPoint: "scans" })],
      /"reports"\.accessPoint is "scans", which the file system does not have\. Choose one of reports/,
    ],
  ];
  for (const [title, fileSystems, message] of refused) {
    it(`refuse ${title}`, async () => {
      await assert.rejects(
        record(() => worker({ fileSystems }), { mode: "update" }),
        message,
      );
    });
  }
});
