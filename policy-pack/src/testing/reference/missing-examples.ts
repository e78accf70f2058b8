/** Examples that cannot be given as a program, by rule, with the reason. Today there are none. */
export const missingExamples: Readonly<Record<string, { readonly good?: string; readonly bad?: string }>> = {};
