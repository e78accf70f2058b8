/** Examples that cannot be given as a program, by rule, with the reason. */
export const missingExamples: Readonly<Record<string, { readonly good?: string; readonly bad?: string }>> = {
  "iam-cross-account-trust-conditions": {
    bad: "which account is the stack's own is told by ARNs that AWS gives, and no program can write those as inputs",
  },
};
