import { resourceRule } from "../../authoring/rule";
import { everyContainer, field, isEssential } from "./containers";

/** Drivers that keep a container's output on its host, or nowhere. */
const localDrivers = ["none", "json-file"];

export const taskLogs = resourceRule("ecs-task-logs", {
  check: (resource) =>
    resource.expect(
      everyContainer(resource, (container) => {
        const driver = field(container, "logConfiguration", "logDriver");
        const ships = driver.isGiven().and(driver.isOneOf(...localDrivers).not());
        return isEssential(container).not().or(ships);
      }),
      "an essential container keeps its output to itself, so what happened in it is lost with the task",
    ),
});
