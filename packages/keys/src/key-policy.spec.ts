import assert from "node:assert/strict";
import { keyClassNames } from "./key-classes";
import { destructiveActions, keyPolicy, managementActions, useActions, type KeyPolicyRoles } from "./key-policy";
import { environment, statementsOf, valueOf, type Statement } from "./testing/key-policies";

const nobody: KeyPolicyRoles = { administrators: [], users: [], breakGlass: undefined };
const admin = "arn:aws:iam::111122223333:role/key-administrator";
const user = "arn:aws:iam::111122223333:role/service/records";
const breakGlass = "arn:aws:iam::111122223333:role/break-glass";
const everyone: KeyPolicyRoles = { administrators: [admin], users: [user], breakGlass: [breakGlass] };
const root = { AWS: "arn:aws:iam::111122223333:root" };
const commercial = environment("aws", "us-east-1");

async function policyOf(keyClass: (typeof keyClassNames)[number], roles = nobody, env = commercial) {
  return statementsOf(await valueOf(keyPolicy(keyClass, env, roles)));
}

function statement(statements: Statement[], sid: string): Statement {
  const found = statements.find((candidate) => candidate.sid === sid);
  assert.ok(found, `no statement ${sid}`);
  return found;
}

const cryptographic = /^kms:(Decrypt|Encrypt|GenerateDataKey|ReEncrypt)/;

