import type { Rule } from "../authoring/rule";
import { containerInsights, execKey, storageKey } from "./ecs/clusters";
import { execAudited } from "./ecs/exec";
import { hostsFollowRules } from "./ecs/hosts";
import { fargatePlatform, interContainerTls, managedVolumesEncrypted, servicePrivate } from "./ecs/services";
import {
  hostModeUser,
  noHostNamespaces,
  noPrivilegedContainers,
  readonlyRoot,
  taskIsolation,
  taskRoles,
} from "./ecs/task-access";
import { firelensBuffers, taskLogs } from "./ecs/task-logs";
import { secretsNotPlain } from "./ecs/task-secrets";
import { efsAuthorization, efsTransitEncryption } from "./ecs/task-volumes";

/** Rules on Amazon ECS and AWS Fargate. */
export const ecsRules: readonly Rule[] = [
  taskLogs,
  firelensBuffers,
  secretsNotPlain,
  efsTransitEncryption,
  efsAuthorization,
  taskIsolation,
  hostModeUser,
  noHostNamespaces,
  noPrivilegedContainers,
  readonlyRoot,
  taskRoles,
  servicePrivate,
  managedVolumesEncrypted,
  interContainerTls,
  fargatePlatform,
  storageKey,
  execAudited,
  execKey,
  containerInsights,
  hostsFollowRules,
];
