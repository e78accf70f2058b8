/** Words of identifiers that have no place in a path or name: 45 CFR 164.514(b)(2)(i). */
const identifier =
  /ssn|social.?security|birth|^dob$|patient.?name|first.?name|last.?name|full.?name|^name$|e.?mail|phone|^mrn$|medical.?record|diagnosis|address/i;

/** Whether a variable is named after something that identifies a person. */
export function namesIdentifier(name: string): boolean {
  return identifier.test(name);
}
