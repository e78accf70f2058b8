import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A service on AWS's list, or one whose documentation says that it is HIPAA-eligible. */
export interface EligibleService {
  /** In AWS's words. */
  readonly name: string;
  /** Modules of the Pulumi AWS provider: the part of a type between `aws:` and `/`. None where it has no module. */
  readonly modules: readonly string[];
  /** What of the service is not eligible, or under which condition it is. */
  readonly limits?: string;
  /** Where AWS says so, when not on the list. */
  readonly source?: string;
}

/** A service that is not on the list as reviewed, though it may well be on the page by now. */
export interface UnconfirmedService {
  readonly name: string;
  readonly modules: readonly string[];
  /** Why it could not be confirmed. */
  readonly why: string;
}

/** A service that is on no version of the list that was read, or has ended. */
export interface NotEligibleService {
  readonly name: string;
  readonly modules: readonly string[];
  /** Prefixes of its IAM actions. */
  readonly actions: readonly string[];
  /** What to use instead, where there is such a thing. */
  readonly successor?: string;
  /** Day on which the service ended, `YYYY-MM-DD`. */
  readonly ended?: string;
  readonly note?: string;
}

/** The list as it was reviewed, with what else the rules have to know of AWS's services. */
export interface EligibleServices {
  readonly title: string;
  readonly url: string;
  /** The day of AWS's list that this table was held against, `YYYY-MM-DD`. */
  readonly reviewed: string;
  /** In which form the list was read. */
  readonly reviewedAs: string;
  readonly eligible: readonly EligibleService[];
  readonly unconfirmed: readonly UnconfirmedService[];
  readonly notEligible: readonly NotEligibleService[];
  /** Modules of services that manage, secure, connect or observe others and keep no data of the workload. */
  readonly supporting: readonly string[];
  /** Types of an eligible service that have a successor: no new ones, support ends, or superseded. */
  readonly superseded: readonly { readonly type: string; readonly successor: string }[];
}

const file = join(__dirname, "..", "data", "eligible-services.json");

interface Loaded {
  readonly list: EligibleServices;
  readonly byModule: ReadonlyMap<string, Eligibility>;
  readonly successors: ReadonlyMap<string, string>;
  readonly actions: ReadonlyMap<string, string>;
}

let loaded: Loaded | undefined;

function load(): Loaded {
  const list = JSON.parse(readFileSync(file, "utf8")) as EligibleServices;
  const services: [string, Eligibility][] = [
    ...list.supporting.map((name): [string, Eligibility] => [name, { kind: "supporting" }]),
    ...byModule(list.eligible, (service): Eligibility => ({ kind: "eligible", service })),
    ...byModule(list.unconfirmed, (service): Eligibility => ({ kind: "unconfirmed", service })),
    ...byModule(list.notEligible, (service): Eligibility => ({ kind: "not eligible", instead: insteadOf(service) })),
  ];
  return {
    list,
    byModule: new Map(services),
    successors: new Map(list.superseded.map(({ type, successor }) => [type, successor])),
    actions: new Map(list.notEligible.flatMap((service) => service.actions.map((name) => [name, insteadOf(service)]))),
  };
}

function byModule<T extends { readonly modules: readonly string[] }>(
  services: readonly T[],
  of: (service: T) => Eligibility,
): [string, Eligibility][] {
  return services.flatMap((service) => service.modules.map((name): [string, Eligibility] => [name, of(service)]));
}

function insteadOf({ successor, ended }: NotEligibleService): string {
  const use = successor === undefined ? "it has no successor" : `use ${successor}`;
  return ended === undefined ? use : `it ended on ${ended}; ${use}`;
}

/**
 * The services that may create, receive, keep or send PHI, as reviewed on one day. The authority is AWS's page, which
 * changes: 45 CFR 164.308(b)(1) asks for an agreement that covers what is used, and the agreement covers what is on it.
 */
export function eligibleServices(): EligibleServices {
  return (loaded ??= load()).list;
}

/** What the list as reviewed says of a module of the Pulumi AWS provider. */
export type Eligibility =
  | { readonly kind: "eligible"; readonly service: EligibleService }
  | { readonly kind: "supporting" }
  | { readonly kind: "unconfirmed"; readonly service: UnconfirmedService }
  /** Named as not eligible, with what to use instead; or on no list at all. */
  | { readonly kind: "not eligible"; readonly instead?: string };

export function eligibilityOf(module: string): Eligibility {
  return (loaded ??= load()).byModule.get(module) ?? { kind: "not eligible" };
}

/** The module of a type of the AWS provider; of any other type, nothing. */
export function moduleOf(type: string): string | undefined {
  return /^aws:(\w+)\//.exec(type)?.[1];
}

/** What takes the place of a type whose service is eligible but which is superseded. */
export function successorOf(type: string): string | undefined {
  return (loaded ??= load()).successors.get(type);
}

/** Prefixes of the IAM actions of services that are not eligible or have ended, with what to use instead. */
export function ineligibleActions(): ReadonlyMap<string, string> {
  return (loaded ??= load()).actions;
}

/** How long a review of the list may be trusted, in days: AWS adds services several times a year. */
export const longestReviewAge = 120;

const day = 24 * 60 * 60 * 1000;

/**
 * How many days lie between a review and today, in UTC; not a number when the day is no day of the form `YYYY-MM-DD`.
 *
 * @param reviewed the day of the review. Default: the day of this table
 */
export function reviewAge(today: Date, reviewed = eligibleServices().reviewed): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(reviewed) ? Date.parse(reviewed) : Number.NaN;
  return Math.floor((today.getTime() - start) / day);
}
