import { resourceRule, type Rule, type RuleConfig } from "../../authoring/rule";
import { globMatches } from "../../knowledge/glob";
import type { Statement } from "../../knowledge/policy-document";
import { resourcePolicies, resourcePolicyTypes } from "../../knowledge/policy-homes";
import { isNarrowed } from "../../knowledge/policy-reach";
import { anyStatement } from "../../knowledge/policy-statements";

/**
 * Services that deliver within one account or do not send whom they act for, so that the condition would lock them out.
 * Load balancers' log delivery is documented by AWS without one: the account is in the object's path.
 */
const withoutSource: RuleConfig = {
  servicesWithoutSource: {
    type: "array",
    items: { type: "string" },
    description: "Service principals that need no condition on their source; * and ? stand for any text.",
    default: ["logdelivery.elasticloadbalancing.amazonaws.com"],
  },
};

/** Services that assume a role for the compute of the account itself. */
const computeServices = ["ec2", "ecs-tasks", "edgelambda", "eks", "eks-fargate-pods", "eks-nodegroup", "lambda"].map(
  (service) => `${service}.amazonaws.com*`,
);

const roleTrust = resourceRule("iam-confused-deputy-conditions", {
  config: {
    servicesWithoutSource: {
      type: "array",
      items: { type: "string" },
      description: "Service principals whose trust needs no condition on their source; * and ? stand for any text.",
      default: computeServices,
    },
  },
  check: (resource) => {
    const free = resource.setting<readonly string[]>("servicesWithoutSource");
    resource.expect(
      anyStatement(resource.get("assumeRolePolicy"), (one) => letsServiceIn(one, free)).not(),
      "the trust policy does not tie a service to the account or resource that it acts for",
    );
  },
});

const resourcePolicy = resourceRule("iam-resource-policy-confused-deputy", {
  // A policy inline in a bucket, queue, topic, key or secret says the same as one of its own.
  types: resourcePolicyTypes,
  config: withoutSource,
  check: (resource) => {
    const free = resource.setting<readonly string[]>("servicesWithoutSource");
    for (const policy of resourcePolicies(resource)) {
      resource.expect(
        anyStatement(policy, (one) => letsServiceIn(one, free)).not(),
        "the policy lets a service in, for whichever customer it acts",
      );
    }
  },
});

/** Whether an Allow for a service has no condition that says for which account or resource the service acts. */
function letsServiceIn(statement: Statement, free: readonly string[]): boolean {
  const services = (statement.principals?.services ?? []).filter(
    (service) => !free.some((pattern) => globMatches(pattern.toLowerCase(), service.toLowerCase())),
  );
  return statement.effect === "Allow" && services.length > 0 && !isNarrowed(statement) && !isTiedByContext(statement);
}

/**
 * Whether the encryption context names an account: CloudWatch Logs and Fargate present the log group and the cluster's
 * account there and set no source. Source: AWS documentation of each service's use of AWS KMS.
 */
function isTiedByContext({ conditions }: Statement): boolean {
  return [...conditions].some(
    ([operator, keys]) =>
      /^(string|arn)(equals|like)$/.test(operator) &&
      [...keys].some(
        ([key, values]) =>
          key.startsWith("kms:encryptioncontext:") &&
          values.length > 0 &&
          values.every((value) => /(^|\D)\d{12}(\D|$)/.test(value)),
      ),
  );
}

/** Rules on services that act for many customers. */
export const deputyRules: readonly Rule[] = [roleTrust, resourcePolicy];
