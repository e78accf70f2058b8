/** Endings that say that a value only stands for an identifier: a digest, a token, an opaque id. */
const standIns = new Set(["hash", "hmac", "digest", "token", "id", "uuid", "ref"]);

/**
 * Whether the name of an attribute or parameter says that its value is an identifier of a person: `ssn`, `patient_ssn`,
 * `patientName`, `birthdate`. Words are told apart by their case and by signs between them, so that `adobe` holds no
 * date of birth.
 *
 * @param denied names in lower case without signs, such as `patientname`
 */
export function namesIdentifier(name: string, denied: readonly string[]): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  if (standIns.has(words.at(-1) ?? "")) return false;
  const wanted = denied.map((entry) => entry.toLowerCase().replace(/[^a-z0-9]/g, "")).filter((entry) => entry !== "");
  const longest = Math.max(0, ...wanted.map((entry) => entry.length));
  return words.some((_, start) => {
    let text = "";
    // What is longer than the longest entry says nothing new when it grows further.
    for (let at = start; at < words.length && text.length < longest; at++) {
      text += words[at] ?? "";
      if (wanted.some((entry) => isNamed(text, entry))) return true;
    }
    return false;
  });
}

// Of longer entries the beginning counts as well: `birthdate`, `phonenumber`.
function isNamed(text: string, entry: string): boolean {
  return text === entry || (entry.length >= 5 && text.startsWith(entry));
}
