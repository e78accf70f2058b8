export * from "./recorder";
export * from "./simulation";
