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
} from "../testing/cases";

type Properties = Record<string, unknown>;
const stack = (properties: Properties = {}) => resource("aws:cloudformation/stack:Stack", properties);
const stackSet = (properties: Properties = {}) => resource("aws:cloudformation/stackSet:StackSet", properties);
const declaring = (...types: string[]) =>
  json({ Resources: Object.fromEntries(types.map((Type, index) => [`Resource${String(index)}`, { Type }])) });
const template = (...types: string[]) => stack({ templateBody: declaring(...types) });
const application = (properties: Properties) =>
  resource("aws:serverlessrepository/cloudFormationStack:CloudFormationStack", properties);
const product = (properties: Properties) =>
  resource("aws:servicecatalog/provisionedProduct:ProvisionedProduct", properties);
const control = (typeName: unknown, desiredState: unknown = json({ DatastoreTypeVersion: "R4" })) =>
  resource("aws:cloudcontrol/resource:Resource", { typeName, desiredState });
const parameters = (values: unknown) => stack({ parameters: values });

const address = "https://templates.s3.amazonaws.com/network.yaml";
const applicationId = "arn:aws:serverlessrepo:us-east-1:111122223333:applications/rotation";
const approving = (...approvedDeployments: string[]) => ({ config: { approvedDeployments } });
const yaml = "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n  Host:\n    Type: AWS::Lightsail::Instance\n";

export const cloudformationCases: ServiceCases = {
  "general-opaque-deployers-inspected": [
    pass("a template of eligible services", template("AWS::S3::Bucket", "AWS::IAM::Role", "Custom::Hook")),
    pass("a template in YAML", stack({ templateBody: "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n" })),
    pass("an address on the list", stack({ templateUrl: address }), approving(address)),
    pass("an application on the list", application({ applicationId }), approving(applicationId)),
    pass("a product on the list", product({ productId: "prod-1" }), approving("prod-1")),
    pass("a product on the list by name", product({ productName: "Landing zone" }), approving("Landing zone")),
    pass("a data store by Cloud Control", control("AWS::HealthLake::FHIRDatastore")),
    fault("an address", stack({ templateUrl: address })),
    fault("another address than the one on the list", stack({ templateUrl: address }), approving(`${address}.old`)),
    fault("the address of a stack set", stackSet({ templateUrl: address })),
    fault("neither template nor address", stack()),
    fault("a service that is not eligible", template("AWS::S3::Bucket", "AWS::Lightsail::Instance")),
    fault("a service that is not eligible, in YAML", stackSet({ templateBody: yaml })),
    fault("a service on no list", template("AWS::NewService::Thing")),
    fault("a type of a vendor", template("Vendor::Monitors::Monitor")),
    fault("a nested stack", template("AWS::S3::Bucket", "AWS::CloudFormation::Stack")),
    fault("a nested application", template("AWS::Serverless::Application")),
    fault("a template without resources", stack({ templateBody: "Transform: AWS::Include" })),
    fault("an application", application({ applicationId })),
    fault("a product", product({ productId: "prod-1" })),
    fault("a host by Cloud Control", control("AWS::Lightsail::Instance")),
    fault("a state that is no JSON", control("AWS::HealthLake::FHIRDatastore", "{")),
    fault("an address beside an unknown", stack({ templateUrl: address, name: unknown })),
    notApplicable("a stack without PHI", stack({ templateUrl: address, tags: { "hipaa:phi": "false" } })),
    undecided("a template known on update", stack({ templateBody: unknown })),
    undecided(
      "a template that names another resource",
      [
        stack({ templateBody: json({ Resources: { A: { Type: "AWS::S3::Bucket", P: ref("key", "arn") } } }) }),
        resource("aws:kms/key:Key", {}, { name: "key" }),
      ],
      { afterUpdate: "pass" },
    ),
    undecided("an address known on update", stack({ templateUrl: unknown })),
    undecided("an application known on update", application({ applicationId: unknown })),
    undecided("a type known on update", control(unknown)),
    undecided("a state known on update", control("AWS::HealthLake::FHIRDatastore", unknown)),
    fault("an application that is not named", application({}), approving(applicationId)),
    fault("no type by Cloud Control", control(undefined)),
    fault(
      "no state by Cloud Control",
      resource("aws:cloudcontrol/resource:Resource", { typeName: "AWS::HealthLake::FHIRDatastore" }),
    ),
  ],
  "cloudformation-no-phi": [
    pass("no parameters", stack()),
    pass("a harmless parameter", parameters({ Stage: "production" })),
    pass(
      "a reference to a secret",
      parameters({ DatabasePassword: "{{resolve:secretsmanager:db:SecretString:password}}" }),
    ),
    pass("the name of a secret", parameters({ PullSecret: "registry" })),
    fault("a password", parameters({ DatabasePassword: "correct horse" })),
    fault("a password of a stack set", stackSet({ parameters: { AdminPasswd: "correct horse" } })),
    fault("a token", parameters({ Source: `ghp_${"a1B2".repeat(9)}` })),
    fault("a URL with a password", parameters({ Database: "postgres://app:correct-horse@db:5432/app" })),
    fault("a password beside an unknown", parameters({ Stage: unknown, DatabasePassword: "correct horse" })),
    undecided("a password known on update", parameters({ DatabasePassword: unknown })),
    undecided("parameters known on update", parameters(unknown)),
  ],
};
