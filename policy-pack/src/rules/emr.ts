import { mustBeTrue, required, both, customerKey } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { accountBaseline, expectInBaseline } from "../knowledge/account-baseline";
import { isCustomerKey } from "../knowledge/customer-key";
import { entryInAnyCase, parsedJson } from "../knowledge/json-text";
import { namesPrivateSubnets } from "./vpc/placement";
import { subnet, vpc } from "./vpc/tokens";

const cluster = "aws:emr/cluster:Cluster";
const blockPublicAccess = "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration";

/** A property inside of JSON, whatever the case of its keys. */
function inside(value: Value, ...keys: readonly string[]): Value {
  return keys.reduce(entryInAnyCase, value);
}

const securityConfiguration = resourceRule("emr-security-configuration", {
  check: (resource) => {
    const parsed = parsedJson(resource.get("configuration"));
    if (!parsed) return;
    const encryption = inside(parsed, "EncryptionConfiguration");
    const atRest = inside(encryption, "AtRestEncryptionConfiguration");
    const disk = inside(atRest, "LocalDiskEncryptionConfiguration");
    const isAtRest = inside(encryption, "EnableAtRestEncryption").isTrue();
    resource.expect(
      isAtRest.and(inside(atRest, "S3EncryptionConfiguration", "EncryptionMode").isOneOf("SSE-KMS", "CSE-KMS")),
      "what clusters write to Amazon S3 is not encrypted with a KMS key",
    );
    resource.expect(
      Truth.all([
        isAtRest,
        inside(disk, "EncryptionKeyProviderType").isOneOf("AwsKms"),
        inside(disk, "EnableEbsEncryption").isTrue(),
      ]),
      "local disks and volumes of clusters are not encrypted with a KMS key",
    );
    const certificates = inside(encryption, "InTransitEncryptionConfiguration", "TLSCertificateConfiguration");
    resource.expect(
      inside(encryption, "EnableInTransitEncryption").isTrue().and(certificates.isGiven()),
      "traffic between the nodes of clusters is not encrypted",
    );
  },
});

const clusterSettings = resourceRule("emr-cluster-settings", {
  check: required("securityConfiguration", "no security configuration says how the cluster encrypts"),
});

const clusterLogging = resourceRule("emr-cluster-logging", {
  check: both(
    required("logUri", "the cluster keeps no logs after it ends"),
    customerKey("logEncryptionKmsKeyId", "the logs of the cluster are encrypted without a customer-managed key"),
  ),
});

const terminationProtection = resourceRule("emr-termination-protection", {
  check: mustBeTrue("terminationProtection", "the cluster can be ended by one call"),
});

const kerberos = resourceRule("emr-kerberos", {
  check: required("kerberosAttributes", "users of the cluster do not authenticate with Kerberos"),
});

const blockPublicAccessPresent = stackRule("emr-block-public-access", {
  // A baseline often holds no cluster at all, and no such configuration where it is forgotten.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) =>
    expectInBaseline(stack, graph, () =>
      graph.ofType(blockPublicAccess).length > 0
        ? undefined
        : { fault: "the account does not refuse EMR clusters whose security groups are open to the internet" },
    ),
});

const blockPublicAccessOn = resourceRule("emr-block-public-access-on", {
  check: (resource) => {
    resource.expect(
      resource.get("blockPublicSecurityGroupRules").isTrue(),
      "the account takes EMR clusters whose security groups are open to the internet",
    );
    // Port 22 is what AWS permits by default.
    const isSsh = (range: Value): Truth =>
      Truth.all([range.get("minRange").isAtLeast(22), range.get("maxRange").isAtMost(22)]);
    resource.expect(
      resource.get("permittedPublicSecurityGroupRuleRanges").every(isSsh),
      "ports beside SSH may be open to the internet",
    );
  },
});

/** The subnets that a cluster names, one or several of which AWS takes one. */
function subnetsNamed(of: GraphResource): Value[] {
  const attributes = of.get("ec2Attributes");
  if (attributes.isUnknown) return [attributes];
  return [attributes.get("subnetId"), attributes.get("subnetIds")].filter((value) => value.isGiven().isYes);
}

const privateSubnet = stackRule("emr-private-subnet", {
  types: [cluster],
  check: (check, graph) => {
    for (const each of graph.ofType(cluster)) {
      const named = subnetsNamed(each);
      check.expect(each, Truth.of(named.length > 0), "the cluster names no subnet");
      for (const value of named) {
        check.expect(each, namesPrivateSubnets(graph, each, value), "the cluster runs in a public subnet");
      }
    }
  },
});

const dedicatedTenancy = stackRule("emr-dedicated-tenancy-option", {
  types: [cluster],
  config: {
    requireDedicatedTenancy: {
      type: "boolean",
      description: "Whether clusters have to run on dedicated hardware.",
      default: false,
    },
  },
  check: (check, graph) => {
    if (!check.setting<boolean>("requireDedicatedTenancy")) return;
    for (const each of graph.ofType(cluster)) {
      check.expect(each, isDedicated(graph, each), "the cluster runs in a VPC without dedicated tenancy");
    }
  },
});

function isDedicated(graph: StackGraph, of: GraphResource): Truth {
  const named = subnetsNamed(of);
  // AWS starts a cluster without a subnet in the default VPC, whose tenancy is shared.
  if (named.length === 0) return Truth.no;
  const subnets = named.flatMap((value) => graph.referencesOf(of, value, subnet).targets);
  const networks = subnets.flatMap((one) => graph.references(one, "vpcId", vpc).targets);
  if (networks.length === 0) return Truth.unknown("ec2Attributes");
  return Truth.all(networks.map((network) => network.get("instanceTenancy").isOneOf("dedicated")));
}

const studioAndServerless = resourceRule("emr-studio-and-serverless", {
  check: (resource) => {
    if (resource.type === "aws:emr/studio:Studio") {
      customerKey(
        "encryptionKeyArn",
        "the studio is encrypted under AWS's own key instead of a customer-managed one",
      )(resource);
      return;
    }
    const network = resource.get("networkConfiguration");
    resource.expect(
      network.isUnknown ? network.asUnknown() : network.get("subnetIds").isGiven(),
      "the application runs outside of the VPC",
    );
    const toS3 = resource.get("monitoringConfiguration.s3MonitoringConfiguration");
    resource.expect(
      toS3
        .isGiven()
        .not()
        .or(isCustomerKey(toS3.get("encryptionKeyArn"))),
      "the logs of the application are encrypted without a customer-managed key",
    );
  },
});

/** Rules on Amazon EMR. */
export const emrRules: readonly Rule[] = [
  securityConfiguration,
  clusterSettings,
  clusterLogging,
  terminationProtection,
  kerberos,
  blockPublicAccessPresent,
  blockPublicAccessOn,
  privateSubnet,
  dedicatedTenancy,
  studioAndServerless,
];
