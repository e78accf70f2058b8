export { PhiTable } from "./phi-table";
export * from "./phi-table-args";
