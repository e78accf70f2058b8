export { AlertTopic } from "./alert-topic";
export * from "./alert-topic-args";
