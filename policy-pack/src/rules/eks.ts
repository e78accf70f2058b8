import { mustBeTrue } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isWorldOpen } from "../knowledge/cidr";
import { isCustomerKey } from "../knowledge/customer-key";
import { encryptionByDefault } from "./ebs/encryption";
import { namesPrivateSubnets } from "./vpc/placement";

const cluster = "aws:eks/cluster:Cluster";
const nodeGroup = "aws:eks/nodeGroup:NodeGroup";
const fargateProfile = "aws:eks/fargateProfile:FargateProfile";

const secretsEncryption = resourceRule("eks-secrets-encryption", {
  check: (resource) => {
    const encryption = resource.get("encryptionConfig");
    const key = encryption.get("provider.keyArn");
    resource.expect(
      encryption
        .get("resources")
        .some((one) => one.isOneOf("secrets"))
        .and(encryption.isUnknown ? encryption.asUnknown() : isCustomerKey(key)),
      "Kubernetes secrets are encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const endpointPrivate = resourceRule("eks-endpoint-private", {
  check: (resource) => {
    const cidrs = resource.get("vpcConfig.publicAccessCidrs");
    resource.expect(
      Truth.any([
        resource.get("vpcConfig.endpointPublicAccess").isFalse(),
        Truth.all([cidrs.isGiven(), isWorldOpen(cidrs).not()]),
      ]),
      "the API endpoint is open to the whole internet",
    );
  },
});

const endpointPrivateAccess = resourceRule("eks-endpoint-private-access", {
  check: mustBeTrue("vpcConfig.endpointPrivateAccess", "the API endpoint cannot be reached inside the VPC"),
});

const controlPlaneLogs = resourceRule("eks-control-plane-logs", {
  check: (resource) => {
    const types = resource.get("enabledClusterLogTypes");
    resource.expect(
      Truth.all(["api", "audit", "authenticator"].map((log) => types.some((one) => one.isOneOf(log)))),
      "the control plane does not write API, audit and authenticator logs",
    );
  },
});

const accessEntries = resourceRule("eks-access-entries", {
  config: {
    clusterAdminPrincipals: {
      type: "array",
      items: { type: "string" },
      description: "ARNs of the principals that may be cluster administrators.",
      default: [],
    },
  },
  check: (resource) => {
    if (resource.type === cluster) {
      resource.expect(
        resource.get("accessConfig.authenticationMode").isOneOf("API"),
        "the aws-auth map, which nobody sees in IAM, still lets users in",
      );
      resource.expect(
        resource.get("accessConfig.bootstrapClusterCreatorAdminPermissions").isFalse(),
        "whoever creates the cluster is its administrator",
      );
      return;
    }
    const approved = resource.setting<readonly string[]>("clusterAdminPrincipals");
    resource.expect(
      Truth.any([
        resource
          .get("policyArn")
          .matches(/\/AmazonEKSClusterAdminPolicy$/)
          .not(),
        resource.get("principalArn").isOneOf(...approved),
      ]),
      "a principal that is not on the list is an administrator of the cluster",
    );
  },
});

const nodesPrivate = stackRule("eks-nodes-private-encrypted", {
  types: [nodeGroup],
  config: encryptionByDefault,
  check: (check, graph) => {
    for (const each of graph.ofType(nodeGroup)) {
      check.expect(
        each,
        Truth.of(check.setting<boolean>("ebsEncryptionByDefault")).or(each.get("launchTemplate").isGiven()),
        "the nodes have no launch template that could encrypt their volumes",
      );
      check.expect(each, namesPrivateSubnets(graph, each, each.get("subnetIds")), "the nodes run in a public subnet");
    }
  },
});

const nodeRemoteAccess = resourceRule("eks-node-remote-access", {
  check: (resource) => {
    const access = resource.get("remoteAccess");
    resource.onlyWhen(access.isUnknown ? access.asUnknown() : access.get("ec2SshKey").isGiven(), "takes no SSH");
    resource.expect(access.get("sourceSecurityGroupIds").isGiven(), "SSH to the nodes is open to the internet");
  },
});

const supportedVersion = resourceRule("eks-supported-version", {
  config: {
    supportedKubernetesVersions: {
      type: "array",
      items: { type: "string" },
      description: "Kubernetes versions that clusters may run; when empty, nothing is judged.",
      default: [],
    },
  },
  check: (resource) => {
    const supported = resource.setting<readonly string[]>("supportedKubernetesVersions");
    resource.onlyWhen(Truth.of(supported.length > 0), "no versions are configured");
    const version = resource.get("version");
    // Nothing said means the newest version at creation.
    resource.expect(
      version
        .isGiven()
        .not()
        .or(version.isOneOf(...supported)),
      "the cluster runs a version of Kubernetes that is not on the list",
    );
  },
});

const deletionProtection = resourceRule("eks-deletion-protection", {
  check: (resource) =>
    resource.expect(
      resource.get("deletionProtection").isTrue().or(Truth.of(resource.options.protect)),
      "the cluster can be deleted by one call",
    ),
});

const fargatePods = stackRule("eks-fargate-pods", {
  check: (check, graph) => {
    for (const each of graph.ofType(fargateProfile)) {
      const subnets = each.get("subnetIds");
      check.expect(each, subnets.isGiven(), "the Fargate profile names no subnets");
      if (subnets.isAbsent) continue;
      check.expect(each, namesPrivateSubnets(graph, each, subnets), "pods run in a public subnet");
    }
  },
});

/** Rules on Amazon EKS. */
export const eksRules: readonly Rule[] = [
  secretsEncryption,
  endpointPrivate,
  endpointPrivateAccess,
  controlPlaneLogs,
  accessEntries,
  nodesPrivate,
  nodeRemoteAccess,
  supportedVersion,
  deletionProtection,
  fargatePods,
];
