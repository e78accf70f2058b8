import { json, resource, type CaseResource } from "./cases";

type Properties = Record<string, unknown>;

/** A policy document of statements. */
export const documentOf = (...statements: readonly Properties[]) =>
  json({ Version: "2012-10-17", Statement: statements });

/** An Allow of actions on resources; more elements as given. */
export const allow = (Action: unknown, Resource: unknown = "*", more: Properties = {}): Properties => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});

export const managed = (...statements: readonly Properties[]): CaseResource =>
  resource("aws:iam/policy:Policy", { policy: documentOf(...statements) });

/** A customer's policy with one Allow. */
export const allowing = (Action: unknown, Resource: unknown = "*", more: Properties = {}): CaseResource =>
  managed(allow(Action, Resource, more));

/** The same document in every other place where an identity's policy may stand. */
export const elsewhere = (...statements: readonly Properties[]): readonly CaseResource[] => {
  const policy = documentOf(...statements);
  return [
    resource("aws:iam/rolePolicy:RolePolicy", { role: "app", policy }),
    resource("aws:iam/groupPolicy:GroupPolicy", { group: "staff", policy }),
    resource("aws:iam/userPolicy:UserPolicy", { user: "mailer", policy }),
    resource("aws:iam/role:Role", {
      inlinePolicies: [
        { name: "none", policy: documentOf(allow("xray:PutTraceSegments")) },
        { name: "one", policy },
      ],
    }),
    resource("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", { inlinePolicy: policy }),
  ];
};

export const roleOf = (properties: Properties, name = "subject"): CaseResource =>
  resource("aws:iam/role:Role", properties, { name });

/** A role whose trust policy has these statements. */
export const trusting = (...statements: readonly Properties[]): CaseResource =>
  roleOf({ assumeRolePolicy: documentOf(...statements) });

/** A trust statement for a principal. */
export const trust = (Principal: unknown, Condition?: unknown, Action: unknown = "sts:AssumeRole"): Properties => ({
  Effect: "Allow",
  Principal,
  Action,
  ...(Condition === undefined ? {} : { Condition }),
});
