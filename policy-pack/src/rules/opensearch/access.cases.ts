import {
  fault,
  json,
  notApplicable,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type ServiceCases,
} from "../../testing/cases";
import { domain, elasticsearch, fineGrained, inVpc } from "./testing";

type Properties = Record<string, unknown>;
const everyone = { Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "es:*", Resource: "*" }] };
const role = {
  Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/app" }, Action: "es:*" }],
};
const fromOffice = {
  Statement: [{ ...everyone.Statement[0], Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } } }],
};
const fromAnywhere = {
  Statement: [{ ...everyone.Statement[0], Condition: { IpAddress: { "aws:SourceIp": ["0.0.0.0/0"] } } }],
};
const policy = (properties: Properties) => resource("aws:opensearch/domainPolicy:DomainPolicy", properties);
const linked = (accessPolicies: unknown) => policy({ domainName: ref("domain", "domainName"), accessPolicies });
const target = (properties: Properties = {}) => ({ ...domain(properties), name: "domain" });

export const accessCases: ServiceCases = {
  "opensearch-vpc-and-access": [
    pass("subnets", domain(inVpc)),
    pass("wired subnets", domain({ vpcOptions: { subnetIds: unknown } })),
    fault("nothing said", domain()),
    fault("no subnets", elasticsearch({ vpcOptions: { subnetIds: [] } })),
  ],
  "opensearch-security-groups": [
    pass("a group", domain(inVpc)),
    pass("a wired group", domain({ vpcOptions: { subnetIds: ["subnet-1"], securityGroupIds: [unknown] } })),
    fault("none", domain({ vpcOptions: { subnetIds: ["subnet-1"] } })),
    fault("an empty list", elasticsearch({ vpcOptions: { subnetIds: ["subnet-1"], securityGroupIds: [] } })),
    notApplicable("no VPC, which another rule reports", domain()),
  ],
  "opensearch-fine-grained-access": [
    pass("on", domain(fineGrained)),
    pass(
      "on, and no anonymous users",
      domain({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: false } }),
    ),
    fault("nothing said", domain()),
    fault("off", elasticsearch({ advancedSecurityOptions: { enabled: false } })),
    fault("with anonymous users", domain({ advancedSecurityOptions: { enabled: true, anonymousAuthEnabled: true } })),
    undecided("known on update", domain({ advancedSecurityOptions: { enabled: unknown } })),
  ],
  "opensearch-internal-user-database": [
    pass("nothing said", domain(fineGrained)),
    pass("off", domain({ advancedSecurityOptions: { enabled: true, internalUserDatabaseEnabled: false } })),
    fault("on", elasticsearch({ advancedSecurityOptions: { enabled: true, internalUserDatabaseEnabled: true } })),
    undecided("known on update", domain({ advancedSecurityOptions: { internalUserDatabaseEnabled: unknown } })),
    fault(
      "on, in a domain of OpenSearch",
      domain({ advancedSecurityOptions: { enabled: true, internalUserDatabaseEnabled: true } }),
    ),
  ],
  "opensearch-access-policy": [
    pass("no policy", domain()),
    pass("a role", domain({ accessPolicies: json(role) })),
    pass("everyone from one network", domain({ accessPolicies: json(fromOffice) })),
    pass(
      "everyone, in a VPC with fine-grained access",
      domain({ ...inVpc, ...fineGrained, accessPolicies: json(everyone) }),
    ),
    fault("everyone", domain({ accessPolicies: json(everyone) })),
    fault("everyone from everywhere", domain({ accessPolicies: json(fromAnywhere) })),
    fault("everyone, in a VPC without fine-grained access", domain({ ...inVpc, accessPolicies: json(everyone) })),
    fault("everyone, with fine-grained access and no VPC", domain({ ...fineGrained, accessPolicies: json(everyone) })),
    fault("a policy as an object", elasticsearch({ accessPolicies: everyone })),
    undecided("a policy known on update", domain({ accessPolicies: unknown })),
    undecided(
      "everyone, while fine-grained access is known on update",
      domain({ ...inVpc, advancedSecurityOptions: unknown, accessPolicies: json(everyone) }),
    ),
  ],
  "opensearch-domain-policy": [
    pass("a role", [linked(json(role)), target()]),
    pass("everyone, in a VPC with fine-grained access", [linked(json(everyone)), target({ ...inVpc, ...fineGrained })]),
    pass("the same by name", [
      policy({ domainName: "records", accessPolicies: json(everyone) }),
      target({ domainName: "records", ...inVpc, ...fineGrained }),
    ]),
    fault("everyone", [linked(json(everyone)), target()]),
    fault("everyone, in a VPC only", [linked(json(everyone)), target(inVpc)]),
    fault("everyone, of a domain elsewhere", policy({ domainName: "other", accessPolicies: json(everyone) })),
    fault(
      "everyone, of an older domain",
      resource("aws:elasticsearch/domainPolicy:DomainPolicy", { domainName: "other", accessPolicies: everyone }),
    ),
    undecided("a policy known on update", [linked(unknown), target()]),
    undecided("everyone, of a domain known on update", policy({ domainName: unknown, accessPolicies: json(everyone) })),
    pass("no document, which AWS does not accept", [linked(undefined), target()]),
  ],
};
