import { cpuAlarm, memoryAlarm, slotLagAlarm, transactionIdsAlarm, type DatabaseAlarm } from "../shared/alerts";
import type { AuroraSettings } from "./settings";

const replicaLagAlarm: DatabaseAlarm = {
  suffix: "replica-lag",
  metricName: "AuroraReplicaLag",
  comparisonOperator: "GreaterThanThreshold",
  threshold: 2_000,
  evaluationPeriods: 3,
  description: "A reader more than 2 seconds behind the writer for 15 minutes",
  statistic: "Maximum",
};

const globalLagAlarm: DatabaseAlarm = {
  suffix: "global-lag",
  metricName: "AuroraGlobalDBReplicationLag",
  comparisonOperator: "GreaterThanThreshold",
  threshold: 60_000,
  evaluationPeriods: 3,
  description: "The copy in this Region more than a minute behind its primary for 15 minutes",
  statistic: "Maximum",
};

const capacityAlarm: DatabaseAlarm = {
  suffix: "capacity",
  metricName: "ACUUtilization",
  comparisonOperator: "GreaterThanThreshold",
  threshold: 90,
  evaluationPeriods: 3,
  description: "More than 90 percent of the greatest serverless capacity in use for 15 minutes",
  statistic: "Maximum",
};

/** What is watched depends on what the cluster has; each alarm looks at the worst instance. */
export function auroraAlarms(settings: AuroraSettings): DatabaseAlarm[] {
  return [
    { ...cpuAlarm, statistic: "Maximum" },
    { ...memoryAlarm, statistic: "Minimum" },
    { ...transactionIdsAlarm, statistic: "Maximum" },
    { ...slotLagAlarm, statistic: "Maximum" },
    ...(settings.instances > 1 ? [replicaLagAlarm] : []),
    ...(settings.scaling ? [capacityAlarm] : []),
    ...(settings.isSecondary ? [globalLagAlarm] : []),
  ];
}
