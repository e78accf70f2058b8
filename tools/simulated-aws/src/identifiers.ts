import { createHash } from "node:crypto";

const alphabets = {
  hex: "0123456789abcdef",
  digits: "0123456789",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  lower: "abcdefghijklmnopqrstuvwxyz0123456789",
} as const;

/** Characters that look random and are always the same for the same seed. */
export function identifier(seed: string, alphabet: keyof typeof alphabets, length: number): string {
  const letters = alphabets[alphabet];
  let result = "";
  for (let block = 0; result.length < length; block++) {
    for (const byte of createHash("sha256").update(`${seed}#${block}`).digest()) {
      result += letters[byte % letters.length];
    }
  }
  return result.slice(0, length);
}

/** A UUID, as KMS and others use it. */
export function uuid(seed: string): string {
  const hex = identifier(seed, "hex", 32);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}

/** A number that is always the same for the same seed. */
export function ordinal(seed: string, below: number): number {
  return createHash("sha256").update(seed).digest().readUInt32BE(0) % below;
}
