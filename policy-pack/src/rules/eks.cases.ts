import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const cluster = (properties: Properties = {}, options = {}) =>
  resource("aws:eks/cluster:Cluster", { roleArn: "role", ...properties }, { options });
const inVpc = (vpcConfig: unknown) => cluster({ vpcConfig });
const encrypted = (encryptionConfig: unknown) => cluster({ encryptionConfig });
const logs = (enabledClusterLogTypes: unknown) => cluster({ enabledClusterLogTypes });
const access = (accessConfig: unknown) => cluster({ accessConfig });
const association = (properties: Properties) =>
  resource("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", properties);
const nodes = (properties: Properties = {}) =>
  resource("aws:eks/nodeGroup:NodeGroup", {
    subnetIds: [ref("subnet")],
    launchTemplate: { id: unknown, version: "1" },
    ...properties,
  });
const profile = (properties: Properties = {}) =>
  resource("aws:eks/fargateProfile:FargateProfile", { subnetIds: [ref("subnet")], ...properties });
const subnet = (properties: Properties = {}) => resource("aws:ec2/subnet:Subnet", properties, { name: "subnet" });
const isPublic = { tags: { "hipaa:tier": "public" } };
const admin = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
const versions = { config: { supportedKubernetesVersions: ["1.33", "1.34"] } };

export const eksCases: ServiceCases = {
  "eks-secrets-encryption": [
    pass("a wired key", encrypted({ resources: ["secrets"], provider: { keyArn: unknown } })),
    pass(
      "a key of the customer's",
      encrypted({ resources: ["secrets"], provider: { keyArn: "arn:aws:kms:us-east-1:111122223333:key/b" } }),
    ),
    fault("nothing said", cluster()),
    fault("no resources", encrypted({ resources: [], provider: { keyArn: "arn:aws:kms:a:1:key/b" } })),
    fault("AWS's own key", encrypted({ resources: ["secrets"], provider: { keyArn: "alias/aws/eks" } })),
    undecided("known on update", encrypted(unknown)),
  ],
  "eks-endpoint-private": [
    pass("private", inVpc({ endpointPublicAccess: false })),
    pass("public for an office", inVpc({ endpointPublicAccess: true, publicAccessCidrs: ["203.0.113.0/24"] })),
    fault("nothing said", inVpc({ subnetIds: ["subnet-1"] })),
    fault("public for all", inVpc({ endpointPublicAccess: true, publicAccessCidrs: ["0.0.0.0/0"] })),
    fault("public for two halves of all", inVpc({ publicAccessCidrs: ["0.0.0.0/1", "128.0.0.0/1"] })),
    fault("public for all beside an unknown", inVpc({ publicAccessCidrs: [unknown, "::/0"] })),
    undecided("ranges known on update", inVpc({ endpointPublicAccess: true, publicAccessCidrs: unknown })),
    undecided("known on update", inVpc({ endpointPublicAccess: unknown })),
  ],
  "eks-endpoint-private-access": [
    pass("on", inVpc({ endpointPrivateAccess: true })),
    pass(
      "on beside public access, which another rule reports",
      inVpc({ endpointPrivateAccess: true, endpointPublicAccess: true }),
    ),
    fault("nothing said", inVpc({})),
    fault("off", inVpc({ endpointPrivateAccess: false })),
    undecided("known on update", inVpc(unknown)),
  ],
  "eks-control-plane-logs": [
    pass("all", logs(["api", "audit", "authenticator", "controllerManager", "scheduler"])),
    pass("the three that tell who did what", logs(["api", "audit", "authenticator"])),
    fault("none", cluster()),
    fault("without audit", logs(["api", "authenticator", "scheduler"])),
    undecided("known on update", logs(unknown)),
    undecided("one known on update", logs(["api", "audit", unknown])),
  ],
  "eks-access-entries": [
    pass("entries only", access({ authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false })),
    pass(
      "a view for a principal",
      association({ policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy" }),
    ),
    pass("an administrator on the list", association({ policyArn: admin, principalArn: "arn:aws:iam::1:role/admin" }), {
      config: { clusterAdminPrincipals: ["arn:aws:iam::1:role/admin"] },
    }),
    fault(
      "the map beside entries",
      access({ authenticationMode: "API_AND_CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: false }),
    ),
    fault("nothing said", cluster()),
    fault("the creator is administrator", access({ authenticationMode: "API" })),
    fault("another administrator", association({ policyArn: admin, principalArn: "arn:aws:iam::1:role/app" })),
    undecided("known on update", access(unknown)),
    pass("no policy, which AWS does not accept", association({ principalArn: "arn:aws:iam::1:role/app" })),
  ],
  "eks-nodes-private-encrypted": [
    pass("a template and private subnets", [nodes(), subnet()]),
    pass("no template, in an account that encrypts", [nodes({ launchTemplate: undefined }), subnet()], {
      config: { ebsEncryptionByDefault: true },
    }),
    fault("no template", [nodes({ launchTemplate: undefined }), subnet()]),
    fault("a public subnet", [nodes(), subnet(isPublic)]),
    fault("a subnet that hands out public addresses", [nodes(), subnet({ mapPublicIpOnLaunch: true })]),
    pass("subnets of another stack, judged there", nodes({ subnetIds: ["subnet-1"] })),
    fault("a public subnet beside one of another stack", [
      nodes({ subnetIds: ["subnet-0a", "subnet-1"] }),
      subnet({ id: "subnet-0a", ...isPublic }),
    ]),
    undecided("subnets known on update", nodes({ subnetIds: unknown })),
    pass("no subnets, which AWS does not accept", [nodes({ subnetIds: undefined }), subnet(isPublic)]),
  ],
  "eks-node-remote-access": [
    pass(
      "SSH from a group",
      nodes({ subnetIds: [], remoteAccess: { ec2SshKey: "key", sourceSecurityGroupIds: [unknown] } }),
    ),
    fault("SSH from everywhere", nodes({ subnetIds: [], remoteAccess: { ec2SshKey: "key" } })),
    fault(
      "SSH from no group",
      nodes({ subnetIds: [], remoteAccess: { ec2SshKey: unknown, sourceSecurityGroupIds: [] } }),
    ),
    notApplicable("no SSH", nodes({ subnetIds: [] })),
    undecided("known on update", nodes({ subnetIds: [], remoteAccess: unknown })),
  ],
  "eks-supported-version": [
    pass("on the list", cluster({ version: "1.34" }), versions),
    pass("nothing said", cluster(), versions),
    fault("not on the list", cluster({ version: "1.29" }), versions),
    notApplicable("no list", cluster({ version: "1.29" })),
    undecided("known on update", cluster({ version: unknown }), versions),
  ],
  "eks-deletion-protection": [
    pass("on", cluster({ deletionProtection: true })),
    pass("protected by Pulumi", cluster({}, { protect: true })),
    fault("nothing said", cluster()),
    fault("off", cluster({ deletionProtection: false })),
    undecided("known on update", cluster({ deletionProtection: unknown })),
  ],
  "eks-fargate-pods": [
    pass("private subnets", [profile(), subnet()]),
    pass("one of two private subnets that is tagged otherwise", [profile(), subnet({ tags: { Name: "pods" } })]),
    fault("a public subnet", [profile(), subnet(isPublic)]),
    fault("no subnets", profile({ subnetIds: undefined })),
    undecided("subnets known on update", profile({ subnetIds: unknown })),
  ],
};
