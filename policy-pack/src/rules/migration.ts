import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource } from "../graph/stack-graph";
import { isCustomerKey } from "../knowledge/customer-key";
import { demands } from "../knowledge/permissions";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";
import type { Statement } from "../knowledge/policy-document";
import { anyStatement } from "../knowledge/policy-statements";
import { isTrustedBy, role } from "../knowledge/service-roles";

const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const snapshotImport = "aws:ebs/snapshotImport:SnapshotImport";
const distribution = "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";

const mgnDefaultKey = stackRule("mgn-ebs-default-key", {
  types: [attachment, role],
  check: (stack, graph) => {
    const signs = graph
      .ofType(attachment, role)
      .map((at) => ({ at, isMgn: showsMgn(at) }))
      .filter(({ isMgn }) => !isMgn.isNo);
    // One finding for the stack: at what shows the service for certain, or else at what may.
    const sign = signs.find(({ isMgn }) => isMgn.isYes) ?? signs[0];
    if (!sign) return;
    const encrypts = graph
      .ofType("aws:ebs/encryptionByDefault:EncryptionByDefault")
      .map((one) => one.get("enabled").isFalse().not());
    const keys = graph.ofType("aws:ebs/defaultKmsKey:DefaultKmsKey").map((one) => isCustomerKey(one.get("keyArn")));
    stack.expect(
      sign.at,
      sign.isMgn.not().or(Truth.any(encrypts).and(Truth.any(keys))),
      "servers are migrated into volumes that are not encrypted by default under a customer-managed key",
    );
  },
});

const isMgnPolicy = (arn: Value): Truth =>
  arn.isUnknown ? Truth.no : arn.matches(/policy\/(?:.*\/)?AWSApplicationMigration/);

function showsMgn(at: GraphResource): Truth {
  if (at.type === attachment) return isMgnPolicy(at.get("policyArn"));
  return isTrustedBy(at, "mgn.amazonaws.com").or(at.get("managedPolicyArns").some(isMgnPolicy));
}

const smsRetired = resourceRule("sms-retired", {
  check: (resource) => {
    // Hardly any role is for a service that has ended: one whose trust is known on update is judged there, unannounced.
    resource.onlyWhen(Truth.of(!resource.get("assumeRolePolicy").isUnknown), "its trust is known on update");
    resource.expect(
      isTrustedBy(resource, "sms.amazonaws.com").not(),
      "the role is for AWS Server Migration Service, which has ended",
    );
  },
});

const vmimportEncrypted = stackRule("vmimport-encrypted", {
  check: (stack, graph) => {
    const scope = "is in a bucket that is tagged as holding no PHI";
    for (const each of graph.ofType(snapshotImport)) {
      const disk = each.get("diskContainer");
      const places = [disk.get("userBucket.s3Bucket"), disk.get("url")];
      expectInPhiScope(stack, graph, each, places, stores.bucket, `the disk to import ${scope}`);
      const url = disk.get("url");
      stack.expect(each, url.matches(/^http:\/\//i).not(), "the disk is fetched over plain HTTP");
    }
    for (const each of graph.ofType(distribution)) {
      const buckets = each
        .get("distributions")
        .items()
        .map((one) => one.get("s3ExportConfiguration.s3Bucket"));
      expectInPhiScope(stack, graph, each, buckets, stores.bucket, `the exported image ${scope}`);
    }
    for (const each of graph.ofType(role)) {
      stack.expect(
        each,
        anyStatement(each.get("assumeRolePolicy"), letsAnyImportIn).not(),
        "VM Import/Export may take the role on behalf of any account: the trust asks for no external id",
      );
    }
  },
});

/** Keys that tie a call of the service to the owner of the role. */
const ties = ["sts:externalid", "aws:sourceaccount", "aws:sourcearn"];

function letsAnyImportIn(statement: Statement): boolean {
  const { effect, principals } = statement;
  if (effect !== "Allow" || !(principals?.services ?? []).includes("vmie.amazonaws.com")) return false;
  return !demands(statement, (key) => ties.includes(key));
}

/** Rules on what moves servers to AWS. */
export const migrationRules: readonly Rule[] = [mgnDefaultKey, smsRetired, vmimportEncrypted];
