export { PhiFileSystem } from "./phi-file-system";
export * from "./phi-file-system-args";
export { PhiTable } from "./phi-table";
export * from "./phi-table-args";