describe("the policy of a key", () => {
  for (const keyClass of keyClassNames) {
    it(`${keyClass}: every statement names this key, a principal and a unique sid`, async () => {
      const statements = await policyOf(keyClass, everyone);
      assert.equal(new Set(statements.map((s) => s.sid)).size, statements.length);
      for (const s of statements) {
        // KMS ignores a statement without Resource.
        assert.deepEqual(s.resources, ["*"], s.sid);
        assert.ok(s.principal, s.sid);
        assert.match(s.sid, /^[A-Za-z0-9]+$/);
        assert.ok(!s.actions.includes("kms:*"), s.sid);
      }
    });

    it(`${keyClass}: kms-key-policy-no-wildcard-principal: no Allow for everyone`, async () => {
      for (const s of await policyOf(keyClass, everyone)) {
        if (s.effect === "Allow") assert.notEqual(s.principal, "*", s.sid);
      }
    });

    it(`${keyClass}: kms-separation-of-duties: no statement both manages and uses`, async () => {
      for (const s of await policyOf(keyClass, everyone)) {
        const manages = s.actions.some((action) => managementActions.includes(action) && action !== "kms:DescribeKey");
        const uses = s.actions.some((action) => cryptographic.test(action));
        assert.ok(!(manages && uses), s.sid);
      }
    });

    it(`${keyClass}: the account uses the key only through services of the class in this Region`, async () => {
      const statements = await policyOf(keyClass);
      const use = statement(statements, "DelegateUseThroughServices");
      assert.deepEqual(use.principal, root);
      assert.deepEqual(use.conditions["StringEquals"]?.["kms:CallerAccount"], ["111122223333"]);
      const services = use.conditions["StringEquals"]?.["kms:ViaService"] ?? [];
      assert.ok(services.length > 0);
      for (const service of services) assert.match(service, /^[a-z0-9-]+\.us-east-1\.amazonaws\.com$/);
      const delegated = statements.filter((s) => JSON.stringify(s.principal) === JSON.stringify(root));
      for (const s of delegated.filter((s) => s !== use)) {
        assert.ok(!s.actions.some((action) => cryptographic.test(action)), s.sid);
      }
    });

    it(`${keyClass}: every statement for a service is tied to this account`, async () => {
      for (const s of await policyOf(keyClass)) {
        if (!JSON.stringify(s.principal).includes("Service")) continue;
        const values = Object.values(s.conditions).flatMap((keys) => Object.values(keys).flat());
        assert.ok(
          values.some((value) => value.includes("111122223333")),
          s.sid,
        );
      }
    });

    it(`${keyClass}: nobody can be locked out of the policy itself`, async () => {
      const statements = await policyOf(keyClass, everyone);
      const management = statement(statements, "DelegateManagementToIam");
      assert.deepEqual(management.principal, root);
      assert.ok(management.actions.includes("kms:PutKeyPolicy"));
      assert.deepEqual(management.conditions, {});
      for (const s of statements.filter((s) => s.effect === "Deny")) {
        assert.ok(!s.actions.some((action) => ["kms:PutKeyPolicy", "kms:*", "*"].includes(action)), s.sid);
      }
    });
  }

  it("is the shorter without roles", async () => {
    const sids = (await policyOf("database")).map((s) => s.sid);
    assert.deepEqual(sids, ["DelegateManagementToIam", "DelegateUseThroughServices", "DelegateGrantsOfServices"]);
  });

  it("lets administrators manage and denies them use and grants", async () => {
    const statements = await policyOf("database", everyone);
    assert.deepEqual(statement(statements, "AllowAdministrators").actions, managementActions);
    const denial = statement(statements, "DenyUseByAdministrators");
    assert.equal(denial.effect, "Deny");
    assert.deepEqual(denial.principal, { AWS: admin });
    assert.deepEqual(denial.actions, [...useActions, "kms:CreateGrant"]);
    assert.deepEqual(denial.conditions, {});
  });

  it("lets users use, grants only for services", async () => {
    const statements = await policyOf("database", everyone);
    assert.deepEqual(statement(statements, "AllowUsers").principal, { AWS: user });
    assert.deepEqual(statement(statements, "AllowUsers").actions, [...useActions, "kms:DescribeKey"]);
    for (const s of statements.filter((s) => s.effect === "Allow" && s.actions.includes("kms:CreateGrant"))) {
      assert.deepEqual(s.conditions, { Bool: { "kms:GrantIsForAWSResource": ["true"] } }, s.sid);
    }
  });

  it("lets who creates a vault retire the grant that AWS Backup makes for it, through AWS Backup only", async () => {
    for (const keyClass of keyClassNames) {
      const statements = await policyOf(keyClass, everyone);
      const retiring = statements.filter((s) => s.actions.includes("kms:RetireGrant")).map((s) => s.sid);
      assert.deepEqual(retiring, keyClass === "backup" ? ["DelegateUseThroughServices"] : [], keyClass);
    }
    const use = statement(await policyOf("backup"), "DelegateUseThroughServices");
    assert.ok(use.conditions["StringEquals"]?.["kms:ViaService"]?.includes("backup.us-east-1.amazonaws.com"));
  });

  it("denies deletion and disabling to all but the break-glass roles", async () => {
    const denial = statement(await policyOf("media", everyone), "DenyLossOfKeyButByBreakGlass");
    assert.equal(denial.effect, "Deny");
    assert.equal(denial.principal, "*");
    assert.deepEqual(denial.actions, destructiveActions);
    assert.deepEqual(denial.conditions, { ArnNotEquals: { "aws:PrincipalArn": [breakGlass] } });
  });

  it("never allows to switch rotation off", async () => {
    for (const keyClass of keyClassNames) {
      for (const s of await policyOf(keyClass, everyone)) {
        assert.ok(!s.actions.includes("kms:DisableKeyRotation"), s.sid);
      }
    }
  });

  it("logs: log groups by encryption context, delivery by source", async () => {
    const statements = await policyOf("logs");
    const groups = statement(statements, "AllowLogGroups");
    assert.deepEqual(groups.principal, { Service: "logs.us-east-1.amazonaws.com" });
    assert.deepEqual(groups.conditions, {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": ["arn:aws:logs:us-east-1:111122223333:log-group:*"] },
    });
    const delivery = statement(statements, "AllowLogDelivery");
    assert.deepEqual(delivery.principal, { Service: "delivery.logs.amazonaws.com" });
    assert.deepEqual(delivery.conditions, {
      StringEquals: { "aws:SourceAccount": ["111122223333"] },
      ArnLike: { "aws:SourceArn": ["arn:aws:logs:us-east-1:111122223333:*"] },
    });
    assert.deepEqual(statement(statements, "AllowTrails").conditions, {
      ArnLike: { "aws:SourceArn": ["arn:aws:cloudtrail:*:111122223333:trail/*"] },
    });
  });

  it("messaging: logs of workflows by the context that AWS sets, its asterisk included", async () => {
    const delivery = statement(await policyOf("messaging"), "AllowWorkflowLogs");
    assert.deepEqual(delivery.principal, { Service: "delivery.logs.amazonaws.com" });
    assert.deepEqual(delivery.actions, ["kms:Decrypt"]);
    assert.deepEqual(delivery.conditions, {
      StringEquals: { "kms:EncryptionContext:SourceArn": ["arn:aws:logs:us-east-1:111122223333:*"] },
    });
  });

  it("volumes: Fargate makes a data key without seeing it and grants decryption alone", async () => {
    const statements = await policyOf("volumes");
    assert.deepEqual(statement(statements, "AllowTaskStorage").actions, ["kms:GenerateDataKeyWithoutPlaintext"]);
    assert.deepEqual(statement(statements, "AllowTaskStorageGrants").conditions, {
      StringEquals: { "kms:EncryptionContext:aws:ecs:clusterAccount": ["111122223333"] },
      "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt"] },
    });
  });

  for (const [partition, region, suffix] of [
    ["aws", "us-east-1", "amazonaws.com"],
    ["aws-us-gov", "us-gov-west-1", "amazonaws.com"],
    ["aws-cn", "cn-north-1", "amazonaws.com.cn"],
  ] as const) {
    it(`has the ARNs and service names of the partition ${partition}`, async () => {
      const statements = await policyOf("logs", nobody, environment(partition, region, suffix));
      const arns = JSON.stringify(statements).match(/arn:[a-z-]+:/g) ?? [];
      assert.deepEqual([...new Set(arns)], [`arn:${partition}:`]);
      assert.deepEqual(statement(statements, "AllowLogGroups").principal, { Service: `logs.${region}.${suffix}` });
      const via = statement(statements, "DelegateUseThroughServices").conditions["StringEquals"]?.["kms:ViaService"];
      assert.deepEqual(via, [`logs.${region}.amazonaws.com`, `s3.${region}.amazonaws.com`]);
    });
  }
});
