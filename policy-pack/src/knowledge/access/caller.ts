import { Truth } from "../../authoring/truth";
import { once } from "../once";
import { arnParts } from "./operators";
import type { Parties } from "./policy-reading";

/** Stands in a policy for the account that the resource belongs to, where AWS itself puts that account. */
export const ownAccount = "(own account)";

/** Who makes a request, as policies on resources name them. */
export interface Caller {
  /** Whether a policy names the caller, or everyone. */
  isNamed(parties: Parties): Truth;
  /** Whether a policy names the caller's account, and so leaves it to IAM who of the account it is. */
  isOfNamedAccount(parties: Parties): Truth;
}

/** Somebody who signs nothing. */
export const unsigned: Caller = {
  isNamed: ({ everyone, open }) => Truth.any([Truth.of(everyone), ...openOf(open)]),
  isOfNamedAccount: () => Truth.no,
};

/** What is known of a role or a user. */
export interface Identity {
  readonly kind: "role" | "user";
  readonly arn: string | undefined;
  /** The physical name, which is known before the ARN is. */
  readonly name: string | undefined;
  readonly account: string | undefined;
  /** Path of what is missing while the ARN or the account is not known. */
  readonly path: string;
}

/** A role or a user of the stack. Many statements, of many resources, ask whether they name it, each for many actions. */
export function identityCaller(identity: Identity): Caller {
  return {
    isNamed: once((parties) => {
      if (!mayNameIdentity(parties)) return Truth.no;
      const { everyone, aws, open } = parties;
      return Truth.any([Truth.of(everyone), ...aws.map((name) => names(name, identity)), ...openOf(open)]);
    }),
    isOfNamedAccount: once(({ aws, open }) =>
      Truth.any([...aws.map((name) => namesAccount(name, identity)), ...openOf(open)]),
    ),
  };
}

/** Somebody whom a policy names by this text, and whoever is of the same account. */
export function namedCaller(name: string): Caller {
  return {
    isNamed: ({ everyone, aws }) => Truth.of(everyone || aws.includes(name)),
    isOfNamedAccount: ({ aws }) => Truth.of(aws.some((one) => accountOf(one) === accountWithin(name))),
  };
}

function names(principal: string, { kind, arn, name, path }: Identity): Truth {
  if (arn !== undefined) return Truth.of(principal === arn || isSessionOf(principal, arn));
  const named = lastName(principal, kind);
  // Another kind of principal, an account, or a name that is another one.
  if (named === undefined || (name !== undefined && named !== name)) return Truth.no;
  return Truth.unknown(path);
}

function namesAccount(principal: string, { account, path }: Identity): Truth {
  if (principal === ownAccount) return Truth.yes;
  const named = accountOf(principal);
  if (named === undefined) return Truth.no;
  return account === undefined ? Truth.unknown(path) : Truth.of(named === account);
}

/** Whether parties may name a role or a user at all: most policies on resources name accounts and services. */
const mayNameIdentity = once(
  ({ everyone, aws, open }: Parties): boolean =>
    everyone || open.length > 0 || aws.some((name) => name !== ownAccount && accountOf(name) === undefined),
);

/** The account that a principal stands for as a whole: by its id or its root. */
export function accountOf(principal: string): string | undefined {
  return /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(principal)?.[1];
}

/** The account of any principal under `AWS`. */
export function accountWithin(principal: string): string | undefined {
  return accountOf(principal) ?? /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1];
}

/** A session of a role is the role. */
function isSessionOf(principal: string, arn: string): boolean {
  const [role, session] = [arnParts(arn), arnParts(principal)];
  const name = /^role\/(?:.*\/)?([^/]+)$/.exec(role[5] ?? "")?.[1];
  return name !== undefined && role[4] === session[4] && (session[5] ?? "").startsWith(`assumed-role/${name}/`);
}

const lastNames = {
  role: /^arn:[^:]+:(?:iam|sts)::\d{12}:(?:role|assumed-role)\/(?:.*\/)?([^/]+)$/,
  user: /^arn:[^:]+:(?:iam|sts)::\d{12}:(?:user|assumed-user)\/(?:.*\/)?([^/]+)$/,
};

function lastName(principal: string, kind: "role" | "user"): string | undefined {
  return lastNames[kind].exec(principal)?.[1];
}

function openOf(paths: readonly string[]): Truth[] {
  return paths.length > 0 ? [Truth.unknown(...paths)] : [];
}
