import type * as pulumi from "@pulumi/pulumi";
import { DebugTask } from "../debug-task";
import type { DebugTaskArgs } from "../debug-task-args";
import { MigrationTask } from "../migration-task";
import type { MigrationTaskArgs } from "../migration-task-args";
import type { ServiceTaskArgs } from "../task-args";
import { WorkerService } from "../worker-service";
import type { WorkerServiceArgs } from "../worker-service-args";
import { accountArn, image, surroundings } from "./example";

/** The least that every task needs. */
export function taskArgs(): ServiceTaskArgs {
  return {
    cluster: surroundings.cluster,
    network: surroundings.network,
    image: image("intake"),
    logsKey: surroundings.logsKey,
  };
}

export const queue = {
  queue: { queueArn: accountArn("sqs", "intake-1a2b3c4"), queueName: "intake-1a2b3c4" },
  queueKey: surroundings.secretsKey,
};

export const sessionLogGroupArn = accountArn("logs", "log-group:main-sessions-1a2b3c4");

/** What a debug task needs beside the common. */
export function debugArgs(): DebugTaskArgs {
  return {
    ...taskArgs(),
    sessions: { sessionLogGroupArn },
    sessionsKey: surroundings.logsKey,
    alarmTopicArn: surroundings.topicArn,
  };
}

export function worker(overrides: Partial<WorkerServiceArgs> = {}, opts?: pulumi.ComponentResourceOptions) {
  return new WorkerService("intake", { ...taskArgs(), ...overrides }, opts);
}

export function migration(overrides: Partial<MigrationTaskArgs> = {}, opts?: pulumi.ComponentResourceOptions) {
  return new MigrationTask("migrate", { ...taskArgs(), ...overrides }, opts);
}

export function debug(overrides: Partial<DebugTaskArgs> = {}, opts?: pulumi.ComponentResourceOptions) {
  return new DebugTask("debug", { ...debugArgs(), ...overrides }, opts);
}
