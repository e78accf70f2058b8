import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const key = { kmsKeyId: unknown };
const training = (properties: Properties = {}) => resource("aws:sagemaker/trainingJob:TrainingJob", properties);
const trained = (resourceConfig: unknown, more: Properties = {}) =>
  training({ outputDataConfig: { s3OutputPath: "s3://a", ...key }, resourceConfig, ...more });
const tuning = (...definitions: unknown[]) =>
  resource("aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob", { trainingJobDefinitions: definitions });
const tuningBy = (trainingJobDefinition: unknown) =>
  resource("aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob", { trainingJobDefinition });
const labeling = (outputConfig: unknown) => resource("aws:sagemaker/labelingJob:LabelingJob", { outputConfig });
const quality = (properties: Properties) =>
  resource("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", properties);
const schedule = (monitoringScheduleConfig: unknown) =>
  resource("aws:sagemaker/monitoringSchedule:MonitoringSchedule", { monitoringScheduleConfig });
const cluster = { instanceType: "ml.m5.xlarge", instanceCount: 2 };
const isolated = { enableNetworkIsolation: true, vpcConfig: { subnets: ["subnet-1"], securityGroupIds: ["sg-1"] } };

export const jobCases: ServiceCases = {
  "sagemaker-training-output": [
    pass("keys for both", trained({ ...cluster, volumeKmsKeyId: unknown })),
    pass("local storage", trained({ instanceType: "ml.p4d.24xlarge" })),
    pass("a serverless job", trained(undefined, { serverlessJobConfig: { jobType: "FineTuning" } })),
    pass("a schedule that names a definition", schedule({ monitoringJobDefinitionName: "a" })),
    pass("tuning with keys", tuning({ outputDataConfig: key, resourceConfig: { ...cluster, volumeKmsKeyId: "key" } })),
    fault("no key for the output", training({ outputDataConfig: {}, resourceConfig: { volumeKmsKeyId: "key" } })),
    fault("no key for the volume", trained(cluster)),
    fault("AWS's own key", labeling({ kmsKeyId: "alias/aws/s3" })),
    fault("labelling without a key", labeling({ s3OutputPath: "s3://a" })),
    fault("one definition of tuning without a key", tuning({ outputDataConfig: key }, { outputDataConfig: {} })),
    fault(
      "tuning without a key for its volumes",
      tuning({ outputDataConfig: key, hyperParameterTuningResourceConfig: cluster }),
    ),
    fault("a schedule without a key", schedule({ monitoringJobDefinition: { monitoringOutputConfig: {} } })),
    fault(
      "monitoring without a key for its volume",
      quality({ dataQualityJobOutputConfig: key, jobResources: { clusterConfig: cluster } }),
    ),
    undecided("known on update", trained({ volumeKmsKeyId: "key" }, { outputDataConfig: unknown })),
    undecided("a cluster known on update", trained(unknown)),
    pass(
      "a schedule with a key",
      schedule({ monitoringJobDefinition: { monitoringOutputConfig: { kmsKeyId: "key" } } }),
    ),
    pass(
      "monitoring with keys for both",
      quality({
        dataQualityJobOutputConfig: key,
        jobResources: { clusterConfig: { ...cluster, volumeKmsKeyId: "key" } },
      }),
    ),
    fault(
      "monitoring without a key for its output",
      quality({
        dataQualityJobOutputConfig: {},
        jobResources: { clusterConfig: { ...cluster, volumeKmsKeyId: "key" } },
      }),
    ),
    pass(
      "tuning by one definition with keys",
      tuningBy({ outputDataConfig: key, resourceConfig: { ...cluster, volumeKmsKeyId: "key" } }),
    ),
    fault(
      "tuning by one definition without a key for the output",
      tuningBy({ outputDataConfig: {}, resourceConfig: { ...cluster, volumeKmsKeyId: "key" } }),
    ),
  ],
  "sagemaker-training-in-transit": [
    pass("encrypted", trained(cluster, { enableInterContainerTrafficEncryption: true })),
    pass("one instance", trained({ instanceType: "ml.m5.xlarge", instanceCount: 1 })),
    pass("monitoring by one instance", quality({ jobResources: { clusterConfig: { ...cluster, instanceCount: 1 } } })),
    fault("nothing said", trained(cluster)),
    fault("groups of instances", trained({ instanceCount: 1, instanceGroups: [{ instanceCount: 2 }] })),
    fault("monitoring by two instances", quality({ jobResources: { clusterConfig: cluster } })),
    undecided("known on update", trained(cluster, { enableInterContainerTrafficEncryption: unknown })),
    undecided("a count known on update", trained({ ...cluster, instanceCount: unknown })),
    pass(
      "monitoring by two instances, encrypted",
      quality({
        jobResources: { clusterConfig: cluster },
        networkConfig: { enableInterContainerTrafficEncryption: true },
      }),
    ),
  ],
  "sagemaker-training-isolated": [
    pass("isolated in the VPC", training(isolated)),
    pass(
      "isolated, in subnets known on update",
      training({ ...isolated, vpcConfig: { subnets: unknown, securityGroupIds: unknown } }),
    ),
    fault("nothing said", training()),
    fault("not isolated", training({ ...isolated, enableNetworkIsolation: false })),
    fault("no VPC", training({ enableNetworkIsolation: true })),
    undecided("known on update", training({ ...isolated, vpcConfig: unknown })),
  ],
};
