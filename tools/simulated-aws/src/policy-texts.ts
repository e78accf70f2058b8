import { containsUnknown, isSecret, unknownSentinel, unwrapSecrets, type StateValue } from "@hipaa-aws/stack-state";
import type { Properties } from "./type-simulation";

/** Inputs that take a document as text or as an object. */
const documents: Readonly<Record<string, string>> = {
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": "policy",
  "aws:ecr/registryPolicy:RegistryPolicy": "policy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:elasticsearch/domain:Domain": "accessPolicies",
  "aws:elasticsearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  "aws:iam/policy:Policy": "policy",
  "aws:iam/role:Role": "assumeRolePolicy",
  "aws:iam/rolePolicy:RolePolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
  "aws:s3/bucket:Bucket": "policy",
  "aws:s3/bucketPolicy:BucketPolicy": "policy",
  "aws:sns/topicPolicy:TopicPolicy": "policy",
  "aws:sqs/queuePolicy:QueuePolicy": "policy",
};

/**
 * The provider's Check makes text of a document that is given as an object, and knows nothing of one that holds a value
 * not known yet.
 */
export function withDocumentsAsText(type: string, inputs: Properties): Properties {
  const path = documents[type];
  const given = path === undefined ? undefined : inputs[path];
  if (path === undefined || given === undefined || given === null || isSecret(given) || typeof given !== "object") {
    return inputs;
  }
  return { ...inputs, [path]: asText(given) };
}

function asText(document: StateValue): string {
  return containsUnknown(document) ? unknownSentinel : JSON.stringify(unwrapSecrets(document));
}
