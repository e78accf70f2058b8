import type { Rule } from "../authoring/rule";
import { managedVolumesEncrypted, servicePrivate } from "./ecs/services";
import { hostModeUser } from "./ecs/task-access";
import { taskLogs } from "./ecs/task-logs";
import { secretsNotPlain } from "./ecs/task-secrets";
import { efsTransitEncryption } from "./ecs/task-volumes";

/** Rules on Amazon ECS and AWS Fargate. */
export const ecsRules: readonly Rule[] = [
  taskLogs,
  secretsNotPlain,
  efsTransitEncryption,
  hostModeUser,
  servicePrivate,
  managedVolumesEncrypted,
];
