export { PhiFileSystem } from "./phi-file-system";
export * from "./phi-file-system-args";
export { PhiTable } from "./phi-table";
export * from "./phi-table-args";
export { PhiDeliveryStream } from "./phi-delivery-stream";
export * from "./phi-delivery-stream-args";
export { PhiStream } from "./phi-stream";
export * from "./phi-stream-args";
