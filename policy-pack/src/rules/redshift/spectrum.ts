import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { allowsAction, isOnUnnamed } from "../../knowledge/permissions";
import type { Statement } from "../../knowledge/policy-document";
import { identityPolicies } from "../../knowledge/policy-homes";
import { anyStatement } from "../../knowledge/policy-statements";

const clusterRoles = "aws:redshift/clusterIamRoles:ClusterIamRoles";
const role = "aws:iam/role:Role";
const rolePolicy = "aws:iam/rolePolicy:RolePolicy";
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

const spectrum = stackRule("redshift-spectrum-s3", {
  // The buckets themselves are judged by the rules on buckets, whether Redshift reads them or not.
  types: [clusterRoles],
  check: (check, graph) => {
    for (const each of graph.ofType(clusterRoles)) {
      const { targets, complete, path } = graph.references(each, "iamRoleArns", role);
      const open = complete ? [] : [Truth.unknown(path)];
      check.expect(
        each,
        Truth.all([...targets.map((target) => reachesAnyBucket(graph, target).not()), ...open]),
        "a role of the cluster reads from any bucket instead of named ones",
      );
    }
  },
});

function reachesAnyBucket(graph: StackGraph, of: GraphResource): Truth {
  const policies = [of, ...graph.referrers(of, rolePolicy, "role")].flatMap((one) => identityPolicies(one));
  const attached = graph
    .referrers(of, attachment, "role")
    .map((one) => one.get("policyArn").matches(/:policy\/AmazonS3(?:FullAccess|ReadOnlyAccess)$/));
  return Truth.any([...policies.map((policy) => anyStatement(policy, readsAnyBucket)), ...attached]);
}

function readsAnyBucket(statement: Statement): boolean {
  return allowsAction(statement, ["s3:GetObject"]) && isOnUnnamed(statement, "s3");
}

/** The rule on what Redshift Spectrum may read. */
export const spectrumRules: readonly Rule[] = [spectrum];
