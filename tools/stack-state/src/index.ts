export * from "./json-position";
export * from "./read-stack-export";
export * from "./resource-state";
export * from "./stack-file-error";
export * from "./values";
export * from "./write-stack-export";
