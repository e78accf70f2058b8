export { BackupPlan } from "./backup-plan";
export * from "./backup-plan-args";
