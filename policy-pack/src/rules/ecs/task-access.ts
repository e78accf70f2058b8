import { both, noneOf } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { everyContainer, field, taskTypes } from "./containers";

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
