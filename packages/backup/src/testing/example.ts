import { recordProgram, type RecordOptions, type ResourceState } from "@hipaa-aws/simulated-aws";
import { BackupPlan } from "../backup-plan";
import { BackupPlanLockMode, type BackupPlanArgs } from "../backup-plan-args";

export const keyArn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
export const roles = ["arn:aws:iam::111122223333:role/break-glass", "arn:aws:iam::111122223333:role/ci/deploy"];
export const copyArn = "arn:aws:backup:us-west-2:111122223333:backup-vault:records-copy";
export const topicArn = "arn:aws:sns:us-east-1:111122223333:alerts";

/** What every plan has to be given. */
export const required: BackupPlanArgs = {
  key: { arn: keyArn },
  resources: [
    { name: "documents", arn: "arn:aws:s3:::documents-1a2b3c4" },
    { name: "database", arn: "arn:aws:rds:us-east-1:111122223333:db:records-1a2b3c4" },
  ],
};

/** Everything that adds a child or a block. */
export const full: BackupPlanArgs = {
  ...required,
  breakGlassRoles: roles,
  copyTo: { vaultArn: copyArn },
  lockMode: BackupPlanLockMode.Governance,
  alarmTopicArn: topicArn,
  tags: { team: "platform" },
};

/** The component and its children, as they are registered. */
export async function record(
  args: Partial<BackupPlanArgs> = {},
  options: RecordOptions = {},
  name = "records",
): Promise<ResourceState[]> {
  const program = () => {
    new BackupPlan(name, { ...required, ...args });
  };
  const { resources } = await recordProgram(program, { mode: "update", ...options });
  return resources.filter(({ type }) => !type.startsWith("pulumi:"));
}

/** The one resource of a type. */
export function one(resources: readonly ResourceState[], type: string): ResourceState {
  const [found, ...more] = resources.filter((each) => each.type === type);
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} resources of type ${type}`);
  return found;
}

/** Type and name of a resource, with the type of its parent. */
export const identity = (resource: ResourceState): string => resource.urn.split("::").slice(2).join("::");
