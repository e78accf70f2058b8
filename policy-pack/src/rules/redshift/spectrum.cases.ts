import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const roles = (iamRoleArns: unknown) =>
  resource("aws:redshift/clusterIamRoles:ClusterIamRoles", { clusterIdentifier: "records", iamRoleArns });
const role = (properties: Properties = {}) => resource("aws:iam/role:Role", properties, { name: "role" });
const policy = (properties: Properties) =>
  resource("aws:iam/rolePolicy:RolePolicy", { role: ref("role"), ...properties }, { name: "policy" });
const reads = (of: string) => json({ Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: of }] });
const attached = (policyArn: string) =>
  resource(
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    { role: ref("role"), policyArn },
    { name: "attachment" },
  );
const wired = roles([ref("role", "arn")]);

export const spectrumCases: ServiceCases = {
  "redshift-spectrum-s3": [
    pass("a role with one bucket", [wired, role(), policy({ policy: reads("arn:aws:s3:::lake/*") })]),
    pass("a role without policies", [wired, role()]),
    pass("no roles", roles([])),
    fault("a role with any bucket", [wired, role(), policy({ policy: reads("arn:aws:s3:::*/*") })]),
    fault("the same inline", [wired, role({ inlinePolicies: [{ name: "a", policy: reads("*") }] })]),
    fault("AWS's own policy for all buckets", [
      wired,
      role(),
      attached("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"),
    ]),
    undecided("a policy known on update", [wired, role(), policy({ policy: unknown })]),
    undecided("roles known on update", roles(unknown)),
  ],
};
