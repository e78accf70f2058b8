import type { ResourceCheck } from "../../authoring/resource-check";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isCustomerKey } from "../../knowledge/customer-key";
import { hasLocalStorage } from "./instances";

const trainingJob = "aws:sagemaker/trainingJob:TrainingJob";

/** Whether a block names a customer-managed key for what is written. */
function namesKey(block: Value, path: string): Truth {
  return block.isUnknown ? block.asUnknown() : isCustomerKey(block.get(path));
}

/** Whether the volumes of a cluster of instances have a customer-managed key, or can have none. */
function volumesHaveKey(cluster: Value): Truth {
  if (cluster.isUnknown) return cluster.asUnknown();
  return isCustomerKey(cluster.get("volumeKmsKeyId")).or(hasLocalStorage(cluster.get("instanceType")));
}

/** A tuning job states one definition or several. */
function definitionsOf(resource: ResourceCheck): Value[] {
  return [...resource.get("trainingJobDefinition").items(), ...resource.get("trainingJobDefinitions").items()];
}

/** Whether what a job writes is under a customer-managed key, by the type of the job. */
const outputs: Readonly<Record<string, (resource: ResourceCheck) => Truth>> = {
  [trainingJob]: (job) => namesKey(job.get("outputDataConfig"), "kmsKeyId"),
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": (job) =>
    Truth.all(definitionsOf(job).map((one) => namesKey(one, "outputDataConfig.kmsKeyId"))),
  "aws:sagemaker/labelingJob:LabelingJob": (job) => namesKey(job.get("outputConfig"), "kmsKeyId"),
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": (job) =>
    namesKey(job.get("dataQualityJobOutputConfig"), "kmsKeyId"),
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": (schedule) => {
    const definition = schedule.get("monitoringScheduleConfig.monitoringJobDefinition");
    // A definition that is named stands on its own.
    return definition.isGiven().not().or(namesKey(definition, "monitoringOutputConfig.kmsKeyId"));
  },
};

/** The clusters whose volumes hold data while a job runs, by the type of the job. */
const clusters: Readonly<Record<string, (resource: ResourceCheck) => Value[]>> = {
  // A serverless job has no cluster.
  [trainingJob]: (job) => (job.get("serverlessJobConfig").isAbsent ? [job.get("resourceConfig")] : []),
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": (job) =>
    definitionsOf(job).flatMap((one) =>
      ["resourceConfig", "hyperParameterTuningResourceConfig"].flatMap((path) => one.get(path).items()),
    ),
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": (job) => [job.get("jobResources.clusterConfig")],
};

const output = resourceRule("sagemaker-training-output", {
  check: (resource) => {
    resource.expect(
      outputs[resource.type]?.(resource) ?? Truth.yes,
      "the output of the job is encrypted under AWS's own key instead of a customer-managed one",
    );
    resource.expect(
      Truth.all((clusters[resource.type]?.(resource) ?? []).map(volumesHaveKey)),
      "the volumes of the job are encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const inTransit = resourceRule("sagemaker-training-in-transit", {
  check: (resource) => {
    const isTraining = resource.type === trainingJob;
    const cluster = resource.get(isTraining ? "resourceConfig" : "jobResources.clusterConfig");
    const flag = isTraining
      ? "enableInterContainerTrafficEncryption"
      : "networkConfig.enableInterContainerTrafficEncryption";
    const isAlone = cluster.get("instanceCount").isAtMost(1).and(cluster.get("instanceGroups").isGiven().not());
    resource.expect(
      resource.get(flag).isTrue().or(isAlone),
      "traffic between the containers of the job is not encrypted",
    );
  },
});

const isolated = resourceRule("sagemaker-training-isolated", {
  check: (resource) => {
    const vpc = resource.get("vpcConfig");
    resource.expect(
      resource.get("enableNetworkIsolation").isTrue(),
      "the containers of the job may call out over the network",
    );
    resource.expect(vpc.isUnknown ? vpc.asUnknown() : vpc.get("subnets").isGiven(), "the job runs outside of the VPC");
  },
});

/** Rules on training, tuning, labelling and monitoring jobs. */
export const jobRules: readonly Rule[] = [output, inTransit, isolated];
