import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { isAllWild } from "../../knowledge/glob";
import { allowsAction, demands } from "../../knowledge/permissions";
import type { Statement } from "../../knowledge/policy-document";
import { allowsEveryone } from "../../knowledge/policy-judgement";
import { isNarrowed } from "../../knowledge/policy-reach";
import { anyStatement, readStatements } from "../../knowledge/policy-statements";
import { allowList, isApproved, ownName } from "./roles";

const role = "aws:iam/role:Role";

const noWildcardTrust = resourceRule("iam-trust-policy-no-wildcard", {
  check: (resource) =>
    resource.expect(
      allowsEveryone(resource.get("assumeRolePolicy"))
        .or(anyStatement(resource.get("assumeRolePolicy"), trustsAnyProvider))
        .not(),
      "the trust policy lets anyone assume the role",
    ),
});

function trustsAnyProvider(statement: Statement): boolean {
  const { effect, principals } = statement;
  const wide = [...(principals?.services ?? []), ...(principals?.federated ?? [])].some((name) => isAllWild(name));
  return effect === "Allow" && wide && !isNarrowed(statement);
}

const webIdentity = ["sts:AssumeRoleWithWebIdentity"];

const oidcTrustScoped = resourceRule("iam-oidc-trust-scoped", {
  config: {
    pinningClaims: {
      type: "array",
      items: { type: "string" },
      description:
        "Condition keys that pin a web identity besides a provider's :sub, such as the id of a Cognito identity pool.",
      default: ["cognito-identity.amazonaws.com:aud"],
    },
  },
  check: (resource) => {
    const claims = resource.setting<readonly string[]>("pinningClaims").map((claim) => claim.toLowerCase());
    resource.expect(
      anyStatement(resource.get("assumeRolePolicy"), (one) => trustsAnySubject(one, claims)).not(),
      "the trust policy lets any subject of a web identity provider assume the role, or those of any organization",
    );
  },
});

function trustsAnySubject(statement: Statement, claims: readonly string[]): boolean {
  const providers = (statement.principals?.federated ?? []).filter(isWebIdentityProvider);
  if (providers.length === 0 || !allowsAction(statement, webIdentity)) return false;
  const pinned = [...statement.conditions].some(
    ([operator, keys]) =>
      /^(foranyvalue:)?string(equals|equalsignorecase|like)$/.test(operator) &&
      [...keys].some(([key, values]) => values.length > 0 && values.every((value) => pins(key, value, claims))),
  );
  return !pinned;
}

// A provider is named by the ARN of its declaration or, where AWS knows it, by its host. The wildcard is another rule's.
function isWebIdentityProvider(name: string): boolean {
  return !isAllWild(name) && !name.includes(":saml-provider/");
}

