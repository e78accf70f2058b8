import { gunzipSync } from "node:zlib";

/** AWS takes 16 KB of user data; anything that unpacks to much more is no script. */
const largestScript = 1024 * 1024;

/**
 * The readings of user data: as it stands and, where it is base64, what it says decoded and unpacked. Launch templates
 * take base64 only, other resources plain text or, in another input, base64.
 */
export function readingsOf(userData: string): readonly string[] {
  const compact = userData.replace(/\s+/g, "");
  if (compact.length < 8 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return [userData];
  const bytes = Buffer.from(compact, "base64");
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : undefined;
  return [userData, (unpacked ?? bytes).toString("utf8")];
}

function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestScript });
  } catch {
    return undefined;
  }
}
