export * from "./verdicts";
