import type { Value } from "../authoring/value";

/** Anything whose properties can be read by path: a resource of a check, a resource of the graph. */
interface Holder {
  readonly type: string;
  get(path: string): Value;
}

/** Where policies that say what an identity may do stand. `[*]` marks the elements of a list. */
const identityHomes: Readonly<Record<string, string>> = {
  "aws:iam/policy:Policy": "policy",
  "aws:iam/rolePolicy:RolePolicy": "policy",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
  "aws:iam/role:Role": "inlinePolicies[*].policy",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": "inlinePolicy",
};

/** Where policies that say who may use a resource stand, inline or as a resource of their own. */
const resourceHomes: Readonly<Record<string, string>> = {
  "aws:backup/vaultPolicy:VaultPolicy": "policy",
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "policy",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
  "aws:dynamodb/resourcePolicy:ResourcePolicy": "policy",
  "aws:ecr/registryPolicy:RegistryPolicy": "policy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:efs/fileSystemPolicy:FileSystemPolicy": "policy",
  "aws:glacier/vault:Vault": "accessPolicy",
  "aws:kinesis/resourcePolicy:ResourcePolicy": "policy",
  "aws:kms/externalKey:ExternalKey": "policy",
  "aws:kms/key:Key": "policy",
  "aws:kms/keyPolicy:KeyPolicy": "policy",
  "aws:kms/replicaExternalKey:ReplicaExternalKey": "policy",
  "aws:kms/replicaKey:ReplicaKey": "policy",
  "aws:opensearch/domain:Domain": "accessPolicies",
  "aws:opensearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:s3/bucket:Bucket": "policy",
  "aws:s3/bucketPolicy:BucketPolicy": "policy",
  "aws:s3/bucketV2:BucketV2": "policy",
  "aws:secretsmanager/secret:Secret": "policy",
  "aws:secretsmanager/secretPolicy:SecretPolicy": "policy",
  "aws:sns/topic:Topic": "policy",
  "aws:sns/topicPolicy:TopicPolicy": "policy",
  "aws:sqs/queue:Queue": "policy",
  "aws:sqs/queuePolicy:QueuePolicy": "policy",
};

/** Types that hold a policy of an identity: managed, inline in a role, on its own, in a permission set. */
export const identityPolicyTypes: readonly string[] = Object.keys(identityHomes);

/** Types that hold a policy of a resource. */
export const resourcePolicyTypes: readonly string[] = Object.keys(resourceHomes);

/** The policies of identities that a resource holds; none when its type holds no such policy. */
export function identityPolicies(holder: Holder): Value[] {
  return policiesAt(holder, identityHomes[holder.type]);
}

/** The policies on a resource that it holds or is. */
export function resourcePolicies(holder: Holder): Value[] {
  return policiesAt(holder, resourceHomes[holder.type]);
}

function policiesAt(holder: Holder, home: string | undefined): Value[] {
  if (home === undefined) return [];
  const [list = "", inner] = home.split("[*].");
  const value = holder.get(list);
  return inner === undefined ? [value] : value.items().map((item) => item.get(inner));
}
