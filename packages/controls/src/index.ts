export * from "./citations";
export * from "./outcome-text";
export * from "./requirements";
