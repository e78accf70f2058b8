import { customerKey, mustBeTrue } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { demandsValue, type PolicyStatement } from "../../knowledge/access/policy-reading";
import { allowsEveryone, refusesPlainHttp } from "../../knowledge/policy-judgement";
import { fileSystem, fileSystemPolicy } from "./tokens";

const encrypted = resourceRule("efs-encrypted", {
  check: mustBeTrue("encrypted", "the file system is not encrypted"),
});

const cmk = resourceRule("efs-cmk", {
  check: (resource) => {
    resource.onlyWhen(resource.get("encrypted").isTrue(), "is not encrypted, which is another rule's finding");
    customerKey(
      "kmsKeyId",
      "the file system is encrypted under AWS's own key instead of a customer-managed one",
    )(resource);
  },
});

const replicationEncrypted = resourceRule("efs-replication-encrypted", {
  check: (resource) => {
    // A replica that is given as an existing file system has its key already, and that file system is judged itself.
    const isNew = resource.get("destination.fileSystemId").isGiven().not();
    resource.onlyWhen(isNew, "replicates to an existing file system, which has its key already");
    customerKey(
      "destination.kmsKeyId",
      "the replica is encrypted under AWS's own key instead of a customer-managed one",
    )(resource);
  },
});

const tlsEnforced = stackRule("efs-tls-enforced", {
  types: [fileSystem],
  check: (check, graph) => {
    for (const each of graph.ofType(fileSystem)) {
      check.expect(
        each,
        hasCompanion(graph, each, fileSystemPolicy),
        "the file system has no policy that could refuse clients that mount it in clear text",
      );
    }
  },
});

/** Whether a file system has a companion; unknown while one may belong to any file system. */
export function hasCompanion(graph: StackGraph, of: GraphResource, type: string): Truth {
  if (graph.referrers(of, type, "fileSystemId").length > 0) return Truth.yes;
  return graph.unresolvedReferrers(type, "fileSystemId", fileSystem).length > 0
    ? Truth.unknown("fileSystemId")
    : Truth.no;
}

const policyTlsStatement = resourceRule("efs-policy-tls-statement", {
  check: (resource) =>
    resource.expect(
      // A denied mount is enough: nothing can be read or written without one.
      refusesPlainHttp(resource.get("policy"), ["elasticfilesystem:ClientMount"]),
      "the file system policy does not refuse clients that mount in clear text",
    ),
});

const policyNoAnonymous = resourceRule("efs-policy-no-anonymous", {
  check: (resource) =>
    resource.expect(
      allowsEveryone(resource.get("policy"), isThroughMountTarget).not(),
      "the file system policy lets anonymous clients in from everywhere",
    ),
});

/** Only who reaches a mount target in the VPC gets in; the key is there in every request, so IfExists adds nothing. */
function isThroughMountTarget(statement: PolicyStatement): boolean {
  return demandsValue(statement, "bool", "elasticfilesystem:accessedviamounttarget", "true");
}

/** Rules on encryption at rest and in transit. */
export const encryptionRules: readonly Rule[] = [
  encrypted,
  cmk,
  replicationEncrypted,
  tlsEnforced,
  policyTlsStatement,
  policyNoAnonymous,
];
