import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const cluster = (properties: Properties = {}) => resource("aws:emr/cluster:Cluster", properties);
const configuration = (document: unknown) =>
  resource("aws:emr/securityConfiguration:SecurityConfiguration", { configuration: document });
const s3 = { EncryptionMode: "SSE-KMS", AwsKmsKey: "key" };
const disk = { EncryptionKeyProviderType: "AwsKms", AwsKmsKey: "key", EnableEbsEncryption: true };
const tls = { TLSCertificateConfiguration: { CertificateProviderType: "PEM", S3Object: "s3://a/b.zip" } };
const encryption = (more: Properties = {}, atRest: Properties = {}) =>
  configuration(
    json({
      EncryptionConfiguration: {
        EnableAtRestEncryption: true,
        EnableInTransitEncryption: true,
        AtRestEncryptionConfiguration: {
          S3EncryptionConfiguration: s3,
          LocalDiskEncryptionConfiguration: disk,
          ...atRest,
        },
        InTransitEncryptionConfiguration: tls,
        ...more,
      },
    }),
  );
const block = (properties: Properties, name = "subject") =>
  resource("aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration", properties, { name });
const stack = resource("pulumi:pulumi:Stack", {});
const baseline = { config: { accountBaseline: true } };
const inSubnet = cluster({ ec2Attributes: { subnetId: ref("subnet"), instanceProfile: "a" } });
const subnet = (properties: Properties = {}) => resource("aws:ec2/subnet:Subnet", properties, { name: "subnet" });
const vpc = (instanceTenancy?: unknown) => resource("aws:ec2/vpc:Vpc", { instanceTenancy }, { name: "vpc" });
const dedicated = { config: { requireDedicatedTenancy: true } };
const application = (properties: Properties) => resource("aws:emrserverless/application:Application", properties);

