import type { input as inputs } from "@pulumi/aws/types";
import type * as pulumi from "@pulumi/pulumi";

export type Statement = inputs.wafv2.WebAclRuleStatement;
type ScopeDown = inputs.wafv2.WebAclRuleStatementRateBasedStatementScopeDownStatement;

/** Without them `/%4cogin` and `/x/../login` would pass for other paths. */
const pathTransformations = ["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"];
/** Units of a string match: 2, and 10 for each transformation. */
export const pathCapacity = 2 + 10 * pathTransformations.length;

/** Requests whose path begins with one of these. */
export function pathScope(paths: readonly string[]): ScopeDown {
  const statements = paths.map((path) => ({
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString: path,
      textTransformations: pathTransformations.map((type, priority) => ({ type, priority })),
    },
  }));
  const only = statements[0];
  return statements.length === 1 && only ? only : { orStatement: { statements } };
}

/** Requests from one of these IP sets, one or two of them. */
export function fromSets(arns: readonly pulumi.Input<string>[]): Statement {
  const statements = arns.map((arn) => ({ ipSetReferenceStatement: { arn } }));
  const only = statements[0];
  return statements.length === 1 && only ? only : { orStatement: { statements } };
}
