import { resourceRule, type Rule } from "../authoring/rule";
import { allowsEveryone } from "../knowledge/policy-judgement";

const creationTemplate = "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate";

const policyNotPublic = resourceRule("ecr-policy-not-public", {
  // A creation template hands its policy on to every repository that ECR makes from it.
  types: ["aws:ecr/repositoryPolicy:RepositoryPolicy", "aws:ecr/registryPolicy:RegistryPolicy", creationTemplate],
  check: (resource) => {
    const path = resource.type === creationTemplate ? "repositoryPolicy" : "policy";
    resource.expect(allowsEveryone(resource.get(path)).not(), "the policy lets everyone in");
  },
});

/** Rules on Amazon ECR. */
export const ecrRules: readonly Rule[] = [policyNotPublic];
