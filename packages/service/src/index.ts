export * from "./access-args";
export * from "./fargate-service";
export * from "./fargate-service-args";
export * from "./image-repository";
export * from "./image-repository-args";
export * from "./service-cluster";
export * from "./service-cluster-args";
export * from "./task-args";
