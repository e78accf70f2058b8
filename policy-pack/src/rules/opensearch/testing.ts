import { resource, type CaseProperties, type CaseResource } from "../../testing/cases";

export const domain = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:opensearch/domain:Domain", properties);

/** A domain of the older service. */
export const elasticsearch = (properties: CaseProperties = {}): CaseResource =>
  resource("aws:elasticsearch/domain:Domain", properties);

export const fineGrained = { advancedSecurityOptions: { enabled: true } };
export const inVpc = { vpcOptions: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } };
