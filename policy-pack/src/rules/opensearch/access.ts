import { mustNotBeTrue, required } from "../../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { allowsEveryone } from "../../knowledge/policy-judgement";
import { domain, elasticsearchDomain, hasFineGrainedAccess, isInVpc } from "./domains";

const inVpc = resourceRule("opensearch-vpc-and-access", {
  check: required("vpcOptions.subnetIds", "the domain has a public endpoint instead of one in a VPC"),
});

const securityGroups = resourceRule("opensearch-security-groups", {
  check: (resource) => {
    resource.onlyWhen(isInVpc(resource), "lies in no VPC, which is another rule's finding");
    resource.expect(
      resource.get("vpcOptions.securityGroupIds").isGiven(),
      "the domain falls to the default group of the VPC",
    );
  },
});

const fineGrainedAccess = resourceRule("opensearch-fine-grained-access", {
  check: (resource) => {
    resource.expect(hasFineGrainedAccess(resource), "fine-grained access control is off");
    resource.expect(
      resource.get("advancedSecurityOptions.anonymousAuthEnabled").isTrue().not(),
      "anonymous users are let in while fine-grained access control is brought in",
    );
  },
});

const internalUserDatabase = resourceRule("opensearch-internal-user-database", {
  check: mustNotBeTrue(
    "advancedSecurityOptions.internalUserDatabaseEnabled",
    "users and passwords are kept in the domain itself",
  ),
});

// AWS itself proposes an open policy for domains in a VPC with fine-grained access control, which then decides.
const accessPolicy = resourceRule("opensearch-access-policy", {
  check: (resource) =>
    resource.expect(
      Truth.any([
        allowsEveryone(resource.get("accessPolicies")).not(),
        isInVpc(resource).and(hasFineGrainedAccess(resource)),
      ]),
      "the access policy of the domain lets everyone in",
    ),
});

const policyTypes = [
  "aws:opensearch/domainPolicy:DomainPolicy",
  "aws:elasticsearch/domainPolicy:DomainPolicy",
] as const;

const domainPolicy = stackRule("opensearch-domain-policy", {
  types: policyTypes,
  check: (check, graph) => {
    for (const policy of graph.ofType(...policyTypes)) {
      const isOpen = allowsEveryone(policy.get("accessPolicies"));
      if (isOpen.isNo) continue;
      check.expect(policy, isOpen.not().or(isClosedOtherwise(graph, policy)), "the domain policy lets everyone in");
    }
  },
});

/** Whether the domain of a policy lies in a VPC and has fine-grained access control. */
function isClosedOtherwise(graph: StackGraph, policy: GraphResource): Truth {
  const named = graph.references(policy, "domainName", domain, elasticsearchDomain);
  const name = policy.get("domainName").text;
  const byName = graph.ofType(domain, elasticsearchDomain).filter((one) => one.get("domainName").text === name);
  const targets = named.targets.length > 0 || name === undefined ? named.targets : byName;
  if (targets.length === 0) return named.complete ? Truth.no : Truth.unknown(named.path);
  return Truth.all(targets.map((one) => isInVpc(one).and(hasFineGrainedAccess(one))));
}

/** Rules on who reaches a domain. */
export const accessRules: readonly Rule[] = [
  inVpc,
  securityGroups,
  fineGrainedAccess,
  internalUserDatabase,
  accessPolicy,
  domainPolicy,
];
