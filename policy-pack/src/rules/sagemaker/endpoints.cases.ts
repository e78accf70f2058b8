import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const endpoint = (properties: Properties = {}) =>
  resource("aws:sagemaker/endpointConfiguration:EndpointConfiguration", {
    productionVariants: [{ instanceType: "ml.m6i.xlarge" }],
    ...properties,
  });
const variants = (...productionVariants: unknown[]) => endpoint({ productionVariants });
const serverless = { serverlessConfig: { maxConcurrency: 5, memorySizeInMb: 2048 } };
const model = (properties: Properties) => resource("aws:sagemaker/model:Model", properties);
const flow = (properties: Properties) => resource("aws:sagemaker/flowDefinition:FlowDefinition", properties);
const labeling = (workteamArn: unknown) =>
  resource("aws:sagemaker/labelingJob:LabelingJob", { humanTaskConfig: { workteamArn } });
const reviewedBy = (workteamArn: unknown) => flow({ humanLoopConfig: { workteamArn } });
const workforce = (sourceIpConfig?: unknown) => resource("aws:sagemaker/workforce:Workforce", { sourceIpConfig });
const crowd = "arn:aws:sagemaker:us-east-1:394669845002:workteam/public-crowd/default";
const team = "arn:aws:sagemaker:us-east-1:111122223333:workteam/private-crowd/nurses";
const isolated = { enableNetworkIsolation: true, vpcConfig: { subnets: ["subnet-1"], securityGroupIds: ["sg-1"] } };

export const endpointCases: ServiceCases = {
  "sagemaker-endpoint-config": [
    pass("a wired key", endpoint({ kmsKeyArn: unknown })),
    pass("serverless variants", variants(serverless)),
    pass("local storage", variants({ instanceType: "ml.g5.xlarge" }, { instanceType: "ml.m5d.large" })),
    fault("no key", endpoint()),
    fault("AWS's own key", endpoint({ kmsKeyArn: "alias/aws/sagemaker" })),
    fault("one variant with a volume", variants(serverless, { instanceType: "ml.c5.large" })),
    fault(
      "a shadow variant with a volume",
      endpoint({ productionVariants: [serverless], shadowProductionVariants: [{ instanceType: "ml.m5.large" }] }),
    ),
    undecided("variants known on update", endpoint({ productionVariants: unknown })),
    undecided("an instance type known on update", variants({ instanceType: unknown })),
  ],
  "sagemaker-endpoint-output-encrypted": [
    pass("nothing captured", endpoint()),
    pass("captured under a wired key", endpoint({ dataCaptureConfig: { kmsKeyId: unknown } })),
    fault("captured without a key", endpoint({ dataCaptureConfig: { destinationS3Uri: "s3://a" } })),
    fault(
      "asynchronous output without a key",
      endpoint({ asyncInferenceConfig: { outputConfig: { s3OutputPath: "s3://a" } } }),
    ),
    fault("AWS's own key", endpoint({ dataCaptureConfig: { kmsKeyId: "alias/aws/s3" } })),
    undecided("known on update", endpoint({ dataCaptureConfig: unknown })),
    pass(
      "asynchronous output under a key",
      endpoint({ asyncInferenceConfig: { outputConfig: { s3OutputPath: "s3://a", kmsKeyId: "key" } } }),
    ),
  ],
  "sagemaker-model-isolation": [
    pass("isolated in the VPC", model(isolated)),
    pass(
      "isolated, in subnets known on update",
      model({ ...isolated, vpcConfig: { subnets: unknown, securityGroupIds: unknown } }),
    ),
    fault("nothing said", model({})),
    fault("not isolated", model({ ...isolated, enableNetworkIsolation: false })),
    fault("no VPC", model({ enableNetworkIsolation: true })),
    undecided("isolation known on update", model({ ...isolated, enableNetworkIsolation: unknown })),
    undecided("a VPC known on update", model({ ...isolated, vpcConfig: unknown })),
  ],
  "sagemaker-human-review": [
    pass("a team of one's own", reviewedBy(team)),
    pass("a wired team", labeling(unknown)),
    fault("the public crowd", reviewedBy(crowd)),
    fault("labelling by the public crowd", labeling(crowd)),
    pass("labelling by a team of one's own", labeling(team)),
    pass("no team, which AWS does not accept", reviewedBy(undefined)),
    pass("labelling by no team, which AWS does not accept", labeling(undefined)),
  ],
  "sagemaker-human-review-output": [
    pass("a wired key", flow({ outputConfig: { kmsKeyId: unknown } })),
    pass("known addresses", workforce({ cidrs: ["203.0.113.0/24"] })),
    fault("no key", flow({ outputConfig: { s3OutputPath: "s3://a" } })),
    fault("any address", workforce()),
    fault("no addresses", workforce({ cidrs: [] })),
    undecided("addresses known on update", workforce(unknown)),
  ],
};
