import {
  fault,
  json,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../../testing/cases";
import {
  association,
  internetGateway,
  natGateway,
  otherStack,
  routeOf,
  subnetOf,
  tableOf,
  vpcOf,
} from "../../testing/vpc";

const vpc = vpcOf("vpc");
const s3 = "com.amazonaws.us-east-1.s3";
const endpoint = (properties: CaseProperties, name = "endpoint") =>
  resource("aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: ref("vpc"), ...properties }, { name });
const app = subnetOf("app", "app");
const linked = association(ref("app"), ref("table"));
const table = tableOf("table");
const byNat = [table, linked, natGateway, routeOf(ref("table"), { natGatewayId: ref("nat") })];
const toInternet = [table, linked, internetGateway, routeOf(ref("table"), { gatewayId: ref("internet") })];

const records = resource("aws:dynamodb/table:Table", {}, { name: "records" });
const lambda = resource(
  "aws:lambda/function:Function",
  { vpcConfig: { subnetIds: [ref("app")] } },
  { name: "function" },
);
const service = resource(
  "aws:ecs/service:Service",
  { networkConfiguration: { subnets: [ref("app")] } },
  { name: "service" },
);
const dynamodb = endpoint({ serviceName: "com.amazonaws.us-east-1.dynamodb" });

const policyOf = (type: string, actions: unknown) =>
  resource(type, { policy: json({ Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] }) });
const rolePolicy = (actions: unknown) => policyOf("aws:iam/rolePolicy:RolePolicy", actions);
const inVpc = [vpc, app, lambda];

const allow = (condition?: unknown, more: CaseProperties = {}) =>
  json({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition: condition, ...more }] });
const lone = (properties: CaseProperties) => resource("aws:ec2/vpcEndpoint:VpcEndpoint", properties);
const apart = (policy: unknown, vpcEndpointId: unknown = ref("subject")) =>
  resource("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy", { policy, vpcEndpointId }, { name: "policy" });
const ofAccount = { StringEquals: { "aws:PrincipalAccount": "111122223333" } };
const endpointService = (properties: CaseProperties) =>
  resource("aws:ec2/vpcEndpointService:VpcEndpointService", properties);
const principal = (principalArn: unknown) =>
  resource("aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", { principalArn });

