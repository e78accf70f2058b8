export { AlertTopic } from "./alert-topic";
export * from "./alert-topic-args";
export { EventBus } from "./event-bus";
export * from "./event-bus-args";
export { PhiQueue } from "./phi-queue";
export * from "./phi-queue-args";
export { PhiTopic } from "./phi-topic";
export * from "./phi-topic-args";
