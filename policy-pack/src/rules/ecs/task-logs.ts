import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
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

/** Output plugins of Fluent Bit that speak HTTPS to AWS whatever the option says. */
const awsOutputs = [
  "cloudwatch",
  "cloudwatch_logs",
  "firehose",
  "kinesis",
  "kinesis_firehose",
  "kinesis_streams",
  "s3",
  "null",
];

export const firelensBuffers = resourceRule("ecs-firelens-no-file-buffer", {
  check: (resource) => {
    resource.expect(
      everyContainer(resource, (container) =>
        field(container, "logConfiguration", "options", "storage.type").isOneOf("filesystem").not(),
      ),
      "FireLens buffers log events on disk",
    );
    resource.expect(
      everyContainer(resource, (container) => {
        const output = field(container, "logConfiguration", "options", "name");
        const byFireLens = field(container, "logConfiguration", "logDriver").isOneOf("awsfirelens");
        return Truth.any([
          byFireLens.not(),
          output.isGiven().not(),
          output.isOneOf(...awsOutputs),
          field(container, "logConfiguration", "options", "tls").isOneOf("on", "true"),
        ]);
      }),
      "FireLens sends log events out of AWS without TLS",
    );
  },
});