export const endpointCases: ServiceCases = {
  "vpc-endpoint-s3-gateway": [
    pass("a VPC without subnets here", vpc),
    pass("public subnets only", [vpc, app, ...toInternet]),
    pass("subnets from which nothing leaves", [vpc, app, table, linked]),
    pass("a gateway on the private table", [
      vpc,
      app,
      ...byNat,
      endpoint({ serviceName: s3, routeTableIds: [ref("table")] }),
    ]),
    pass("a gateway on the private table, by an association", [
      vpc,
      app,
      ...byNat,
      endpoint({ serviceName: s3 }),
      resource(
        "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
        { vpcEndpointId: ref("endpoint"), routeTableId: ref("table") },
        { name: "served" },
      ),
    ]),
    pass("an interface", [vpc, app, ...byNat, endpoint({ serviceName: s3, vpcEndpointType: "Interface" })]),
    pass("a closed table, from which nothing leaves", [
      vpc,
      app,
      table,
      linked,
      endpoint({ serviceName: s3, routeTableIds: [] }),
    ]),
    pass("a gateway in China", [vpc, app, endpoint({ serviceName: "com.amazonaws.cn-north-1.s3" })]),
    fault("no endpoint", [vpc, app, ...byNat]),
    fault("an endpoint of another service", [
      vpc,
      app,
      ...byNat,
      endpoint({ serviceName: "com.amazonaws.us-east-1.s3express" }),
    ]),
    fault("an endpoint of another VPC", [
      vpc,
      app,
      ...byNat,
      vpcOf("second"),
      endpoint({ vpcId: ref("second"), serviceName: s3 }),
    ]),
    fault(
      "a gateway on another table",
      [vpc, app, ...byNat, tableOf("second"), endpoint({ serviceName: s3, routeTableIds: [ref("second")] })],
      { at: ["table"] },
    ),
    undecided("a service known on update", [vpc, app, ...byNat, endpoint({ serviceName: unknown })]),
    undecided(
      "an endpoint of a VPC known on update",
      [vpc, app, ...byNat, endpoint({ vpcId: ref("other", "vpcId"), serviceName: s3 }), otherStack],
      { afterUpdate: "fault" },
    ),
    undecided(
      "tables known on update",
      [vpc, app, ...byNat, endpoint({ serviceName: s3, routeTableIds: ref("other", "tables") }), otherStack],
      { at: ["table"], afterUpdate: "fault" },
    ),
  ],
  "vpc-endpoint-dynamodb-gateway": [
    pass("no tables", inVpc),
    pass("tables without workloads in a VPC", [vpc, app, records]),
    pass("an endpoint", [...inVpc, records, dynamodb]),
    fault("a function without an endpoint", [...inVpc, records]),
    fault("a service without an endpoint", [vpc, app, service, records]),
    fault("an endpoint of S3", [...inVpc, records, endpoint({ serviceName: s3 })]),
    undecided("a service known on update", [...inVpc, records, endpoint({ serviceName: unknown })]),
  ],
  "vpc-endpoint-ai-services": [
    pass("no workloads in a VPC", rolePolicy("textract:*")),
    pass("no such service", [rolePolicy(["s3:GetObject", "kms:Decrypt"]), ...inVpc]),
    pass("an endpoint of the service", [
      rolePolicy("textract:AnalyzeDocument"),
      ...inVpc,
      endpoint({ serviceName: "com.amazonaws.us-east-1.textract" }),
    ]),
    pass("the runtime of SageMaker", [
      rolePolicy("sagemaker:InvokeEndpoint"),
      ...inVpc,
      endpoint({ serviceName: "com.amazonaws.us-east-1.sagemaker.runtime" }),
    ]),
    pass("Comprehend Medical, which is not Comprehend", [
      rolePolicy("comprehendmedical:DetectPHI"),
      ...inVpc,
      endpoint({ serviceName: "com.amazonaws.us-east-1.comprehendmedical" }),
    ]),
    fault("no endpoint", [rolePolicy("textract:AnalyzeDocument"), ...inVpc]),
    fault("a managed policy without an endpoint", [
      policyOf("aws:iam/policy:Policy", ["s3:GetObject", "Polly:*"]),
      ...inVpc,
    ]),
    fault("the endpoint of another service", [
      rolePolicy("comprehend:*"),
      ...inVpc,
      endpoint({ serviceName: "com.amazonaws.us-east-1.comprehendmedical" }),
    ]),
    undecided("a policy known on update", [resource("aws:iam/rolePolicy:RolePolicy", { policy: unknown }), ...inVpc]),
    undecided("a service known on update", [rolePolicy("textract:*"), ...inVpc, endpoint({ serviceName: unknown })]),
    pass("no document, which AWS does not accept", [resource("aws:iam/policy:Policy", {}), ...inVpc]),
  ],
  "vpc-endpoint-policy-restrictive": [
    pass("this account only", lone({ serviceName: s3, policy: allow(ofAccount) })),
    pass(
      "resources of the organization",
      lone({ serviceName: s3, policy: allow({ StringEquals: { "aws:ResourceOrgID": "o-1" } }) }),
    ),
    pass(
      "one bucket for everyone",
      lone({ serviceName: s3, policy: allow(undefined, { Resource: "arn:aws:s3:::layers/*" }) }),
    ),
    pass("a policy of its own", [lone({ serviceName: s3 }), apart(allow(ofAccount))]),
    pass("no policy where little is at stake", lone({ serviceName: "com.amazonaws.us-east-1.ec2" })),
    fault("no policy for S3", lone({ serviceName: s3 })),
    fault("no policy for keys", lone({ serviceName: "com.amazonaws.us-east-1.kms" })),
    fault("everyone and everything", lone({ serviceName: "com.amazonaws.us-east-1.ec2", policy: allow() })),
    fault("everyone and everything, in a policy of its own", [lone({ serviceName: s3 }), apart(allow())], {
      at: ["policy"],
    }),
    fault("any organization", lone({ serviceName: s3, policy: allow({ StringLike: { "aws:PrincipalOrgID": "*" } }) })),
    fault(
      "any resource account",
      lone({ serviceName: s3, policy: allow({ StringLike: { "aws:ResourceAccount": "*" } }) }),
    ),
    undecided("a policy known on update", [lone({ serviceName: s3, policy: ref("other", "policy") }), otherStack]),
    undecided(
      "a policy of an endpoint known on update",
      [lone({ serviceName: s3 }), apart(allow(ofAccount), ref("other", "id")), otherStack],
      {
        afterUpdate: "fault",
      },
    ),
  ],
  "vpc-endpoint-service-acceptance": [
    pass("one by one", endpointService({ acceptanceRequired: true })),
    pass(
      "one by one, from named principals",
      endpointService({ acceptanceRequired: "true", allowedPrincipals: ["arn:aws:iam::1:root"] }),
    ),
    pass("a principal", principal("arn:aws:iam::111122223333:root")),
    fault("unseen", endpointService({ acceptanceRequired: false })),
    fault("nothing said", endpointService({})),
    fault("everyone", endpointService({ acceptanceRequired: true, allowedPrincipals: ["arn:aws:iam::1:root", "*"] })),
    fault("everyone, as a resource of its own", principal("*")),
    undecided("known on update", endpointService({ acceptanceRequired: unknown })),
    undecided("principals known on update", endpointService({ acceptanceRequired: true, allowedPrincipals: unknown })),
  ],
};
