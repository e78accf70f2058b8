export * from "./archive-bucket";
export * from "./archive-bucket-args";
export * from "./log-bucket";
export * from "./log-bucket-args";
export { BucketObjectLockMode } from "./object-lock";
export * from "./phi-bucket";
export * from "./phi-bucket-args";
export { PhiBucketEncryption } from "./phi-bucket-encryption";
export * from "./presigned-args";
