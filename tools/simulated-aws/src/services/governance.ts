import { textOf } from "@hipaa-aws/stack-state";
import type { ServiceSimulation } from "../type-simulation";

/** AWS Backup, Organizations, IAM Identity Center, Budgets, Cost Explorer, Service Quotas. */
export const governance: ServiceSimulation = {
  "aws:backup/vault:Vault": {
    id: "{name}",
    arn: "arn:{partition}:backup:{region}:{account}:backup-vault:{name}",
    outputs: { recoveryPoints: 0 },
    autoname: { property: "name", maxLength: 50 },
  },
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": {
    id: "{name}",
    arn: "arn:{partition}:backup:{region}:{account}:backup-vault:{name}",
    autoname: { property: "name", maxLength: 50 },
  },
  "aws:backup/vaultPolicy:VaultPolicy": {
    id: "{backupVaultName}",
    outputs: { backupVaultArn: "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}" },
  },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    id: "{backupVaultName}",
    outputs: { backupVaultArn: "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}" },
  },
  "aws:backup/vaultNotifications:VaultNotifications": {
    id: "{backupVaultName}",
    outputs: { backupVaultArn: "arn:{partition}:backup:{region}:{account}:backup-vault:{backupVaultName}" },
  },
  "aws:backup/plan:Plan": {
    id: "{uuid}",
    arn: "arn:{partition}:backup:{region}:{account}:backup-plan:{id}",
    outputs: { version: "{lower48}" },
  },
  "aws:backup/selection:Selection": { id: "{uuid}" },
  "aws:backup/framework:Framework": {
    id: "{name}",
    arn: "arn:{partition}:backup:{region}:{account}:framework:{name}-{uuid}",
    outputs: { status: "ACTIVE", deploymentStatus: "COMPLETED", creationTime: "2026-01-01T00:00:00Z" },
  },
  "aws:backup/reportPlan:ReportPlan": {
    id: "{name}",
    arn: "arn:{partition}:backup:{region}:{account}:report-plan:{name}-{uuid}",
    outputs: { deploymentStatus: "COMPLETED", creationTime: "2026-01-01T00:00:00Z" },
  },
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": {
    id: "{name}",
    arn: "arn:{partition}:backup:{region}:{account}:restore-testing-plan:{name}-{uuid}",
  },
  "aws:backup/regionSettings:RegionSettings": { id: "{region}" },
  "aws:backup/globalSettings:GlobalSettings": { id: "{account}" },
  "aws:organizations/organization:Organization": {
    id: "o-{lower10}",
    arn: "arn:{partition}:organizations::{account}:organization/{id}",
    outputs: {
      masterAccountId: "{account}",
      masterAccountArn: "arn:{partition}:organizations::{account}:account/{id}/{account}",
      roots: ({ id, fill }) => {
        const root = fill("r-{lower4}");
        return [
          {
            id: root,
            name: "Root",
            arn: fill(`arn:{partition}:organizations::{account}:root/${id}/${root}`),
            policyTypes: [],
          },
        ];
      },
    },
  },
  "aws:organizations/organizationalUnit:OrganizationalUnit": {
    id: "ou-{lower4}-{lower8}",
    arn: "arn:{partition}:organizations::{account}:ou/o-{lower10}/{id}",
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:organizations/account:Account": {
    id: "{digits12}",
    arn: "arn:{partition}:organizations::{account}:account/o-{lower10}/{id}",
    outputs: { status: "ACTIVE", joinedMethod: "CREATED" },
    autoname: { property: "name", maxLength: 50 },
  },
  "aws:organizations/policy:Policy": {
    id: "p-{lower8}",
    arn: "arn:{partition}:organizations::{account}:policy/o-{lower10}/service_control_policy/{id}",
    autoname: { property: "name", maxLength: 128 },
  },
  "aws:organizations/policyAttachment:PolicyAttachment": { id: "{targetId}:{policyId}" },
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": {
    id: "{accountId}/{servicePrincipal}",
    arn: "arn:{partition}:organizations::{account}:account/o-{lower10}/{accountId}",
  },
  "aws:ssoadmin/permissionSet:PermissionSet": {
    id: "{arn},{instanceArn}",
    arn: "arn:{partition}:sso:::permissionSet/{instance}/ps-{hex16}",
    places: { instance: ({ inputs }) => textOf(inputs.instanceArn).replace(/^.*\//, "") },
    outputs: { createdDate: "2026-01-01T00:00:00Z" },
    autoname: { property: "name", maxLength: 32 },
  },
  "aws:budgets/budget:Budget": {
    id: "{account}:{name}",
    arn: "arn:{partition}:budgets::{account}:budget/{name}",
    outputs: { accountId: "{account}" },
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": {
    id: "{arn}",
    arn: "arn:{partition}:ce::{account}:anomalymonitor/{uuid}",
  },
  "aws:costexplorer/anomalySubscription:AnomalySubscription": {
    id: "{arn}",
    arn: "arn:{partition}:ce::{account}:anomalysubscription/{uuid}",
    outputs: { accountId: "{account}" },
  },
  "aws:resourcegroups/group:Group": {
    id: "{name}",
    arn: "arn:{partition}:resource-groups:{region}:{account}:group/{name}",
  },
};
