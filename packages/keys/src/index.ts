export { KeyRing } from "./key-ring";
export { RotatedSecret } from "./rotated-secret";
export * from "./rotated-secret-args";
export type { KeyRingArgs, KeyRingKey, KeyRingUsers } from "./key-ring-args";
