import { customerKey } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isCustomerKey } from "../../knowledge/customer-key";
import { hasLocalStorage } from "./instances";

const config = resourceRule("sagemaker-endpoint-config", {
  check: (resource) => {
    const key = resource.get("kmsKeyArn");
    const variants = [resource.get("productionVariants"), resource.get("shadowProductionVariants")];
    const isExcused = Truth.all([
      resource.get("productionVariants").isGiven(),
      ...variants.map((list) => list.every(takesNoKey)),
    ]);
    resource.expect(
      isCustomerKey(key).or(key.isGiven().not().and(isExcused)),
      "the volumes behind the endpoint are encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

/** A serverless variant has no volume, and local storage takes no key. */
function takesNoKey(variant: Value): Truth {
  return variant
    .get("serverlessConfig")
    .isGiven()
    .or(hasLocalStorage(variant.get("instanceType")));
}

const outputEncrypted = resourceRule("sagemaker-endpoint-output-encrypted", {
  check: (resource) => {
    const capture = resource.get("dataCaptureConfig");
    resource.expect(
      isKeyOf(capture, "kmsKeyId"),
      "captured requests are encrypted under AWS's own key instead of a customer-managed one",
    );
    resource.expect(
      isKeyOf(resource.get("asyncInferenceConfig"), "outputConfig.kmsKeyId"),
      "asynchronous output is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

/** Whether a block, where there is one, names a customer-managed key. */
function isKeyOf(block: Value, path: string): Truth {
  if (block.isUnknown) return block.asUnknown();
  return block
    .isGiven()
    .not()
    .or(isCustomerKey(block.get(path)));
}

const modelIsolation = resourceRule("sagemaker-model-isolation", {
  check: (resource) => {
    const vpc = resource.get("vpcConfig");
    resource.expect(
      vpc.isUnknown ? vpc.asUnknown() : vpc.get("subnets").isGiven(),
      "the model runs outside of the VPC",
    );
    resource.expect(
      resource.get("enableNetworkIsolation").isTrue(),
      "the containers of the model may call out over the network",
    );
  },
});

/** AWS's own work team of the public. A team that is known on update is one of the stack. */
const publicCrowd = /:workteam\/public-crowd\//i;

const humanReview = resourceRule("sagemaker-human-review", {
  check: (resource) => {
    const isFlow = resource.type === "aws:sagemaker/flowDefinition:FlowDefinition";
    const team = resource.get(isFlow ? "humanLoopConfig.workteamArn" : "humanTaskConfig.workteamArn");
    resource.expect(
      team.isUnknown ? Truth.yes : team.matches(publicCrowd).not(),
      "the public crowd is shown the data instead of a private work team",
    );
  },
});

const humanReviewOutput = resourceRule("sagemaker-human-review-output", {
  check: (resource) => {
    if (resource.type === "aws:sagemaker/flowDefinition:FlowDefinition") {
      customerKey(
        "outputConfig.kmsKeyId",
        "reviews are encrypted under AWS's own key instead of a customer-managed one",
      )(resource);
      return;
    }
    const addresses = resource.get("sourceIpConfig");
    resource.expect(
      addresses.isUnknown ? addresses.asUnknown() : addresses.get("cidrs").isGiven(),
      "the workforce signs in from any address",
    );
  },
});

/** Rules on endpoints, models and those who review their output. */
export const endpointRules: readonly Rule[] = [config, outputEncrypted, modelIsolation, humanReview, humanReviewOutput];
