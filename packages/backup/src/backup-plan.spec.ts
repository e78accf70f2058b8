import assert from "node:assert/strict";
import { recordProgram, type ResourceState } from "@hipaa-aws/simulated-aws";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { BackupPlan } from "./backup-plan";
import urns from "./backup-plan.urns.json";
import { copyArn, full, identity, keyArn, one, record, required, roles, topicArn } from "./testing/example";

const vaultType = "aws:backup/vault:Vault";
const planType = "aws:backup/plan:Plan";
const selectionType = "aws:backup/selection:Selection";
const policyType = "aws:backup/vaultPolicy:VaultPolicy";
const lockType = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const attachmentType = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

type Rule = Record<string, unknown> & { ruleName: string };
const rules = (resources: readonly ResourceState[]) => one(resources, planType).inputs["rules"] as Rule[];

function statement(resource: ResourceState, input: string): Record<string, unknown> {
  const document = JSON.parse(resource.inputs[input] as string) as { Statement: Record<string, unknown>[] };
  assert.equal(document.Statement.length, 1);
  return document.Statement[0] ?? {};
}

describe("BackupPlan with default arguments", () => {
  for (const mode of ["preview", "update"] as const) {
    it(`has these children (${mode})`, async () => {
      assert.deepEqual((await record({}, { mode })).map(identity).sort(), urns.minimal);
      assert.deepEqual((await record(full, { mode })).map(identity).sort(), urns.full);
    });

    it(`backup-vault-cmk, backup-vault-no-force-destroy: a vault under the given key that outlives mistakes (${mode})`, async () => {
      const { inputs } = one(await record({}, { mode }), vaultType);
      assert.equal(inputs["kmsKeyArn"], keyArn);
      assert.ok(!("forceDestroy" in inputs));
    });

    it(`backup-vault-policy, backup-vault-policy-not-public: nobody deletes backups or shortens their retention (${mode})`, async () => {
      const deny = statement(one(await record({}, { mode }), policyType), "policy");
      assert.deepEqual(deny, {
        Sid: "DenyLossOfBackups",
        Effect: "Deny",
        Principal: "*",
        Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
        Resource: "*",
      });
    });

    it(`backup-plan-rules: every day for 35 days, every month for 13 months (${mode})`, async () => {
      const resources = await record({}, { mode });
      const vault = one(resources, vaultType).inputs["name"];
      const shared = { targetVaultName: vault, startWindow: 120, completionWindow: 10080 };
      assert.ok(typeof vault === "string");
      assert.deepEqual(rules(resources), [
        { ruleName: "daily", schedule: "cron(0 2 * * ? *)", lifecycle: { deleteAfter: 35 }, ...shared },
        { ruleName: "monthly", schedule: "cron(0 2 1 * ? *)", lifecycle: { deleteAfter: 397 }, ...shared },
      ]);
      assert.ok(!("advancedBackupSettings" in one(resources, planType).inputs));
    });
  }

  it("backup-selection-covers-phi: one selection names every resource, in the order of the names", async () => {
    const forwards = one(await record(), selectionType);
    assert.deepEqual(forwards.inputs["resources"], [required.resources[1]?.arn, required.resources[0]?.arn]);
    const backwards = one(await record({ resources: [...required.resources].reverse() }), selectionType);
    assert.deepEqual(backwards.inputs, forwards.inputs);
    for (const absent of ["selectionTags", "notResources", "conditions"]) assert.ok(!(absent in forwards.inputs));
  });

  it("backup-selection-covers-phi: a bucket of the same program is named by the selection at preview", async () => {
    const program = () => {
      const bucket = new s3.Bucket("documents");
      new BackupPlan("records", { ...required, resources: [{ name: "documents", arn: bucket.arn }] });
    };
    const { resources } = await recordProgram(program, { mode: "preview" });
    const { propertyDependencies } = one(resources, selectionType);
    assert.deepEqual(propertyDependencies["resources"], [one(resources, "aws:s3/bucket:Bucket").urn]);
  });

  it("works as a role that AWS Backup assumes for this account only", async () => {
    const resources = await record();
    const role = one(resources, "aws:iam/role:Role");
    assert.deepEqual(statement(role, "assumeRolePolicy"), {
      Sid: "AssumeByService",
      Effect: "Allow",
      Principal: { Service: "backup.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    });
    assert.equal(one(resources, selectionType).inputs["iamRoleArn"], role.outputs["arn"]);
  });

  it("writes no recovery point before the vault is guarded, and starts no job before the role may work", async () => {
    const resources = await record(full);
    const plan = one(resources, planType);
    for (const type of [policyType, lockType]) assert.ok(plan.dependencies.includes(one(resources, type).urn), type);
    const selection = one(resources, selectionType);
    for (const { urn } of resources.filter(({ type }) => type === attachmentType)) {
      assert.ok(selection.dependencies.includes(urn), urn);
    }
  });

  it("hands out what it registers", async () => {
    let fields: string[] = [];
    const { resources } = await recordProgram(
      () => {
        const plan = new BackupPlan("records", required);
        fields = Object.entries(plan).flatMap(([key, value]) => (pulumi.Output.isInstance(value) ? [key] : []));
      },
      { mode: "update" },
    );
    const { outputs } = one(resources, "backup:index:BackupPlan");
    assert.deepEqual(Object.keys(outputs).sort(), ["planId", "roleArn", "vaultArn", "vaultName"]);
    // `urn` is a field of every resource.
    assert.deepEqual(fields.filter((field) => field !== "urn").sort(), Object.keys(outputs).sort());
    const vault = one(resources, vaultType);
    assert.deepEqual(outputs, {
      vaultArn: vault.outputs["arn"],
      vaultName: vault.outputs["name"],
      planId: one(resources, planType).id,
      roleArn: one(resources, "aws:iam/role:Role").outputs["arn"],
    });
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`attaches the managed policies of the partition ${partition}`, async () => {
      const resources = await record({}, { environment: { partition, region } });
      const attached = resources.filter(({ type }) => type === attachmentType).map(({ inputs }) => inputs["policyArn"]);
      assert.deepEqual(attached, [
        `arn:${partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup`,
        `arn:${partition}:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup`,
      ]);
      assert.match(
        one(resources, vaultType).outputs["arn"] as string,
        new RegExp(`^arn:${partition}:backup:${region}:`),
      );
    });
  }

  it("keeps secret tags secret", async () => {
    const program = () => {
      new BackupPlan("records", { ...required, tags: pulumi.secret({ owner: "x" }) });
    };
    const { resources } = await recordProgram(program, { mode: "update" });
    for (const type of [vaultType, planType, "aws:iam/role:Role"]) {
      const tags = one(resources, type).inputs["tags"] as Record<string, unknown>;
      assert.equal(tags["4dabf18193072939515e22adb298388d"], "1b47061264138c4ac30d75fd1eb44270", type);
    }
  });
});

describe("BackupPlan with other arguments", () => {
  it("breakGlassRoles: these roles alone are excepted, letter by letter", async () => {
    const deny = statement(one(await record({ breakGlassRoles: roles }), policyType), "policy");
    assert.equal(deny["Sid"], "DenyLossOfBackupsButByBreakGlass");
    assert.deepEqual(deny["Condition"], { StringNotEquals: { "aws:PrincipalArn": roles } });
    assert.deepEqual(deny["Action"], [
      "backup:DeleteRecoveryPoint",
      "backup:UpdateRecoveryPointLifecycle",
      "backup:PutBackupVaultAccessPolicy",
      "backup:DeleteBackupVaultAccessPolicy",
      "backup:DeleteBackupVault",
    ]);
    const none = await record({ breakGlassRoles: [] });
    assert.ok(!("Condition" in statement(one(none, policyType), "policy")));
  });

  it("breakGlassRoles: may be outputs of roles that the program makes", async () => {
    const deny = statement(
      one(await record({ breakGlassRoles: [pulumi.output(roles[0] ?? "")] }), policyType),
      "policy",
    );
    assert.deepEqual(deny["Condition"], { StringNotEquals: { "aws:PrincipalArn": roles[0] } });
  });

  it("backup-vault-lock, backup-vault-lock-retention: lockMode Governance, which can be taken off again", async () => {
    const resources = await record(full);
    assert.deepEqual(one(resources, lockType).inputs, {
      backupVaultName: one(resources, vaultType).outputs["name"],
      minRetentionDays: 35,
      region: "us-east-1",
    });
  });

  it("lockMinRetentionDays: up to what daily backups are kept", async () => {
    const resources = await record({ ...full, lockMinRetentionDays: 60, dailyRetentionDays: 60 });
    assert.equal(one(resources, lockType).inputs["minRetentionDays"], 60);
  });

  it("dailyRetentionDays, monthlyRetentionDays, startHour and windows reach both rules", async () => {
    const resources = await record({
      dailyRetentionDays: 90,
      monthlyRetentionDays: 2557,
      startHour: 23,
      startWindowMinutes: 60,
      completionWindowMinutes: 120,
    });
    const seen = rules(resources).map((rule) => [
      rule["schedule"],
      rule["lifecycle"],
      rule["startWindow"],
      rule["completionWindow"],
    ]);
    assert.deepEqual(seen, [
      ["cron(0 23 * * ? *)", { deleteAfter: 90 }, 60, 120],
      ["cron(0 23 1 * ? *)", { deleteAfter: 2557 }, 60, 120],
    ]);
  });

  it("dailyRetentionDays: monthly backups are kept as long at least", async () => {
    const kept = rules(await record({ dailyRetentionDays: 500 })).map((rule) => rule["lifecycle"]);
    assert.deepEqual(kept, [{ deleteAfter: 500 }, { deleteAfter: 500 }]);
  });

  it("backup-plan-copy: copyTo copies daily and monthly backups and keeps the copies as long", async () => {
    const seen = rules(await record({ copyTo: { vaultArn: copyArn } })).map((rule) => rule["copyActions"]);
    assert.deepEqual(seen, [
      [{ destinationVaultArn: copyArn, lifecycle: { deleteAfter: 35 } }],
      [{ destinationVaultArn: copyArn, lifecycle: { deleteAfter: 397 } }],
    ]);
  });

  it("backup-notifications: alarmTopicArn is told by the events that AWS Backup still sends", async () => {
    const resources = await record({ alarmTopicArn: topicArn });
    assert.deepEqual(one(resources, "aws:backup/vaultNotifications:VaultNotifications").inputs, {
      backupVaultName: one(resources, vaultType).outputs["name"],
      region: "us-east-1",
      snsTopicArn: topicArn,
      backupVaultEvents: [
        "BACKUP_JOB_COMPLETED",
        "COPY_JOB_FAILED",
        "RESTORE_JOB_COMPLETED",
        "S3_BACKUP_OBJECT_FAILED",
        "S3_RESTORE_OBJECT_FAILED",
      ],
    });
  });

  it("tags: on the vault, the plan and the role", async () => {
    const resources = await record(full);
    for (const type of [vaultType, planType, "aws:iam/role:Role"]) {
      assert.deepEqual(one(resources, type).inputs["tags"], { team: "platform" }, type);
    }
  });
});
