import * as fc from "fast-check";

/** Random policies and requests on objects of a bucket, from few names, so that they often meet. */
export const account = "111122223333";
export const role = `arn:aws:iam::${account}:role/app`;
const outsider = "arn:aws:iam::990000000099:role/outsider";

export const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
const oneOrMore = <T>(values: readonly T[]) =>
  fc.oneof(some(values), fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) }));

export const actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"] as const;
const actionPatterns = [...actions, "s3:*", "*", "s3:Get*", "S3:putobject", "s3:*Object", "s3:???Object", "sqs:*"];
const resources = ["arn:aws:s3:::b/x", "arn:aws:s3:::b/y/x", "arn:aws:s3:::b/a*"] as const;
const resourcePatterns = [
  ...resources,
  "*",
  "arn:aws:s3:::b/*",
  "arn:aws:s3:::*/x",
  "arn:aws:s3:::b/?",
  "arn:aws:s3:::b/${aws:PrincipalTag/team}*",
  "arn:aws:s3:::b/${aws:PrincipalTag/team, 'y'}/x",
  "arn:aws:s3:::b/a${*}",
];

interface Key {
  readonly key: string;
  readonly operators: readonly string[];
  readonly wanted: readonly string[];
  readonly given: readonly (string | string[])[];
}

const textOperators = ["StringEquals", "StringLike", "StringEqualsIgnoreCase"].flatMap((name) => [
  name,
  name.replace("String", "StringNot"),
]);
const keys: readonly Key[] = [
  {
    key: "aws:PrincipalTag/team",
    operators: textOperators,
    wanted: ["x", "X", "x*", "?", "*", "y", "${aws:SourceVpce}"],
    given: ["x", "y", "xy", "*", "vpce-1"],
  },
  {
    key: "aws:SourceVpce",
    operators: textOperators,
    wanted: ["vpce-1", "vpce-*", "vpce-2"],
    given: ["vpce-1", "vpce-9"],
  },
  {
    key: "aws:CalledVia",
    operators: textOperators.flatMap((name) => [`ForAnyValue:${name}`, `ForAllValues:${name}`]),
    wanted: ["athena.amazonaws.com", "athena*", "glue.amazonaws.com"],
    given: [["athena.amazonaws.com"], ["athena.amazonaws.com", "sns.amazonaws.com"], ["sns.amazonaws.com"]],
  },
  { key: "aws:SecureTransport", operators: ["Bool"], wanted: ["true", "false", "False"], given: ["true", "false"] },
  {
    key: "aws:SourceIp",
    operators: ["IpAddress", "NotIpAddress"],
    wanted: ["203.0.113.0/24", "203.0.113.7", "10.0.0.0/8"],
    given: ["203.0.113.7", "10.1.2.3", "8.8.8.8"],
  },
  {
    key: "aws:MultiFactorAuthAge",
    operators: ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map(
      (name) => `Numeric${name}`,
    ),
    wanted: ["100", "3600", "100.0"],
    given: ["99", "100", "3600"],
  },
  {
    key: "aws:CurrentTime",
    operators: ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"].map(
      (name) => `Date${name}`,
    ),
    wanted: ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"],
    given: ["2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z"],
  },
  {
    key: "aws:SourceArn",
    operators: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
    wanted: [`arn:aws:sns:us-east-1:${account}:t`, `arn:aws:sns:*:${account}:*`, "arn:aws:sns:us-east-1:*:t?"],
    given: [`arn:aws:sns:us-east-1:${account}:t`, "arn:aws:sns:us-east-1:990000000099:tt"],
  },
];

const condition = some(keys).chain(({ key, operators, wanted }) =>
  fc
    .tuple(some([...operators, "Null"]), some(["", "IfExists"]), oneOrMore(wanted), some([key, key.toUpperCase()]))
    .map(([operator, suffix, values, name]): Record<string, Record<string, unknown>> =>
      operator === "Null"
        ? { Null: { [name]: values.includes("x") ? "true" : "false" } }
        : { [operator + suffix]: { [name]: values } },
    ),
);
const conditions = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc
      .array(condition, { minLength: 1, maxLength: 2 })
      .map((list) => ({ Condition: Object.assign({}, ...list) as object })),
  },
);

export const identityStatement = fc
  .record({
    Effect: some(["Allow", "Allow", "Deny"]),
    action: fc.oneof(
      oneOrMore(actionPatterns).map((Action) => ({ Action })),
      oneOrMore(actionPatterns).map((NotAction) => ({ NotAction })),
    ),
    resource: fc.oneof(
      { weight: 3, arbitrary: oneOrMore(resourcePatterns).map((Resource) => ({ Resource })) },
      { weight: 1, arbitrary: oneOrMore(resourcePatterns).map((NotResource) => ({ NotResource })) },
    ),
    conditions,
  })
  .map(({ Effect, action, resource, conditions: when }) => ({ Effect, ...action, ...resource, ...when }));

const someone = some<unknown>([
  "*",
  { AWS: "*" },
  { AWS: account },
  { AWS: `arn:aws:iam::${account}:root` },
  { AWS: role },
  { AWS: [outsider, role] },
  { AWS: `arn:aws:iam::${account}:role/other` },
  { AWS: "444455556666" },
  { Service: "sns.amazonaws.com" },
]);
export const resourceStatement = fc
  .tuple(identityStatement, someone, fc.boolean())
  .map(([statement, who, not]): object =>
    not && statement.Effect === "Deny" && who !== "*"
      ? { ...statement, NotPrincipal: who }
      : { ...statement, Principal: who },
  );

export const context = fc
  .tuple(...keys.map(({ key, given }) => fc.option(some(given), { freq: 2 }).map((value) => [key, value] as const)))
  .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== null)) as Record<string, string | string[]>);

export const documentOf = (statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
