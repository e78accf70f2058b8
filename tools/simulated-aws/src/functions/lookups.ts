import { dnsSuffixOf } from "../environment";
import { identifier } from "../identifiers";
import type { AwsFunction } from "./aws-function";

const text = (value: unknown, otherwise = ""): string =>
  typeof value === "string" && value !== "" ? value : otherwise;
const hex = (seed: string, length: number) => identifier(seed, "hex", length);

/** Look-ups of what AWS or the account has already. The same question always gets the same answer. */
export const lookups: Readonly<Record<string, AwsFunction>> = {
  "aws:ec2/getPrefixList:getPrefixList": (inputs, { region }) => {
    const name = text(inputs.name, `com.amazonaws.${region}.s3`);
    const id = text(inputs.prefixListId, `pl-${hex(name, 8)}`);
    return { ...inputs, id, name, region, cidrBlocks: ["198.51.100.0/24"] };
  },
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": (inputs, { region, partition, accountId }) => {
    const name = text(inputs.name, `com.amazonaws.${region}.s3`);
    const id = text(inputs.id, `pl-${hex(name, 8)}`);
    const owner = name.startsWith("com.amazonaws.") ? "AWS" : accountId;
    return {
      ...inputs,
      id,
      name,
      region,
      arn: `arn:${partition}:ec2:${region}:${owner === "AWS" ? "aws" : accountId}:prefix-list/${id}`,
      addressFamily: "IPv4",
      entries: [{ cidr: "198.51.100.0/24", description: "" }],
      maxEntries: 10,
      ownerId: owner,
      version: 1,
      tags: {},
    };
  },
  "aws:ec2/getAmi:getAmi": (inputs, { region, partition }) => {
    const id = `ami-${hex(JSON.stringify(inputs), 17)}`;
    return {
      ...inputs,
      id,
      imageId: id,
      region,
      arn: `arn:${partition}:ec2:${region}::image/${id}`,
      architecture: "x86_64",
      name: "simulated",
      ownerId: "137112412989",
      rootDeviceName: "/dev/xvda",
      rootDeviceType: "ebs",
      state: "available",
      virtualizationType: "hvm",
    };
  },
  "aws:ec2/getVpc:getVpc": (inputs, { region, partition, accountId }) => {
    const id = text(inputs.id, `vpc-${hex(JSON.stringify(inputs), 17)}`);
    return {
      ...inputs,
      id,
      region,
      arn: `arn:${partition}:ec2:${region}:${accountId}:vpc/${id}`,
      cidrBlock: text(inputs.cidrBlock, "10.0.0.0/16"),
      ownerId: accountId,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: {},
    };
  },
  "aws:ec2/getNetworkAcls:getNetworkAcls": (inputs, { region }) => ({
    ...inputs,
    id: region,
    region,
    ids: [`acl-${hex(JSON.stringify(inputs), 17)}`],
    tags: {},
  }),
  "aws:elb/getServiceAccount:getServiceAccount": (inputs, { region, partition }) => {
    const id = elbAccounts[text(inputs.region, region)];
    if (!id) {
      throw new Error(
        `Elastic Load Balancing has no account of its own in ${region}: allow logdelivery.elasticloadbalancing.amazonaws.com`,
      );
    }
    return { ...inputs, id, region, arn: `arn:${partition}:iam::${id}:root` };
  },
  "aws:ssm/getParameter:getParameter": (inputs, { region, partition, accountId }) => {
    const name = text(inputs.name);
    const owner = name.startsWith("/aws/service/") ? "" : accountId;
    return {
      ...inputs,
      id: name,
      name,
      region,
      arn: `arn:${partition}:ssm:${region}:${owner}:parameter${name.startsWith("/") ? "" : "/"}${name}`,
      type: "String",
      value: `simulated-${hex(name, 8)}`,
      insecureValue: `simulated-${hex(name, 8)}`,
      version: 1,
    };
  },
  "aws:wafv2/getManagedRuleGroup:getManagedRuleGroup": (inputs, environment) => {
    const { name, vendorName, scope } = inputs;
    const group = `${text(vendorName)}/${text(name)}`;
    return {
      ...inputs,
      id: group,
      region: environment.region,
      capacity: 200,
      labelNamespace: `awswaf:managed:${text(vendorName).toLowerCase()}:${hex(group, 8)}:`,
      rules: [],
      scope: scope ?? "REGIONAL",
      snsTopicArn: "",
      versionName: "",
      availableLabels: [],
      consumedLabels: [],
    };
  },
  "aws:route53/getZone:getZone": (inputs, { partition }) => {
    const zoneName = text(inputs.name, "example.com").replace(/\.$/, "");
    const zoneId = text(inputs.zoneId, `Z${identifier(zoneName, "upper", 20)}`);
    return {
      ...inputs,
      id: zoneId,
      zoneId,
      name: zoneName,
      arn: `arn:${partition}:route53:::hostedzone/${zoneId}`,
      nameServers: ["ns-1.awsdns-00.com", "ns-2.awsdns-00.net"],
      primaryNameServer: "ns-1.awsdns-00.com",
      resourceRecordSetCount: 2,
      privateZone: inputs.privateZone ?? false,
      tags: {},
    };
  },
  "aws:kms/getKey:getKey": (inputs, { region, partition, accountId }) => {
    const keyId = text(inputs.keyId).replace(/^.*:(?:key|alias)\//, "");
    return {
      ...inputs,
      id: keyId,
      region,
      arn: `arn:${partition}:kms:${region}:${accountId}:key/${keyId}`,
      enabled: true,
      keyState: "Enabled",
      keyUsage: "ENCRYPT_DECRYPT",
      awsAccountId: accountId,
    };
  },
  "aws:kms/getAlias:getAlias": (inputs, { region, partition, accountId }) => {
    const name = text(inputs.name);
    const keyId = `${hex(name, 8)}-0000-4000-8000-${hex(`${name}!`, 12)}`;
    return {
      ...inputs,
      id: name,
      region,
      arn: `arn:${partition}:kms:${region}:${accountId}:${name}`,
      targetKeyId: keyId,
      targetKeyArn: `arn:${partition}:kms:${region}:${accountId}:key/${keyId}`,
    };
  },
  "aws:iam/getRole:getRole": (inputs, { partition, accountId }) => ({
    ...inputs,
    id: text(inputs.name),
    arn: `arn:${partition}:iam::${accountId}:role/${text(inputs.name)}`,
    path: "/",
    uniqueId: `AROA${identifier(text(inputs.name), "upper", 17)}`,
  }),
  "aws:secretsmanager/getSecret:getSecret": (inputs, { region, partition, accountId }) => {
    const name = text(inputs.name, text(inputs.arn).replace(/^.*:secret:/, ""));
    const arn = text(
      inputs.arn,
      `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${name}-${hex(name, 6)}`,
    );
    return { ...inputs, id: arn, arn, name, region };
  },
  "aws:secretsmanager/getRandomPassword:getRandomPassword": (inputs, { region }) => {
    const length = typeof inputs.passwordLength === "number" ? inputs.passwordLength : 32;
    return { ...inputs, id: region, region, randomPassword: identifier("random-password", "lower", length) };
  },
  "aws:organizations/getOrganization:getOrganization": (inputs, { partition, accountId }) => {
    const id = `o-${identifier("organization", "lower", 10)}`;
    return {
      ...inputs,
      id,
      arn: `arn:${partition}:organizations::${accountId}:organization/${id}`,
      masterAccountId: accountId,
      masterAccountArn: `arn:${partition}:organizations::${accountId}:account/${id}/${accountId}`,
      featureSet: "ALL",
      roots: [{ id: "r-abcd", name: "Root", arn: `arn:${partition}:organizations::${accountId}:root/${id}/r-abcd` }],
      accounts: [],
      nonMasterAccounts: [],
    };
  },
  "aws:ssoadmin/getInstances:getInstances": (inputs, { partition, region }) => ({
    ...inputs,
    id: region,
    region,
    arns: [`arn:${partition}:sso:::instance/ssoins-${hex("identity-center", 16)}`],
    identityStoreIds: [`d-${hex("identity-store", 10)}`],
  }),
  "aws:index/getServicePrincipal:getServicePrincipal": (inputs, environment) => {
    const serviceName = text(inputs.serviceName);
    const suffix = dnsSuffixOf(environment);
    return {
      ...inputs,
      id: `${serviceName}.${environment.region}.${suffix}`,
      region: environment.region,
      serviceName,
      name: `${serviceName}.amazonaws.com`,
      suffix: "amazonaws.com",
    };
  },
};

/**
 * The accounts that deliver access logs in the older Regions.
 * Source: Elastic Load Balancing, "Access logs for your Application Load Balancer".
 */
const elbAccounts: Readonly<Record<string, string>> = {
  "us-east-1": "127311923021",
  "us-east-2": "033677994240",
  "us-west-1": "027434742980",
  "us-west-2": "797873946194",
  "ca-central-1": "985666609251",
  "eu-central-1": "054676820928",
  "eu-west-1": "156460612806",
  "eu-west-2": "652711504416",
  "eu-west-3": "009996457667",
  "eu-north-1": "897822967062",
  "eu-south-1": "635631232127",
  "ap-east-1": "754344448648",
  "ap-northeast-1": "582318560864",
  "ap-northeast-2": "600734575887",
  "ap-northeast-3": "383597477331",
  "ap-southeast-1": "114774131450",
  "ap-southeast-2": "783225319266",
  "ap-south-1": "718504428378",
  "me-south-1": "076674570225",
  "sa-east-1": "507241528517",
  "us-gov-west-1": "048591011584",
  "us-gov-east-1": "190560391635",
  "cn-north-1": "638102146993",
  "cn-northwest-1": "037604701340",
};