/** Whether one value of a condition key fixes whose tokens are accepted. */
function pins(key: string, value: string, claims: readonly string[]): boolean {
  if (claims.includes(key)) return !isAllWild(value);
  if (!key.endsWith(":sub")) return false;
  if (key.startsWith("oidc.eks.")) return /^system:serviceaccount:[^:*?]+:./.test(value);
  // A token of GitHub may begin with other claims, if the organization says so; each begins with a name and a value.
  if (key.startsWith("token.actions.githubusercontent.com")) {
    return /^repo:[^/*?]+\/./.test(value) || /^(repository|enterprise|job_workflow)[a-z_]*:[^*?]/.test(value);
  }
  return /^[^*?]/.test(value) && !/^[\w-]+:[*?]/.test(value);
}

const mfaEnforced = resourceRule("iam-mfa-enforced", {
  config: allowList(
    "machineRoles",
    "Names of roles that programs of another account assume, which have no MFA; * and ? stand for any text.",
  ),
  check: (resource) => {
    const machine = isApproved(ownName(resource), resource.setting("machineRoles"));
    resource.onlyWhen(machine.not(), "is assumed by programs");
    const { known, open } = readStatements(resource.get("assumeRolePolicy"));
    if (known.some(deniesWithoutMfa)) return;
    const without = known.some((statement) => trustsPeople(statement) && !asksForMfa(statement));
    const answer = without ? Truth.yes : open.length > 0 ? Truth.unknown(...open) : Truth.no;
    resource.expect(answer.not(), "people may assume the role without MFA");
  },
});

/** Whether an Allow trusts an account or a user; with an external id, or for named roles only, it is for programs. */
function trustsPeople(statement: Statement): boolean {
  const people = (statement.principals?.aws ?? []).some((name) => /^\d{12}$|:root$|:user\//.test(name));
  const programs = demands(statement, (key) => key === "sts:externalid") || isForRolesOnly(statement);
  return people && !programs && allowsAction(statement, ["sts:AssumeRole"]);
}

function isForRolesOnly({ conditions }: Statement): boolean {
  return [...conditions].some(([operator, keys]) => {
    const arns = keys.get("aws:principalarn") ?? [];
    return /^(arn|string)(equals|like)$/.test(operator) && arns.length > 0 && arns.every((arn) => /:role\//.test(arn));
  });
}

function asksForMfa({ conditions }: Statement): boolean {
  const isTrue = (conditions.get("bool")?.get("aws:multifactorauthpresent") ?? []).map((text) => text.toLowerCase());
  const aged = ["numericlessthan", "numericlessthanequals"].some((operator) =>
    conditions.get(operator)?.has("aws:multifactorauthage"),
  );
  return (isTrue.length > 0 && isTrue.every((text) => text === "true")) || aged;
}

// Long-term keys come without the key, so that only the IfExists form refuses them.
function deniesWithoutMfa(statement: Statement): boolean {
  const [only, ...others] = [...statement.conditions];
  const values = only?.[1].get("aws:multifactorauthpresent") ?? [];
  const everyone = statement.principals?.everyone === true;
  return (
    statement.effect === "Deny" &&
    everyone &&
    allowsAction({ ...statement, effect: "Allow" }, ["sts:AssumeRole"]) &&
    others.length === 0 &&
    only?.[0] === "boolifexists" &&
    only[1].size === 1 &&
    values.length === 1 &&
    values[0]?.toLowerCase() === "false"
  );
}

// Which account is the stack's own can be read from other resources only, hence a rule of the whole stack.
const crossAccountTrust = stackRule("iam-cross-account-trust-conditions", {
  config: allowList("accountIds", "Ids of accounts that need no condition: those of the stack and of its deployment."),
  check: (stack, graph) => {
    const listed = stack.setting<readonly string[]>("accountIds");
    for (const one of graph.ofType(role)) {
      const { known, open } = readStatements(one.get("assumeRolePolicy"));
      const trusted = known.filter((statement) => !isBound(statement)).flatMap(accountsOf);
      const foreign = trusted.filter((account) => !listed.includes(account));
      const fault = Truth.any([
        ...foreign.map((account) => isForeign(graph, one, account)),
        open.length > 0 ? Truth.unknown(...open) : Truth.no,
      ]);
      stack.expect(one, fault.not(), "another account is trusted without an external id or an organization condition");
    }
  },
});

function isBound(statement: Statement): boolean {
  return demands(statement, (key) => ["sts:externalid", "aws:principalorgid", "aws:principalorgpaths"].includes(key));
}

function accountsOf({ effect, principals }: Statement): string[] {
  if (effect !== "Allow") return [];
  return (principals?.aws ?? [])
    .map((name) => /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1])
    .filter((account): account is string => account !== undefined);
}

function isForeign(graph: StackGraph, one: GraphResource, account: string): Truth {
  const own = accountOfArn(one) ?? graph.once("own account", () => onlyAccount(graph));
  return own === undefined ? Truth.unknown("assumeRolePolicy") : Truth.of(own !== account);
}

/** The stack's account, where all ARNs that AWS gave the stack's own roles, policies and keys agree on one. */
function onlyAccount(graph: StackGraph): string | undefined {
  const given = graph.ofType(role, "aws:iam/policy:Policy", "aws:kms/key:Key").map(accountOfArn);
  const accounts = new Set(given.filter((account) => account !== undefined));
  return accounts.size === 1 ? [...accounts][0] : undefined;
}

function accountOfArn(resource: GraphResource): string | undefined {
  return /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(resource.get("arn").text ?? "")?.[1];
}

/** Rules on who may assume a role. */
export const trustRules: readonly Rule[] = [noWildcardTrust, oidcTrustScoped, mfaEnforced, crossAccountTrust];
