export { KeyRing } from "./key-ring";
export type { KeyRingArgs, KeyRingKey, KeyRingUsers } from "./key-ring-args";
