import * as ecr from "@pulumi/aws/ecr";
import * as pulumi from "@pulumi/pulumi";
import {
  arn,
  awsEnvironment,
  checksFor,
  policyDocument,
  tags,
  type ArgumentChecks,
  type AwsEnvironment,
  type PolicyConditions,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import type { ImageRepositoryArgs } from "./image-repository-args";

/**
 * A private ECR repository: tags that cannot be moved, images under a customer-managed key and scanned on push, nobody
 * from outside the account or organization.
 *
 * Safeguards: 45 CFR 164.312(c)(1) integrity, 164.312(a)(1) access control, 164.308(a)(5)(ii)(B) malicious software.
 *
 * Cost in us-east-1 (list prices, November 2026): 0.10 USD per GB and month.
 *
 * @throws ArgumentError when arguments do not fit.
 */
export class ImageRepository extends pulumi.ComponentResource {
  public readonly repositoryArn!: pulumi.Output<string>;
  public readonly repositoryName!: pulumi.Output<string>;
  /** `<registry>/<repository>`, for example for `docker push`. It resolves once the repository policy is in place. */
  public readonly repositoryUrl!: pulumi.Output<string>;

  constructor(name: string, args: ImageRepositoryArgs, opts?: pulumi.ComponentResourceOptions) {
    const checks = checksFor("ImageRepository", name);
    checkArguments(checks, name, args);
    const keyArn = pulumi.output(args.key).apply((key) => key.arn);
    super("service:index:ImageRepository", name, { ...args, key: { arn: keyArn } }, opts);

    const environment = awsEnvironment(this);
    const repository = createRepository(name, keyArn, tags({}, args.tags), this);
    const policy = new ecr.RepositoryPolicy(
      `${name}-policy`,
      { repository: repository.name, policy: policyDocument(pullStatements(environment, args)) },
      { parent: this },
    );
    createLifecycle(name, args, repository, this);

    this.repositoryArn = repository.arn;
    this.repositoryName = repository.name;
    this.repositoryUrl = pulumi.all([repository.repositoryUrl, policy.id]).apply(([url]) => url);
    this.registerOutputs({
      repositoryArn: this.repositoryArn,
      repositoryName: this.repositoryName,
      repositoryUrl: this.repositoryUrl,
    });
  }
}

function checkArguments(checks: ArgumentChecks, name: string, args: ImageRepositoryArgs): void {
  checks.matches("name", name, /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/, "a repository name: lower-case, one separator");
  checks.fitsAutoname(name, 256, "repositories");
  checks.exclusive({ pullAccountIds: args.pullAccountIds, organizationId: args.organizationId });
  for (const account of args.pullAccountIds ?? []) {
    checks.matches("pullAccountIds", account, /^\d{12}$/, "an account id of 12 digits");
  }
  if (args.organizationId !== undefined) {
    checks.matches("organizationId", args.organizationId, /^o-[a-z0-9]{10,32}$/, "an organization id, o-…");
  }
  if (args.keepImages !== undefined) checks.integer("keepImages", args.keepImages, 1, 10_000);
  if (args.untaggedDays !== undefined) checks.integer("untaggedDays", args.untaggedDays, 1, 3650);
}

function createRepository(
  name: string,
  keyArn: pulumi.Output<string>,
  allTags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ecr.Repository {
  return new ecr.Repository(
    name,
    {
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
      tags: allTags,
    },
    { parent },
  );
}

/** In the own account IAM decides; the deny keeps every other account out, whatever a later Allow says. */
function pullStatements(environment: AwsEnvironment, args: ImageRepositoryArgs): PolicyStatement[] {
  const accounts = args.pullAccountIds ?? [];
  const outside: PolicyConditions =
    args.organizationId === undefined
      ? { StringNotEquals: { "aws:PrincipalAccount": [environment.accountId, ...accounts] } }
      : { StringNotEquals: { "aws:PrincipalOrgID": [args.organizationId] } };
  const statements: PolicyStatement[] = [
    {
      sid: "DenyOutsiders",
      effect: "Deny",
      principals: "*",
      actions: ["ecr:*"],
      // AWS services (scanning, replication) act without an account of their own.
      conditions: { ...outside, BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] } },
    },
  ];
  const pull = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"];
  if (accounts.length > 0) {
    const roots = accounts.map((account) => arn(environment, "iam", "root", { region: "", account }));
    statements.push({ sid: "PullFromAccounts", principals: { aws: roots }, actions: pull });
  }
  if (args.organizationId !== undefined) {
    const conditions = { StringEquals: { "aws:PrincipalOrgID": [args.organizationId] } };
    statements.push({ sid: "PullFromOrganization", principals: "*", actions: pull, conditions });
  }
  return statements;
}

function createLifecycle(
  name: string,
  args: ImageRepositoryArgs,
  repository: ecr.Repository,
  parent: pulumi.Resource,
): void {
  const untagged = {
    rulePriority: 1,
    description: "Images without a tag",
    selection: {
      tagStatus: "untagged",
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: args.untaggedDays ?? 14,
    },
    action: { type: "expire" },
  };
  const tagged = {
    rulePriority: 2,
    description: "Old tagged images",
    selection: {
      tagStatus: "tagged",
      tagPatternList: ["*"],
      countType: "imageCountMoreThan",
      countNumber: args.keepImages ?? 50,
    },
    action: { type: "expire" },
  };
  new ecr.LifecyclePolicy(
    `${name}-lifecycle`,
    { repository: repository.name, policy: JSON.stringify({ rules: [untagged, tagged] }) },
    { parent },
  );
}
