import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const template = (properties: Record<string, unknown>) =>
  resource("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", { prefix: "apps", ...properties });
const role = resource("aws:iam/role:Role", {}, { name: "role" });

const allow = (more: Record<string, unknown>) => ({
  policy: json({ Statement: [{ Effect: "Allow", Action: "ecr:BatchGetImage", ...more }] }),
});
const repositoryPolicy = (more: Record<string, unknown>) =>
  resource("aws:ecr/repositoryPolicy:RepositoryPolicy", allow(more));
const registryPolicy = (more: Record<string, unknown>) =>
  resource("aws:ecr/registryPolicy:RegistryPolicy", allow(more));
const organization = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } };

const repository = (properties: Record<string, unknown> = {}) => resource("aws:ecr/repository:Repository", properties);
const registryScans = { config: { ecrRegistryScanning: true } };

const publicRepository = (properties: Record<string, unknown> = {}) =>
  resource("aws:ecrpublic/repository:Repository", properties);
const registry = (properties: Record<string, unknown>) =>
  resource("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", properties, { name: "registry" });

export const ecrCases: ServiceCases = {
  "ecr-scan-on-push": [
    pass("scanned", repository({ imageScanningConfiguration: { scanOnPush: true } })),
    fault("not scanned", repository({ imageScanningConfiguration: { scanOnPush: false } })),
    fault("nothing said", repository()),
    pass("nothing said, where the registry scans", repository(), registryScans),
    undecided("known on update", repository({ imageScanningConfiguration: { scanOnPush: unknown } })),
    undecided("the block known on update", repository({ imageScanningConfiguration: unknown })),
  ],
  "ecr-immutable-tags": [
    pass("immutable", repository({ imageTagMutability: "IMMUTABLE" })),
    pass("immutable but for some", repository({ imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" })),
    fault("mutable", repository({ imageTagMutability: "MUTABLE" })),
    fault("mutable but for some", repository({ imageTagMutability: "MUTABLE_WITH_EXCLUSION" })),
    fault("nothing said, which means mutable", repository()),
    fault("a creation template that says nothing", template({})),
    pass("a creation template with immutable tags", template({ imageTagMutability: "IMMUTABLE" })),
    undecided("known on update", repository({ imageTagMutability: unknown })),
  ],
  "ecr-repository-settings": [
    pass("a wired key", [
      repository({ encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: ref("role", "arn") }] }),
      role,
    ]),
    pass(
      "two layers under a key",
      repository({ encryptionConfigurations: [{ encryptionType: "KMS_DSSE", kmsKey: "key-1" }] }),
    ),
    fault("nothing said", repository()),
    fault("a key of S3", repository({ encryptionConfigurations: [{ encryptionType: "AES256" }] })),
    fault("AWS's own key", repository({ encryptionConfigurations: [{ encryptionType: "KMS" }] })),
    fault("a creation template that says nothing", template({})),
    undecided(
      "known on update",
      repository({ encryptionConfigurations: [{ encryptionType: unknown, kmsKey: "key-1" }] }),
    ),
  ],
  "ecr-no-force-delete": [
    pass("nothing said", repository()),
    pass("no", repository({ forceDelete: false })),
    fault("yes", repository({ forceDelete: true })),
    undecided("known on update", repository({ forceDelete: unknown })),
  ],
  "ecr-public-not-used": [
    fault("a public repository", publicRepository()),
    fault("one with other tags", publicRepository({ tags: { team: "web" } })),
    pass("one for what holds no PHI", publicRepository({ tags: { "hipaa:phi": "false" } })),
    pass(
      "one for what holds no PHI, among other tags",
      publicRepository({ tags: { team: "web", "hipaa:phi": "FALSE" } }),
    ),
    undecided("tags known on update", publicRepository({ tags: unknown })),
  ],
  "ecr-enhanced-scanning": [
    pass("continuous scans", [
      registry({ scanType: "ENHANCED", rules: [{ scanFrequency: "CONTINUOUS_SCAN" }] }),
      repository(),
    ]),
    pass("scans on push of some images beside continuous ones", [
      registry({
        scanType: "ENHANCED",
        rules: [{ scanFrequency: "SCAN_ON_PUSH" }, { scanFrequency: "CONTINUOUS_SCAN" }],
      }),
      repository(),
    ]),
    fault("nothing said", repository()),
    fault("basic scans", [registry({ scanType: "BASIC" }), repository()]),
    fault("scans on push only", registry({ scanType: "ENHANCED", rules: [{ scanFrequency: "SCAN_ON_PUSH" }] })),
    undecided("known on update", [registry({ scanType: unknown }), repository()]),
  ],
  "ecr-policy-not-public": [
    pass("an account", repositoryPolicy({ Principal: { AWS: "111122223333" } })),
    pass("everyone of the organization", repositoryPolicy({ Principal: "*", ...organization })),
    pass("a refusal for everyone", repositoryPolicy({ Effect: "Deny", Principal: "*" })),
    fault("everyone", repositoryPolicy({ Principal: "*" })),
    fault("everyone under AWS, in a list", repositoryPolicy({ Principal: { AWS: ["111122223333", "*"] } })),
    fault("all but one", repositoryPolicy({ NotPrincipal: { AWS: "111122223333" } })),
    fault("everyone at the registry", registryPolicy({ Principal: "*" })),
    pass("an account at the registry", registryPolicy({ Principal: { AWS: "111122223333" } })),
    fault("everyone, by a creation template", template({ repositoryPolicy: allow({ Principal: "*" }).policy })),
    pass("a creation template without a policy", template({})),
    undecided("known on update", resource("aws:ecr/repositoryPolicy:RepositoryPolicy", { policy: unknown })),
    undecided("a wired principal", [repositoryPolicy({ Principal: { AWS: ref("role", "arn") } }), role], {
      afterUpdate: "pass",
    }),
    pass("no document, which AWS does not accept", resource("aws:ecr/registryPolicy:RegistryPolicy", {})),
  ],
};