export const emrCases: ServiceCases = {
  "emr-security-configuration": [
    pass("everything", encryption()),
    pass("client-side encryption", encryption({}, { S3EncryptionConfiguration: { EncryptionMode: "CSE-KMS" } })),
    fault("nothing", configuration(json({}))),
    fault("at rest switched off", encryption({ EnableAtRestEncryption: false })),
    fault("in transit switched off", encryption({ EnableInTransitEncryption: false })),
    fault("no certificates", encryption({ InTransitEncryptionConfiguration: {} })),
    fault("the key of Amazon S3", encryption({}, { S3EncryptionConfiguration: { EncryptionMode: "SSE-S3" } })),
    fault(
      "volumes in clear text",
      encryption({}, { LocalDiskEncryptionConfiguration: { ...disk, EnableEbsEncryption: false } }),
    ),
    fault("no local disks", encryption({}, { LocalDiskEncryptionConfiguration: undefined })),
    undecided("known on update", configuration(unknown)),
    undecided(
      "text that names another output",
      encryption({}, { S3EncryptionConfiguration: { ...s3, AwsKmsKey: unknown } }),
    ),
    fault("no document", configuration(undefined)),
  ],
  "emr-cluster-settings": [
    pass("a configuration", cluster({ securityConfiguration: "records" })),
    pass("a wired one", cluster({ securityConfiguration: unknown })),
    fault("nothing said", cluster()),
    fault("an empty name", cluster({ securityConfiguration: "" })),
  ],
  "emr-cluster-logging": [
    pass("logs under a wired key", cluster({ logUri: unknown, logEncryptionKmsKeyId: unknown })),
    pass(
      "a key of the customer's",
      cluster({ logUri: "s3://logs/", logEncryptionKmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/b" }),
    ),
    fault("no logs", cluster({ logEncryptionKmsKeyId: "key" })),
    fault("no key", cluster({ logUri: "s3://logs/" })),
    fault("AWS's own key", cluster({ logUri: "s3://logs/", logEncryptionKmsKeyId: "alias/aws/s3" })),
  ],
  "emr-termination-protection": [
    pass("on", cluster({ terminationProtection: true })),
    pass(
      "on for a cluster in a public subnet, which another rule reports",
      cluster({ terminationProtection: true, ec2Attributes: {} }),
    ),
    fault("nothing said", cluster()),
    fault("off", cluster({ terminationProtection: false })),
    undecided("known on update", cluster({ terminationProtection: unknown })),
  ],
  "emr-kerberos": [
    pass("Kerberos", cluster({ kerberosAttributes: { realm: "EC2.INTERNAL", kdcAdminPassword: unknown } })),
    pass("known on update", cluster({ kerberosAttributes: unknown })),
    fault("nothing said", cluster()),
    fault("other settings only", cluster({ securityConfiguration: "records" })),
  ],
  "emr-block-public-access": [
    pass("declared", [stack, block({ blockPublicSecurityGroupRules: true }, "block")], baseline),
    pass("a stack that is no baseline", [stack, { ...cluster(), name: "cluster" }]),
    fault("none in the baseline", [stack], baseline),
    fault("none beside a cluster", [stack, { ...cluster(), name: "cluster" }], baseline),
  ],
  "emr-block-public-access-on": [
    pass("on", block({ blockPublicSecurityGroupRules: true })),
    pass(
      "on, but for SSH",
      block({
        blockPublicSecurityGroupRules: true,
        permittedPublicSecurityGroupRuleRanges: [{ minRange: 22, maxRange: 22 }],
      }),
    ),
    fault("off", block({ blockPublicSecurityGroupRules: false })),
    fault(
      "another port",
      block({
        blockPublicSecurityGroupRules: true,
        permittedPublicSecurityGroupRuleRanges: [
          { minRange: 22, maxRange: 22 },
          { minRange: 8443, maxRange: 8443 },
        ],
      }),
    ),
    fault(
      "a range that holds SSH",
      block({
        blockPublicSecurityGroupRules: true,
        permittedPublicSecurityGroupRuleRanges: [{ minRange: 20, maxRange: 22 }],
      }),
    ),
    undecided("known on update", block({ blockPublicSecurityGroupRules: unknown })),
    fault("nothing said", block({})),
  ],
  "emr-private-subnet": [
    pass("a private subnet", [inSubnet, subnet()]),
    pass("several private subnets", [cluster({ ec2Attributes: { subnetIds: [ref("subnet")] } }), subnet()]),
    fault("a subnet of the public tier", [inSubnet, subnet({ tags: { "hipaa:tier": "public" } })]),
    fault("a subnet that hands out public addresses", [inSubnet, subnet({ mapPublicIpOnLaunch: true })]),
    fault("one public subnet of several", [
      cluster({ ec2Attributes: { subnetIds: [ref("subnet"), ref("other")] } }),
      subnet(),
      resource("aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: true }, { name: "other" }),
    ]),
    fault("a subnet with a route to the internet", [
      inSubnet,
      subnet(),
      resource("aws:ec2/internetGateway:InternetGateway", {}, { name: "igw" }),
      resource(
        "aws:ec2/routeTable:RouteTable",
        { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("igw") }] },
        { name: "table" },
      ),
      resource(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        { subnetId: ref("subnet"), routeTableId: ref("table") },
        { name: "association" },
      ),
    ]),
    fault("no subnet", cluster({ ec2Attributes: { instanceProfile: "a" } })),
    fault("nothing said", cluster()),
    pass("a subnet of another stack, judged there", cluster({ ec2Attributes: { subnetId: "subnet-1" } })),
    undecided("known on update", cluster({ ec2Attributes: unknown })),
  ],
  "emr-dedicated-tenancy-option": [
    pass("dedicated", [inSubnet, subnet({ vpcId: ref("vpc") }), vpc("dedicated")], dedicated),
    pass("not asked for", [inSubnet, subnet({ vpcId: ref("vpc") }), vpc()]),
    fault("shared", [inSubnet, subnet({ vpcId: ref("vpc") }), vpc("default")], dedicated),
    fault("nothing said", [inSubnet, subnet({ vpcId: ref("vpc") }), vpc()], dedicated),
    undecided("a VPC of another stack", [inSubnet, subnet({ vpcId: "vpc-1" })], dedicated),
    fault("no subnet, which means the default VPC", cluster({ ec2Attributes: { instanceProfile: "a" } }), dedicated),
  ],
  "emr-studio-and-serverless": [
    pass("a studio with a wired key", resource("aws:emr/studio:Studio", { encryptionKeyArn: unknown })),
    pass("an application in the VPC", application({ networkConfiguration: { subnetIds: [unknown] } })),
    fault("a studio without a key", resource("aws:emr/studio:Studio", {})),
    fault("an application outside of the VPC", application({})),
    fault(
      "logs without a key",
      application({
        networkConfiguration: { subnetIds: ["subnet-1"] },
        monitoringConfiguration: { s3MonitoringConfiguration: { logUri: "s3://logs/" } },
      }),
    ),
    undecided("a network known on update", application({ networkConfiguration: unknown })),
    pass(
      "logs with a key",
      application({
        networkConfiguration: { subnetIds: ["subnet-1"] },
        monitoringConfiguration: { s3MonitoringConfiguration: { logUri: "s3://logs/", encryptionKeyArn: unknown } },
      }),
    ),
  ],
};
