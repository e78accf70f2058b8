/**
 * Patterns of identifiers that have few chance matches, so that a mandatory rule may use them. The list of 18
 * identifiers stands in 45 CFR 164.514(b)(2).
 */
const highConfidence: readonly RegExp[] = [
  // Social Security number: areas 000, 666 and 900-999 were never given out, nor group 00, nor serial 0000.
  /(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])/,
  // A medical record number that says so.
  /(?<![a-z])(?:mrn|medical[-_ ]record[-_ ](?:number|no))[-_:# =.]{0,3}\d{5,}/i,
  // A date of birth that says so.
  /(?<![a-z])(?:dob|date[-_ ]?of[-_ ]?birth|birth[-_ ]?date)[-_:# =.]{0,2}(?:\d{4}[-_/.]?\d{2}[-_/.]?\d{2}|\d{1,2}[-_/.]\d{1,2}[-_/.]\d{2,4})/i,
];

const contactDetails: readonly RegExp[] = [
  // The least that an address needs: to match all of it would take quadratic time on a long text without one.
  /[\w.+-]@[\w-]+\.[\w-]/,
  /(?<![\w.])(?:\+1[-. ]?)?\(?[2-9]\d{2}\)?[-. ][2-9]\d{2}[-. ]\d{4}(?!\w)/,
];

/** Whether a text holds an identifier of a person, or one of the configured words. */
export function holdsPhi(text: string, denyWords: readonly string[] = []): boolean {
  // None of them matches without a digit, and most texts have none.
  if (/\d/.test(text) && highConfidence.some((pattern) => pattern.test(text))) return true;
  if (denyWords.length === 0) return false;
  const lower = text.toLowerCase();
  return denyWords.some((word) => word.trim() !== "" && lower.includes(word.trim().toLowerCase()));
}

/** Whether a text holds an e-mail address or a phone number. */
export function holdsContactDetails(text: string): boolean {
  return contactDetails.some((pattern) => pattern.test(text));
}
