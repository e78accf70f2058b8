import { oneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
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

const scanOnPush = resourceRule("ecr-scan-on-push", {
  config: {
    ecrRegistryScanning: {
      type: "boolean",
      description: "Whether the registry's own scanning configuration covers every repository.",
      default: false,
    },
  },
  check: (repository) =>
    repository.expect(
      repository
        .get("imageScanningConfiguration.scanOnPush")
        .isTrue()
        .or(Truth.of(repository.setting<boolean>("ecrRegistryScanning"))),
      "images are not scanned when they are pushed",
    ),
});

const immutableTags = resourceRule("ecr-immutable-tags", {
  check: oneOf("imageTagMutability", ["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"], "image tags can be overwritten"),
});

/** Rules on Amazon ECR. */
export const ecrRules: readonly Rule[] = [scanOnPush, immutableTags, policyNotPublic];
