import { both, noneOf, oneOf } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { everyContainer, field, someContainer, taskTypes } from "./containers";

export const hostModeUser = resourceRule("ecs-host-mode-user", {
  check: (resource) => {
    const named = everyContainer(resource, (container) => {
      const user = field(container, "user");
      return user.isGiven().and(user.matches(/^\s*(root|0+)\s*(:|$)/i).not());
    });
    resource.expect(
      resource.get("networkMode").isOneOf("host").not().or(named),
      "a container runs as root, or as whoever its image says, on the network of its host",
    );
  },
});

export const noHostNamespaces = resourceRule("ecs-no-host-namespaces", {
  check: both(
    noneOf("pidMode", ["host"], "tasks see the processes of their host"),
    noneOf("ipcMode", ["host"], "tasks share memory with the processes of their host"),
  ),
});

export const noPrivilegedContainers = resourceRule("ecs-no-privileged-containers", {
  // Daemons have containers as well.
  types: taskTypes,
  check: (resource) =>
    resource.expect(
      everyContainer(resource, (container) => field(container, "privileged").isTrue().not()),
      "a container has the rights of root on its host",
    ),
});

export const taskIsolation = resourceRule("ecs-task-isolation", {
  check: oneOf("networkMode", ["awsvpc"], "tasks share the network interface of their host"),
});

export const readonlyRoot = resourceRule("ecs-readonly-root-filesystem", {
  // Daemons have containers as well.
  types: taskTypes,
  check: (resource) =>
    resource.expect(
      everyContainer(resource, (container) => field(container, "readonlyRootFilesystem").isTrue()),
      "a container can write to its own root file system",
    ),
});

export const taskRoles = resourceRule("ecs-task-roles", {
  // Daemons have roles as well.
  types: taskTypes,
  check: (resource) => {
    const [taskRole, executionRole] = ["taskRoleArn", "executionRoleArn"].map((path) => resource.get(path));
    if (!taskRole || !executionRole) return;
    resource.expect(taskRole.isGiven(), "the task has no role of its own");
    resource.expect(
      executionRole.isGiven().or(someContainer(resource, needsExecutionRole).not()),
      "ECS has no role to fetch the image and the secrets of the task and to write its logs with",
    );
    const both = taskRole.isGiven().and(executionRole.isGiven());
    const same = taskRole.whenKnown((raw) => raw === executionRole.raw);
    const known = executionRole.isUnknown ? executionRole.asUnknown() : same;
    resource.expect(
      both.and(same.isUnknown ? same : known).not(),
      "the task works with the role that is meant for ECS",
    );
  },
});

/** What ECS does on behalf of a task before and beside it. */
function needsExecutionRole(container: Value): Truth {
  return Truth.any([
    field(container, "logConfiguration", "logDriver").isOneOf("awslogs"),
    field(container, "secrets").isGiven(),
    field(container, "repositoryCredentials").isGiven(),
    field(container, "image").matches(/\.dkr[.-]ecr[.-]/),
  ]);
}
