import { mustNotBeTrue, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isCustomerKey } from "../knowledge/customer-key";
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

const settings = resourceRule("ecr-repository-settings", {
  check: (repository) => {
    const blocks = repository.get("encryptionConfigurations");
    repository.expect(
      blocks.isGiven().and(blocks.every((one) => one.get("encryptionType").isOneOf("KMS", "KMS_DSSE"))),
      "images are encrypted under a key of S3 and not by AWS KMS",
    );
    repository.expect(
      blocks.every((one) =>
        one
          .get("encryptionType")
          .isOneOf("KMS", "KMS_DSSE")
          .not()
          .or(isCustomerKey(one.get("kmsKey"))),
      ),
      "images are encrypted under AWS's own key",
    );
  },
});

const noForceDelete = resourceRule("ecr-no-force-delete", {
  check: mustNotBeTrue("forceDelete", "the repository can be deleted together with its images"),
});

const publicNotUsed = resourceRule("ecr-public-not-used", {
  check: (repository) =>
    repository.expect(repository.mayHoldPhi().not(), "images are published in a repository that anyone can read"),
});

const registryScanning = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

const enhancedScanning = stackRule("ecr-enhanced-scanning", {
  check: (stack, graph) => {
    const [repository] = graph.ofType("aws:ecr/repository:Repository");
    const declared = graph.ofType(registryScanning);
    if (repository) {
      stack.expect(repository, Truth.of(declared.length > 0), "nothing says how the registry scans images");
    }
    for (const one of declared) {
      stack.expect(one, one.get("scanType").isOneOf("ENHANCED"), "images are not scanned by Amazon Inspector");
      stack.expect(
        one,
        one
          .get("scanType")
          .isOneOf("ENHANCED")
          .not()
          .or(one.get("rules").some((rule) => rule.get("scanFrequency").isOneOf("CONTINUOUS_SCAN"))),
        "images are not scanned again when new vulnerabilities become known",
      );
    }
  },
});

/** Rules on Amazon ECR. */
export const ecrRules: readonly Rule[] = [
  settings,
  scanOnPush,
  immutableTags,
  noForceDelete,
  policyNotPublic,
  publicNotUsed,
  enhancedScanning,
];
