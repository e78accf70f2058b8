import type { AwsEnvironment } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";

/** A statement of a policy document as JSON, lists made of single values. */
export interface Statement {
  sid: string;
  effect: string;
  principal: unknown;
  actions: string[];
  resources: string[];
  conditions: Record<string, Record<string, string[]>>;
}

/** The statements of a policy's JSON text. */
export function statementsOf(policy: unknown): Statement[] {
  const document = JSON.parse(policy as string) as { Version: string; Statement: Record<string, unknown>[] };
  return document.Statement.map((statement) => ({
    sid: statement["Sid"] as string,
    effect: statement["Effect"] as string,
    principal: statement["Principal"],
    actions: list(statement["Action"]),
    resources: list(statement["Resource"]),
    conditions: Object.fromEntries(
      Object.entries((statement["Condition"] ?? {}) as Record<string, Record<string, unknown>>).map(
        ([operator, keys]) => [
          operator,
          Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, list(values)])),
        ],
      ),
    ),
  }));
}

function list(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]) as string[];
}

/** An environment of known values. */
export function environment(partition: string, region: string, dnsSuffix = "amazonaws.com"): AwsEnvironment {
  return {
    partition: pulumi.output(partition),
    region: pulumi.output(region),
    accountId: pulumi.output("111122223333"),
    dnsSuffix: pulumi.output(dnsSuffix),
  };
}

/** The value of an output, outside of a program. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply((value) => {
      resolve(value);
    });
  });
}
