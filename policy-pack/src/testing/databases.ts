import { resource, type CaseProperties, type CaseResource } from "./cases";

type Build = (properties?: CaseProperties, name?: string) => CaseResource;

const of =
  (type: string): Build =>
  (properties = {}, name = "subject") =>
    resource(type, properties, { name });

/** Resources that the cases on databases are made of; each is named `subject` unless said otherwise. */
export const instance = of("aws:rds/instance:Instance");
export const cluster = of("aws:rds/cluster:Cluster");
export const clusterInstance = of("aws:rds/clusterInstance:ClusterInstance");
export const globalCluster = of("aws:rds/globalCluster:GlobalCluster");
export const optionGroup = of("aws:rds/optionGroup:OptionGroup");
export const subnetGroup = of("aws:rds/subnetGroup:SubnetGroup");
export const securityGroup = of("aws:ec2/securityGroup:SecurityGroup");
export const securityGroupRule = of("aws:ec2/securityGroupRule:SecurityGroupRule");
export const ingressRule = of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");

/** A list of parameters, or of settings of an option, from pairs. */
export const parameters = (pairs: Readonly<Record<string, unknown>>): CaseProperties[] =>
  Object.entries(pairs).map(([name, value]) => ({ name, value }));

/** `parameterGroup("postgres17", { "rds.force_ssl": "1" })`. */
export const parameterGroup = (family: unknown, pairs?: Readonly<Record<string, unknown>>, name = "subject") =>
  resource(
    "aws:rds/parameterGroup:ParameterGroup",
    { family, ...(pairs ? { parameters: parameters(pairs) } : {}) },
    { name },
  );

export const clusterParameterGroup = (family: unknown, pairs?: Readonly<Record<string, unknown>>) =>
  resource(
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    { family, ...(pairs ? { parameters: parameters(pairs) } : {}) },
    { name: "subject" },
  );

/** A key of the customer's own, and one of AWS's. */
export const customerKeyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
export const awsKey = "alias/aws/rds";
/** Tag of a resource that holds no PHI. */
export const noPhi = { tags: { "hipaa:phi": "false" } };
