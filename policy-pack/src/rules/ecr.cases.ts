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

export const ecrCases: ServiceCases = {
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
  ],
};
