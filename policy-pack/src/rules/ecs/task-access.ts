import { resourceRule } from "../../authoring/rule";
import { everyContainer, field } from "./containers";

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
