import { eligibilityOf, type Eligibility } from "@hipaa-aws/controls";

/**
 * The resource types that a template declares, each once. JSON is read as such; anything else is YAML and read line by
 * line: a type is a `Type` whose value has the form of one, wherever it stands.
 */
export function declaredTypes(template: string): readonly string[] {
  return [...new Set(inJson(template) ?? inLines(template))];
}

function inJson(template: string): string[] | undefined {
  try {
    return below(JSON.parse(template) as unknown);
  } catch {
    return undefined;
  }
}

function below(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const entries = Object.entries(node as Record<string, unknown>);
  return entries.flatMap(([key, value]) => (key === "Type" && isResourceType(value) ? [value] : below(value)));
}

function inLines(template: string): string[] {
  const bare = template.replace(/(^|\s)#.*$/gm, "");
  const found = bare.matchAll(/(?:^|[\s{,])["']?Type["']?\s*:\s*["']?([\w@-]+(?:::[\w@-]+)+)/gm);
  return [...found].map(([, type]) => type ?? "").filter(isResourceType);
}

/** Types of parameters (`AWS::SSM::Parameter::Value<…>`, `AWS::EC2::VPC::Id`) have four parts. */
function isResourceType(value: unknown): value is string {
  if (typeof value !== "string" || !/^[\w@-]+(?:::[\w@-]+)+$/.test(value)) return false;
  return !/^AWS::SSM::Parameter::|^AWS::\w+::\w+::(?:Id|Name|ImageId|GroupName|KeyName)$/.test(value);
}

/** Services whose module in the Pulumi AWS provider is not their own name in lower case. */
const modules: Readonly<Record<string, string>> = {
  amazonmq: "mq",
  applicationautoscaling: "appautoscaling",
  cassandra: "keyspaces",
  certificatemanager: "acm",
  cloudhsm: "cloudhsmv2",
  config: "cfg",
  elasticloadbalancing: "elb",
  elasticloadbalancingv2: "lb",
  events: "cloudwatch",
  kinesisfirehose: "kinesis",
  logs: "cloudwatch",
  macie: "macie2",
  opensearchservice: "opensearch",
  s3express: "s3",
  serverless: "lambda",
  stepfunctions: "sfn",
  timestream: "timestreamwrite",
};

/** Types that deploy what a template does not show. */
const opaqueTypes: ReadonlySet<string> = new Set([
  "AWS::CloudFormation::Macro",
  "AWS::CloudFormation::Stack",
  "AWS::CloudFormation::StackSet",
  "AWS::Serverless::Application",
  "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
]);

/** What is known of a type of CloudFormation: as for a module, or that it deploys more than it shows. */
export function eligibilityOfType(type: string): Eligibility["kind"] | "opaque" {
  if (opaqueTypes.has(type)) return "opaque";
  // A function of the template's own account stands behind a custom resource.
  if (type.startsWith("Custom::")) return "supporting";
  const service = /^AWS::(\w+)::\w+$/.exec(type)?.[1]?.toLowerCase();
  if (service === undefined) return "unconfirmed";
  return eligibilityOf(modules[service] ?? service).kind;
}
