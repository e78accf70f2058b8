import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { PhiFileSystem } from "./phi-file-system";
import type { PhiFileSystemArgs } from "./phi-file-system-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const network = { vpcId: "vpc-1", dataSubnetIds: ["subnet-1", "subnet-2", "subnet-3"] };
const accessPoints = [{ name: "reports", path: "/reports" }];
const [fileSystemType, policyType, mountType, pointType] = [
  "fileSystem:FileSystem",
  "fileSystemPolicy:FileSystemPolicy",
  "mountTarget:MountTarget",
  "accessPoint:AccessPoint",
].map((type) => `aws:efs/${type}`) as [string, string, string, string];

const files = (args: Partial<PhiFileSystemArgs> = {}) =>
  new PhiFileSystem("files", { network, key: { arn }, accessPoints, ...args });
const recorded = (args: Partial<PhiFileSystemArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void files(args), mode);

describe("PhiFileSystem", () => {
  it("efs-encrypted, efs-cmk, efs-multi-az: under the key, in the whole Region, kept by Pulumi", async () => {
    const { inputs, protect } = (await recorded()).one(fileSystemType);
    assert.deepEqual([inputs["encrypted"], inputs["kmsKeyId"], protect], [true, arn, true]);
    assert.ok(!("availabilityZoneName" in inputs));
  });

  it("efs-tls-enforced: mounted with TLS, through access points, by this account alone", async () => {
    const policy = text((await recorded()).one(policyType).inputs["policy"]);
    const { Statement } = JSON.parse(policy) as { Statement: Record<string, unknown>[] };
    assert.deepEqual(
      Statement.map(({ Effect, Action, Condition }) => [Effect, Action, Condition]),
      [
        ["Deny", "elasticfilesystem:Client*", { Bool: { "aws:SecureTransport": "false" } }],
        ["Deny", "elasticfilesystem:ClientMount", { Null: { "elasticfilesystem:AccessPointArn": "true" } }],
        [
          "Deny",
          "elasticfilesystem:*",
          {
            StringNotEqualsIfExists: { "aws:PrincipalAccount": "111122223333" },
            BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
          },
        ],
      ],
    );
  });

  it("efs-backup: backed up daily", async () => {
    const { inputs } = (await recorded()).one("aws:efs/backupPolicy:BackupPolicy");
    assert.deepEqual(inputs["backupPolicy"], { status: "ENABLED" });
  });

  it("efs-mount-targets-private: a mount target in each private subnet, behind a group without rules", async () => {
    const graph = await recorded();
    const group = graph.one("aws:ec2/securityGroup:SecurityGroup");
    assert.deepEqual(
      graph.all(mountType).map(({ inputs }) => [inputs["subnetId"], inputs["securityGroups"]]),
      network.dataSubnetIds.map((subnet) => [subnet, [group.id]]),
    );
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
  });

  it("gives its id once the policy and every mount target are in place", async () => {
    const graph = await record(() => {
      const { fileSystemId } = files();
      new pulumi.ComponentResource("test:index:Client", "client", { fileSystemId });
    }, "update");
    const targets = graph.all(mountType).map(({ urn }) => urn);
    assert.ok(targets.length === 3);
    const { dependencies } = graph.one("test:index:Client");
    for (const urn of [...targets, graph.one(policyType).urn]) assert.ok(dependencies.includes(urn), urn);
  });

  it("efs-access-points, efs-access-point-root: a user other than root, in a directory of its own", async () => {
    const { inputs } = (await recorded()).one(pointType);
    assert.deepEqual(inputs["posixUser"], { uid: 10_001, gid: 10_001 });
    assert.deepEqual(inputs["rootDirectory"], {
      path: "/reports",
      creationInfo: { ownerUid: 10_001, ownerGid: 10_001, permissions: "750" },
    });
  });

  it("takes its knobs", async () => {
    const graph = await recorded({
      availabilityZones: 2,
      archiveAfterDays: 1,
      replicaRegion: "us-west-2",
      replicaKeyArn: "arn:aws:kms:us-west-2:111122223333:key/replica",
      organizationId: "o-clinic",
      deletionProtection: false,
      accessPoints: [{ name: "scans", path: "/imaging/scans", userId: 20, groupId: 30 }],
      tags: { team: "imaging" },
    });
    assert.equal(graph.all(mountType).length, 2);
    const { inputs, protect } = graph.one(fileSystemType);
    assert.match(JSON.stringify(inputs["lifecyclePolicies"]), /AFTER_1_DAY/);
    assert.deepEqual([inputs["tags"], protect ?? false], [{ team: "imaging" }, false]);
    assert.deepEqual(graph.one(pointType).inputs["posixUser"], { uid: 20, gid: 30 });
    assert.match(text(graph.one(policyType).inputs["policy"]), /"aws:PrincipalOrgID":"o-clinic"/);
    assert.deepEqual(graph.one("aws:efs/replicationConfiguration:ReplicationConfiguration").inputs["destination"], {
      region: "us-west-2",
      kmsKeyId: "arn:aws:kms:us-west-2:111122223333:key/replica",
    });
  });

  it("has these children, at preview too", async () => {
    assert.deepEqual(
      (await recorded({}, "preview")).names.filter((name) => name.startsWith("aws:")),
      [
        "aws:ec2/securityGroup:SecurityGroup files-security-group",
        `${pointType} files-reports`,
        "aws:efs/backupPolicy:BackupPolicy files-backup",
        `${fileSystemType} files`,
        `${policyType} files-policy`,
        `${mountType} files-1`,
        `${mountType} files-2`,
        `${mountType} files-3`,
      ],
    );
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void files(), "update", region);
      assert.ok(text(graph.one(policyType).inputs["policy"]).includes(`arn:${partition}:elasticfilesystem:${region}:`));
    });
  }

  const refused: readonly (readonly [string, Partial<PhiFileSystemArgs>, RegExp])[] = [
    ["no access point", { accessPoints: [] }, /accessPoints has 0 element/],
    ["an access point at the root", { accessPoints: [{ name: "all", path: "/" }] }, /accessPoints\[\]\.path/],
    ["root as user", { accessPoints: [{ name: "a", path: "/a", userId: 0 }] }, /accessPoints\[\]\.userId is 0/],
    ["two access points of one name", { accessPoints: [...accessPoints, ...accessPoints] }, /holds "reports" twice/],
    ["days that EFS does not know", { archiveAfterDays: 31 }, /archiveAfterDays is 31.*Choose one of 1, 7/],
    ["a copy without a key", { replicaRegion: "us-west-2" }, /replicaRegion and replicaKeyArn are not given together/],
    ["seven zones", { availabilityZones: 7 }, /availabilityZones is 7/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void files(args)), message));
  }

  it("says so where there are fewer subnets than zones", async () => {
    const program = () => void files({ network: { ...network, dataSubnetIds: ["subnet-1"] } });
    await assert.rejects(recordProgram(program), /availabilityZones is 3, but network\.dataSubnetIds has 1/);
  });
});
