export * from "./argument-error";
export * from "./arn";
export * from "./aws-environment";
export * from "./checks";
export * from "./outsiders";
export * from "./policy-document";
export * from "./retention";
export * from "./tags";
