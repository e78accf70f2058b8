import type { Rule } from "../authoring/rule";
import { execAudited } from "./ecs/exec";
import { fargatePlatform, interContainerTls, managedVolumesEncrypted, servicePrivate } from "./ecs/services";
import { hostModeUser, noHostNamespaces, noPrivilegedContainers } from "./ecs/task-access";
import { taskLogs } from "./ecs/task-logs";
import { secretsNotPlain } from "./ecs/task-secrets";
import { efsAuthorization, efsTransitEncryption } from "./ecs/task-volumes";

/** Rules on Amazon ECS and AWS Fargate. */
export const ecsRules: readonly Rule[] = [
  taskLogs,
  secretsNotPlain,
  efsTransitEncryption,
  efsAuthorization,
  hostModeUser,
  noHostNamespaces,
  noPrivilegedContainers,
  servicePrivate,
  managedVolumesEncrypted,
  interContainerTls,
  fargatePlatform,
  execAudited,
];
