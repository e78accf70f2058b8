import { atLeast, oneOf } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { asText } from "../../authoring/value";
import { isDeprecatedRuntime } from "../../knowledge/lambda-runtimes";

const runtimeSupported = resourceRule("lambda-runtime-supported", {
  check: (resource) =>
    resource.expect(
      resource
        .get("runtime")
        .whenKnown((raw) => isDeprecatedRuntime(asText(raw)))
        .not(),
      "the runtime gets no more security patches",
    ),
});

const inVpc = resourceRule("lambda-in-vpc", {
  check: (resource) => {
    resource.onlyWhen(resource.tag("hipaa:phi").isTrue(), "is not tagged as holding PHI");
    resource.expect(resource.get("vpcConfig.subnetIds").isGiven(), "the function runs outside of the VPC");
    const outside = resource.get("vpcConfig.subnetIds").isGiven().not();
    resource.expect(
      outside.or(resource.get("vpcConfig.securityGroupIds").isGiven()),
      "the function runs in the VPC without a security group of its own",
    );
  },
});

const codeSigning = resourceRule("lambda-code-signing", {
  check: (resource) => {
    if (resource.type === "aws:lambda/function:Function") {
      // An image is signed and verified where it is kept and built, not by Lambda.
      const image = resource.get("packageType").isOneOf("Image").or(resource.get("imageUri").isGiven());
      resource.onlyWhen(image.not(), "runs a container image, which Lambda cannot verify");
      resource.expect(resource.get("codeSigningConfigArn").isGiven(), "the function accepts code that nobody signed");
      return;
    }
    resource.expect(
      resource.get("policies.untrustedArtifactOnDeployment").isOneOf("Enforce"),
      "code without a trusted signature is deployed all the same",
    );
  },
});

const concurrency = resourceRule("lambda-concurrency-limit", {
  check: atLeast("reservedConcurrentExecutions", 1, "no concurrency is reserved for the function"),
});

const tracing = resourceRule("lambda-tracing", {
  check: oneOf("tracingConfig.mode", ["Active"], "the function does not trace with AWS X-Ray"),
});

export const functionRules: readonly Rule[] = [runtimeSupported, inVpc, codeSigning, concurrency, tracing];
