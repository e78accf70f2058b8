import type { ArgumentChecks } from "@hipaa-aws/foundation";
import type { HipaaWebApplicationArgs } from "./args";
import { refuseTaken, takenByStores } from "./taken-names";

const mostQueues = 10;

/** Checks the topic against the rest of the application: whoever publishes has readers, and each queue has one. */
export function checkTopic(checks: ArgumentChecks, args: HipaaWebApplicationArgs): void {
  const { topic, jobs, functions = [] } = args;
  const publisher = functions.find(({ access }) => access?.publishesMessages ?? false);
  if (topic === undefined) {
    if (publisher === undefined) return;
    const argument = `functions "${publisher.name}".access.publishesMessages`;
    return checks.fail(argument, "is given without a topic", "Give the application a topic as well");
  }
  const { queues = [], jobs: toJobs = false, fifo = false } = topic;
  if (queues.length === 0 && !toJobs) {
    checks.fail("topic", "has nobody who reads it", "Give topic.queues, or topic.jobs");
  }
  if (toJobs && jobs === undefined) checks.fail("topic.jobs", "is given without jobs", "Give jobs as well");
  if (toJobs && fifo) {
    checks.fail(
      "topic.jobs and topic.fifo",
      "contradict each other: the queue of jobs keeps no order",
      "Leave one of them out",
    );
  }
  const reader = functions.find(
    ({ name, worksJobs = false }) => worksJobs && queues.some((own) => own.target === name),
  );
  if (toJobs && reader !== undefined) {
    checks.fail(
      "topic.queues and topic.jobs",
      `give "${reader.name}" each message twice: it works off the queue of jobs too`,
      "Leave one of them out",
    );
  }
  checkQueues(checks, args);
}

/** A name without a hyphen: those with one may be names of what belongs to other queues. */
function checkQueues(
  checks: ArgumentChecks,
  { topic: { queues = [] } = {}, functions = [] }: HipaaWebApplicationArgs,
): void {
  const names = queues.map(({ name }) => name);
  checks.atMost("topic.queues", names, mostQueues);
  const known = functions.map(({ name }) => name);
  for (const { name, target } of queues) {
    checks.matches("topic.queues[].name", name, /^[a-z][a-z0-9]{0,29}$/, "a lower-case word");
    checks.oneOf("topic.queues[].target", target, known);
  }
  checks.unique("topic.queues", names);
  // Every queue gets every message, so that a function with two would do all work twice.
  checks.unique(
    "topic.queues[].target",
    queues.map(({ target }) => target),
  );
  refuseTaken(checks, "topic.queues", names, takenByStores);
}
